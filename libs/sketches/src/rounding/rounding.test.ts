import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logarithm } from './logarithm.ts';
import { powerOf2 } from './power-of-2.ts';

// Digits beyond a double's are of a calculation with 60 decimal digits.
test.each([
  [3, 1.0986122886681098],
  [48, 3.871201010907891],
  [74, 4.30406509320417],
  [2 ** 21, 14.556090791758852],
])('the logarithm of %i is the double nearest to it', (n, expected) => expect(logarithm(n)).toBe(expected));

test.each([
  [0, 1],
  [0.5, Math.SQRT2],
  [8.85467529296875, 462.93803623081106],
  [14.173370361328125, 18476.070826699055],
  [43.3553284406662, 11252637605241.059],
  [25, 33554432],
])('2^%d is the double nearest to it', (x, expected) => expect(powerOf2(x)).toBe(expected));

test('are near to the machine’s', () => {
  const property = fc.property(
    fc.integer({ min: 1, max: 2 ** 32 }),
    fc.double({ min: 0, max: 1000, noNaN: true }),
    (n, x) => {
      expect(Math.abs(logarithm(n) - Math.log(n))).toBeLessThanOrEqual(4e-16 * Math.log(n));
      expect(Math.abs(powerOf2(x) / 2 ** x - 1)).toBeLessThan(1e-15);
    },
  );
  fc.assert(property);
});
