import fc from 'fast-check';
import { expect, test } from 'vitest';
import { float64Text } from './float64-text.ts';

test.each([
  [1, '1'],
  [-0, '0'],
  [0.1, '0.1'],
  [0.1 + 0.2, '0.30000000000000004'],
  [0.7999999999999999, '0.79999999999999993'],
  [123456.789, '123456.789'],
  [0.0001, '0.0001'],
  [0.00001234, '1.234e-05'],
  [999_999_999_999_999, '999999999999999'],
  [1e15, '1e+15'],
  [2 ** 53, '9007199254740992'],
  [1e100, '1e+100'],
  [5e-324, '4.94065645841247e-324'],
  [Number.MAX_VALUE, '1.7976931348623157e+308'],
  [Number.NaN, 'nan'],
  [Number.NEGATIVE_INFINITY, '-inf'],
])('%s is written %s', (value, text) => expect(float64Text(value)).toBe(text));

test('what lies in the middle of two texts of 17 digits is the one whose last digit is even', () => {
  expect(float64Text(1 + 2 ** -17)).toBe('1.0000076293945312');
  expect(float64Text(1 + 3 * 2 ** -17)).toBe('1.0000228881835938');
});

test('every text reads as the number again', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(Number(float64Text(value))).toBe(value + 0);
    }),
  );
});
