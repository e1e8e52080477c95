import { comparer } from '../../runtime/spark/compare.ts';
import type { SqlValue } from '../../value.ts';
import { type CallSite, type FunctionRow, fn, inline, made, row } from '../row.ts';
import { argumentType, isPlain, mustCompare } from './operators.ts';

/** The greatest or the least of those that are not null; NaN is the greatest number. */
const extreme = (sign: 1 | -1) => (call: CallSite) => {
  const compare = comparer(argumentType(call));
  return (...values: readonly SqlValue[]): SqlValue => {
    let best: SqlValue = null;
    for (const value of values) {
      if (value !== null && (best === null || compare(value, best) * sign > 0)) best = value;
    }
    return best;
  };
};

const nullIf = (call: CallSite) => {
  const compare = comparer(argumentType(call));
  return (a: SqlValue, b: SqlValue) => (a !== null && b !== null && compare(a, b) === 0 ? null : a);
};

export const sparkConditionalRows: readonly FunctionRow[] = [
  row(
    'NVL2',
    'conditional',
    'The second argument where the first is not null, else the third.',
    {
      '(ANY, T1, T1) -> T1': { nulls: 'own', js: fn((a: SqlValue, b: SqlValue, c: SqlValue) => (a === null ? c : b)) },
    },
    ([a, b, c]) => `IF(${a} IS NOT NULL, ${b}, ${c})`,
  ),
  row('NULLIF', 'conditional', 'Null where the two are equal, else the first.', {
    '(FLOAT64, FLOAT64) -> FLOAT64': { nulls: 'own', js: made(nullIf), write: 'none' },
    '(T1, T1) -> T1': { nulls: 'own', js: made(nullIf), check: mustCompare, writes: isPlain },
  }),
  row(
    'NANVL',
    'conditional',
    'The first number, or the second where the first is NaN.',
    {
      '(FLOAT64, FLOAT64) -> FLOAT64': {
        nulls: 'own',
        js: fn((a: number | null, b: number | null) => (Number.isNaN(a) ? b : a)),
      },
    },
    ([a, b]) => `IF(IS_NAN(${a}), ${b}, ${a})`,
  ),
  row(
    'ISNULL',
    'conditional',
    'Whether a value is null.',
    {
      '(ANY) -> BOOL': { nulls: 'own', js: inline(([a]) => `${a} === null`), givesNull: false },
    },
    ([a]) => `(${a} IS NULL)`,
  ),
  row(
    'ISNOTNULL',
    'conditional',
    'Whether a value is not null.',
    {
      '(ANY) -> BOOL': { nulls: 'own', js: inline(([a]) => `${a} !== null`), givesNull: false },
    },
    ([a]) => `(${a} IS NOT NULL)`,
  ),
  row(
    'ISNAN',
    'conditional',
    'Whether a number is NaN; FALSE for null.',
    {
      '(FLOAT64) -> BOOL': { nulls: 'own', js: fn((a: number | null) => Number.isNaN(a)), givesNull: false },
    },
    ([a]) => `COALESCE(IS_NAN(${a}), FALSE)`,
  ),
  row(
    'GREATEST',
    'conditional',
    'The greatest of those that are not null; NaN is the greatest number.',
    {
      '(T1, T1, repeated T1) -> T1': { nulls: 'own', js: made(extreme(1)), check: mustCompare },
    },
    'none',
  ),
  row(
    'LEAST',
    'conditional',
    'The least of those that are not null; NaN is the greatest number.',
    {
      '(T1, T1, repeated T1) -> T1': { nulls: 'own', js: made(extreme(-1)), check: mustCompare },
    },
    'none',
  ),
];
