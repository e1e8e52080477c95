import { expect, test } from 'vitest';
import {
  groupByStruct,
  type MetaData,
  metaDataStruct,
  type TileKey,
  tileKeyStruct,
  tileSummaryStruct,
} from '../../generated/index.ts';
import { hexBytes } from '../../hex.fixture.ts';
import { fromBinary, toBinary } from '../index.ts';

test('everything has its fixed size, high byte first', () => {
  const key: TileKey = { dataset: 'XY', keyBytes: Uint8Array.of(2, 0xf6), tileSizeMillis: 300000 };
  const expected = '0b0001 00000002 5859 0f0002 03 00000002 02f6 0a0003 00000000000493e0 00';
  expect(toBinary(tileKeyStruct, key)).toEqual(hexBytes(expected));
  expect(fromBinary(tileKeyStruct, hexBytes(expected))).toEqual(key);
});

test('booleans are a byte, empty maps have types', () => {
  const metaData: MetaData = { tableProperties: {}, online: true, production: false, samplePercent: -0 };
  const expected = '0d0006 0b0b 00000000 020064 01 020065 00 0400c9 8000000000000000 00';
  expect(toBinary(metaDataStruct, metaData)).toEqual(hexBytes(expected));
  expect(fromBinary(metaDataStruct, hexBytes(expected))).toEqual(metaData);
});

test.each([
  ['0b0001 ffffffff', 'a size is negative: -1'],
  ['0b0001 7fffffff 58', '2147483647 bytes or elements are announced where 1 bytes are left'],
  ['0b0001 00000002 c328', 'a text is not UTF-8'],
  ['0f0002 08 00000001 00000000', 'a list has elements of type i32 where byte is due'],
  ['0f0002 01 00000000', '1 is not a wire type'],
  ['0a0001 0000000000000000', 'the field TileKey.dataset is a i64 where a binary is due'],
  ['05', 'the bytes end before the value does'],
  ['05ffff', '5 is not a wire type'],
  ['0000', 'the value ends, and 1 bytes follow'],
])('%s is refused: %s', (hex, sentence) => {
  expect(() => fromBinary(tileKeyStruct, hexBytes(hex))).toThrow(sentence);
});

test('a map of other types, and a number that the enum does not have, are refused', () => {
  expect(() => fromBinary(tileSummaryStruct, hexBytes('0d0002 0b0b 00000001 00000000 00000000'))).toThrow(
    'a map goes from binary to binary where binary to i64 is due',
  );
  expect(() => fromBinary(groupByStruct, hexBytes('080005 00000002 00'))).toThrow(
    '2 is not a number of the enum Accuracy',
  );
});
