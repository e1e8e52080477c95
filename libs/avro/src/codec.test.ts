import {
  binaryType,
  compareOf,
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
} from '@isochron/schema';
import { arbitraryType, arbitraryValue } from '@isochron/schema/arbitrary';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avroSchemaOf } from './avro-schema.ts';
import { codecOf } from './codec.ts';
import { fromHex, hex } from './hex.fixture.ts';

const record = (...fields: readonly (readonly [string, DataType])[]) =>
  structType(
    'Value',
    fields.map(([name, type]) => ({ name, type })),
  );

/** Bytes as they were recorded; a change here is a change of what stands in every store. */
const recorded: readonly (readonly [DataType, Value, string])[] = [
  [longType, 123, 'f6 01'],
  [longType, 2n ** 63n - 1n, 'fe ff ff ff ff ff ff ff ff 01'],
  [longType, -(2n ** 63n), 'ff ff ff ff ff ff ff ff ff 01'],
  [longType, 2n ** 53n, '80 80 80 80 80 80 80 20'],
  [longType, -9007199254740991, 'fd ff ff ff ff ff ff 1f'],
  [intType, -65, '81 01'],
  [doubleType, 1.5, '00 00 00 00 00 00 f8 3f'],
  [doubleType, -0, '00 00 00 00 00 00 00 80'],
  [doubleType, Number.NaN, '00 00 00 00 00 00 f8 7f'],
  [{ kind: 'float' }, 1.5, '00 00 c0 3f'],
  [{ kind: 'boolean' }, true, '01'],
  [stringType, '', '00'],
  [stringType, '\u{1f600}', '08 f0 9f 98 80'],
  [binaryType, Uint8Array.of(0, 255), '04 00 ff'],
  [dateType, -1, '01'],
  [timestampType, 978_307_200_000, '80 d0 b9 fa f8 38'],
  [decimalType(10, 2), { unscaled: -50n, scale: 2 }, '02 ce'],
  [decimalType(10, 2), { unscaled: 128n, scale: 2 }, '04 00 80'],
  [listType(intType), [1, null], '04 02 02 00 00'],
  [listType(intType), [], '00'],
  [mapType(stringType, intType), new Map([['a', 1]]), '02 02 61 02 02 00'],
  [mapType(intType, intType), new Map([[7, null]]), '02 02 0e 00 00'],
  [record(['user', stringType], ['item', longType]), { user: 'u1', item: null }, '02 04 75 31 00'],
];

