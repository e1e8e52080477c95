import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryType, arbitraryValue } from './arbitrary.fixture.ts';
import { base64Of } from './base64.ts';
import {
  binaryType,
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
import { valueText, valueToJson } from './value-text.ts';

const item = structType('Item', [
  { name: 'id', type: longType },
  { name: 'note', type: stringType },
]);

describe('a value as text', () => {
  test.each<[DataType, Value, string]>([
    [stringType, null, 'null'],
    [stringType, 'ATL "x"', 'ATL "x"'],
    [longType, 9007199254740991, '9007199254740991'],
    [longType, 2n ** 63n - 1n, '9223372036854775807'],
    [doubleType, -0, '-0'],
    [doubleType, Number.NaN, 'NaN'],
    [doubleType, 0.1, '0.1'],
    [decimalType(10, 2), { unscaled: 1230n, scale: 2 }, '12.30'],
    [binaryType, Uint8Array.of(0, 255), 'AP8='],
    [dateType, 11_323, '2001-01-01'],
    [dateType, -1, '1969-12-31'],
    [dateType, -1_000_000, '-000768-02-04'],
    [dateType, 2 ** 31 - 1, '2147483647'],
    [timestampType, 978_307_200_000, '2001-01-01T00:00:00.000Z'],
    [timestampType, 2n ** 62n, '4611686018427387904'],
    [listType(dateType), [0, null], '["1970-01-01",null]'],
    [item, { id: 2n ** 60n }, '{"id":"1152921504606846976","note":null}'],
    [
      mapType(stringType, intType),
      new Map([
        ['b', 1],
        ['a', null],
      ]),
      '{"a":null,"b":1}',
    ],
    [
      mapType(intType, doubleType),
      new Map([
        [10, 0.5],
        [9, Infinity],
      ]),
      '[[9,"Infinity"],[10,0.5]]',
    ],
  ])('%o %o', (type, value, expected) => {
    expect(valueText(type, value)).toBe(expected);
  });

  test('a key __proto__ is a key', () => {
    expect(JSON.stringify(valueToJson(mapType(stringType, intType), new Map([['__proto__', 1]])))).toBe(
      '{"__proto__":1}',
    );
  });

  test('every value of every type has a JSON text', () => {
    const values = arbitraryType(3).chain((type) => fc.tuple(fc.constant(type), arbitraryValue(type)));
    fc.assert(
      fc.property(values, ([type, value]) => {
        const json = valueToJson(type, value);
        const text = JSON.stringify(json);
        expect(JSON.stringify(JSON.parse(text))).toBe(text);
        expect(json === null).toBe(value === null);
      }),
    );
  });
});

test('base64 is as Node writes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
      expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
  );
});
