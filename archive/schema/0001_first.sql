-- The archive, first release. The comment above a table and the one after each column are the data dictionary:
-- archive/README.md and the web reader are made of them. Times are UTC, "2026-03-05T10:00:00Z".

-- Publishers: one row for each source file, and one for each name given to loose pages.
CREATE TABLE sources (
    source_id     INTEGER PRIMARY KEY,       -- number inside this archive
    key           TEXT NOT NULL UNIQUE,      -- short name, as given to --source
    name          TEXT,                      -- the publisher's name, for people
    home          TEXT,                      -- address of its home page
    country       TEXT,                      -- where it sits: ISO 3166-1 alpha-2, lower case
    licence       TEXT                       -- of the texts, as the publisher states it
) STRICT;

-- Runs: one row each time a crawl, an ingest, a reparse or a merge wrote to the archive.
CREATE TABLE runs (
    run_id        INTEGER PRIMARY KEY,       -- number inside this archive
    kind          TEXT NOT NULL,             -- crawl, ingest, reparse or merge
    source_id     INTEGER REFERENCES sources(source_id), -- the source it was about; null where it was about none or many
    target        TEXT,                      -- what the person asked for: a source key, an address, a file
    software      TEXT NOT NULL,             -- program and version that ran
    started_at    TEXT NOT NULL,             -- when it began
    finished_at   TEXT,                      -- when it ended; null while it runs, or where it was killed
    outcome       TEXT,                      -- why it ended: finished, stopped, or what went wrong
    new           INTEGER NOT NULL DEFAULT 0, -- publications kept for the first time
    changed       INTEGER NOT NULL DEFAULT 0, -- publications that got a new revision
    same          INTEGER NOT NULL DEFAULT 0, -- publications seen again without a change that matters
    gone          INTEGER NOT NULL DEFAULT 0, -- publications found to be gone from the web
    rejected      INTEGER NOT NULL DEFAULT 0, -- pages that turned out to be no publication
    failed        INTEGER NOT NULL DEFAULT 0, -- addresses that could not be fetched
    stats         TEXT CHECK (stats IS NULL OR json_valid(stats)) -- what else the run counted, a JSON object
) STRICT;
CREATE INDEX runs_by_source ON runs(source_id, started_at);

-- Publications: the current revision of each, one row a publication.
CREATE TABLE publications (
    publication_id INTEGER PRIMARY KEY,      -- number inside this archive
    uid           TEXT NOT NULL UNIQUE,      -- stable id, 16 hexadecimal digits: of the first canonical address, never changes
    source_id     INTEGER REFERENCES sources(source_id), -- who published it; null for a loose page
    url           TEXT NOT NULL,             -- canonical address
    type          TEXT NOT NULL,             -- schema.org type: Article, NewsArticle, Report, ...
    title         TEXT NOT NULL,             -- headline, without the site's name
    dek           TEXT,                      -- standfirst
    published     TEXT,                      -- when it was published: ISO 8601, no more precise than the page
    modified      TEXT,                      -- when the page says it was last changed, likewise
    published_raw TEXT,                      -- the words on the page that gave `published`
    language      TEXT,                      -- BCP 47
    section       TEXT,                      -- the page's section or category
    body          TEXT NOT NULL,             -- the text: blocks joined by a blank line
    blocks        TEXT NOT NULL CHECK (json_valid(blocks)), -- how `body` falls into blocks: [kind, level, characters] each
    word_count    INTEGER NOT NULL,          -- words of `body`
    ad_slots      INTEGER NOT NULL,          -- how many ad slots were stripped
    parser        TEXT NOT NULL,             -- name and version of the reader that made this row
    revision      INTEGER NOT NULL,          -- number of the current revision, from 1
    first_seen    TEXT NOT NULL,             -- when it was first fetched
    last_seen     TEXT NOT NULL,             -- when it was last found on the web
    gone          TEXT,                      -- when it was found to be gone; null while it is there
    spaceless     INTEGER NOT NULL,          -- 1 where the text is in a script without spaces between words
    cluster_id    INTEGER REFERENCES clusters(cluster_id) -- the group of near-identical texts it belongs to; null where alone
) STRICT;
CREATE INDEX publications_by_source ON publications(source_id, published);
CREATE INDEX publications_by_date ON publications(published);
-- What facets are counted by and filters ask for, apart from the long texts.
CREATE INDEX publications_facets ON publications(publication_id, source_id, published, type, language);
CREATE INDEX publications_by_cluster ON publications(cluster_id) WHERE cluster_id IS NOT NULL;

