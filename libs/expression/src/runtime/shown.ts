import type { Int64 } from '../value.ts';
import { type CivilDay, civilOf } from './calendar.ts';
import { wholeMinutes } from './date-time-text.ts';
import { dayOfSeconds, SECONDS_OF_DAY, secondsOf, subsecondOf } from './instant.ts';
import type { Zone } from './zone.ts';

/** What a clock shows at a moment. */
export interface Shown extends CivilDay {
  readonly days: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly micros: number;
  /** Of the clock, in whole minutes, as seconds. */
  readonly offset: number;
  readonly instant: number;
}

export function shownAt(micros: Int64, zone: Zone): Shown {
  const instant = secondsOf(micros);
  const offset = wholeMinutes(zone.offsetAt(instant));
  const days = dayOfSeconds(instant + offset);
  const clock = instant + offset - days * SECONDS_OF_DAY;
  return {
    ...civilOf(days),
    days,
    hour: Math.floor(clock / 3600),
    minute: Math.floor(clock / 60) % 60,
    second: clock % 60,
    micros: subsecondOf(micros),
    offset,
    instant,
  };
}

export const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const MONTH_NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
