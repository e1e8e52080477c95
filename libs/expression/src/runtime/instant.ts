import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { DATE_MAX, DATE_MIN, floorDivide } from './calendar.ts';

/** A count of microseconds as whole seconds, rounded down, and the microseconds of that second: both exact as numbers, in all years. */

export const SECONDS_OF_DAY = 86_400;
export const MICROS_OF_SECOND = 1_000_000;
export const MICROS_OF_DAY = SECONDS_OF_DAY * MICROS_OF_SECOND;

/** 0001-01-01 00:00:00 and 9999-12-31 23:59:59. */
export const SECONDS_MIN = DATE_MIN * SECONDS_OF_DAY;
export const SECONDS_MAX = (DATE_MAX + 1) * SECONDS_OF_DAY - 1;

export function secondsOf(micros: Int64): number {
  // A division alone would round up just before a whole second.
  if (typeof micros === 'number') return (micros - subsecondOf(micros)) / MICROS_OF_SECOND;
  return Number((micros - BigInt(subsecondOf(micros))) / 1_000_000n);
}

export function subsecondOf(micros: Int64): number {
  const rest = typeof micros === 'number' ? micros % MICROS_OF_SECOND : Number(micros % 1_000_000n);
  return rest < 0 ? rest + MICROS_OF_SECOND : rest + 0;
}

export function microsOf(seconds: number, subsecond: number): Int64 {
  const near = seconds * MICROS_OF_SECOND + subsecond;
  return Number.isSafeInteger(near) ? near + 0 : BigInt(seconds) * 1_000_000n + BigInt(subsecond);
}

export const dayOfSeconds = (seconds: number): number => floorDivide(seconds, SECONDS_OF_DAY);

export const isInRange = (seconds: number): boolean => seconds >= SECONDS_MIN && seconds <= SECONDS_MAX;

/** As an INT64 is held; a fault before 0001-01-01 or after 9999-12-31. `what` says what was computed. */
export function inYears(seconds: number, subsecond: number, type: string, what: () => string): Int64 {
  if (isInRange(seconds)) return microsOf(seconds, subsecond);
  throw new RowFault(`${type} out of range (years 0001 to 9999): ${what()}`);
}

/** The same for a day. */
export function inDates(days: number, what: () => string): number {
  if (days >= DATE_MIN && days <= DATE_MAX) return days + 0;
  throw new RowFault(`DATE out of range (0001-01-01 to 9999-12-31): ${what()}`);
}
