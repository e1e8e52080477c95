import { expect, test } from 'vitest';
import {
  groupByStruct,
  type MetaData,
  metaDataStruct,
  type TileKey,
  type TileSummary,
  tileKeyStruct,
  tileSummaryStruct,
} from '../../generated/index.ts';
import { hexBytes } from '../../hex.fixture.ts';
import { fromCompact, toCompact } from '../index.ts';

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
  expect(toCompact(tileKeyStruct, key)).toEqual(hexBytes(hex));
  expect(fromCompact(tileKeyStruct, hexBytes(hex))).toEqual(key);
});

test('booleans stand in their header, far ids after it, doubles low byte first, empty maps without types', () => {
  const metaData: MetaData = { name: 'n', tableProperties: {}, online: true, production: false, samplePercent: 1 };
  const expected = '18016e 5b00 01c801 12 079203 000000000000f03f 00';
  expect(toCompact(metaDataStruct, metaData)).toEqual(hexBytes(expected));
  expect(fromCompact(metaDataStruct, hexBytes(expected))).toEqual(metaData);
});

test('fifteen elements have their number after the type', () => {
  const summary: TileSummary = { lengthPercentiles: Array(15).fill(-1) };
  const expected = `79 f50f ${'01'.repeat(15)} 00`;
  expect(toCompact(tileSummaryStruct, summary)).toEqual(hexBytes(expected));
  expect(fromCompact(tileSummaryStruct, hexBytes(expected))).toEqual(summary);
});

test.each([
  ['180b58', '11 bytes or elements are announced where 1 bytes are left'],
  ['36c0', 'the bytes end before the value does'],
  ['0000', 'the value ends, and 1 bytes follow'],
  ['18ffffffffffffffffff01', 'bytes or elements are announced where 0 bytes are left'],
  ['16ffffffffffffffffff02', 'the field TileKey.dataset is a i64 where a binary is due'],
  ['36ffffffffffffffffff02', 'an integer has more than 64 bits'],
  ['36ffffffffffffffffffff', 'an integer has more than 64 bits'],
  ['1802c328', 'a text is not UTF-8'],
  ['29f3ffffffff07', '2147483647 bytes or elements are announced where 0 bytes are left'],
  ['291500', 'a list has elements of type i32 where byte is due'],
  ['1e', '14 is not a wire type'],
  ['05ffffffff0f', 'is beyond i16'],
])('%s is refused: %s', (hex, sentence) => {
  expect(() => fromCompact(tileKeyStruct, hexBytes(hex))).toThrow(sentence);
});

test('a number that the enum does not have is refused', () => {
  expect(() => fromCompact(groupByStruct, hexBytes('550400'))).toThrow('2 is not a number of the enum Accuracy');
});
