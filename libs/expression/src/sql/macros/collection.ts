/** Macros of the collection functions. A place before the first of DuckDB's lists is null, and so is one behind the last. */
export const collectionMacros = `
CREATE OR REPLACE MACRO gs_array_concat(lists) AS
  CASE WHEN list_contains(list_transform(lists, lambda l: l IS NULL), true) THEN NULL ELSE flatten(lists) END;
CREATE OR REPLACE MACRO gs_array_join(l, s) AS
  CASE WHEN len(l) = 0 THEN '' ELSE list_reduce(l, lambda a, b: a || s || b) END;
CREATE OR REPLACE MACRO gs_array_to_string(l, s) AS
  CASE WHEN l IS NULL OR s IS NULL THEN NULL ELSE gs_array_join(list_filter(l, lambda e: e IS NOT NULL), s) END;
CREATE OR REPLACE MACRO gs_array_to_string_with(l, s, n) AS
  CASE WHEN l IS NULL OR s IS NULL OR n IS NULL THEN NULL
    ELSE gs_array_join(list_transform(l, lambda e: COALESCE(e, n)), s) END;
CREATE OR REPLACE MACRO gs_array_first(l) AS CASE WHEN len(l) = 0 THEN error('ARRAY_FIRST of an empty array') ELSE l[1] END;
CREATE OR REPLACE MACRO gs_array_last(l) AS CASE WHEN len(l) = 0 THEN error('ARRAY_LAST of an empty array') ELSE l[-1] END;
CREATE OR REPLACE MACRO gs_array_safe_at(l, i, base) AS
  list_extract(l, least(greatest(i, base - 1), 2147483646) - base + 1);
CREATE OR REPLACE MACRO gs_array_at(l, i, base) AS
  CASE WHEN l IS NOT NULL AND (i < base OR i >= len(l) + base) THEN error('array index out of bounds') ELSE l[i - base + 1] END;
`;
