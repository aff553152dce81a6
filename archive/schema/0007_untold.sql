-- Who is still to be told of what a watch has found.

-- What people are still to be told of a watch's matches: one row for each match and way of telling, which goes once it was told that way. What could not be told is tried again after the next crawl.
CREATE TABLE watch_untold (
    watch_id      INTEGER NOT NULL,          -- the watch
    revision_id   INTEGER NOT NULL,          -- what matched
    channel       TEXT NOT NULL CHECK (channel IN ('webhook', 'mail', 'command')), -- how it is to be told
    PRIMARY KEY (watch_id, revision_id, channel),
    FOREIGN KEY (watch_id, revision_id) REFERENCES watch_hits(watch_id, revision_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
