import { DAY_MS, HOUR_MS, MINUTE_MS } from '@isochron/aggregation';
import { TimeUnit, type Window } from '@isochron/thrift';

const UNITS = { m: TimeUnit.MINUTES, h: TimeUnit.HOURS, d: TimeUnit.DAYS } as const;
const LENGTH_MAX = 2 ** 31 - 2;

/** `30m`, `7h`, `7d`: whole and at least 0; null for any other text. */
export function parseWindow(text: string): Window | null {
  const match = /^(\d{1,10})([mhd])$/.exec(text);
  const length = Number(match?.[1]);
  const unit = match?.[2];
  if (match === null || length > LENGTH_MAX || (unit !== 'm' && unit !== 'h' && unit !== 'd')) return null;
  return { length, timeUnit: UNITS[unit] };
}

/** The text of a window, as it also ends a feature's name; empty when it has no bound. */
export function windowText(window: Window | null): string {
  if (window === null || isUnbounded(window)) return '';
  const letter = window.timeUnit === TimeUnit.DAYS ? 'd' : window.timeUnit === TimeUnit.HOURS ? 'h' : 'm';
  return `${window.length}${letter}`;
}

/** null for a window without bound. */
export const windowMs = (window: Window | null): number | null =>
  window === null || isUnbounded(window) ? null : lengthMs(window);

/** A length of time, which may be none, or less. */
export function lengthMs({ length, timeUnit }: Window): number {
  const unit = timeUnit === TimeUnit.DAYS ? DAY_MS : timeUnit === TimeUnit.HOURS ? HOUR_MS : MINUTE_MS;
  return length * unit;
}

/** How the existing system writes "since ever" where it writes a window at all. */
const isUnbounded = (window: Window): boolean => window.length <= 0 || window.length === 2 ** 31 - 1;
