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
  shortType,
  stringType,
  structType,
  timestampType,
} from '@isochron/schema';
import { arbitraryType } from '@isochron/schema/arbitrary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AvroSchema, avroSchemaOf } from './avro-schema.ts';
import { dataTypeOf } from './data-type-of.ts';
import { sameShape } from './same-shape.ts';

const one = (field: string, type: DataType) => structType('X', [{ name: field, type }]);

describe('the schema of a type', () => {
  test('is a record of nullable fields, its attributes in the order of the existing system', () => {
    expect(JSON.stringify(avroSchemaOf(one('user_id', stringType), 'Key'))).toBe(
      '{"type":"record","name":"Key","namespace":"ai.chronon.data","doc":"","fields":[{"name":"user_id","type":["null","string"],"doc":""}]}',
    );
  });

  test('names a record further in for its place, lists and maps adding nothing to it', () => {
    const pair = structType('TimePair_int', [{ name: 'payload', type: intType }]);
    const type = one('v_last3_by_b', mapType(stringType, listType(pair)));
    expect(JSON.stringify(avroSchemaOf(type, 'IR', { nullableElements: false }))).toBe(
      '{"type":"record","name":"IR","namespace":"ai.chronon.data","doc":"","fields":[{"name":"v_last3_by_b","type":["null",' +
        '{"type":"map","values":{"type":"array","items":{"type":"record","name":"v_last3_by_b_TimePair_int","doc":"",' +
        '"fields":[{"name":"payload","type":["null","int"],"doc":""}]}}}],"doc":""}]}',
    );
  });

  test.each<[DataType, AvroSchema]>([
    [byteType, 'int'],
    [shortType, 'int'],
    [binaryType, 'bytes'],
    [dateType, { type: 'int', logicalType: 'date' }],
    [timestampType, { type: 'long', logicalType: 'timestamp-millis' }],
    [decimalType(10, 2), { type: 'bytes', logicalType: 'decimal', precision: 10, scale: 2 }],
    [listType(longType), { type: 'array', items: ['null', 'long'] }],
    [mapType(stringType, doubleType), { type: 'map', values: ['null', 'double'] }],
  ])('%o', (type, schema) => {
    expect(avroSchemaOf(type, 'Value')).toEqual(schema);
  });

  test('refers to an equal record by its name, and gives another name to one that differs', () => {
    const places = (second: DataType) =>
      structType('X', [
        { name: 'a', type: structType('b_Item', [{ name: 'id', type: intType }]) },
        { name: 'a_b', type: structType('Item', [{ name: 'id', type: second }]) },
      ]);
    expect(avroSchemaOf(places(intType), 'X')).toMatchObject({
      fields: [{ type: ['null', { name: 'a_b_Item' }] }, { type: ['null', 'a_b_Item'] }],
    });
    expect(avroSchemaOf(places(longType), 'X')).toMatchObject({
      fields: [{ type: ['null', { name: 'a_b_Item' }] }, { type: ['null', { name: 'a_b_Item_2' }] }],
    });
  });

  test('gives the type back, but for names and byte and short', () => {
    fc.assert(
      fc.property(arbitraryType(3), fc.boolean(), (type, nullableElements) => {
        const schema = avroSchemaOf(type, 'Value', { nullableElements });
        expect(sameShape(type, dataTypeOf(JSON.parse(JSON.stringify(schema))))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the type of a schema', () => {
  test('is that of the one branch that is not null, whichever it is', () => {
    expect(dataTypeOf(['null', 'long'])).toEqual(longType);
    expect(dataTypeOf(['long', 'null'])).toEqual(longType);
  });

  test('takes an unknown logical type for what it is on', () => {
    expect(dataTypeOf({ type: 'string', logicalType: 'uuid' })).toEqual(stringType);
    expect(dataTypeOf({ type: 'long', logicalType: 'timestamp-micros' })).toEqual(longType);
  });

  test('finds a record by its full and by its short name', () => {
    const record = { type: 'record', name: 'b.Item', fields: [{ name: 'id', type: 'int' }] };
    const twice = (name: string) => ({
      type: 'record',
      name: 'X',
      namespace: 'b',
      fields: [
        { name: 'p', type: record },
        { name: 'q', type: name },
      ],
    });
    expect(dataTypeOf(twice('Item'))).toEqual(dataTypeOf(twice('b.Item')));
  });

  const field = (type: unknown): AvroSchema => ({ type: 'record', name: 'X', fields: [{ name: 'f', type }] });

  test.each<[string, AvroSchema]>([
    ['"f": the Avro type "enum"', field({ type: 'enum', name: 'E', symbols: ['A'] })],
    ['"f": the Avro type "fixed"', field({ type: 'fixed', name: 'F', size: 4 })],
    ['"f": a union must be ["null", T]', field(['null', 'int', 'string'])],
    ['"f": a union must be ["null", T]', field(['int', 'string'])],
    ['"f": "Missing" is not a type', field('Missing')],
    ['"f": the record "X" contains itself', field(['null', 'X'])],
    ['its top: "null" is not a type', 'null'],
    ['"f": a decimal needs a precision', field({ type: 'bytes', logicalType: 'decimal', precision: 2, scale: 3 })],
    ['its top: "type" must be an Avro schema; found 7', field(7)],
    ['its top: a record needs a name', { type: 'record', name: 'X' }],
    ['its top: an array marked as a map', { type: 'array', logicalType: 'map', items: field('int') }],
  ])('is refused at %s', (message, schema) => {
    expect(() => dataTypeOf(schema)).toThrow(message);
  });
});
