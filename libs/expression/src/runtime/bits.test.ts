import { expect, test } from 'vitest';
import { RowFault } from '../row-fault.ts';
import { bitCount, bitwiseNot, shiftBytesLeft, shiftBytesRight, shiftLeft, shiftRight } from './bits.ts';

test('shifts drop what leaves 64 bits, and repeat no sign', () => {
  expect(shiftLeft(1, 63)).toBe(-(2n ** 63n));
  expect(shiftLeft(1, 64)).toBe(0);
  expect(shiftRight(-1, 1)).toBe(2n ** 63n - 1n);
  expect(() => shiftLeft(1, -1)).toThrow(RowFault);
});

test('bytes are shifted as one number of their length', () => {
  expect([...shiftBytesLeft(Uint8Array.of(1, 0x80), 1)]).toEqual([3, 0]);
  expect([...shiftBytesRight(Uint8Array.of(1, 0x80), 4)]).toEqual([0, 0x18]);
  expect([...shiftBytesRight(Uint8Array.of(1, 2), 2n ** 60n)]).toEqual([0, 0]);
});

test('turning and counting bits', () => {
  expect(bitwiseNot(2 ** 53 - 1)).toBe(-(2n ** 53n));
  expect(bitCount(-1)).toBe(64);
  expect(bitCount(255)).toBe(8);
});
