-- The same twelve features in SQL with window frames: each frame starts at the hop that the window's tail falls into and ends before the
-- row's own instant. Nothing but the rows' order is shared between frames.
COPY (
  SELECT ask_id, user_id, ts, {names}
  FROM (
    SELECT ask_id, user_id, ts, {features}
    FROM (
      SELECT user_id, ts, amount, CAST(NULL AS BIGINT) AS ask_id FROM {events}
      UNION ALL
      SELECT user_id, ts, CAST(NULL AS DOUBLE), ask_id FROM {asks}
    )
    WINDOW {windows}
  )
  WHERE ask_id IS NOT NULL
) TO '{output}' (FORMAT parquet);
