import {
  concatenate,
  ELEMENTS_MAX,
  first,
  firstN,
  joinBytes,
  joinTexts,
  last,
  lastN,
  type SqlArray,
  slice,
  withoutFirstN,
  withoutLastN,
} from '../../runtime/array.ts';
import {
  averageDecimal,
  averageFloat64,
  averageInt64,
  averageInterval,
  extremeOf,
  sumDecimal,
  sumFloat64,
  sumInt64,
  sumInterval,
} from '../../runtime/array-aggregate.ts';
import { canOrder, orderOf } from '../../runtime/compare.ts';
import { generateDecimal, generateFloat64, generateInt64 } from '../../runtime/generate-array.ts';
import { groupKeyOf } from '../../runtime/group-key.ts';
import { bignumeric, numeric } from '../../runtime/numeric.ts';
import { typeName } from '../../types/sql-type.ts';
import {
  type CallFault,
  type CallSite,
  type FunctionRow,
  fn,
  type Implementation,
  inline,
  made,
  type RowFunction,
  row,
  sql,
} from '../row.ts';
import { arrayLambdaRows } from './array-lambda.ts';
import { elementType, mustEqual } from './element.ts';

const plain = (of: RowFunction, rest: Partial<Implementation> = {}): Implementation => ({
  js: fn(of),
  givesNull: false,
  ...rest,
});

/** Whether no two elements are equal; two nulls are, and two NaN. */
const isDistinct = (call: CallSite) => {
  const key = groupKeyOf(elementType(call));
  return (array: SqlArray): boolean => new Set(array.map(key)).size === array.length;
};

const mustOrder = (call: CallSite): CallFault | null =>
  canOrder(elementType(call)) && elementType(call).kind !== 'ARRAY'
    ? null
    : { argument: 0, message: `elements of type ${typeName(elementType(call))} have no order.` };

/** The one array type of a call, so that no literal becomes an array of arrays. */
const atLeastOne = (call: CallSite): CallFault | null =>
  call.args.length > 0 ? null : { argument: null, message: 'it takes one array at least.' };

