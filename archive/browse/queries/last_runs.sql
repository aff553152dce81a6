-- Last runs
-- What each of the last hundred runs brought, and why it ended.
SELECT runs.run_id, sources.key AS source, runs.kind, runs.started_at, runs.finished_at, runs.outcome, runs.new,
       runs.changed, runs.same, runs.gone, runs.rejected, runs.failed
FROM runs LEFT JOIN sources USING (source_id) ORDER BY runs.started_at DESC LIMIT 100
