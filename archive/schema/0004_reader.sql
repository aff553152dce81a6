-- What the web reader counts on every page, where it can be counted without walking through the texts.

DROP INDEX publications_by_source;
CREATE INDEX publications_by_source
ON publications(source_id, published, type, language, cluster_id, revision, gone);
CREATE INDEX publications_gone ON publications(gone) WHERE gone IS NOT NULL;
CREATE INDEX revisions_changed ON revisions(seen_at) WHERE number > 1;
