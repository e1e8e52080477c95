import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { daysOf, isCivilDay } from './calendar.ts';
import { type FormatElement, formatElements } from './cast-format.ts';
import { checkReadable } from './cast-format-rules.ts';
import type { FormattedType } from './cast-format-writing.ts';
import { isInRange, microsOf, SECONDS_OF_DAY } from './instant.ts';
import { MONTH_NAMES } from './shown.ts';
import { fixedZone, type Zone } from './zone.ts';

/** What has been read so far. */
interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  /** 1 to 12; 0 where none was read. */
  hourOfHalf: number;
  isAfternoon: boolean;
  minute: number;
  second: number;
  micros: number;
  isWest: boolean;
  zoneHours: number;
  zoneMinutes: number;
}

const nothing: Fields = {
  year: 1970,
  month: 1,
  day: 1,
  hour: 0,
  hourOfHalf: 0,
  isAfternoon: false,
  minute: 0,
  second: 0,
  micros: 0,
  isWest: false,
  zoneHours: 0,
  zoneMinutes: 0,
};

/** Reads what an element stands for, from a place in the text: where it ends; -1 where it is not there. */
type Reader = (text: string, at: number, fields: Fields) => number;

type NumberField = 'year' | 'month' | 'day' | 'hour' | 'hourOfHalf' | 'minute' | 'second' | 'zoneMinutes';
type NumberElement = readonly [
  digits: number,
  least: number,
  most: number,
  field: NumberField,
  of?: (n: number) => number,
];

/** Years of fewer digits are those that they are from 2000 to 2049, whenever they are read: a request must not get another value than a table. */
const numbers: Readonly<Record<string, NumberElement>> = {
  YYYY: [4, 0, 10_000, 'year'],
  RRRR: [4, 0, 10_000, 'year'],
  YYY: [3, 0, 999, 'year', (n) => 2000 + n],
  YY: [2, 0, 99, 'year', (n) => 2000 + n],
  RR: [2, 0, 99, 'year', (n) => (n < 50 ? 2000 + n : 1900 + n)],
  MM: [2, 1, 12, 'month'],
  DD: [2, 1, 31, 'day'],
  HH: [2, 1, 12, 'hourOfHalf'],
  HH12: [2, 1, 12, 'hourOfHalf'],
  HH24: [2, 0, 23, 'hour'],
  MI: [2, 0, 59, 'minute'],
  SS: [2, 0, 59, 'second'],
  // There is no other hour and no minute beside it.
  SSSSS: [5, 0, SECONDS_OF_DAY - 1, 'second'],
  TZM: [2, 0, 59, 'zoneMinutes'],
};

/**
 * A FORMAT as a function of texts, which gives microseconds since 1970 (of a TIME, since midnight). `zone` counts where the FORMAT has no offset. A fault for a
 * FORMAT that cannot be read with, one that leaves the year or month to the day of reading, and for a text that is not like it.
 */
export function castReader(format: string, type: FormattedType): (text: string, zone: Zone) => Int64 {
  const elements = formatElements(format);
  checkReadable(elements, format, type);
  const before = beforeDigits(elements);
  const readers = elements.map((element, place) => readerOf(element, before[place] === true));
  const isEmpty = elements.map(({ text }) => text === '');
  const hasZone = elements.some(({ group }) => group === 'zone');
  return (text, zone) => {
    const fields = { ...nothing };
    let [at, place] = [spaces(text, 0), 0];
    for (; at < text.length && place < readers.length; place++) {
      const end = readers[place]?.(text, at, fields) ?? -1;
      if (end === -1) throw unlike(text, format);
      at = end;
    }
    while (isEmpty[place] === true) place += 1;
    if (spaces(text, at) < text.length || place < readers.length) throw unlike(text, format);
    return instantOf(fields, hasZone ? offsetOf(fields, text) : zone, () => unlike(text, format));
  };
}

/** Of each element, whether a digit must follow: its own digits are then all there. */
function beforeDigits(elements: readonly FormatElement[]): readonly boolean[] {
  const before: boolean[] = [];
  let comesDigit = false;
  for (const element of elements.toReversed()) {
    before.push(comesDigit);
    if (element.text !== '') comesDigit = beginsWithDigit(element);
  }
  return before.reverse();
}

const beginsWithDigit = ({ name, text }: FormatElement): boolean =>
  name === 'literal' ? /^\d/.test(text) : !['space', 'MON', 'MONTH', 'A.M.', 'P.M.', 'TZH'].includes(name);

