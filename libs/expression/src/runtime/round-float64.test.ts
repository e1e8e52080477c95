import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowFault } from '../row-fault.ts';
import { roundExactly, roundFloat64, roundFloat64To, truncFloat64To } from './round-float64.ts';

test.each([
  [2.5, 3],
  [-2.5, -3],
  [0.49999999999999994, 0],
  [-0.2, -0],
  [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
])('ROUND(%s) is %s', (value, rounded) => expect(roundFloat64(value)).toBe(rounded));

test.each([
  [2.675, 2, 2.67],
  [1.005, 2, 1],
  [-123.456, -1, -120],
  [5, -1, 10],
  [1e-320, 320, 1e-320],
  [123, -400, 0],
  [0.1, 2n ** 62n, 0.1],
])('ROUND(%s, %s) is %s', (value, places, rounded) => expect(roundFloat64To(value, places)).toBe(rounded));

test('cutting never adds', () => {
  expect(truncFloat64To(2.99, 1)).toBe(2.9);
  expect(truncFloat64To(-129, -1)).toBe(-120);
});

test('rounding up beyond the range fails', () => {
  expect(() => roundFloat64To(Number.MAX_VALUE, -308)).toThrow(RowFault);
});

test('the quick way is the exact one', () => {
  const decimals = fc
    .tuple(fc.integer({ min: 1 }), fc.integer({ min: 0, max: 9 }))
    .map(([digits, by]) => digits / 10 ** by);
  const doubles = fc.double({ min: -1e300, max: 1e300, noNaN: true }).filter((value) => value !== 0);
  fc.assert(
    fc.property(fc.oneof(decimals, doubles), fc.integer({ min: -5, max: 22 }), (value, places) => {
      expect(roundFloat64To(value, places)).toBe(roundExactly(value, places));
    }),
    { numRuns: 2000 },
  );
});
