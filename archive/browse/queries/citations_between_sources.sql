-- Who cites whom
-- Which source cites which: publications that cite, and links.
SELECT source, cites, publications, links FROM who_cites_whom ORDER BY publications DESC, links DESC