-- Addresses: every address that is a publication's own, or that a publication points to, once.
CREATE TABLE urls (
    url_id        INTEGER PRIMARY KEY,       -- number inside this archive
    url           TEXT NOT NULL,             -- the address as written, without fragment
    key           INTEGER NOT NULL,          -- 64 bits of the address with accidents of spelling removed; as uid, a signed number
    publication_id INTEGER REFERENCES publications(publication_id) -- the publication that lives there; null where none is kept
) STRICT;
CREATE INDEX urls_by_key ON urls(key);
CREATE INDEX urls_by_publication ON urls(publication_id) WHERE publication_id IS NOT NULL;

-- Captures: every page whose bytes are kept, and where they lie.
CREATE TABLE captures (
    capture_id    INTEGER PRIMARY KEY,       -- number inside this archive
    run_id        INTEGER NOT NULL REFERENCES runs(run_id), -- the run that fetched it
    url_id        INTEGER NOT NULL REFERENCES urls(url_id), -- where the page was, after redirects
    requested_url_id INTEGER REFERENCES urls(url_id), -- the address asked for, where it differs
    publication_id INTEGER REFERENCES publications(publication_id), -- what was read from it; null where it was rejected
    fetched_at    TEXT NOT NULL,             -- when these bytes were first received
    last_seen     TEXT NOT NULL,             -- when they were last received, or confirmed unchanged
    status        INTEGER NOT NULL,          -- HTTP status
    content_type  TEXT,                      -- the header of that name
    etag          TEXT,                      -- the header of that name, sent back on the next visit
    last_modified TEXT,                      -- the header of that name, sent back on the next visit
    digest        TEXT NOT NULL,             -- of the body, as in the WARC record: "sha256:" and 64 hexadecimal digits
    body_bytes    INTEGER NOT NULL,          -- length of the body
    file          TEXT,                      -- WARC file in the folder beside the database; null where the bytes are not kept
    offset        INTEGER,                   -- where the record starts in that file, in bytes
    length        INTEGER                    -- bytes of the record in that file, compressed
) STRICT;
CREATE INDEX captures_by_url ON captures(url_id);
CREATE INDEX captures_by_publication ON captures(publication_id);

-- Revisions: what each publication said at each time it changed.
CREATE TABLE revisions (
    revision_id   INTEGER PRIMARY KEY,       -- number inside this archive
    publication_id INTEGER NOT NULL REFERENCES publications(publication_id), -- whose revision
    number        INTEGER NOT NULL,          -- 1, 2, 3, ...
    capture_id    INTEGER NOT NULL REFERENCES captures(capture_id), -- the page it was read from
    seen_at       TEXT NOT NULL,             -- when the page was found to say this
    changed       TEXT CHECK (changed IS NULL OR json_valid(changed)), -- fields that differ from the revision before; null for the first
    words_added   INTEGER,                   -- words the text gained over the revision before; null for the first
    words_removed INTEGER,                   -- words it lost
    evidence_id   INTEGER NOT NULL REFERENCES evidence_sets(evidence_id), -- where the page says what
    parser        TEXT NOT NULL,             -- name and version of the reader
    record        TEXT CHECK (record IS NULL OR json_valid(record)), -- the whole record as it was; null for the current revision, which is the row in publications
    UNIQUE (publication_id, number)
) STRICT;
CREATE INDEX revisions_by_capture ON revisions(capture_id);

