import {
  booleanType,
  byteType,
  type DataType,
  dateType,
  decimalType,
  doubleType,
  listType,
  longType,
  mapType,
  stringType,
  structType,
  timestampType,
} from '@isochron/schema';
import { expect, test } from 'vitest';
import { dataTypeFromThrift, dataTypeToThrift } from './data-type.ts';
import { tDataTypeStruct } from './generated/index.ts';
import { toJson } from './write-json.ts';

const cases: readonly (readonly [json: string, type: DataType])[] = [
  ['{"kind":0}', booleanType],
  ['{"kind":1}', byteType],
  ['{"kind":4}', longType],
  ['{"kind":9}', dateType],
  ['{"kind":10}', timestampType],
  ['{"kind":14,"params":[{"name":"10"},{"name":"2"}]}', decimalType(10, 2)],
  ['{"kind":12,"params":[{"dataType":{"kind":4},"name":"elem"}]}', listType(longType)],
  [
    '{"kind":11,"params":[{"dataType":{"kind":7},"name":"key"},{"dataType":{"kind":6},"name":"value"}]}',
    mapType(stringType, doubleType),
  ],
  [
    '{"kind":13,"name":"Item","params":[{"dataType":{"kind":7},"name":"id"}]}',
    structType('Item', [{ name: 'id', type: stringType }]),
  ],
];

test.each(cases)('%s', (json, type) => {
  expect(toJson(tDataTypeStruct, dataTypeToThrift(type))).toBe(json);
  expect(dataTypeFromThrift(dataTypeToThrift(type))).toEqual(type);
});

test('wrong parameters are refused by a sentence', () => {
  expect(() => dataTypeFromThrift({ kind: 12 })).toThrow('A LIST has 1 parameter, and this one has 0.');
  expect(() => dataTypeFromThrift({ kind: 11, params: [{}] })).toThrow('A MAP has 2 parameters, and this one has 1.');
  expect(() => dataTypeFromThrift({ kind: 12, params: [{ name: 'elem' }] })).toThrow(
    "The parameter 'elem' of a type has no dataType.",
  );
  expect(() => dataTypeFromThrift({ kind: 13, name: 'Item' })).toThrow('The STRUCT Item has no fields.');
  expect(() => dataTypeFromThrift({ kind: 14, params: [{ name: '2' }, { name: '10' }] })).toThrow("not '2' and '10'.");
  expect(() => dataTypeFromThrift({ kind: 14, params: [{ name: 'ten' }, { name: '2' }] })).toThrow(
    "not 'ten' and '2'.",
  );
});
