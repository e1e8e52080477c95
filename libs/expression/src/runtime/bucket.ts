import { RowFault } from '../row-fault.ts';
import type { Int64, Interval } from '../value.ts';
import { civilOf, daysInMonth, daysOf } from './calendar.ts';
import { dayOfSeconds, inDates, inYears, SECONDS_OF_DAY, secondsOf, subsecondOf } from './instant.ts';
import { intervalText, MICROS_OF_DAY } from './interval.ts';
import { type MomentType, momentOf } from './moment.ts';

/** The beginning of the bucket of a width that a value is in, counted from an origin both ways. */

/** 1950-01-01, a Sunday: where buckets begin without an origin. */
export const ORIGIN_DAY = -7305;
export const ORIGIN_MICROS = ORIGIN_DAY * 86_400_000_000;

function refuseWidth(width: Interval): never {
  throw new RowFault(`a bucket cannot be ${intervalText(width)} wide: its width is of one kind of part, and positive`);
}

/** Exactly one of months, days and microseconds, and that positive. */
function checkWidth(width: Interval, allowed: 'any' | 'no months'): void {
  const { months, days, micros } = width;
  const kinds = [months, days, Number(micros)];
  if (
    (allowed === 'no months' && months !== 0) ||
    kinds.some((each) => each < 0) ||
    kinds.filter((each) => each !== 0).length !== 1
  )
    refuseWidth(width);
}

export function dateBucket(days: number, width: Interval, origin = ORIGIN_DAY): number {
  // As ZetaSQL: less than a day is refused, and less than nothing has no say.
  if (Number(width.micros) > 0) refuseWidth(width);
  checkWidth({ ...width, micros: 0 }, 'any');
  const what = (): string => `the bucket of ${intervalText(width)}`;
  if (width.months > 0) return inDates(monthBucket(days, origin, width.months, false), what);
  const rest = (days - origin) % width.days;
  return inDates(days - rest - (rest < 0 ? width.days : 0), what);
}

export function momentBucket(type: MomentType): (micros: Int64, width: Interval, origin?: Int64) => Int64 {
  return (micros, width, origin = ORIGIN_MICROS) => {
    checkWidth(width, type === 'DATETIME' ? 'any' : 'no months');
    if (width.months > 0) return monthBucketOfMoment(micros, width.months, origin);
    const size = BigInt(width.days) * MICROS_OF_DAY + BigInt(width.micros);
    const rest = (BigInt(micros) - BigInt(origin)) % size;
    return momentOf(BigInt(micros) - rest - (rest < 0n ? size : 0n), type);
  };
}

function monthBucketOfMoment(micros: Int64, months: number, origin: Int64): Int64 {
  const [seconds, start] = [secondsOf(micros), secondsOf(origin)];
  const [day, originDay] = [dayOfSeconds(seconds), dayOfSeconds(start)];
  const clock = (seconds - day * SECONDS_OF_DAY) * 1_000_000 + subsecondOf(micros);
  const originClock = (start - originDay * SECONDS_OF_DAY) * 1_000_000 + subsecondOf(origin);
  const bucket = monthBucket(day, originDay, months, clock < originClock);
  const at = bucket * SECONDS_OF_DAY + (start - originDay * SECONDS_OF_DAY);
  return inYears(at, subsecondOf(origin), 'DATETIME', () => `the bucket of ${months} months`);
}

/** `isEarlierInDay`: whether the value's clock is before the origin's. The last days of two months count as the same day. */
function monthBucket(days: number, origin: number, months: number, isEarlierInDay: boolean): number {
  const [value, start] = [civilOf(days), civilOf(origin)];
  const isLast = ({ year, month, day }: typeof value): boolean => day === daysInMonth(year, month);
  const day = isLast(start) && isLast(value) ? start.day : value.day;
  const count = value.year * 12 + value.month;
  const rest = (count - (start.year * 12 + start.month)) % months;
  const isBefore = rest < 0 || (rest === 0 && (day < start.day || (day === start.day && isEarlierInDay)));
  const first = count - rest - (isBefore ? months : 0) - 1;
  const [year, month] = [Math.floor(first / 12), (first % 12) + 1];
  return daysOf(year, month, Math.min(start.day, daysInMonth(year, month)));
}
