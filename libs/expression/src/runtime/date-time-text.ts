import type { Int64 } from '../value.ts';
import { civilOf } from './calendar.ts';
import { dayOfSeconds, SECONDS_OF_DAY, secondsOf, subsecondOf } from './instant.ts';
import type { Zone } from './zone.ts';

/** The texts that casts give. A fraction of a second has 0, 3 or 6 digits. */

export const padded = (value: number, length: number): string => String(value).padStart(length, '0');

export function dateText(days: number): string {
  const { year, month, day } = civilOf(days);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** Microseconds since midnight. */
export const timeText = (micros: number): string =>
  clockText(Math.floor(micros / 1_000_000)) + fractionText(micros % 1_000_000);

export function datetimeText(micros: Int64): string {
  return localText(secondsOf(micros)) + fractionText(subsecondOf(micros));
}

/** With the offset, of which minutes are left out where there are none: `2020-01-02 03:04:05.678+05:30`. */
export function timestampText(micros: Int64, zone: Zone): string {
  const seconds = secondsOf(micros);
  const offset = wholeMinutes(zone.offsetAt(seconds));
  return localText(seconds + offset) + fractionText(subsecondOf(micros)) + offsetText(offset, 'short');
}

/** Seconds of an offset are dropped, toward zero: no text of an offset has them. */
export const wholeMinutes = (offset: number): number => offset - (offset % 60);

/** `short`: `+05`, `+05:30`; `long`: `+05:00`; `plain`: `+0500`. */
export function offsetText(offset: number, style: 'short' | 'long' | 'plain'): string {
  const minutes = Math.abs(offset) / 60;
  const rest = minutes % 60;
  const tail = style === 'short' && rest === 0 ? '' : `${style === 'plain' ? '' : ':'}${padded(rest, 2)}`;
  return `${offset < 0 ? '-' : '+'}${padded((minutes - rest) / 60, 2)}${tail}`;
}

function localText(seconds: number): string {
  const days = dayOfSeconds(seconds);
  return `${dateText(days)} ${clockText(seconds - days * SECONDS_OF_DAY)}`;
}

function clockText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}:${padded(seconds % 60, 2)}`;
}

function fractionText(micros: number): string {
  if (micros === 0) return '';
  return micros % 1000 === 0 ? `.${padded(micros / 1000, 3)}` : `.${padded(micros, 6)}`;
}
