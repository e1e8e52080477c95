/** Arithmetic, comparison and the casts of numbers. */
export const coreMacros = `
CREATE OR REPLACE MACRO gs_finite(x, a, b) AS
  CASE WHEN isinf(x) AND isfinite(a) AND isfinite(b) THEN error('FLOAT64 overflow') ELSE x END;
CREATE OR REPLACE MACRO gs_divide(a, b) AS
  CASE WHEN b = 0 AND a IS NOT NULL THEN error('division by zero') ELSE gs_finite(a / b, a, b) END;
CREATE OR REPLACE MACRO gs_compare(t, a, b, n) AS CASE WHEN t IS NOT NULL AND (isnan(a) OR isnan(b)) THEN n ELSE t END;
CREATE OR REPLACE MACRO gs_space() AS ' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13);
CREATE OR REPLACE MACRO gs_bool_of_text(x) AS
  CASE lower(x) WHEN 'true' THEN true WHEN 'false' THEN false ELSE CASE WHEN x IS NULL THEN NULL ELSE error('text that is no BOOL: ' || x) END END;
CREATE OR REPLACE MACRO gs_int64_of_double(x) AS
  CASE WHEN x >= -9223372036854775808::DOUBLE AND x < 9223372036854775808::DOUBLE THEN CAST(round(x) AS BIGINT)
    WHEN x IS NULL THEN NULL ELSE error('a number beyond INT64') END;
CREATE OR REPLACE MACRO gs_int64_of_trimmed(x) AS
  CASE WHEN regexp_full_match(x, '[+-]?[0-9]+') THEN CAST(x AS BIGINT)
    WHEN regexp_full_match(x, '[+-]?0[xX]0*[0-9a-fA-F]{1,16}') THEN CAST((CASE WHEN starts_with(x, '-') THEN -1 ELSE 1 END)
      * CAST(CAST('0x' || right('0000000000000000' || regexp_extract(x, '[xX](.*)', 1), 16) AS UBIGINT) AS HUGEINT) AS BIGINT)
    WHEN x IS NULL THEN NULL ELSE error('text that is no INT64: ' || x) END;
CREATE OR REPLACE MACRO gs_int64_of_text(x) AS gs_int64_of_trimmed(trim(x, gs_space()));
CREATE OR REPLACE MACRO gs_text_of_double(x) AS
  CASE WHEN x = 0 THEN '0' WHEN isnan(x) THEN 'nan' WHEN CAST(printf('%.15g', x) AS DOUBLE) = x THEN printf('%.15g', x) ELSE printf('%.17g', x) END;
`;
