import { expect, test } from 'vitest';
import { fromHex, hex } from './hex.fixture.ts';
import { readSingleObject, wrapSingleObject } from './single-object.ts';

test('a single object is magic, fingerprint with its low byte first, payload', () => {
  const bytes = wrapSingleObject(0x63dd24e7cc258f8an, fromHex('02 0e'));
  expect(hex(bytes)).toBe('c3 01 8a 8f 25 cc e7 24 dd 63 02 0e');
});

test('it is read wherever it lies in a larger buffer', () => {
  const bytes = fromHex('00 c3 01 8a 8f 25 cc e7 24 dd 63 02 0e 00').subarray(1, 13);
  const { fingerprint, payload } = readSingleObject(bytes);
  expect(fingerprint).toBe(0x63dd24e7cc258f8an);
  expect(hex(payload)).toBe('02 0e');
});

test('an empty payload is a payload', () => {
  expect(readSingleObject(wrapSingleObject(2n ** 64n - 1n, new Uint8Array(0)))).toEqual({
    fingerprint: 2n ** 64n - 1n,
    payload: new Uint8Array(0),
  });
});

test.each(['', 'c3', 'c3 01 00 00 00 00 00 00 00', 'c3 02 00 00 00 00 00 00 00 00', '02 0e 75 73 65 72 5f 31 38 00'])(
  '"%s" is none',
  (bytes) => {
    expect(() => readSingleObject(fromHex(bytes))).toThrow('not an Avro single object');
  },
);
