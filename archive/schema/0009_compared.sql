-- Korean texts and those in the scripts of India are compared with all others once more, at the end of the next run:
-- their words were taken for shorter than they are, and copies of them were not found.
INSERT INTO fingerprints_due
SELECT publication_id FROM publications
WHERE title GLOB '*[ऀ-෿가-힣]*' AND publication_id NOT IN (SELECT publication_id FROM fingerprints_due);
