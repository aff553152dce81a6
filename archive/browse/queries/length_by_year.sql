-- Length of texts by year
-- How long publications of each type are, in words, by year: shortest, mean and longest.
SELECT substr(published, 1, 4) AS year, type, count(*) AS publications, min(word_count) AS shortest,
       round(avg(word_count)) AS mean, max(word_count) AS longest
FROM publications WHERE published IS NOT NULL GROUP BY 1, 2 ORDER BY 1 DESC, 3 DESC
