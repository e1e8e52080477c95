import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { clockExtractorOf, clockPartMicros, floorCount, narrowed } from './clock-part.ts';
import { adderOf, COUNT_MAX, counterOf, extractorOf, truncatorOf } from './date-part.ts';
import { timestampText } from './date-time-text.ts';
import {
  dayOfSeconds,
  inDates,
  inYears,
  isInRange,
  MICROS_OF_DAY,
  microsOf,
  SECONDS_OF_DAY,
  secondsOf,
  subsecondOf,
} from './instant.ts';
import { UTC, type Zone } from './zone.ts';

/** TIMESTAMP and DATETIME, both held as microseconds: the first counted on the clock of UTC, the second on a calendar's own. */

export type MomentType = 'TIMESTAMP' | 'DATETIME';

/** The day and the microsecond of the day that a clock shows. */
export const localDay = (micros: Int64, zone: Zone): number => {
  const seconds = secondsOf(micros);
  return dayOfSeconds(seconds + zone.offsetAt(seconds));
};

export const localClock = (micros: Int64, zone: Zone): number => {
  const seconds = secondsOf(micros);
  const local = seconds + zone.offsetAt(seconds);
  return (local - dayOfSeconds(local) * SECONDS_OF_DAY) * 1_000_000 + subsecondOf(micros);
};

/** EXTRACT of any part but DATE, TIME and DATETIME. */
export function momentExtractor(part: string): (micros: Int64, zone: Zone) => number {
  const clock = clockExtractorOf(part);
  if (clock !== undefined) return (micros, zone) => clock(localClock(micros, zone));
  const extract = extractorOf(part);
  return (micros, zone) => extract(localDay(micros, zone));
}

export const dateOfMoment = (micros: Int64, zone: Zone): number =>
  inDates(localDay(micros, zone), () => `the date of ${shown(micros)} in that time zone`);

export function datetimeOfTimestamp(micros: Int64, zone: Zone): Int64 {
  const seconds = secondsOf(micros);
  return inYears(seconds + zone.offsetAt(seconds), subsecondOf(micros), 'DATETIME', () => shown(micros));
}

export const timestampOfDatetime = (micros: Int64, zone: Zone): Int64 =>
  inYears(
    zone.instantOf(secondsOf(micros)),
    subsecondOf(micros),
    'TIMESTAMP',
    () => `${shown(micros)} in that time zone`,
  );

export const timestampOfDate = (days: number, zone: Zone): Int64 =>
  inYears(
    zone.instantOf(days * SECONDS_OF_DAY),
    0,
    'TIMESTAMP',
    () => `midnight of ${shown(days * MICROS_OF_DAY)} in that time zone`,
  );

/** So many parts on; of the parts that differ in length only for DATETIME. */
export function momentAdder(part: string, type: MomentType): (micros: Int64, count: Int64) => Int64 {
  const length = part === 'DAY' ? MICROS_OF_DAY : clockPartMicros[part];
  if (length !== undefined) return (micros, count) => addMicros(micros, count, length, type);
  const add = adderOf(part);
  return (micros, count) => {
    const seconds = secondsOf(micros);
    const days = dayOfSeconds(seconds);
    if (Math.abs(Number(count)) > COUNT_MAX) throw tooFar(micros, count, part, type);
    const to = add(days, Number(count));
    return inYears(
      seconds + (to - days) * SECONDS_OF_DAY,
      subsecondOf(micros),
      type,
      () => `${shown(micros)} + ${count} ${part}`,
    );
  };
}

/** Sums that are safe integers are in range: they reach from the year 1684 to 2255. */
function addMicros(micros: Int64, count: Int64, length: number, type: MomentType): Int64 {
  if (typeof micros === 'number' && typeof count === 'number') {
    const sum = micros + count * length;
    if (Number.isSafeInteger(count * length) && Number.isSafeInteger(sum)) return sum + 0;
  }
  return momentOf(BigInt(micros) + BigInt(count) * BigInt(length), type);
}

/** An exact count of microseconds; a fault where it is beyond the years 1 to 9999. */
export function momentOf(micros: bigint, type: MomentType): Int64 {
  const held = narrowed(micros);
  if (isInRange(Number(micros / 1_000_000n)) && isInRange(secondsOf(held))) return held;
  throw new RowFault(`${type} out of range (years 0001 to 9999): ${micros} microseconds from 1970-01-01`);
}

/** Cut toward zero. */
export function timestampDifference(part: string): (a: Int64, b: Int64) => Int64 {
  const length = part === 'DAY' ? MICROS_OF_DAY : (clockPartMicros[part] ?? 1);
  return (a, b) => {
    if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a - b))
      return Math.trunc((a - b) / length) + 0;
    return narrowed((BigInt(a) - BigInt(b)) / BigInt(length));
  };
}

/** How often the part begins between the two. */
export function datetimeDifference(part: string): (a: Int64, b: Int64) => Int64 {
  const length = clockPartMicros[part];
  if (length !== undefined) {
    return (a, b) => narrowed(BigInt(floorCount(a, length)) - BigInt(floorCount(b, length)));
  }
  const count = counterOf(part);
  return (a, b) => count(localDay(a, UTC)) - count(localDay(b, UTC));
}

/** The instant at which the part began that a clock shows. */
export function momentTruncator(part: string, type: MomentType): (micros: Int64, zone: Zone) => Int64 {
  const length = clockPartMicros[part];
  if (length !== undefined && length <= 1_000_000) {
    return (micros) => microsOf(secondsOf(micros), subsecondOf(micros) - (subsecondOf(micros) % length));
  }
  if (length !== undefined) {
    return (micros, zone) => {
      const seconds = secondsOf(micros);
      const offset = zone.offsetAt(seconds);
      const local = seconds + offset;
      const start = Math.floor(local / (length / 1_000_000)) * (length / 1_000_000);
      return inYears(start - offset, 0, type, () => `${shown(micros)} cut to ${part}`);
    };
  }
  const truncate = truncatorOf(part);
  return (micros, zone) => {
    const day = localDay(micros, zone);
    if (part === 'ISOYEAR') inDates(day, () => `the date of ${shown(micros)} in that time zone`);
    return inYears(zone.instantOf(truncate(day) * SECONDS_OF_DAY), 0, type, () => `${shown(micros)} cut to ${part}`);
  };
}

const shown = (micros: Int64): string => timestampText(micros, UTC);

const tooFar = (micros: Int64, count: Int64, part: string, type: MomentType): RowFault =>
  new RowFault(`${type} out of range (years 0001 to 9999): ${shown(micros)} + ${count} ${part}`);