describe('the bytes of a value', () => {
  test.each(recorded)('%o %o', (type, value, bytes) => {
    const codec = codecOf(type);
    expect(hex(codec.encode(value))).toBe(bytes);
    expect(codec.decode(fromHex(bytes))).toStrictEqual(value);
  });

  test('any value of any type comes back', () => {
    const values = fc.tuple(arbitraryType(3), arbitraryType(2)).chain(([type, other]) => {
      const row = record(['a', type], ['a_b', other]);
      return fc.tuple(fc.constant(row), arbitraryValue(row));
    });
    fc.assert(
      fc.property(values, ([type, value]) => {
        if (value === null) return;
        const codec = codecOf(type);
        const decoded = codec.decode(codec.encode(value));
        expect(decoded).toStrictEqual(value);
        expect(compareOf(type)(decoded, value)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  test('a decimal is rescaled half up, and refused if it then has too many digits', () => {
    const codec = codecOf(decimalType(4, 2));
    expect(codec.decode(codec.encode({ unscaled: 12345n, scale: 3 }))).toEqual({ unscaled: 1235n, scale: 2 });
    expect(() => codec.encode({ unscaled: 100n, scale: 0 })).toThrow('the Avro type decimal(4, 2) cannot hold');
  });

  test('a lone surrogate becomes U+FFFD, in short and long texts', () => {
    const codec = codecOf(stringType);
    for (const text of ['\ud800', `${'x'.repeat(100)}\ud800`]) {
      expect(codec.decode(codec.encode(text))).toBe(text.toWellFormed());
    }
  });

  test('a value larger than the buffer is written whole, and a small one after it', () => {
    const codec = codecOf(listType(stringType));
    const large = Array.from({ length: 50_000 }, (_, index) => `item ${index} \u00e9`.repeat(3));
    expect(codec.decode(codec.encode(large))).toEqual(large);
    expect(hex(codec.encode(['a']))).toBe('02 02 02 61 00');
  });

  test('written into a buffer they tell where they end, or how much room they need', () => {
    const codec = codecOf(stringType);
    const target = new Uint8Array(8);
    expect(codec.encodeInto('abc', target, 2)).toBe(6);
    expect(hex(target.subarray(2, 6))).toBe('06 61 62 63');
    expect(codec.encodeInto('abcdefgh', target, 2)).toBe(11);
  });

  test('are not aliased by what was decoded, nor by what was encoded before', () => {
    const codec = codecOf(binaryType);
    const bytes = codec.encode(Uint8Array.of(1, 2));
    const value = codec.decode(bytes);
    codec.encode(Uint8Array.of(9, 9));
    expect(hex(bytes)).toBe('04 01 02');
    bytes.fill(0);
    expect(value).toEqual(Uint8Array.of(1, 2));
  });

  test('are read from the middle of a larger buffer', () => {
    expect(codecOf(stringType).decode(fromHex('ff ff 02 61 ff').subarray(2, 4))).toBe('a');
  });
});

describe('the schema of another writer', () => {
  const type = record(['v', listType(longType)]);

  test('is followed where it has no nulls', () => {
    const plain = avroSchemaOf(type, 'IR', { nullableElements: false });
    const codec = codecOf(type, plain);
    expect(hex(codec.encode({ v: [1, 2] }))).toBe('02 04 02 04 00');
    expect(codec.decode(fromHex('02 04 02 04 00'))).toEqual({ v: [1, 2] });
    expect(() => codec.encode({ v: [1, null] })).toThrow('"v.1" is null, which the Avro type long cannot hold');
  });

  test('may have arrays in blocks with their size in bytes', () => {
    const codec = codecOf(listType(longType), { type: 'array', items: 'long' });
    expect(codec.decode(fromHex('03 04 02 04 02 06 00'))).toEqual([1, 2, 3]);
  });

  test('may have its nulls second', () => {
    const codec = codecOf(listType(longType), { type: 'array', items: ['long', 'null'] });
    expect(hex(codec.encode([1, null]))).toBe('04 00 02 02 00');
    expect(codec.decode(fromHex('04 00 02 02 00'))).toEqual([1, null]);
  });

  test('is refused if its values are of another type', () => {
    const other = avroSchemaOf(record(['v', listType(doubleType)]), 'IR');
    expect(() => codecOf(type, other)).toThrow('give the schema they were written with');
    expect(() => codecOf(type, avroSchemaOf(record(['w', listType(longType)]), 'IR'))).toThrow('"w"');
  });
});

test('a column whose name Avro does not allow is an error with the name', () => {
  expect(() => codecOf(record(['late-by', intType]))).toThrow(
    'The Avro schema "Value" cannot be used: invalid field name: late-by.',
  );
});

describe('a value that does not fit is named with its path', () => {
  const item = structType('Item', [{ name: 'id', type: longType }]);
  const type = record(
    ['items', listType(item)],
    ['scores', mapType(stringType, intType)],
    ['by', mapType(intType, item)],
  );

  test.each<[Value, string]>([
    [{ items: [{ id: 1 }, { id: 1.5 }] }, '"items.1.id" is 1.5, which the Avro type long cannot hold'],
    [{ items: [{ id: 2n ** 63n }] }, '"items.0.id" is 9223372036854775808n'],
    [{ items: [{ id: 'seven' }] }, '"items.0.id" is "seven"'],
    [{ items: 'none' }, '"items" is "none", which the Avro type array cannot hold'],
    [{ items: [7] }, '"items.0" is 7, which the Avro type record cannot hold'],
    [{ items: [new Map()] }, '"items.0" is Map {}, which the Avro type record'],
    [{ scores: new Map([['a b', 2 ** 31]]) }, '"scores.a b" is 2147483648, which the Avro type int'],
    [{ scores: new Map([[1, 1]]) }, '"scores" is 1, which the Avro type string'],
    [{ scores: { a: 1 } }, '"scores" is Object {"a":1}, which the Avro type map'],
    [{ by: new Map([[1, { id: true }]]) }, '"by.0.value.id" is true'],
    [{ by: [] }, '"by" is Array [], which the Avro type map'],
    [null, 'The value is null, which the Avro type record cannot hold'],
    [5, 'The value is 5, which the Avro type record cannot hold'],
  ])('%o', (value, message) => {
    expect(() => codecOf(type).encode(value)).toThrow(message);
    expect(() => codecOf(type).encode(value)).toThrow(expect.objectContaining({ code: 'INVALID_ARGUMENT' }));
  });

  test('what a struct has beyond its fields is left out, what it lacks is null', () => {
    expect(hex(codecOf(item).encode({ more: 1 }))).toBe('00');
  });
});

describe('bytes that are no value', () => {
  const wide = record(['text', stringType], ['list', listType(longType)], ['map', mapType(stringType, binaryType)]);

  test.each<[string, DataType, string]>([
    ['end early', stringType, '06 61'],
    ['are none', longType, ''],
    ['go on', longType, '02 00'],
    ['end within a double', doubleType, '00 00'],
    ['claim a long list', listType(longType), 'fe ff ff ff ff ff ff ff ff 01'],
    ['claim a long map', mapType(stringType, longType), 'fe ff ff ff 0f'],
    ['claim many bytes', binaryType, 'fe ff ff ff 0f 00'],
    ['have a text of negative length', stringType, '01'],
    ['have bytes of negative length', binaryType, '01'],
    ['have a third branch of two', record(['a', longType]), '04 02'],
    ['have a long of 11 bytes', longType, 'ff ff ff ff ff ff ff ff ff ff 01'],
    ['have a long of 65 bits', longType, 'ff ff ff ff ff ff ff ff ff 03'],
  ])('since they %s', (_, type, bytes) => {
    expect(() => codecOf(type).decode(fromHex(bytes))).toThrow(expect.objectContaining({ code: 'DATA_LOSS' }));
  });

  test('cut anywhere they are an error, and random ones an error or a value', () => {
    const codec = codecOf(wide);
    const value = fc.record({ text: fc.string(), list: fc.array(fc.maxSafeInteger()), map: fc.constant(new Map()) });
    fc.assert(
      fc.property(value, fc.double({ min: 0, max: 0.999, noNaN: true }), fc.uint8Array(), (row, part, noise) => {
        const bytes = codec.encode(row);
        expect(() => codec.decode(bytes.subarray(0, Math.floor(part * bytes.length)))).toThrow('are not a value');
        try {
          codec.decode(noise);
        } catch (error) {
          expect(error).toMatchObject({ name: 'IsochronError', code: 'DATA_LOSS' });
        }
      }),
    );
  });
});
