import { Json } from '@isochron/expression';
import { expect, test } from 'vitest';
import type { Answer } from './engines/answer.ts';
import { faultOf, sameValue } from './same-answer.ts';

const value = (type: string, of: Extract<Answer, { kind: 'value' }>['value']): Answer => ({
  kind: 'value',
  type,
  value: of,
});
const error: Answer = { kind: 'error', message: 'division by zero' };
const invalid: Answer = { kind: 'invalid', message: 'no such function' };

test('values are the same bit for bit', () => {
  expect(sameValue(Number.NaN, Number.NaN, 0)).toBe(true);
  expect(sameValue(0, -0, 0)).toBe(false);
  expect(sameValue(1, 1n, 0)).toBe(false);
  expect(sameValue(null, false, 0)).toBe(false);
  expect(sameValue([1, null], [1, null], 0)).toBe(true);
  expect(sameValue([1], [1, 2], 0)).toBe(false);
  expect(sameValue({ a: 1 }, { a: 1 }, 0)).toBe(true);
  expect(sameValue({ a: 1 }, { b: 1 }, 0)).toBe(false);
  expect(sameValue(Uint8Array.of(1), Uint8Array.of(1), 0)).toBe(true);
  expect(sameValue(Uint8Array.of(1), Uint8Array.of(2), 0)).toBe(false);
});

test('doubles may be some units in the last place apart, where that is allowed', () => {
  expect(sameValue(1, 1 + Number.EPSILON, 0)).toBe(false);
  expect(sameValue(1, 1 + Number.EPSILON, 1)).toBe(true);
  expect(sameValue(1, 1 + 2 * Number.EPSILON, 1)).toBe(false);
  expect(sameValue(5e-324, -5e-324, 2)).toBe(true);
  expect(sameValue(5e-324, -5e-324, 1)).toBe(false);
  expect(sameValue(Number.MAX_VALUE, Number.POSITIVE_INFINITY, 10)).toBe(false);
});

test('members of JSON objects have no order, elements of its arrays have', () => {
  const json = (...entries: [string, Json['node']][]): Json => new Json(new Map(entries));
  expect(sameValue(json(['a', 1n], ['b', 2n]), json(['b', 2n], ['a', 1n]), 0)).toBe(true);
  expect(sameValue(json(['a', 1n]), json(['a', 1]), 0)).toBe(false);
  expect(sameValue(new Json([1n, 2n]), new Json([2n, 1n]), 0)).toBe(false);
  expect(sameValue(new Json(null), null, 0)).toBe(false);
});

test('an answer is at fault by its type, its value, or by there being one', () => {
  expect(faultOf(value('INT64', 1), value('INT64', 1), 0)).toBeNull();
  expect(faultOf(value('INT64', 1), value('FLOAT64', 1), 0)).toBe('is of type FLOAT64, not INT64');
  expect(faultOf(value('INT64', 1), value('INT64', 2), 0)).toBe('gave 2, not 1');
  expect(faultOf(value('INT64', 1), error, 0)).toBe('gave no value (division by zero), not 1');
  expect(faultOf(error, value('INT64', 1), 0)).toBe('has no value (division by zero), but gave 1');
  expect(faultOf(error, invalid, 0)).toBeNull();
  expect(faultOf(error, { kind: 'unanswered', message: 'crashed' }, 0)).toBe('crashed');
});
