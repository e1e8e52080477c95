/** Macros of the collection functions. */
export const collectionMacros = `
CREATE OR REPLACE MACRO gs_array_concat(lists) AS
  CASE WHEN list_contains(list_transform(lists, lambda l: l IS NULL), true) THEN NULL ELSE flatten(lists) END;
CREATE OR REPLACE MACRO gs_array_to_string(l, s) AS
  CASE WHEN l IS NULL OR s IS NULL THEN NULL ELSE COALESCE(array_to_string(list_filter(l, lambda e: e IS NOT NULL), s), '') END;
CREATE OR REPLACE MACRO gs_array_to_string_with(l, s, n) AS
  CASE WHEN l IS NULL OR s IS NULL OR n IS NULL THEN NULL
    ELSE COALESCE(array_to_string(list_transform(l, lambda e: COALESCE(e, n)), s), '') END;
CREATE OR REPLACE MACRO gs_array_first(l) AS CASE WHEN len(l) = 0 THEN error('ARRAY_FIRST of an empty array') ELSE l[1] END;
CREATE OR REPLACE MACRO gs_array_last(l) AS CASE WHEN len(l) = 0 THEN error('ARRAY_LAST of an empty array') ELSE l[-1] END;
CREATE OR REPLACE MACRO gs_array_safe_offset(l, i) AS CASE WHEN i >= 0 AND i < len(l) THEN l[i + 1] ELSE NULL END;
CREATE OR REPLACE MACRO gs_array_offset(l, i) AS
  CASE WHEN i < 0 OR i >= len(l) THEN error('array index out of bounds') ELSE l[i + 1] END;
`;
