/** Macros of the mathematics functions. */
export const mathematicsMacros = `
CREATE OR REPLACE MACRO gs_safe_divide(a, b) AS
  CASE WHEN b = 0 THEN NULL WHEN isinf(a / b) AND isfinite(a) AND isfinite(b) THEN NULL ELSE a / b END;
CREATE OR REPLACE MACRO gs_div(a, b) AS CASE WHEN b = 0 AND a IS NOT NULL THEN error('division by zero in DIV') ELSE a // b END;
CREATE OR REPLACE MACRO gs_mod(a, b) AS
  CASE WHEN b = 0 AND a IS NOT NULL THEN error('division by zero in MOD') WHEN b = -1 THEN a * 0 ELSE a % b END;
CREATE OR REPLACE MACRO gs_sqrt(x) AS CASE WHEN x < 0 THEN error('SQRT of a negative number') ELSE sqrt(x) END;
`;
