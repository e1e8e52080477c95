import { intType, listType, mapType, structType } from '@isochron/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AvroSchema, avroSchemaOf } from './avro-schema.ts';
import { canonicalForm } from './canonical-form.ts';
import { fingerprintOf, fingerprintText, rabin } from './fingerprint.ts';

/** The definition, one bit at a time: no table, no bytes. */
function rabinByBits(bytes: Uint8Array): bigint {
  let state = 0xc15d213aa4d7a795n;
  for (const byte of bytes) {
    for (let bit = 0n; bit < 8n; bit++) {
      const carried = (state ^ (BigInt(byte) >> bit)) & 1n;
      state = (state >> 1n) ^ (carried * 0xc15d213aa4d7a795n);
    }
  }
  return state;
}

describe('the fingerprint', () => {
  test('is what its definition says, bit by bit', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(rabin(bytes)).toBe(rabinByBits(bytes));
      }),
    );
  });

  // As the test data of the Avro project has them (signed there).
  test.each([
    ['null', 7195948357588979594n],
    ['boolean', -6970731678124411036n],
    ['int', 8247732601305521295n],
    ['long', -3434872931120570953n],
    ['float', 5583340709985441680n],
    ['double', -8181574048448539266n],
    ['bytes', 5746618253357095269n],
    ['string', -8142146995180207161n],
  ])('of %s', (schema, fingerprint) => {
    expect(BigInt.asIntN(64, fingerprintOf(schema))).toBe(fingerprint);
    expect(fingerprintOf(schema)).toBe(rabinByBits(Buffer.from(JSON.stringify(schema))));
  });

  test('has sixteen digits as text', () => {
    expect(fingerprintText(0x1fn)).toBe('000000000000001f');
    expect(fingerprintText(fingerprintOf('null'))).toBe('63dd24e7cc258f8a');
  });
});

describe('the canonical form', () => {
  test.each<[AvroSchema, string]>([
    [{ type: 'int', logicalType: 'date' }, '"int"'],
    [['null', { type: 'long' }], '["null","long"]'],
    [{ items: 'int', type: 'array' }, '{"type":"array","items":"int"}'],
    [{ type: 'fixed', size: 4, name: 'F', doc: 'four', namespace: 'a.b' }, '{"name":"a.b.F","type":"fixed","size":4}'],
    [{ type: 'enum', name: 'a.E', symbols: ['X', 'Y'] }, '{"name":"a.E","type":"enum","symbols":["X","Y"]}'],
  ])('%o is %s', (schema, form) => {
    expect(canonicalForm(schema)).toBe(form);
  });

  test('has full names, for references too, and no docs', () => {
    const item = structType('Item', [{ name: 'id', type: intType }]);
    const schema = avroSchemaOf(structType('X', [{ name: 'm', type: mapType(item, listType(item)) }]), 'X');
    expect(canonicalForm(schema)).toBe(
      '{"name":"ai.chronon.data.X","type":"record","fields":[{"name":"m","type":["null",{"type":"array","items":' +
        '{"name":"ai.chronon.data.m_Entry","type":"record","fields":[{"name":"key","type":["null",' +
        '{"name":"ai.chronon.data.m_key_Item","type":"record","fields":[{"name":"id","type":["null","int"]}]}]},' +
        '{"name":"value","type":["null",{"type":"array","items":["null",{"name":"ai.chronon.data.m_value_Item","type":"record",' +
        '"fields":[{"name":"id","type":["null","int"]}]}]}]}]}}]}]}',
    );
  });
});
