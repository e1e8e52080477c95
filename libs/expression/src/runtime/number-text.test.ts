import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowFault } from '../row-fault.ts';
import {
  decimalFromFloat64,
  decimalFromText,
  float64FromText,
  int64FromFloat64,
  int64FromText,
} from './number-text.ts';
import { bignumeric, decimalText, numeric } from './numeric.ts';

test.each([
  [' 12\t', 12],
  ['-0', 0],
  ['+007', 7],
  ['0x1F', 31],
  ['-0x8000000000000000', -(2n ** 63n)],
  ['9223372036854775807', 2n ** 63n - 1n],
])('"%s" is the whole number %s', (text, value) => expect(int64FromText(text)).toBe(value));

test.each(['', '1.0', '1e3', '- 1', '0x', '\u00a01', '9223372036854775808', '1'.repeat(1_000_000)])(
  '"%.30s" is no whole number',
  (text) => expect(() => int64FromText(text)).toThrow(RowFault),
);

test.each([
  ['.5', 0.5],
  ['5.', 5],
  ['1e400', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['nan(abc)', Number.NaN],
  ['-0', -0],
  ['0x1p3', 8],
  ['-0x.8', -0.5],
  ['0x1p-1074', 5e-324],
  ['0x1p-1075', 0],
  ['0x1.00000000000001p-1075', 5e-324],
  // In the middle: to even; the least bit more: up, however far away it is.
  ['0x1.00000000000008p0', 1],
  [`0x1.00000000000008${'0'.repeat(40)}1p0`, 1 + 2 ** -52],
])('"%s" is the number %s', (text, value) => expect(float64FromText(text)).toBe(value));

test.each(['', '.', '1e', '1_0', 'infin', '0x', '0x1p', '1 2'])('"%s" is no number', (text) =>
  expect(() => float64FromText(text)).toThrow(RowFault),
);

test('hexadecimal digits are the number they are made of', () => {
  const whole = fc.bigInt({ min: 0n, max: 2n ** 120n });
  fc.assert(
    fc.property(whole, (value) => {
      expect(float64FromText(`0x${value.toString(16)}`)).toBe(Number(value));
    }),
  );
});

test.each([
  ['1.5', '1.5'],
  ['.1', '0.1'],
  ['1e-9', '0.000000001'],
  ['5e-10', '0.000000001'],
  ['-0.00000000049', '0'],
  ['1e-999999999999', '0'],
  ['0e999999999999', '0'],
  ['99999999999999999999999999999.9999999994', '99999999999999999999999999999.999999999'],
])('"%s" is the NUMERIC %s', (text, shown) => expect(decimalText(decimalFromText(text, numeric), numeric)).toBe(shown));

test.each(['', '.', '1e', '0x1', 'nan', '1e29', '99999999999999999999999999999.9999999995'])(
  '"%s" is no NUMERIC',
  (text) => expect(() => decimalFromText(text, numeric)).toThrow(RowFault),
);

test('a double is the decimal that it is exactly', () => {
  expect(decimalFromFloat64(0.1, bignumeric)).toBe(10000000000000000555111512312578270212n);
  expect(decimalFromFloat64(-2.5, numeric)).toBe(-2_500_000_000n);
  expect(decimalFromFloat64(1e29, numeric)).toBe(99999999999999991433150857216000000000n);
  expect(decimalFromFloat64(1e30, numeric)).toBeNull();
});

test.each([
  [0.5, 1],
  [-2.5, -3],
  [-0.2, 0],
  [0.49999999999999994, 0],
  [4503599627370495.5, 4503599627370496],
  [-(2 ** 63), -(2n ** 63n)],
  [2 ** 63, undefined],
  [Number.NaN, undefined],
])('%s rounds to %s', (value, whole) => expect(int64FromFloat64(value)).toBe(whole));
