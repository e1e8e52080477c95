import {
  binaryType,
  decimalType,
  doubleType,
  intType,
  listType,
  longType,
  mapType,
  stringType,
} from '@isochron/schema';
import { parseJson } from '@isochron/thrift';
import { describe, expect, test } from 'vitest';
import { decodeCell } from './cell.ts';

describe('a cell', () => {
  test('of a long keeps all its digits', () => {
    expect(decodeCell(longType, 42)).toBe(42);
    expect(decodeCell(longType, { $long: '9223372036854775807' })).toBe(9223372036854775807n);
    expect(decodeCell(longType, parseJson('-9223372036854775808'))).toBe(-9223372036854775808n);
    expect(decodeCell(longType, { $long: '7' })).toBe(7);
  });

  test('of a double may be one that JSON does not have', () => {
    expect(decodeCell(doubleType, { $double: 'NaN' })).toBeNaN();
    expect(decodeCell(doubleType, { $double: '-Infinity' })).toBe(-Infinity);
    expect(Object.is(decodeCell(doubleType, { $double: '-0' }), -0)).toBe(true);
  });

  test('of bytes, decimals, lists and maps', () => {
    expect(decodeCell(binaryType, { $bytes: '00ff' })).toEqual(Uint8Array.of(0, 255));
    expect(decodeCell(decimalType(10, 2), { $decimal: '12.30' })).toEqual({ unscaled: 1230n, scale: 2 });
    expect(decodeCell(listType(intType), [1, null])).toEqual([1, null]);
    expect(decodeCell(mapType(stringType, intType), { $map: [['a', 1]] })).toEqual(new Map([['a', 1]]));
  });

  test('of another type throws', () => {
    expect(() => decodeCell(intType, 'one')).toThrow('"one" is not a cell of the type int');
    expect(() => decodeCell(binaryType, { $long: '1' })).toThrow('is not a cell of the type binary');
  });
});
