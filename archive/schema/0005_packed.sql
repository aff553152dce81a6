-- What counting needs of every publication, packed, so that the matches of any search are counted in milliseconds.

-- Packed columns: the short columns of 4,096 publications a row, which facets and charts are counted from. A row goes as soon as one of its publications changes, and is packed anew at the end of the run; what has no row is read from the tables.
CREATE TABLE packed_columns (
    span          INTEGER PRIMARY KEY,       -- its publications have the numbers from 4,096 times this on
    dictionary    TEXT NOT NULL CHECK (json_valid(dictionary)), -- what the codes of each column stand for: a JSON object of lists
    numbers       BLOB NOT NULL,             -- the publications, in order; this and all that follows: 32 bits each, little-endian
    source        BLOB NOT NULL,             -- of each publication, the code of its source_id; -1 where it has none
    month         BLOB NOT NULL,             -- likewise of when it was published: "2024-03", "2024" where the page says no more
    type          BLOB NOT NULL,             -- likewise of its type
    language      BLOB NOT NULL,             -- likewise of its language
    topic         BLOB NOT NULL,             -- pairs: place among the publications, and a topic_id it carries
    author        BLOB NOT NULL              -- pairs: place among the publications, and an author_id that signs it
) STRICT;

CREATE TRIGGER publications_new_unpacks AFTER INSERT ON publications BEGIN
    DELETE FROM packed_columns WHERE span = new.publication_id >> 12;
END;
CREATE TRIGGER publications_changed_unpacks AFTER UPDATE OF source_id, published, type, language ON publications
WHEN old.source_id IS NOT new.source_id OR old.published IS NOT new.published OR old.type IS NOT new.type
  OR old.language IS NOT new.language BEGIN
    DELETE FROM packed_columns WHERE span = new.publication_id >> 12;
END;
CREATE TRIGGER topic_given_unpacks AFTER INSERT ON publication_topics BEGIN
    DELETE FROM packed_columns WHERE span = new.publication_id >> 12;
END;
CREATE TRIGGER topic_taken_unpacks AFTER DELETE ON publication_topics BEGIN
    DELETE FROM packed_columns WHERE span = old.publication_id >> 12;
END;
CREATE TRIGGER author_given_unpacks AFTER INSERT ON publication_authors BEGIN
    DELETE FROM packed_columns WHERE span = new.publication_id >> 12;
END;
CREATE TRIGGER author_taken_unpacks AFTER DELETE ON publication_authors BEGIN
    DELETE FROM packed_columns WHERE span = old.publication_id >> 12;
END;
