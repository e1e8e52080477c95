import {
  type DataType,
  doubleType,
  intType,
  listType,
  mapType,
  stringType,
  structType,
  type Value,
} from '@isochron/schema';
import { arbitraryType, arbitraryValue } from '@isochron/schema/arbitrary';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AvroOutput } from './avro-output.ts';
import { codecOf } from './codec.ts';
import { hex } from './hex.fixture.ts';
import { valueWriterOf } from './value-writer.ts';

function written(type: DataType, value: Value): Uint8Array {
  const output = new AvroOutput();
  valueWriterOf(type)(output, value);
  return output.toBytes();
}

/** Bytes as they were recorded; a change here is a change of what stands in every store. */
const recorded: readonly (readonly [DataType, Value, string])[] = [
  [listType(intType), [], '00'],
  [listType(intType), [1, null], '03 06 02 02 00 00'],
  [mapType(stringType, intType), new Map([['a', 1]]), '01 08 02 61 02 02 00'],
  [mapType(intType, intType), new Map([[7, null]]), '01 06 02 0e 00 00'],
  [listType(listType(doubleType)), [[0.5], []], '03 1e 02 01 12 02 00 00 00 00 00 00 e0 3f 00 02 00 00'],
];

test.each(recorded)('%o %o stands in blocks with sizes', (type, value, bytes) => {
  expect(hex(written(type, value))).toBe(bytes);
});

test('the codec reads any value of any type', () => {
  const values = arbitraryType(3).chain((type) => {
    const row = structType('Value', [{ name: 'a', type }]);
    return fc.tuple(fc.constant(row), arbitraryValue(row));
  });
  fc.assert(
    fc.property(values, ([type, value]) => {
      if (value === null) return;
      expect(codecOf(type).decode(written(type, value))).toStrictEqual(value);
    }),
    { numRuns: 500 },
  );
});

test('without lists and maps, the bytes are the codec’s', () => {
  const flat = arbitraryType(0).chain((type) => fc.tuple(fc.constant(type), arbitraryValue(type)));
  fc.assert(
    fc.property(flat, ([type, value]) => {
      if (value === null) return;
      expect(hex(written(type, value))).toBe(hex(codecOf(type).encode(value)));
    }),
    { numRuns: 500 },
  );
});

test('blocks of any size say it', () => {
  for (const length of [1, 62, 63, 64, 8190, 8191, 8192, 1_048_575, 1_048_576]) {
    const value = ['a'.repeat(length), 'b'];
    const bytes = written(listType(stringType), value);
    expect(codecOf(listType(stringType)).decode(bytes)).toEqual(value);
  }
});

test('texts are well-formed UTF-8', () => {
  for (const text of ['\ud800', 'a\udc00b', '\ud800\ud800', '\u{10ffff}', 'ß…\u{1f600}\uffff']) {
    expect(codecOf(stringType).decode(written(stringType, text))).toBe(text.toWellFormed());
  }
});
