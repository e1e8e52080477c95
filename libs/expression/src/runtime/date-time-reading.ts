import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { daysOf, isCivilDay } from './calendar.ts';
import { isInRange, MICROS_OF_DAY, microsOf, SECONDS_OF_DAY } from './instant.ts';
import { UTC, type Zone } from './zone.ts';

/** The texts that casts read. Hours, minutes, seconds, months and days have one or two digits; a second may be 60, which is the next minute. */

const DATE = String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`;
const CLOCK = String.raw`(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,6}))?`;
const datePattern = new RegExp(`^${DATE}$`);
const timePattern = new RegExp(`^${CLOCK}$`);
const datetimePattern = new RegExp(`^${DATE}(?:[ Tt]${CLOCK})?$`);
const timestampPattern = new RegExp(String.raw`^(\d{4,5})-(\d{1,2})-(\d{1,2})(?:[ Tt](?:${CLOCK})?(.*))?$`, 's');

export function readDate(text: string): number {
  const match = datePattern.exec(text);
  const days = match === null ? null : dayOf(match[1], match[2], match[3]);
  if (days === null || match?.[1] === '0000') throw invalid('date', text);
  return days;
}

export function readTime(text: string): number {
  const match = timePattern.exec(text);
  const seconds = match === null ? null : secondsOfDay(match[1], match[2], match[3]);
  if (match === null || seconds === null) throw invalid('time', text);
  // A leap second has no fraction, and the day none after its last.
  return (seconds * 1_000_000 + (match[3] === '60' ? 0 : fraction(match[4]))) % MICROS_OF_DAY;
}

export function readDatetime(text: string): Int64 {
  const match = datetimePattern.exec(text);
  const days = match === null ? null : dayOf(match[1], match[2], match[3]);
  const clock = match?.[4] === undefined ? 0 : secondsOfDay(match[4], match[5], match[6]);
  if (match === null || days === null || clock === null) throw invalid('datetime', text);
  const seconds = days * SECONDS_OF_DAY + clock;
  if (!isInRange(seconds) || match[1] === '0000') throw invalid('datetime', text);
  return microsOf(seconds, match[6] === '60' ? 0 : fraction(match[7]));
}

/** Text that names no zone is read in `zone`. `zoneNamed` finds the zone that a text names; null where it may name none. */
export function readTimestamp(text: string, zone: Zone, zoneNamed: ((name: string) => Zone) | null): Int64 {
  const match = timestampPattern.exec(text);
  if (match === null) throw invalid('timestamp', text);
  const days = dayOf(match[1], match[2], match[3]);
  const clock = match[4] === undefined ? 0 : secondsOfDay(match[4], match[5], match[6]);
  const rest = match[8];
  const hasClock = match[4] !== undefined;
  // After a day alone there must be something, and only an offset may be.
  if (days === null || clock === null || (rest !== undefined && !hasClock && !/^[+-]./s.test(rest)))
    throw invalid('timestamp', text);
  const named = rest === undefined || rest === '' ? null : zoneIn(rest, text, zoneNamed);
  const seconds = (named ?? zone).instantOf(days * SECONDS_OF_DAY + clock);
  if (!isInRange(seconds)) throw invalid('timestamp', text);
  return microsOf(seconds, fraction(match[7]));
}

/** `Z`, `+05:30`, ` Europe/Paris`, each but the first also after ` UTC`, or that alone. */
function zoneIn(rest: string, text: string, zoneNamed: ((name: string) => Zone) | null): Zone {
  if (zoneNamed === null)
    throw new RowFault(`the timestamp ${JSON.stringify(text)} names a time zone, and so does the argument beside it`);
  const after = rest.startsWith(' UTC') ? rest.slice(4) : rest;
  if (after === '' || after === 'Z' || after === 'z') return UTC;
  if (/^[+-]/.test(after)) return zoneNamed(after);
  if (/^ [^+-]/s.test(after)) return zoneNamed(after.slice(1));
  throw invalid('timestamp', text);
}

function dayOf(year = '', month = '', day = ''): number | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return isCivilDay(y, m, d) ? daysOf(y, m, d) : null;
}

function secondsOfDay(hour = '', minute = '', second = ''): number | null {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  return h <= 23 && m <= 59 && s <= 60 ? h * 3600 + m * 60 + s : null;
}

const fraction = (digits = ''): number => Number(digits.padEnd(6, '0'));

const invalid = (what: string, text: string): RowFault =>
  new RowFault(`${JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text)} is no ${what}`);
