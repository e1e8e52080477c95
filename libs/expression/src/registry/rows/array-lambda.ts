import { findAll, includes, isSame, offsets, type SqlArray } from '../../runtime/array.ts';
import { filter, offsetsWhere, some, transform } from '../../runtime/array-lambda.ts';
import { type Equal, equalOf } from '../../runtime/compare.ts';
import type { SqlValue } from '../../value.ts';
import {
  type CallFault,
  type CallSite,
  type Difference,
  type FunctionRow,
  fn,
  type Implementation,
  made,
  type RowFunction,
  row,
} from '../row.ts';
import { elementType, mustEqual } from './element.ts';

const compared = <Other>(of: (equal: Equal) => (array: SqlArray, other: Other) => SqlValue): Implementation => ({
  js: made((call) => of(equalOf(elementType(call)))),
  givesNull: false,
  check: mustEqual,
});

const lambda = (of: RowFunction, check: Implementation['check'] = null): Implementation => ({
  js: fn(of),
  givesNull: false,
  check: check ?? null,
});

/** Arrays hold no arrays. */
const givesNoArrays = ({ args }: CallSite): CallFault | null =>
  args[1]?.type.kind === 'ARRAY'
    ? { argument: 1, message: 'the lambda must not give an array; wrap it in a STRUCT.' }
    : null;

const includesAny = (equal: Equal) => (array: SqlArray, others: SqlArray) =>
  array.some((item) => others.some((other) => isSame(equal, item, other)));
const includesAll = (equal: Equal) => (array: SqlArray, others: SqlArray) =>
  others.every((other) => array.some((item) => isSame(equal, item, other)));

/** Of what the tests draw, only a division by an element fails in a lambda. */
const unsafe: Difference = {
  reason:
    'In ZetaSQL, SAFE. before this function does not reach the faults of its lambda, though it does in ARRAY_FILTER and the others.',
  covers: ([array]) => Array.isArray(array) && array.includes(0),
};

/** Functions that look for elements or take a lambda. A lambda may have a second parameter where the signature says so: the offset, from 0. */
export const arrayLambdaRows: readonly FunctionRow[] = [
  row('ARRAY_INCLUDES', 'array', 'Whether an element equals a value, or a lambda is TRUE of one.', {
    '(ARRAY<T1>, T1) -> BOOL': compared(includes),
    '(ARRAY<T1>, (T1) -> BOOL) -> BOOL': lambda(some),
  }),
  row('ARRAY_INCLUDES_ANY', 'array', 'Whether the first array has an element that equals one of the second.', {
    '(ARRAY<T1>, ARRAY<T1>) -> BOOL': compared(includesAny),
  }),
  row('ARRAY_INCLUDES_ALL', 'array', 'Whether every element of the second array equals one of the first.', {
    '(ARRAY<T1>, ARRAY<T1>) -> BOOL': compared(includesAll),
  }),
  row('ARRAY_FILTER', 'array', 'The elements of which a lambda is TRUE.', {
    '(ARRAY<T1>, (T1) -> BOOL) -> ARRAY<T1>': lambda(filter),
    '(ARRAY<T1>, (T1, INT64) -> BOOL) -> ARRAY<T1>': lambda(filter),
  }),
  row('ARRAY_TRANSFORM', 'array', 'What a lambda gives of each element.', {
    '(ARRAY<T1>, (T1) -> T2) -> ARRAY<T2>': lambda(transform, givesNoArrays),
    '(ARRAY<T1>, (T1, INT64) -> T2) -> ARRAY<T2>': lambda(transform, givesNoArrays),
  }),
  row('ARRAY_FIND_ALL', 'array', 'The elements that equal a value, or of which a lambda is TRUE.', {
    '(ARRAY<T1>, T1) -> ARRAY<T1>': compared(findAll),
    '(ARRAY<T1>, (T1) -> BOOL) -> ARRAY<T1>': { ...lambda(filter), differs: unsafe },
  }),
  row(
    'ARRAY_OFFSETS',
    'array',
    'The offsets, from 0, of the elements that equal a value, or of which a lambda is TRUE.',
    {
      '(ARRAY<T1>, T1) -> ARRAY<INT64>': compared(offsets),
      '(ARRAY<T1>, (T1) -> BOOL) -> ARRAY<INT64>': { ...lambda(offsetsWhere), differs: unsafe },
    },
  ),
];
