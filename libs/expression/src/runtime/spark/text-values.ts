import type { Int64 } from '../../value.ts';
import { daysOf, isCivilDay } from '../calendar.ts';
import { dateText, datetimeText } from '../date-time-text.ts';
import { int64Of } from '../int64.ts';
import { wrapped } from './number.ts';

// What Spark reads in a text when it is cast, and writes when a value is cast to one. What cannot be read is null.

/** White space and control characters at either end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is cut off
const trimmed = (text: string): string => text.replace(/^[\u0000-\u0020\u007f]+|[\u0000-\u0020\u007f]+$/g, '');

/** Digits with a sign; a fraction is cut off. Null beyond 64 bits. */
export function longOfText(text: string): Int64 | null {
  const [, digits] = /^([+-]?\d+)(?:\.\d*)?$/.exec(trimmed(text)) ?? [];
  if (digits !== undefined) return digits.length > 25 ? null : (int64Of(BigInt(digits)) ?? null);
  return /^[+-]?\.\d+$/.test(trimmed(text)) ? 0 : null;
}

export function narrowOfText(text: string, bits: 8 | 16 | 32): Int64 | null {
  const value = longOfText(text);
  return value === null || value < -(2 ** (bits - 1)) || value >= 2 ** (bits - 1) ? null : value;
}

export function doubleOfText(text: string): number | null {
  const word = trimmed(text).toLowerCase();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?[df]?$/.test(word)) return Number(word.replace(/[df]$/, ''));
  if (word === 'nan') return Number.NaN;
  const [, sign] = /^([+-]?)inf(?:inity)?$/.exec(word) ?? [];
  return sign === undefined ? null : sign === '-' ? -Infinity : Infinity;
}

const TRUE = new Set(['t', 'true', 'y', 'yes', '1']);
const FALSE = new Set(['f', 'false', 'n', 'no', '0']);

export function booleanOfText(text: string): boolean | null {
  const word = trimmed(text).toLowerCase();
  return TRUE.has(word) ? true : FALSE.has(word) ? false : null;
}

/** `2001`, `2001-2`, `2001-02-03`, of the last also with a time after a T or a blank, which is not looked at. */
export function dateOfText(text: string): number | null {
  const [, year, month = '1', day = '1'] =
    /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T].*)?)?)?$/s.exec(trimmed(text)) ?? [];
  if (year === undefined) return null;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return isCivilDay(y, m, d) ? daysOf(y, m, d) : null;
}

const INSTANT =
  /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[ T](?:(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{0,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?)?)?)?$/;

/** A date, perhaps with a time, and an offset of hours and minutes; UTC without. Digits of a second beyond six are cut off. */
export function timestampOfText(text: string): Int64 | null {
  const [all, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] =
    INSTANT.exec(trimmed(text)) ?? [];
  if (all === undefined) return null;
  const [y, m, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (!isCivilDay(y, m, d) || h > 23 || mi > 59 || s > 59) return null;
  const seconds = daysOf(y, m, d) * 86_400 + h * 3600 + mi * 60 + s - offsetOf(zone);
  return wrapped(BigInt(seconds) * 1_000_000n + BigInt(fraction.slice(0, 6).padEnd(6, '0')));
}

function offsetOf(zone: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  const seconds = Number(hours ?? 0) * 3600 + Number(minutes) * 60;
  return sign === '-' ? -seconds : seconds;
}

/** As Java writes a double: `1.0`, `1.0E10`, `1.234E-5`, `NaN`, `Infinity`. */
export function textOfDouble(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const [mantissa = '0', power = '0'] = Math.abs(value).toExponential().split('e');
  const exponent = Number(power);
  const digits = mantissa.replace('.', '');
  if (value !== 0 && (exponent < -3 || exponent >= 7)) {
    return `${sign}${digits.charAt(0)}.${digits.slice(1) || '0'}E${exponent}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  return `${sign}${digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')}.${digits.slice(exponent + 1) || '0'}`;
}

export const textOfDate = dateText;

/** With as many digits of a second as say something. */
export function textOfTimestamp(micros: Int64): string {
  const text = datetimeText(micros);
  return text.includes('.') ? text.replace(/0+$/, '') : text;
}
