import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareDecimals,
  decimalPrecision,
  decimalText,
  decimalToNumber,
  parseDecimal,
  rescaleDecimal,
  trimDecimal,
} from './decimal.ts';

describe('decimals', () => {
  test.each([
    ['12.30', 1230n, 2],
    ['-0.05', -5n, 2],
    ['+7', 7n, 0],
    ['.5', 5n, 1],
    ['5.', 5n, 0],
    ['1.25e1', 125n, 1],
    ['1e3', 1000n, 0],
    ['2E-2', 2n, 2],
  ])('%s is read', (text, unscaled, scale) => {
    expect(parseDecimal(text)).toEqual({ unscaled, scale });
  });

  test.each(['', '.', '-', '1,5', '1.2.3', '0x1', 'NaN', '1e', '1e99999'])('"%s" is refused by name', (text) => {
    expect(() => parseDecimal(text)).toThrow(`"${text}" is not a decimal`);
  });

  test.each([
    ['0.125', 2, '0.13'],
    ['-0.125', 2, '-0.13'],
    ['0.124', 2, '0.12'],
    ['-0.5', 2, '-0.50'],
    ['0.5', 0, '1'],
    ['0.49', 0, '0'],
    ['-0.4', 0, '0'],
  ])('%s at scale %i is %s', (text, scale, expected) => {
    expect(decimalText(rescaleDecimal(parseDecimal(text), scale))).toBe(expected);
  });

  test('are compared, trimmed and measured by value', () => {
    expect(compareDecimals(parseDecimal('1.5'), parseDecimal('1.50'))).toBe(0);
    expect(compareDecimals(parseDecimal('-1.51'), parseDecimal('-1.5'))).toBeLessThan(0);
    expect(trimDecimal(parseDecimal('100.00'))).toEqual({ unscaled: 100n, scale: 0 });
    expect(trimDecimal(parseDecimal('0.00'))).toEqual({ unscaled: 0n, scale: 0 });
    expect(decimalPrecision(parseDecimal('-012.30'))).toBe(4);
    expect(decimalToNumber(parseDecimal('-12.30'))).toBe(-12.3);
  });

  test('text is read back', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 38n), 10n ** 38n), fc.nat(38), (unscaled, scale) => {
        expect(parseDecimal(decimalText({ unscaled, scale }))).toEqual({ unscaled, scale });
      }),
    );
  });
});
