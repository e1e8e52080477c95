/** Arithmetic and comparison. */
export const coreMacros = `
CREATE OR REPLACE MACRO gs_finite(x, a, b) AS
  CASE WHEN isinf(x) AND isfinite(a) AND isfinite(b) THEN error('FLOAT64 overflow') ELSE x END;
CREATE OR REPLACE MACRO gs_divide(a, b) AS
  CASE WHEN b = 0 AND a IS NOT NULL THEN error('division by zero') ELSE gs_finite(a / b, a, b) END;
CREATE OR REPLACE MACRO gs_compare(t, a, b, n) AS CASE WHEN isnan(a) OR isnan(b) THEN n ELSE t END;
`;
