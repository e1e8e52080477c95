-- The floor of what an upload computes: DuckDB alone scans the events that the windows see and sorts them by the hash of the key and the time. The
-- LIMIT keeps it from leaving out a sort that the sum does not need.
SELECT sum(amount)
FROM (
  SELECT user_id, ts, amount FROM {events} WHERE ts >= 1706659200000
  ORDER BY hash(user_id), ts
  LIMIT 1000000000000
)
WHERE ts > 0;
