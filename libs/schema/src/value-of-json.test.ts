import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryType, arbitraryValue } from './arbitrary.fixture.ts';
import {
  binaryType,
  byteType,
  type DataType,
  dateType,
  decimalType,
  doubleType,
  intType,
  listType,
  longType,
  mapType,
  stringType,
  structType,
  timestampType,
  type Value,
} from './data-type.ts';
import { compareOf } from './order.ts';
import { valueReaderOf } from './value-of-json.ts';
import { valueToJson } from './value-text.ts';

test('what was written is read, for every type', () => {
  const cases = arbitraryType(2).chain((type) => fc.tuple(fc.constant(type), arbitraryValue(type)));
  fc.assert(
    fc.property(cases, ([type, value]) => {
      const read = valueReaderOf(type)(JSON.parse(JSON.stringify(valueToJson(type, value))));
      expect(read === null || value === null ? read === value : compareOf(type)(read, value) === 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each<[DataType, unknown, Value]>([
  [longType, '-9223372036854775808', -(2n ** 63n)],
  [longType, '12', 12],
  [dateType, 19_753, 19_753],
  [dateType, '2024-01-31', 19_753],
  [timestampType, '2024-01-31T01:00:00+01:00', 1_706_659_200_000],
  [timestampType, 1_706_659_200_000, 1_706_659_200_000],
  [decimalType(4, 2), 1.5, { unscaled: 150n, scale: 2 }],
  [doubleType, 'NaN', Number.NaN],
  [doubleType, '1.5e3', 1500],
  [binaryType, 'AQI=', Uint8Array.of(1, 2)],
  [mapType(longType, stringType), [[1, 'a']], new Map([[1, 'a']])],
  [
    mapType(listType(longType), stringType),
    [
      [[1], 'a'],
      [[1], 'b'],
    ],
    new Map([[[1], 'b']]),
  ],
  [
    structType('S', [
      { name: 'a', type: intType },
      { name: 'constructor', type: intType },
    ]),
    { a: 1, other: 2 },
    { a: 1, constructor: null },
  ],
])('%j reads %j', (type, json, value) => {
  expect(valueReaderOf(type)(json)).toEqual(value);
});

test.each<[DataType, unknown, string]>([
  [longType, 2 ** 53, '9007199254740992 is not a value of type long.'],
  [longType, '9223372036854775808', '"9223372036854775808" is not a value of type long.'],
  [longType, 1.5, '1.5 is not'],
  [byteType, 128, '128 is not a value of type byte.'],
  [dateType, '2024-02-30', '"2024-02-30" is not a value of type date.'],
  [dateType, '2024-2-3', 'is not'],
  [timestampType, '2024-01-31', 'is not'],
  [timestampType, '2024-01-31T00:00:00', 'is not'],
  [decimalType(3, 2), '12.30', 'is not'],
  [decimalType(3, 2), 'x', 'is not'],
  [binaryType, 'AQI', 'is not'],
  [binaryType, '=AQI', 'is not'],
  [doubleType, '0x10', 'is not'],
  [doubleType, '', 'is not'],
  [stringType, 1, '1 is not a value of type string.'],
  [listType(longType), [1, 'x'], '"x" is not a value of type long.'],
  [listType(longType), { length: 1 }, 'is not'],
  [mapType(stringType, longType), [1], 'is not'],
  [mapType(longType, longType), { 1: 2 }, 'is not'],
  [structType('S', []), [], 'is not'],
  [stringType, Symbol('a'), 'Symbol(a) is not a value of type string.'],
])('%j refuses %j', (type, json, message) => {
  expect(() => valueReaderOf(type)(json)).toThrow(message);
});
