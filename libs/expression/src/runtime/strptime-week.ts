import { RowFault } from '../row-fault.ts';
import { civilOf, daysOf, isCivilDay, isLeapYear, isoYearStart, weekdayOf } from './calendar.ts';

/** What PARSE_DATE makes of weeks, weekdays and days of years, which count only where they stand after the parts that they tell. */

export interface WeekElement {
  /** `U`, `W`: week from Sunday, from Monday; `V`: ISO week; `G`: ISO year; `J`, `j`: day of the ISO year, of the year; `u`: weekday, 0 for Sunday. */
  readonly kind: 'U' | 'W' | 'V' | 'G' | 'J' | 'j' | 'u';
  readonly value: number;
  readonly position: number;
}

export interface ReadDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Where the last element stands that tells each; -1 without. */
  readonly yearAt: number;
  readonly monthAt: number;
  readonly dayAt: number;
  /** Whether any element tells a part of a date that is not of an ISO year. */
  readonly isPlain: boolean;
}

export function withWeeks(date: ReadDate, elements: readonly WeekElement[]): Pick<ReadDate, 'year' | 'month' | 'day'> {
  const last = (...kinds: readonly WeekElement['kind'][]): number =>
    elements.findLastIndex(({ kind }) => kinds.includes(kind));
  const isoYear = date.isPlain ? undefined : elements[last('G')];
  const [week, dayOfYear] = isoYear === undefined ? [last('U', 'W'), last('j')] : [last('V'), last('J')];
  const weekday = last('u');
  // The last of a week and a day of the year counts; a day of the year also where no weekday completes the week.
  const isDayOfYear = dayOfYear !== -1 && (dayOfYear > week || weekday === -1);
  if (isoYear !== undefined) {
    const start = isoYearStart(isoYear.value);
    const days = isDayOfYear
      ? start + isoDay(isoYear.value, elements[dayOfYear]?.value ?? 1) - 1
      : start +
        isoWeek(isoYear.value, elements[week]?.value) +
        (week === -1 ? 0 : fromMonday(elements[weekday]?.value ?? 1));
    return civilOf(days);
  }
  const told = elements[isDayOfYear ? dayOfYear : week];
  if (told === undefined) return date;
  const days = isDayOfYear ? dayIn(date.year, told.value) : weekIn(date.year, told, elements[weekday]?.value);
  const of = civilOf(days);
  const result = {
    year: date.yearAt < told.position ? of.year : date.year,
    month: date.monthAt < told.position ? of.month : date.month,
    day: date.dayAt < told.position ? of.day : date.day,
  };
  if (!isCivilDay(result.year, result.month, result.day))
    throw new RowFault(`there is no day ${result.day} of month ${result.month}`);
  return result;
}

const fromMonday = (weekday: number): number => (weekday + 6) % 7;
const isoDaysOf = (year: number): number => isoYearStart(year + 1) - isoYearStart(year);

function isoDay(year: number, day: number): number {
  if (day > isoDaysOf(year)) throw new RowFault(`the ISO year ${year} has no day ${day}`);
  return day;
}

function isoWeek(year: number, week = 1): number {
  if (week * 7 > isoDaysOf(year)) throw new RowFault(`the ISO year ${year} has no week ${week}`);
  return (week - 1) * 7;
}

function dayIn(year: number, day: number): number {
  if (day === 366 && !isLeapYear(year)) throw new RowFault(`the year ${year} has no day 366`);
  return daysOf(year, 1, 1) + day - 1;
}

/** Week 0 is what is before the first Sunday, or Monday; a year may have no such week. */
function weekIn(year: number, { kind, value: week }: WeekElement, weekday: number | undefined): number {
  const begins = kind === 'U' ? 0 : 1;
  const first = daysOf(year, 1, 1);
  const before = (begins - weekdayOf(first) + 7) % 7;
  const lastWeek = (isLeapYear(year) ? 366 : 365) - before > 364 ? 53 : 52;
  if (week < (before === 0 ? 1 : 0) || week > lastWeek) throw new RowFault(`the year ${year} has no week ${week}`);
  const days = first + before + 7 * (week - 1);
  return weekday === undefined ? days : days + (begins === 0 ? weekday : fromMonday(weekday));
}
