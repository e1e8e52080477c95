import { IsochronError } from '@isochron/schema';
import type { DayRange } from '@isochron/warehouse';

export const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_MAX = 100_000;

/** Midnight that begins a day, in milliseconds; INVALID_ARGUMENT for what is no day (`2001-02-30` too). */
export function dayStartMs(day: string): number {
  const ms = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || dayOf(ms) !== day) {
    throw new IsochronError('INVALID_ARGUMENT', `"${day}" is not a day; write it as 2001-06-30.`);
  }
  return ms;
}

/** The UTC day of an instant. */
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Every day of a range in order. A range that ends before it starts is INVALID_ARGUMENT. */
export function daysOf(range: DayRange): readonly string[] {
  const start = dayStartMs(range.start);
  const end = dayStartMs(range.end);
  if (end < start) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `The range of days from ${range.start} to ${range.end} ends before it starts; swap the two.`,
    );
  }
  const length = (end - start) / DAY_MS + 1;
  if (length > DAYS_MAX) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `The range of days from ${range.start} to ${range.end} has ${length} days; ${DAYS_MAX} is the most.`,
    );
  }
  return Array.from({ length }, (_, at) => dayOf(start + at * DAY_MS));
}
