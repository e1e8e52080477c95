import type { Int64 } from '../value.ts';
import { floorModulo } from './calendar.ts';

/** How long the parts are that are always as long, in microseconds. */
export const clockPartMicros: Readonly<Record<string, number>> = {
  MICROSECOND: 1,
  MILLISECOND: 1000,
  SECOND: 1_000_000,
  MINUTE: 60_000_000,
  HOUR: 3_600_000_000,
};
export const clockParts: readonly string[] = Object.keys(clockPartMicros);

/** A count of microseconds as the count of a longer part, rounded down. */
export function floorCount(micros: Int64, length: number): Int64 {
  if (typeof micros === 'number') return (micros - floorModulo(micros, length)) / length + 0;
  const [divisor, quotient] = [BigInt(length), micros / BigInt(length)];
  return narrowed(micros % divisor < 0n ? quotient - 1n : quotient);
}

/** The part of a second, a minute or an hour in a count of microseconds since midnight. */
const clockExtractors: Readonly<Record<string, (micros: number) => number>> = {
  MICROSECOND: (micros) => micros % 1_000_000,
  MILLISECOND: (micros) => Math.floor((micros % 1_000_000) / 1000),
  SECOND: (micros) => Math.floor(micros / 1_000_000) % 60,
  MINUTE: (micros) => Math.floor(micros / 60_000_000) % 60,
  HOUR: (micros) => Math.floor(micros / 3_600_000_000),
};

export const clockExtractorOf = (part: string): ((micros: number) => number) | undefined => clockExtractors[part];

/** A whole number that fits 64 bits, as an INT64 is held. */
export function narrowed(value: bigint): Int64 {
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : value;
}
