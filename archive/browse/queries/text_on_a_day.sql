-- What a publication said on a day
-- The text as it stood at the end of the day, by uid; days as 2025-06-01.
SELECT uid, revision, said_from, said_until, title, published, body
FROM history WHERE uid = lower(trim(:uid)) AND substr(said_from, 1, 10) <= :day
ORDER BY revision DESC LIMIT 1
