import { addMonths, civilOf, dayOfYear, daysOf, isoYearOf, isoYearStart, weekdayOf, weekStart } from './calendar.ts';

/** What each part of a date means for a day, a number since 1970-01-01. Parts are named as in GoogleSQL: `MONTH`, `WEEK(MONDAY)`. */

const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** The weekday on which weeks begin, 0 for Sunday; null for a part that is no week. */
export function firstWeekday(part: string): number | null {
  if (part === 'WEEK') return 0;
  if (part === 'ISOWEEK') return 1;
  const match = /^WEEK\((\w+)\)$/.exec(part);
  return match === null ? null : WEEKDAYS.indexOf(match[1] ?? '');
}

export const weekParts: readonly string[] = ['WEEK', 'ISOWEEK', ...WEEKDAYS.map((day) => `WEEK(${day})`)];
/** Parts that a date is cut down to, and that lie between two dates. */
export const dateParts: readonly string[] = ['DAY', ...weekParts, 'MONTH', 'QUARTER', 'YEAR', 'ISOYEAR'];
/** Parts that are added to a date. */
export const addedDateParts: readonly string[] = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'];
export const extractedDateParts: readonly string[] = [...dateParts, 'DAYOFWEEK', 'DAYOFYEAR'];

const extractors: Readonly<Record<string, (days: number) => number>> = {
  DAY: (days) => civilOf(days).day,
  DAYOFWEEK: (days) => weekdayOf(days) + 1,
  DAYOFYEAR: dayOfYear,
  MONTH: (days) => civilOf(days).month,
  QUARTER: (days) => Math.ceil(civilOf(days).month / 3),
  YEAR: (days) => civilOf(days).year,
  ISOYEAR: isoYearOf,
  ISOWEEK: (days) => (weekStart(days, 1) - isoYearStart(isoYearOf(days))) / 7 + 1,
};

/** EXTRACT. Days of a year before its first week are of week 0. */
export function extractorOf(part: string): (days: number) => number {
  const extract = extractors[part];
  if (extract !== undefined) return extract;
  const weekday = weekdayFor(part);
  return (days) => Math.floor((dayOfYear(days) + 6 - ((weekdayOf(days) - weekday + 7) % 7)) / 7);
}

const truncators: Readonly<Record<string, (days: number) => number>> = {
  DAY: (days) => days,
  MONTH: (days) => {
    const { year, month } = civilOf(days);
    return daysOf(year, month, 1);
  },
  QUARTER: (days) => {
    const { year, month } = civilOf(days);
    return daysOf(year, month - ((month - 1) % 3), 1);
  },
  YEAR: (days) => daysOf(civilOf(days).year, 1, 1),
  ISOYEAR: (days) => isoYearStart(isoYearOf(days)),
};

/** The first day of the part; it may lie before year 1. */
export function truncatorOf(part: string): (days: number) => number {
  const truncate = truncators[part];
  if (truncate !== undefined) return truncate;
  const weekday = weekdayFor(part);
  return (days) => weekStart(days, weekday);
}

const counters: Readonly<Record<string, (days: number) => number>> = {
  DAY: (days) => days,
  MONTH: monthCount,
  QUARTER: (days) => Math.floor(monthCount(days) / 3),
  YEAR: (days) => civilOf(days).year,
  ISOYEAR: isoYearOf,
};

/** Numbers the parts one after the other: a difference counts how often a part begins between two days. */
export function counterOf(part: string): (days: number) => number {
  const count = counters[part];
  if (count !== undefined) return count;
  const weekday = weekdayFor(part);
  // The week of day 0, a Thursday, is number 0.
  return (days) => (weekStart(days, weekday) - weekStart(0, weekday)) / 7;
}

const MONTHS: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

/** So many parts on. The count must be small enough for the result to be exact; see {@link COUNT_MAX}. */
export function adderOf(part: string): (days: number, count: number) => number {
  const months = MONTHS[part];
  if (months !== undefined) return (days, count) => addMonths(days, count * months);
  const length = part === 'WEEK' ? 7 : 1;
  return (days, count) => days + count * length;
}

/** More of any part than this leads out of the years that dates have. */
export const COUNT_MAX = 4_000_000;

function monthCount(days: number): number {
  const { year, month } = civilOf(days);
  return year * 12 + month - 1;
}

function weekdayFor(part: string): number {
  const weekday = firstWeekday(part);
  if (weekday === null || weekday < 0) throw new Error(`${part} is no part of a date here.`);
  return weekday;
}
