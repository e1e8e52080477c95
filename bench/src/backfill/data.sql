-- {events} events of {keys} keys over 60 days from 2024-01-01 and {asks} left rows in the last 29 of them. Everything comes from hashes, so
-- the files are the same each time. Keys are skewed: the square of a uniform number, so the first key has sqrt(1 / {keys}) of all events;
-- {hot} of all events go to one key instead.
COPY (
  SELECT
    CASE
      WHEN (hash(i * 41 + 9) % 1000003) / 1000003.0 < {hot} THEN 'user_0'
      ELSE 'user_' || CAST(floor(pow((hash(i * 7 + 1) % 1000003) / 1000003.0, 2) * {keys}) AS BIGINT)
    END AS user_id,
    1704067200000 + CAST(hash(i * 13 + 5) % (60 * 86400000::UBIGINT) AS BIGINT) AS ts,
    round((hash(i * 17 + 3) % 1000000) / 1000.0 - 200, 3) AS amount,
    'item_' || (hash(i * 19 + 11) % 5000) AS item
  FROM range({events}) AS t(i)
) TO '{folder}/events.parquet' (FORMAT parquet);

COPY (
  SELECT
    'user_' || CAST(floor(pow((hash(i * 29 + 1) % 1000003) / 1000003.0, 2) * {keys}) AS BIGINT) AS user_id,
    1704067200000 + 31 * 86400000::BIGINT + CAST(hash(i * 31 + 5) % (29 * 86400000::UBIGINT) AS BIGINT) AS ts,
    i AS ask_id
  FROM range({asks}) AS t(i)
) TO '{folder}/asks.parquet' (FORMAT parquet);
