-- Watches: saved queries that report each new match once.
CREATE TABLE watches (
    watch_id      INTEGER PRIMARY KEY,       -- number inside this archive, which `watch remove` takes
    words         TEXT NOT NULL,             -- the query, as in search; empty where the filters alone decide
    filters       TEXT NOT NULL CHECK (json_valid(filters)), -- what narrows it: a JSON object, as the options of search
    notify        TEXT NOT NULL CHECK (notify IN ('all', 'webhook', 'mail', 'command', 'none')), -- who is told
    created_at    TEXT NOT NULL,             -- when it was added, UTC
    seen_revision_id INTEGER NOT NULL        -- the newest revision it has been held against
) STRICT;

-- What each watch has reported: one row for each revision of a publication that matched.
CREATE TABLE watch_hits (
    watch_id      INTEGER NOT NULL REFERENCES watches(watch_id) ON DELETE CASCADE, -- the watch
    revision_id   INTEGER NOT NULL REFERENCES revisions(revision_id), -- what matched
    found_at      TEXT NOT NULL,             -- when it was reported, UTC
    PRIMARY KEY (watch_id, revision_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX watch_hits_by_revision ON watch_hits(revision_id);
