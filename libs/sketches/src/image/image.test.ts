import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes.fixture.ts';
import { ImageReader } from './image-reader.ts';
import { ImageWriter } from './image-writer.ts';

describe('an image', () => {
  test('is written and read least significant byte first, and grows', () => {
    const writer = new ImageWriter(1);
    writer.byte(0xfe);
    writer.uint16(0x93cc);
    writer.uint32(0x80000001);
    writer.float32(1.5);
    writer.float64(-0);
    writer.long(-2);
    writer.long(2n ** 62n);
    writer.bytes(Uint8Array.of(1, 2));
    const image = writer.image();
    expect(toHex(image)).toBe('fecc93010000800000c03f0000000000000080feffffffffffffff00000000000000400102');
    const reader = new ImageReader('test', image);
    expect([reader.byte('a'), reader.uint16('b'), reader.uint32('c'), reader.float32('d')]).toEqual([
      0xfe, 0x93cc, 0x80000001, 1.5,
    ]);
    expect([reader.float64('e'), reader.long('f'), reader.long('g')]).toEqual([-0, -2, 2n ** 62n]);
    expect(() => reader.end()).toThrow('2 bytes are left over');
    expect([...reader.bytes(2, 'h')]).toEqual([1, 2]);
    reader.end();
  });

  test.each([
    [
      'a field that is not there',
      '01',
      (reader: ImageReader) => reader.uint32('size'),
      'size wants 4 bytes at 0, and 1 are left',
    ],
    ['a count below 0', 'ffffffffffffffff', (reader: ImageReader) => reader.count('n'), 'n is -1, not a count'],
    ['a count beyond 2^53', 'ffffffffffffff00', (reader: ImageReader) => reader.count('n'), 'n is 72057594037927935'],
    [
      'a length that the bytes cannot bear out',
      '00',
      (reader: ImageReader) => reader.bytes(2 ** 31, 'items'),
      'items wants',
    ],
    [
      'a value out of its range',
      '05',
      (reader: ImageReader) => reader.within(reader.byte('lg k'), 6, 9, 'lg k'),
      'lg k is 5',
    ],
    [
      'a value that means nothing',
      '05',
      (reader: ImageReader) => reader.among(reader.byte('family'), [1, 2], 'family'),
      'family is 5, not 1 or 2',
    ],
  ])('%s is a DATA_LOSS', (_title, hex, read, sentence) => {
    expect(() => read(new ImageReader('test', fromHex(hex)))).toThrow(
      expect.objectContaining({ code: 'DATA_LOSS', message: expect.stringContaining(sentence) }),
    );
  });
});
