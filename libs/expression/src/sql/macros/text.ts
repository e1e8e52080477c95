/**
 * Macros of the text functions. DuckDB's own count by code points where these do. Each asks for what DuckDB would refuse or bend before it calls
 * DuckDB's function.
 */
export const textMacros = `
CREATE OR REPLACE MACRO gs_limited(x) AS
  CASE WHEN strlen(x) > 1048576 THEN error('a text longer than 1048576 bytes') ELSE x END;
CREATE OR REPLACE MACRO gs_white_space() AS
  chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || ' ' || chr(133) || chr(160) || chr(5760) || chr(8192) || chr(8193) || chr(8194)
  || chr(8195) || chr(8196) || chr(8197) || chr(8198) || chr(8199) || chr(8200) || chr(8201) || chr(8202) || chr(8232) || chr(8233)
  || chr(8239) || chr(8287) || chr(12288);
CREATE OR REPLACE MACRO gs_start(x, p) AS
  CASE WHEN p > 0 THEN least(p, 2147483647) WHEN p = 0 THEN 1 WHEN p < 0 THEN greatest(1, length(x) + 1 + p) END;
CREATE OR REPLACE MACRO gs_substr_from(x, p) AS substring(x, gs_start(x, p), 2147483647);
CREATE OR REPLACE MACRO gs_substr(x, p, n) AS
  CASE WHEN x IS NULL OR p IS NULL OR n IS NULL THEN NULL WHEN n < 0 THEN error('a negative length')
    ELSE substring(x, gs_start(x, p), least(n, 2147483647)) END;
CREATE OR REPLACE MACRO gs_left(x, n) AS gs_substr(x, 1, n);
CREATE OR REPLACE MACRO gs_right(x, n) AS
  CASE WHEN x IS NULL OR n IS NULL THEN NULL WHEN n < 0 THEN error('a negative length') WHEN n = 0 THEN '' ELSE gs_substr_from(x, - n) END;
CREATE OR REPLACE MACRO gs_pads(x, n, p) AS
  CASE WHEN x IS NULL OR n IS NULL OR p IS NULL THEN NULL WHEN n < 0 THEN error('a negative length')
    WHEN n > 1048576 THEN error('a text longer than 1048576 bytes') WHEN p = '' THEN error('an empty filling') ELSE true END;
CREATE OR REPLACE MACRO gs_lpad(x, n, p) AS
  CASE WHEN gs_pads(x, n, p) THEN gs_limited(lpad(x, CAST(greatest(0, least(n, 1048576)) AS INTEGER), p)) END;
CREATE OR REPLACE MACRO gs_rpad(x, n, p) AS
  CASE WHEN gs_pads(x, n, p) THEN gs_limited(rpad(x, CAST(greatest(0, least(n, 1048576)) AS INTEGER), p)) END;
CREATE OR REPLACE MACRO gs_replace(x, a, b) AS gs_limited(CASE WHEN a = '' AND b IS NOT NULL THEN x ELSE replace(x, a, b) END);
CREATE OR REPLACE MACRO gs_repeat(x, n) AS
  CASE WHEN x IS NULL OR n IS NULL THEN NULL WHEN n < 0 THEN error('a negative number of times') WHEN x = '' THEN ''
    WHEN n > 1048576 OR n * strlen(x) > 1048576 THEN error('a text longer than 1048576 bytes')
    ELSE repeat(x, least(n, CASE WHEN strlen(x) = 0 THEN 0 ELSE 1048576 // strlen(x) END)) END;
CREATE OR REPLACE MACRO gs_reverse(x) AS array_to_string(list_reverse(string_split(x, '')), '');
CREATE OR REPLACE MACRO gs_split(x, d) AS CASE WHEN d IS NULL THEN NULL ELSE string_split(x, d) END;
CREATE OR REPLACE MACRO gs_from_hex(x) AS
  CASE WHEN regexp_full_match(x, '[0-9a-fA-F]*') THEN unhex(CASE WHEN length(x) % 2 = 1 THEN '0' || x ELSE x END)
    WHEN x IS NOT NULL THEN error('no hexadecimal') END;
`;
