import { expect, test } from 'vitest';
import { RowFault } from '../row-fault.ts';
import { ceilDecimal, halfAway, halfEven, toDecimalPlaces } from './decimal-rounding.ts';
import { decimalFromText } from './number-text.ts';
import { decimalText, numeric, squareRootDecimal } from './numeric.ts';

const of = (text: string): bigint => decimalFromText(text, numeric);
const shown = (value: bigint): string => decimalText(value, numeric);

test('what lies in the middle goes away from zero, or to the even digit', () => {
  expect(shown(toDecimalPlaces(numeric, halfAway, 'ROUND')(of('-2.5'), 0))).toBe('-3');
  expect(shown(toDecimalPlaces(numeric, halfEven, 'ROUND')(of('-2.5'), 0))).toBe('-2');
  expect(shown(toDecimalPlaces(numeric, halfAway, 'ROUND')(of('155'), -1))).toBe('160');
  expect(shown(toDecimalPlaces(numeric, halfAway, 'ROUND')(of('155'), -400))).toBe('0');
});

test('rounding beyond the type fails', () => {
  expect(() => ceilDecimal(numeric)(numeric.max)).toThrow(RowFault);
});

test('a square root is right to its last place', () => {
  expect(shown(squareRootDecimal(numeric)(of('2')))).toBe('1.414213562');
  expect(shown(squareRootDecimal(numeric)(of('0')))).toBe('0');
});
