import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOfInteger, integerOfBytes } from './decimal-bytes.ts';
import { fromHex, hex } from './hex.fixture.ts';

test.each([
  [0n, '00'],
  [-1n, 'ff'],
  [127n, '7f'],
  [128n, '00 80'],
  [-128n, '80'],
  [-129n, 'ff 7f'],
  [256n, '01 00'],
])('%d is %s', (value, bytes) => {
  expect(hex(bytesOfInteger(value))).toBe(bytes);
});

test('every integer comes back, from longer forms too', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 38n), 10n ** 38n), (value) => {
      expect(integerOfBytes(bytesOfInteger(value))).toBe(value);
    }),
  );
  expect(integerOfBytes(fromHex('ff ff ff'))).toBe(-1n);
  expect(integerOfBytes(fromHex(''))).toBe(0n);
});
