-- Addresses that could not be fetched
-- The ledger of failures, by source and reason.
SELECT sources.key AS source, failures.reason, count(*) AS addresses, max(failures.last_failed) AS last_failed,
       max(failures.url) AS for_example
FROM failures LEFT JOIN sources USING (source_id) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 500