-- Reader changes: what a better reader made of bytes already kept; these are no revisions.
CREATE TABLE reader_changes (
    reader_change_id INTEGER PRIMARY KEY,    -- number inside this archive
    revision_id   INTEGER NOT NULL REFERENCES revisions(revision_id), -- the revision that was read again
    run_id        INTEGER REFERENCES runs(run_id), -- the run that did it
    at            TEXT NOT NULL,             -- when
    parser_before TEXT NOT NULL,             -- the reader that had made it
    parser_after  TEXT NOT NULL,             -- the reader that made it anew
    changed       TEXT NOT NULL CHECK (json_valid(changed)) -- fields that differ
) STRICT;
CREATE INDEX reader_changes_by_revision ON reader_changes(revision_id);

-- Evidence sets: field -> where a page says so; pages of one site share them, so each is kept once.
CREATE TABLE evidence_sets (
    evidence_id   INTEGER PRIMARY KEY,       -- number inside this archive
    origins       TEXT NOT NULL UNIQUE CHECK (json_valid(origins)) -- a JSON object: field -> origin, such as "json-ld datePublished"
) STRICT;

-- Authors: people and institutions that sign publications.
CREATE TABLE authors (
    author_id     INTEGER PRIMARY KEY,       -- number inside this archive
    name          TEXT NOT NULL,             -- as the page writes it
    kind          TEXT NOT NULL,             -- person or organization
    UNIQUE (name, kind)
) STRICT;

