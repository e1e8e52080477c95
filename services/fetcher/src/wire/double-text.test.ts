import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubleText } from './double-text.ts';

const cents = fc.double({ min: -1e16, max: 1e16, noNaN: true }).map((value) => Math.round(value) / 100);
const small = fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 100);
const sums = fc.array(small, { maxLength: 20 }).map((values) => values.reduce((sum, value) => sum + value, 0));
const any = fc.double({ noNaN: true, noDefaultInfinity: true });

test('doubles have the texts that they have anyway', () => {
  fc.assert(
    fc.property(fc.oneof(cents, small, sums, any), (value) => {
      expect(doubleText(value)).toBe(String(value));
    }),
    { numRuns: 20_000 },
  );
});

test.each([0, -0, 0.1, 0.01, 0.29, 1.005, 100, 1e13, 9_999_999_999_999.99, 1e13 + 0.01, 1e21, 5e-324, 2 ** 53])(
  '%d as well',
  (value) => {
    expect(doubleText(value)).toBe(String(value));
  },
);
