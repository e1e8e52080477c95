import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';

/** 64 bits in two's complement as an INT64 is held. */
function signed(bits: bigint): Int64 {
  const value = BigInt.asIntN(64, bits);
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : value;
}

export const bitwiseInt64 =
  (of: (a: bigint, b: bigint) => bigint) =>
  (a: Int64, b: Int64): Int64 =>
    signed(of(BigInt(a), BigInt(b)));

export const bitwiseNot = (value: Int64): Int64 => signed(~BigInt(value));

function refuseNegative(by: Int64): void {
  if (by < 0) throw new RowFault(`shift by a negative count: ${by}`);
}

export function shiftLeft(value: Int64, by: Int64): Int64 {
  refuseNegative(by);
  return by >= 64 ? 0 : signed(BigInt(value) << BigInt(by));
}

export function shiftRight(value: Int64, by: Int64): Int64 {
  refuseNegative(by);
  return by >= 64 ? 0 : signed(BigInt.asUintN(64, BigInt(value)) >> BigInt(by));
}

/** Byte by byte. */
export const bytesOf =
  (operator: string, of: (a: number, b: number) => number) =>
  (a: Uint8Array, b: Uint8Array): Uint8Array => {
    if (a.length === b.length) return a.map((byte, at) => of(byte, b[at] ?? 0));
    throw new RowFault(`${operator} of ${a.length} and ${b.length} bytes; both must be equally long`);
  };

export const bytesNot = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => ~byte);

/** All bytes as one number whose first byte counts most; the length stays. */
export function shiftBytesLeft(bytes: Uint8Array, by: Int64): Uint8Array {
  refuseNegative(by);
  if (by >= bytes.length * 8) return new Uint8Array(bytes.length);
  const [whole, bits] = [Math.floor(Number(by) / 8), Number(by) % 8];
  return bytes.map((_, at) => ((bytes[at + whole] ?? 0) << bits) | ((bytes[at + whole + 1] ?? 0) >> (8 - bits)));
}

export function shiftBytesRight(bytes: Uint8Array, by: Int64): Uint8Array {
  refuseNegative(by);
  if (by >= bytes.length * 8) return new Uint8Array(bytes.length);
  const [whole, bits] = [Math.floor(Number(by) / 8), Number(by) % 8];
  return bytes.map((_, at) => ((bytes[at - whole] ?? 0) >> bits) | ((bytes[at - whole - 1] ?? 0) << (8 - bits)));
}

export function bitCount(value: Int64): number {
  const bits = BigInt.asUintN(64, BigInt(value));
  return ones(Number(bits & 0xffffffffn)) + ones(Number(bits >> 32n));
}

export const bitCountOfBytes = (bytes: Uint8Array): number => bytes.reduce((count, byte) => count + ones(byte), 0);

/** Of 32 bits. */
function ones(bits: number): number {
  let left = bits >>> 0;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}
