import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';

export const INT64_MAX = 2n ** 63n - 1n;
export const INT64_MIN = -(2n ** 63n);

/** A whole number as an INT64 is held; undefined where it has more than 64 bits. */
export function int64Of(value: bigint): Int64 | undefined {
  const near = Number(value);
  if (Number.isSafeInteger(near)) return near;
  return value > INT64_MAX || value < INT64_MIN ? undefined : value;
}

/** The same; a fault where it has more than 64 bits. `what` says what was computed: `1 + 2`. */
export function int64OrFault(value: bigint, what: () => string): Int64 {
  return int64Of(value) ?? overflow(what());
}

function overflow(what: string): never {
  throw new RowFault(`INT64 overflow: ${what}`);
}

// The sums and products that do not fit a safe integer, for which the generated code calls these.
export const addInt64 = (a: Int64, b: Int64): Int64 => int64OrFault(BigInt(a) + BigInt(b), () => `${a} + ${b}`);
export const subtractInt64 = (a: Int64, b: Int64): Int64 => int64OrFault(BigInt(a) - BigInt(b), () => `${a} - ${b}`);
export const multiplyInt64 = (a: Int64, b: Int64): Int64 => int64OrFault(BigInt(a) * BigInt(b), () => `${a} * ${b}`);
export const negateInt64 = (a: Int64): Int64 => int64OrFault(-BigInt(a), () => `-(${a})`);

/** Cut toward zero. */
export function divideInt64(a: Int64, b: Int64): Int64 {
  if (b === 0) throw new RowFault(`division by zero: ${a} / 0`);
  if (typeof a === 'number' && typeof b === 'number') return Math.trunc(a / b) + 0;
  return int64OrFault(BigInt(a) / BigInt(b), () => `${a} / ${b}`);
}

/** The remainder of {@link divideInt64}; it has the sign of `a`. */
export function moduloInt64(a: Int64, b: Int64): Int64 {
  if (b === 0) throw new RowFault(`division by zero: MOD(${a}, 0)`);
  if (typeof a === 'number' && typeof b === 'number') return (a % b) + 0;
  return int64OrFault(BigInt(a) % BigInt(b), () => `MOD(${a}, ${b})`);
}