export const arrayRows: readonly FunctionRow[] = [
  row('ARRAY_LENGTH', 'array', 'The number of elements.', {
    '(ARRAY<T1>) -> INT64': {
      js: inline(([a]) => `${a}.length`),
      givesNull: false,
      duckdb: sql('len($1)'),
      pushdown: 'proven',
    },
  }),
  row('ARRAY_CONCAT', 'array', `The elements of all arrays, in order; at most ${ELEMENTS_MAX}.`, {
    '(ARRAY<T1>, repeated ARRAY<T1>) -> ARRAY<T1>': plain(concatenate, {
      check: atLeastOne,
      duckdb: (args) => `gs_array_concat([${args.join(', ')}])`,
      pushdown: 'proven',
    }),
  }),
  row('ARRAY_REVERSE', 'array', 'The elements from the last to the first.', {
    '(ARRAY<T1>) -> ARRAY<T1>': plain((array: SqlArray) => array.toReversed(), {
      duckdb: sql('list_reverse($1)'),
      pushdown: 'proven',
    }),
  }),
  row(
    'ARRAY_TO_STRING',
    'array',
    'The elements with a separator between them; nulls left out, or as the third argument.',
    {
      '(ARRAY<STRING>, STRING, optional STRING) -> STRING': plain(joinTexts, {
        duckdb: ([array, separator, instead]) =>
          instead === undefined
            ? `gs_array_to_string(${array}, ${separator})`
            : `gs_array_to_string_with(${array}, ${separator}, ${instead})`,
        pushdown: 'proven',
      }),
      '(ARRAY<BYTES>, BYTES, optional BYTES) -> BYTES': plain(joinBytes),
    },
  ),
  row('ARRAY_FIRST', 'array', 'The first element; a fault where there is none.', {
    '(ARRAY<T1>) -> T1': { js: fn(first), duckdb: sql('gs_array_first($1)') },
  }),
  row('ARRAY_LAST', 'array', 'The last element; a fault where there is none.', {
    '(ARRAY<T1>) -> T1': { js: fn(last), duckdb: sql('gs_array_last($1)') },
  }),
  row(
    'ARRAY_SLICE',
    'array',
    'The elements from one offset to another, both included; a negative one counts from the end.',
    {
      '(ARRAY<T1>, INT64, INT64) -> ARRAY<T1>': plain(slice, { hints: ['', 'small', 'small'] }),
    },
  ),
  row('ARRAY_FIRST_N', 'array', 'The first n elements; a fault where n is negative.', {
    '(ARRAY<T1>, INT64) -> ARRAY<T1>': plain(firstN, { hints: ['', 'small'] }),
  }),
  row('ARRAY_LAST_N', 'array', 'The last n elements; a fault where n is negative.', {
    '(ARRAY<T1>, INT64) -> ARRAY<T1>': plain(lastN, { hints: ['', 'small'] }),
  }),
  row('ARRAY_REMOVE_FIRST_N', 'array', 'All but the first n elements; a fault where n is negative.', {
    '(ARRAY<T1>, INT64) -> ARRAY<T1>': plain(withoutFirstN, { hints: ['', 'small'] }),
  }),
  row('ARRAY_REMOVE_LAST_N', 'array', 'All but the last n elements; a fault where n is negative.', {
    '(ARRAY<T1>, INT64) -> ARRAY<T1>': plain(withoutLastN, { hints: ['', 'small'] }),
  }),
  row('ARRAY_IS_DISTINCT', 'array', 'Whether no two elements are the same; two nulls are, and two NaN.', {
    '(ARRAY<T1>) -> BOOL': { js: made(isDistinct), givesNull: false, check: mustEqual },
  }),
  row('ARRAY_MIN', 'array', 'The least element that is not null; NaN with any NaN; null where there is none.', {
    '(ARRAY<T1>) -> T1': { js: made((call) => extremeOf(orderOf(elementType(call)), -1)), check: mustOrder },
  }),
  row('ARRAY_MAX', 'array', 'The greatest element that is not null; NaN with any NaN; null where there is none.', {
    '(ARRAY<T1>) -> T1': {
      js: made((call) => extremeOf(orderOf(elementType(call)), 1)),
      check: mustOrder,
      differs: {
        reason: 'ZetaSQL takes the bare word NULL for an array of FLOAT64 here, and for one of INT64 everywhere else.',
        covers: ([array]) => array === null,
      },
    },
  }),
  row(
    'ARRAY_SUM',
    'array',
    'The sum of the elements that are not null, null where there is none; a fault beyond the type.',
    {
      '(ARRAY<INT64>) -> INT64': { js: fn(sumInt64) },
      '(ARRAY<FLOAT64>) -> FLOAT64': { js: fn(sumFloat64) },
      '(ARRAY<NUMERIC>) -> NUMERIC': { js: fn(sumDecimal(numeric)) },
      '(ARRAY<BIGNUMERIC>) -> BIGNUMERIC': { js: fn(sumDecimal(bignumeric)) },
      '(ARRAY<INTERVAL>) -> INTERVAL': { js: fn(sumInterval) },
    },
  ),
  row('ARRAY_AVG', 'array', 'The mean of the elements that are not null, null where there is none.', {
    '(ARRAY<INT64>) -> FLOAT64': { js: fn(averageInt64) },
    '(ARRAY<FLOAT64>) -> FLOAT64': { js: fn(averageFloat64) },
    '(ARRAY<NUMERIC>) -> NUMERIC': { js: fn(averageDecimal(numeric)) },
    '(ARRAY<BIGNUMERIC>) -> BIGNUMERIC': { js: fn(averageDecimal(bignumeric)) },
    '(ARRAY<INTERVAL>) -> INTERVAL': { js: fn(averageInterval) },
  }),
  row(
    'GENERATE_ARRAY',
    'array',
    'The numbers from one to another, both included, by a step of 1 or as given; at most 16,000.',
    {
      '(INT64, INT64, optional INT64) -> ARRAY<INT64>': plain(generateInt64, { hints: ['small', 'small', 'small'] }),
      '(NUMERIC, NUMERIC, optional NUMERIC) -> ARRAY<NUMERIC>': plain(generateDecimal(numeric.one)),
      '(BIGNUMERIC, BIGNUMERIC, optional BIGNUMERIC) -> ARRAY<BIGNUMERIC>': plain(generateDecimal(bignumeric.one)),
      '(FLOAT64, FLOAT64, optional FLOAT64) -> ARRAY<FLOAT64>': plain(generateFloat64),
    },
  ),
  ...arrayLambdaRows,
];