-- Who signs which publication, in the page's order.
CREATE TABLE publication_authors (
    publication_id INTEGER NOT NULL REFERENCES publications(publication_id), -- the publication
    position      INTEGER NOT NULL,          -- 0, 1, 2, ...
    author_id     INTEGER NOT NULL REFERENCES authors(author_id), -- who signs
    url           TEXT,                      -- the page about this author that the publication points to
    PRIMARY KEY (publication_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX publication_authors_by_author ON publication_authors(author_id);

-- Topics: tags and categories, as the publishers write them.
CREATE TABLE topics (
    topic_id      INTEGER PRIMARY KEY,       -- number inside this archive
    name          TEXT NOT NULL UNIQUE       -- as the page writes it
) STRICT;

-- Which publication carries which topic, in the page's order.
CREATE TABLE publication_topics (
    publication_id INTEGER NOT NULL REFERENCES publications(publication_id), -- the publication
    position      INTEGER NOT NULL,          -- 0, 1, 2, ...
    topic_id      INTEGER NOT NULL REFERENCES topics(topic_id), -- its topic
    PRIMARY KEY (publication_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX publication_topics_by_topic ON publication_topics(topic_id);

-- Related links: other publications offered from the page.
CREATE TABLE related_links (
    publication_id INTEGER NOT NULL REFERENCES publications(publication_id), -- the publication whose page offers them
    position      INTEGER NOT NULL,          -- 0, 1, 2, ...
    kind          TEXT NOT NULL,             -- related, inline or popular
    url_id        INTEGER REFERENCES urls(url_id), -- where it leads; null where the page gives no address
    title         TEXT,                      -- title shown
    section       TEXT,                      -- section shown
    published     TEXT,                      -- date shown, ISO 8601
    summary       TEXT,                      -- summary shown
    PRIMARY KEY (publication_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX related_links_by_url ON related_links(url_id) WHERE url_id IS NOT NULL;

-- Cited links: links inside the body, what the publication cites.
CREATE TABLE cited_links (
    publication_id INTEGER NOT NULL REFERENCES publications(publication_id), -- the publication that cites
    position      INTEGER NOT NULL,          -- 0, 1, 2, ...
    url_id        INTEGER NOT NULL REFERENCES urls(url_id), -- what it cites
    text          TEXT NOT NULL,             -- the words of the link
    PRIMARY KEY (publication_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX cited_links_by_url ON cited_links(url_id);

-- Share links: the share buttons of the page.
CREATE TABLE share_links (
    publication_id INTEGER NOT NULL REFERENCES publications(publication_id), -- the publication
    position      INTEGER NOT NULL,          -- 0, 1, 2, ...
    network       TEXT NOT NULL,             -- facebook, x, linkedin, email, ...
    url           TEXT,                      -- where the button leads; null where it has no address
    PRIMARY KEY (publication_id, position)
) STRICT, WITHOUT ROWID;

-- Attachments: files that belong to the publication.
CREATE TABLE attachments (
    publication_id INTEGER NOT NULL REFERENCES publications(publication_id), -- the publication
    position      INTEGER NOT NULL,          -- 0, 1, 2, ...
    url_id        INTEGER NOT NULL REFERENCES urls(url_id), -- where the file is
    media_type    TEXT,                      -- such as application/pdf
    title         TEXT,                      -- the words of the link
    PRIMARY KEY (publication_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachments_by_url ON attachments(url_id);

-- Images of the body, and the lead image.
CREATE TABLE images (
    publication_id INTEGER NOT NULL REFERENCES publications(publication_id), -- the publication
    position      INTEGER NOT NULL,          -- 0, 1, 2, ...
    url           TEXT NOT NULL,             -- where the image is
    alt           TEXT,                      -- what stands for the image where it can't be seen
    caption       TEXT,                      -- the words below it
    PRIMARY KEY (publication_id, position)
) STRICT, WITHOUT ROWID;

-- Identifiers that the page states: DOI, ISBN, ISSN, ...
CREATE TABLE identifiers (
    publication_id INTEGER NOT NULL REFERENCES publications(publication_id), -- the publication
    scheme        TEXT NOT NULL,             -- doi, isbn, issn, ...
    value         TEXT NOT NULL,             -- the identifier
    PRIMARY KEY (publication_id, scheme)
) STRICT, WITHOUT ROWID;
CREATE INDEX identifiers_by_value ON identifiers(value);

-- Rejections: pages that gave no publication, and why; one row an address.
CREATE TABLE rejections (
    rejection_id  INTEGER PRIMARY KEY,       -- number inside this archive
    url_id        INTEGER NOT NULL UNIQUE REFERENCES urls(url_id), -- where the page was, after redirects
    source_id     INTEGER REFERENCES sources(source_id), -- whose page
    run_id        INTEGER NOT NULL REFERENCES runs(run_id), -- the run that last rejected it
    capture_id    INTEGER REFERENCES captures(capture_id), -- its bytes
    kind          TEXT NOT NULL,             -- not-a-publication or unreadable
    reason        TEXT NOT NULL,             -- why, in words
    first_seen    TEXT NOT NULL,             -- when it was first rejected
    last_seen     TEXT NOT NULL              -- when it was last rejected
) STRICT;
CREATE INDEX rejections_by_source ON rejections(source_id);
CREATE INDEX rejections_by_capture ON rejections(capture_id);

-- Clusters: groups of publications with the same or nearly the same text.
CREATE TABLE clusters (
    cluster_id    INTEGER PRIMARY KEY,       -- number inside this archive
    first_publication_id INTEGER NOT NULL REFERENCES publications(publication_id), -- who published it first
    size          INTEGER NOT NULL,          -- publications in the group
    sources       INTEGER NOT NULL,          -- how many sources carry it
    first_published TEXT,                    -- earliest date of publication in the group
    last_published TEXT                      -- latest one: how long it spread
) STRICT;

-- Fingerprints of the texts: what finds near duplicates without reading all texts again.
CREATE TABLE fingerprints (
    publication_id INTEGER PRIMARY KEY REFERENCES publications(publication_id), -- the publication
    bands         BLOB NOT NULL              -- its rows in fingerprint_bands, eight bytes each
) STRICT;

-- Bands of the fingerprints: two texts that share one are candidates for a cluster.
CREATE TABLE fingerprint_bands (
    band          INTEGER NOT NULL,          -- hash of some values of the text's MinHash
    publication_id INTEGER NOT NULL,         -- the publication
    PRIMARY KEY (band, publication_id)
) STRICT, WITHOUT ROWID;

-- Publications whose text is new or changed, and not yet compared with the others.
CREATE TABLE fingerprints_due (
    publication_id INTEGER PRIMARY KEY REFERENCES publications(publication_id) -- the publication
) STRICT;

-- Facts about this archive as a whole.
CREATE TABLE facts (
    name          TEXT PRIMARY KEY,          -- captures: where page bytes are kept (warc or database); created_at; ...
    value         TEXT NOT NULL              -- the fact
) STRICT;

-- Full text of title, dek and body; words are folded to their stem, without accents.
CREATE VIRTUAL TABLE publications_fts USING fts5(
    title, dek, body,
    content="publications", content_rowid="publication_id",
    tokenize='porter unicode61 remove_diacritics 2'
);
-- A hit in the title weighs ten times one in the body, one in the dek four times.
INSERT INTO publications_fts(publications_fts, rank) VALUES ('rank', 'bm25(10.0, 4.0, 1.0)');
-- Gather 16 MB of postings before writing them, and merge eight runs of them at a time: two thirds of the CPU.
INSERT INTO publications_fts(publications_fts, rank) VALUES ('hashsize', 16777216);
INSERT INTO publications_fts(publications_fts, rank) VALUES ('automerge', 8);

-- The texts in scripts without spaces between words, which the index by words can't split. The two spaces at the end
-- give every character a trigram that starts with it, so that words of two characters can be found by their start.
CREATE VIEW spaceless_texts AS
SELECT publication_id, title || '  ' AS title, dek || '  ' AS dek, body || '  ' AS body
FROM publications WHERE spaceless = 1;

-- Full text of those, by every three characters.
CREATE VIRTUAL TABLE spaceless_fts USING fts5(
    title, dek, body,
    content="spaceless_texts", content_rowid="publication_id",
    tokenize='trigram'
);
INSERT INTO spaceless_fts(spaceless_fts, rank) VALUES ('rank', 'bm25(10.0, 4.0, 1.0)');

-- One row for each field of each revision: what was read, where the page says so, by which reader, from which capture.
CREATE VIEW evidence AS
SELECT revisions.publication_id, revisions.number AS revision, json_each.key AS field, json_each.value AS origin,
       revisions.parser, revisions.capture_id
FROM revisions JOIN evidence_sets USING (evidence_id), json_each(evidence_sets.origins);

-- From a publication's revision to the bytes that prove it, in the words of W3C PROV.
CREATE VIEW provenance AS
SELECT publications.uid AS entity, revisions.number AS revision, publications.title,
       urls.url AS was_derived_from, captures.digest, captures.file AS warc_file, captures.offset AS warc_offset,
       captures.length AS warc_length, captures.fetched_at AS generated_at, captures.status AS http_status,
       revisions.parser AS was_associated_with, runs.run_id AS was_generated_by, runs.kind AS activity,
       runs.software, runs.started_at, runs.finished_at AS ended_at
FROM publications
JOIN revisions USING (publication_id)
JOIN captures ON captures.capture_id = revisions.capture_id
JOIN urls ON urls.url_id = captures.url_id
JOIN runs ON runs.run_id = captures.run_id;

-- The blocks of each publication, one row a block.
CREATE VIEW publication_blocks AS
SELECT publications.publication_id, layout.key AS position, layout.value ->> 0 AS kind, layout.value ->> 1 AS level,
       substr(publications.body,
              1 + coalesce(sum((layout.value ->> 2) + 2) OVER
                           (PARTITION BY publications.publication_id ORDER BY layout.key
                            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0),
              layout.value ->> 2) AS text
FROM publications, json_each(publications.blocks) AS layout;

-- Every pointer from one kept publication to another.
CREATE VIEW citations AS
SELECT cited_links.publication_id AS from_id, urls.publication_id AS to_id, 'cited' AS kind, cited_links.text
FROM cited_links JOIN urls USING (url_id)
WHERE urls.publication_id IS NOT NULL AND urls.publication_id <> cited_links.publication_id
UNION ALL
SELECT related_links.publication_id, urls.publication_id, related_links.kind, related_links.title
FROM related_links JOIN urls USING (url_id)
WHERE urls.publication_id IS NOT NULL AND urls.publication_id <> related_links.publication_id;

-- How often each publication is cited by others in the archive.
CREATE VIEW most_cited AS
SELECT publications.publication_id, publications.uid, publications.title, publications.url, publications.published,
       publications.source_id, count(DISTINCT cited_links.publication_id) AS cited_by
FROM urls
JOIN cited_links USING (url_id)
JOIN publications ON publications.publication_id = urls.publication_id
WHERE urls.publication_id <> cited_links.publication_id
GROUP BY publications.publication_id;

-- Who cites each publication.
CREATE VIEW cited_by AS
SELECT target.uid AS uid, target.title AS title, origin.uid AS cited_by_uid, origin.title AS cited_by_title,
       origin.published AS cited_on, cited_links.text AS words
FROM urls
JOIN publications AS target ON target.publication_id = urls.publication_id
JOIN cited_links USING (url_id)
JOIN publications AS origin ON origin.publication_id = cited_links.publication_id
WHERE origin.publication_id <> target.publication_id;

-- Which source cites which, and how many publications of it do.
CREATE VIEW who_cites_whom AS
SELECT citing.key AS source, cited.key AS cites, count(DISTINCT origin.publication_id) AS publications, count(*) AS links
FROM cited_links
JOIN urls USING (url_id)
JOIN publications AS origin ON origin.publication_id = cited_links.publication_id
JOIN publications AS target ON target.publication_id = urls.publication_id
JOIN sources AS citing ON citing.source_id = origin.source_id
JOIN sources AS cited ON cited.source_id = target.source_id
WHERE origin.publication_id <> target.publication_id
GROUP BY citing.source_id, cited.source_id;

-- Texts published at several addresses: every member of every cluster, the first publisher marked.
CREATE VIEW near_duplicates AS
SELECT publications.cluster_id, publications.uid, publications.title, sources.key AS source, publications.url,
       publications.published, clusters.size, publications.publication_id = clusters.first_publication_id AS is_first
FROM publications
JOIN clusters USING (cluster_id)
LEFT JOIN sources USING (source_id);

-- Publications with their source, authors and topics in words, for reading and for lists.
CREATE VIEW publication_list AS
SELECT publications.publication_id, publications.uid, publications.title, sources.key AS source, publications.published,
       publications.type, publications.language, publications.section, publications.word_count,
       (SELECT group_concat(authors.name, '; ') FROM publication_authors JOIN authors USING (author_id)
        WHERE publication_authors.publication_id = publications.publication_id) AS authors,
       (SELECT group_concat(topics.name, '; ') FROM publication_topics JOIN topics USING (topic_id)
        WHERE publication_topics.publication_id = publications.publication_id) AS topics,
       publications.url, publications.revision, publications.first_seen, publications.last_seen, publications.gone
FROM publications
LEFT JOIN sources USING (source_id);

-- How many publications each source put out in each month.
CREATE VIEW publications_per_month AS
SELECT substr(publications.published, 1, 7) AS month, sources.key AS source, count(*) AS publications
FROM publications
LEFT JOIN sources USING (source_id)
WHERE length(publications.published) >= 7
GROUP BY 1, 2;
