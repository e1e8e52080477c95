import { DAY_MS } from '@isochron/aggregation';
import { IsochronError } from '@isochron/schema';
import type { DayRange } from '@isochron/warehouse';

const DAY_TEXT = /^\d{4}-\d{2}-\d{2}$/;

/** Midnight, UTC, that starts a day, in milliseconds. The text is a day (`parseDay` has seen to it). */
export const dayStartMs = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The UTC day an instant falls into. */
export const dayOf = (timeMs: number): string =>
  new Date(Math.floor(timeMs / DAY_MS) * DAY_MS).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => dayOf(dayStartMs(day) + days * DAY_MS);

/** Every day of a range, in order; none if it ends before it starts. */
export function daysOf(range: DayRange): string[] {
  const days: string[] = [];
  for (let at = dayStartMs(range.start); at <= dayStartMs(range.end); at += DAY_MS) days.push(dayOf(at));
  return days;
}

/** A day as a person typed it, checked to exist in the calendar. */
export function parseDay(text: string, what: string): string {
  if (DAY_TEXT.test(text) && !Number.isNaN(dayStartMs(text)) && dayOf(dayStartMs(text)) === text) return text;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `${what} is ${JSON.stringify(text)}: write a day of the calendar as yyyy-MM-dd, for example 2001-06-24.`,
  );
}

export function parseDayRange(start: string, end: string): DayRange {
  const range = { start: parseDay(start, 'The start'), end: parseDay(end, 'The end') };
  if (range.start <= range.end) return range;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `The range starts at ${range.start} and ends before that, at ${range.end}: swap the two (both days are included).`,
  );
}

/** Days in order as runs without a gap, none longer than `daysMax`. */
export function runsOf(days: readonly string[], daysMax: number): DayRange[] {
  const runs: { start: string; end: string; length: number }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last !== undefined && last.length < daysMax && addDays(last.end, 1) === day) {
      last.end = day;
      last.length++;
    } else {
      runs.push({ start: day, end: day, length: 1 });
    }
  }
  return runs.map(({ start, end }) => ({ start, end }));
}

/** Days as a person reads them: `2001-06-24..2001-06-30, 2001-07-02`. */
export const daysText = (days: readonly string[]): string =>
  runsOf(days, Number.POSITIVE_INFINITY).map(rangeText).join(', ');

export const rangeText = ({ start, end }: DayRange): string => (start === end ? start : `${start}..${end}`);
