import type { Coercions } from './coercion.ts';

/**
 * What becomes what by itself in Spark with ANSI off, nearest first: a text a number where a number is wanted, and anything a text where a text is.
 * Literals are no exception.
 */
export const sparkCoercions: Coercions = {
  implicit: {
    INT64: { FLOAT64: 1, NUMERIC: 2, STRING: 6, TIMESTAMP: 30, BOOL: 31 },
    NUMERIC: { FLOAT64: 1, INT64: 4, STRING: 6 },
    FLOAT64: { INT64: 5, STRING: 6 },
    DATE: { TIMESTAMP: 1, STRING: 6 },
    TIMESTAMP: { DATE: 3, STRING: 6 },
    BOOL: { STRING: 6, INT64: 20 },
    STRING: { FLOAT64: 8, TIMESTAMP: 9, DATE: 9, INT64: 12, BOOL: 20, BYTES: 25 },
    BYTES: { STRING: 25 },
  },
  ofLiterals: {},
};
