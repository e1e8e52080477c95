-- The floor: DuckDB alone sorts the union of events and left rows by the hash of the key and the time, and copies the left rows out with
-- twelve double columns. No feature is computed. The LIMIT keeps DuckDB from pushing the last filter below the sort.
COPY (
  SELECT ask_id, user_id, ts, {columns}
  FROM (
    SELECT *
    FROM (
      SELECT user_id, ts, amount, CAST(NULL AS BIGINT) AS ask_id FROM {events}
      UNION ALL
      SELECT user_id, ts, 0.0::DOUBLE, ask_id FROM {asks}
    )
    ORDER BY hash(user_id), ts
    LIMIT 1000000000000
  )
  WHERE ask_id IS NOT NULL
) TO '{output}' (FORMAT parquet);
