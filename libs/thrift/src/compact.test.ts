import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  derivationStruct,
  type GroupBy,
  groupByStruct,
  type MetaData,
  metaDataStruct,
  type TileKey,
  tileKeyStruct,
} from './generated/index.ts';
import { fromCompact } from './read-compact.ts';
import { toCompact } from './write-compact.ts';
import { toJson } from './write-json.ts';

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

// Recorded: the key of a stored tile, and that of a request for tiles, which names no start.
const keys: readonly (readonly [key: TileKey, hex: string])[] = [
  [
    {
      dataset: 'X_STREAMING',
      keyBytes: Uint8Array.of(2, 0xf6, 1),
      tileSizeMillis: 300000,
      tileStartTimestampMillis: 1705312500000,
    },
    '180b585f53545245414d494e47 1933 02f601 16c0cf24 16c0e4ddc8a163 00',
  ],
  [
    { dataset: 'X_STREAMING', keyBytes: Uint8Array.of(2, 0xf6, 1), tileSizeMillis: 300000 },
    '180b585f53545245414d494e47 1933 02f601 16c0cf24 00',
  ],
];

test.each(keys)('a tile key has the bytes it always had', (key, hex) => {
  expect(toCompact(tileKeyStruct, key)).toEqual(bytes(hex));
  expect(fromCompact(tileKeyStruct, bytes(hex))).toEqual(key);
});

test('booleans stand in their header, far ids after it, doubles low byte first, empty maps without types', () => {
  const metaData: MetaData = { name: 'n', tableProperties: {}, online: true, production: false, samplePercent: 1 };
  const expected = '18016e 5b00 01c801 12 079203 000000000000f03f 00';
  expect(toCompact(metaDataStruct, metaData)).toEqual(bytes(expected));
  expect(fromCompact(metaDataStruct, bytes(expected))).toEqual(metaData);
});

const groupBy: fc.Arbitrary<GroupBy> = fc.record(
  {
    keyColumns: fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }),
    accuracy: fc.constantFrom(0, 1),
    aggregations: fc.array(
      fc.record(
        {
          inputColumn: fc.string(),
          operation: fc.constantFrom(0, 20, 1001),
          argMap: fc.dictionary(fc.string(), fc.string()),
          windows: fc.array(fc.record({ length: fc.integer(), timeUnit: fc.constantFrom(0, 1, 2) })),
        },
        { requiredKeys: [] },
      ),
    ),
    metaData: fc.record(
      {
        online: fc.boolean(),
        samplePercent: fc.double({ noNaN: true, noDefaultInfinity: true }),
        executionInfo: fc.record({ healthCheckIntervalMillis: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

test('what is written is read, by its canonical JSON', () => {
  fc.assert(
    fc.property(groupBy, (value) => {
      const read = fromCompact(groupByStruct, toCompact(groupByStruct, value));
      expect(toJson(groupByStruct, read)).toBe(toJson(groupByStruct, value));
    }),
  );
});

test('fields that the descriptor does not have are skipped', () => {
  const metaData: MetaData = {
    online: true,
    samplePercent: 5,
    columnTags: { a: { b: 'c' } },
    executionInfo: { tableDependencies: [{ isSoftNodeDependency: true }], stepDays: 3 },
  };
  const wire = toCompact(metaDataStruct, { ...metaData, name: 'n', team: 'e' });
  expect(fromCompact(derivationStruct, wire)).toEqual({ name: 'n', expression: 'e' });
});

test('bytes that are no value are refused with a sentence, never read past their end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
      try {
        fromCompact(groupByStruct, noise);
      } catch (error) {
        expect(String(error)).toMatch(/^IsochronError: These bytes are not compact Thrift: at byte \d+, .+\.$/);
      }
    }),
  );
  expect(() => fromCompact(tileKeyStruct, bytes('180b58'))).toThrow('the bytes end before the value does');
  expect(() => fromCompact(tileKeyStruct, bytes('0000'))).toThrow('the value ends, and 1 bytes follow');
  expect(() => fromCompact(groupByStruct, bytes('550400'))).toThrow('2 is not a number of the enum Accuracy');
});