function readerOf({ name, text }: FormatElement, isBeforeDigit: boolean): Reader {
  if (name === 'literal') return (from, at) => (from.startsWith(text, at) ? at + text.length : -1);
  if (name === 'space') return (from, at) => endOr(spaces(from, at), at);
  if (name === 'MON' || name === 'MONTH') return monthReader(name === 'MON' ? 3 : 9);
  if (name === 'A.M.' || name === 'P.M.') return halfReader;
  if (name === 'Y,YYY') return commaYearReader;
  if (name === 'TZH') return zoneHourReader(digitPattern(isBeforeDigit ? 2 : 1, 2));
  if (name === 'FF') return fractionReader(digitPattern(isBeforeDigit ? Number(text[2]) : 1, Number(text[2])));
  const number = numbers[name];
  if (number === undefined) throw new RowFault(`the FORMAT element ${text} is only written, never read`);
  return numberReader(number, isBeforeDigit);
}

function numberReader([digits, least, most, field, of]: NumberElement, isBeforeDigit: boolean): Reader {
  const longest = digits === 4 && !isBeforeDigit ? 5 : digits;
  const pattern = digitPattern(isBeforeDigit ? digits : 1, longest);
  return (text, at, fields) => {
    const found = matchAt(pattern, text, at);
    const value = Number(found);
    if (found === undefined || value < least || value > most) return -1;
    fields[field] = of === undefined ? value : of(value);
    return at + found.length;
  };
}

const fractionReader =
  (pattern: RegExp): Reader =>
  (text, at, fields) => {
    const found = matchAt(pattern, text, at);
    if (found === undefined) return -1;
    fields.micros = Number(found.slice(0, 6).padEnd(6, '0'));
    return at + found.length;
  };

const zoneHourReader =
  (pattern: RegExp): Reader =>
  (text, at, fields) => {
    const sign = text[at] ?? '';
    const found = matchAt(pattern, text, at + 1);
    if (!['-', '+', ' '].includes(sign) || found === undefined || Number(found) > 14) return -1;
    fields.isWest = sign === '-';
    fields.zoneHours = Number(found);
    return at + 1 + found.length;
  };

function monthReader(length: number): Reader {
  const patterns = MONTH_NAMES.map((month) => new RegExp(month.slice(0, length), 'iy'));
  return (text, at, fields) => {
    const place = patterns.findIndex((pattern) => matchAt(pattern, text, at) !== undefined);
    const name = MONTH_NAMES[place];
    if (name === undefined) return -1;
    fields.month = place + 1;
    return at + Math.min(name.length, length);
  };
}

const HALF = /[ap]\.m\./iy;
const halfReader: Reader = (text, at, fields) => {
  const found = matchAt(HALF, text, at);
  if (found === undefined) return -1;
  fields.isAfternoon = found.startsWith('p') || found.startsWith('P');
  return at + found.length;
};

const COMMA_YEAR = /\d{1,2},\d{3}/y;
const commaYearReader: Reader = (text, at, fields) => {
  const found = matchAt(COMMA_YEAR, text, at);
  if (found === undefined) return -1;
  fields.year = Number(found.replace(',', ''));
  return at + found.length;
};

const SPACES = /\p{White_Space}*/uy;
const spaces = (text: string, at: number): number => at + (matchAt(SPACES, text, at)?.length ?? 0);
const endOr = (end: number, start: number): number => (end === start ? -1 : end);
const digitPattern = (least: number, most: number): RegExp => new RegExp(String.raw`\d{${least},${most}}`, 'y');

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function offsetOf({ isWest, zoneHours, zoneMinutes }: Fields, text: string): Zone {
  const minutes = zoneHours * 60 + zoneMinutes;
  if (minutes > 14 * 60) throw new RowFault(`the offset in ${JSON.stringify(text)} is more than 14 hours`);
  return fixedZone((isWest ? -minutes : minutes) * 60);
}

function instantOf(fields: Fields, zone: Zone, fault: () => RowFault): Int64 {
  const { year, month, day, hourOfHalf, isAfternoon, minute, second, micros } = fields;
  const hour = hourOfHalf === 0 ? fields.hour : (hourOfHalf % 12) + (isAfternoon ? 12 : 0);
  if (!isCivilDay(year, month, day)) throw fault();
  const seconds = zone.instantOf(daysOf(year, month, day) * SECONDS_OF_DAY + hour * 3600 + minute * 60 + second);
  if (!isInRange(seconds)) throw fault();
  return microsOf(seconds, micros);
}

const unlike = (text: string, format: string): RowFault =>
  new RowFault(`${JSON.stringify(shown(text))} is no ${shown(format)}`);

const shown = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);
