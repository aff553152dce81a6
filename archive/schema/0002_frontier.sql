-- What the crawl knows of every address: what waits, what is being fetched, when it was visited and what came of it.
-- Times here are seconds since 1970 (UTC), because the queue compares them at every step.

-- Frontier: every address a source was ever offered, once; the queue of a crawl and its memory between crawls.
CREATE TABLE frontier (
    address_id    INTEGER PRIMARY KEY,       -- number inside this archive
    source_id     INTEGER NOT NULL REFERENCES sources(source_id), -- the source that crawls it
    key           INTEGER NOT NULL,          -- 64 bits of the address without accidents of spelling, as in urls.key
    url           TEXT NOT NULL,             -- where to ask for it
    host          TEXT NOT NULL,             -- host and port, which politeness goes by
    kind          TEXT NOT NULL CHECK (kind IN ('page', 'listing', 'sitemap', 'feed')), -- how its answer is to be read
    origin        TEXT NOT NULL,             -- how it was found: start, robots, sitemap, feed, head, next, link, moved, attachment, ...
    found_in      INTEGER REFERENCES frontier(address_id) ON DELETE SET NULL, -- the address whose answer named it first
    depth         INTEGER NOT NULL,          -- steps from a start point, pages of one list counted once
    title         TEXT,                      -- what the listing calls it
    date          TEXT,                      -- the date the listing gives it, ISO 8601
    priority      INTEGER NOT NULL,          -- higher is fetched first; a dated page's is the day it was published
    state         TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'resting')), -- to be fetched, being fetched, neither
    due           REAL NOT NULL,             -- waiting: not before this time; leased: the lease ends; resting: next visit
    tries         INTEGER NOT NULL DEFAULT 0, -- failed attempts in a row, in one run
    outcome       TEXT,                      -- of the last visit: kept, rejected, twin, listed, moved, missing, gone, refused, left (over budget), skipped, attached or failed
    visited_at    REAL,                      -- when it last answered; null where it never did
    changed_at    REAL,                      -- when its answer last differed from the one before
    etag          TEXT,                      -- validator of the last answer
    last_modified TEXT,                      -- validator of the last answer
    digest        INTEGER,                   -- 64 bits of the body of the last answer
    missing_since REAL,                      -- first of an unbroken row of 404 answers
    UNIQUE (source_id, key)
) STRICT;
CREATE INDEX frontier_queue ON frontier(source_id, priority DESC, address_id) WHERE state = 'waiting';
CREATE INDEX frontier_rest ON frontier(source_id, due) WHERE state <> 'waiting';
CREATE INDEX frontier_digests ON frontier(source_id, digest) WHERE outcome = 'kept';

-- Failures: the ledger of addresses that could not be fetched; an address leaves it when it answers.
CREATE TABLE failures (
    failure_id    INTEGER PRIMARY KEY,       -- number inside this archive
    source_id     INTEGER NOT NULL REFERENCES sources(source_id), -- the source that crawls it
    key           INTEGER NOT NULL,          -- 64 bits of the address, as in frontier.key
    url           TEXT NOT NULL,             -- the address
    reason        TEXT NOT NULL,             -- why the last attempt failed, in words
    tries         INTEGER NOT NULL,          -- attempts that failed, over all runs
    first_failed  TEXT NOT NULL,             -- when it failed first, UTC
    last_failed   TEXT NOT NULL,             -- when it failed last, UTC
    next_try      TEXT,                      -- when it is tried again, UTC; null: at the next run
    run_id        INTEGER REFERENCES runs(run_id), -- the run that failed last
    UNIQUE (source_id, key)
) STRICT;

-- Address families: how often addresses of one make were fetched in vain; what holds endless calendars and facets.
CREATE TABLE frontier_families (
    source_id     INTEGER NOT NULL REFERENCES sources(source_id), -- the source
    family        TEXT NOT NULL,             -- make of the address, such as /calendar/#/#
    fetched       INTEGER NOT NULL,          -- addresses fetched
    kept          INTEGER NOT NULL,          -- of them, publications
    barren        INTEGER NOT NULL,          -- fetched in vain since the family last gave something
    PRIMARY KEY (source_id, family)
) STRICT, WITHOUT ROWID;

-- Rounds: when the current round of each source's crawl began; a round ends when nothing waits any more.
CREATE TABLE frontier_rounds (
    source_id     INTEGER PRIMARY KEY REFERENCES sources(source_id), -- the source
    began_at      REAL NOT NULL,             -- start of the round
    ended_at      REAL                       -- end of it; null while it goes on, or was cut short
) STRICT;
