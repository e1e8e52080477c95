import { bignumeric, numeric } from '../../runtime/numeric.ts';
import type { Int64 } from '../../value.ts';
import { type CastRow, cast } from '../cast.ts';

/** The changes between numbers that happen by themselves. */
export const numberCasts: readonly CastRow[] = [
  cast('INT64', 'FLOAT64', 'The nearest number.', {
    js: () => (value: Int64) => Number(value),
    duckdb: (x) => `CAST(${x} AS DOUBLE)`,
  }),
  cast('INT64', 'NUMERIC', 'The same number.', { js: () => (value: Int64) => BigInt(value) * numeric.one }),
  cast('INT64', 'BIGNUMERIC', 'The same number.', { js: () => (value: Int64) => BigInt(value) * bignumeric.one }),
];
