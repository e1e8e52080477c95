import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';
import { type CivilDay, civilOf, dayOfYear, isoYearOf, isoYearStart, weekdayOf, weekStart } from './calendar.ts';
import { offsetText, padded, wholeMinutes } from './date-time-text.ts';
import { dayOfSeconds, SECONDS_OF_DAY, secondsOf, subsecondOf } from './instant.ts';
import type { Zone } from './zone.ts';

/**
 * The elements of FORMAT_TIMESTAMP: those of strftime in the C locale, with the flags and widths that glibc has, and `%E4Y`, `%E3S`, `%E*S`, `%Ez`, `%Q`. What
 * is no element stands in the result as it is.
 */

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

/** Elements that a type has no value for: they stand in the result as they are written. */
export const withoutElements = {
  TIMESTAMP: '',
  DATETIME: 'Zz',
  DATE: 'cHIklMPpRrSsTXZz',
  TIME: 'AaBbhCcDdeFGgjmQsUuVWwxYyZz',
};

export const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const MONTH_NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

const twelve = (hour: number): number => (hour % 12 === 0 ? 12 : hour % 12);
const weekOf = (at: Shown, firstDay: number): number =>
  Math.floor((dayOfYear(at.days) + 6 - ((weekdayOf(at.days) - firstDay + 7) % 7)) / 7);
const isoWeekOf = ({ days }: Shown): number => (weekStart(days, 1) - isoYearStart(isoYearOf(days))) / 7 + 1;
const dayName = ({ days }: Shown): string => DAY_NAMES[weekdayOf(days)] ?? '';
const monthName = ({ month }: Shown): string => MONTH_NAMES[month - 1] ?? '';
const clockOf = (at: Shown): string => `${padded(at.hour, 2)}:${padded(at.minute, 2)}:${padded(at.second, 2)}`;
const american = (at: Shown): string => `${padded(at.month, 2)}/${padded(at.day, 2)}/${padded(at.year % 100, 2)}`;

type NumberElement = readonly [length: number, pad: '0' | ' ', of: (at: Shown) => number];

const numbers: Readonly<Record<string, NumberElement>> = {
  C: [1, '0', ({ year }) => Math.floor(year / 100)],
  d: [2, '0', ({ day }) => day],
  e: [2, ' ', ({ day }) => day],
  G: [1, '0', ({ days }) => isoYearOf(days)],
  g: [2, '0', ({ days }) => isoYearOf(days) % 100],
  H: [2, '0', ({ hour }) => hour],
  I: [2, '0', ({ hour }) => twelve(hour)],
  j: [3, '0', ({ days }) => dayOfYear(days)],
  k: [2, ' ', ({ hour }) => hour],
  l: [2, ' ', ({ hour }) => twelve(hour)],
  M: [2, '0', ({ minute }) => minute],
  m: [2, '0', ({ month }) => month],
  S: [2, '0', ({ second }) => second],
  s: [1, '0', ({ instant, offset }) => instant + offset],
  U: [2, '0', (at) => weekOf(at, 0)],
  u: [1, '0', ({ days }) => weekdayOf(days) || 7],
  V: [2, '0', isoWeekOf],
  W: [2, '0', (at) => weekOf(at, 1)],
  w: [1, '0', ({ days }) => weekdayOf(days)],
  Y: [1, '0', ({ year }) => year],
  y: [2, '0', ({ year }) => year % 100],
};

const texts: Readonly<Record<string, (at: Shown) => string>> = {
  '%': () => '%',
  A: dayName,
  a: (at) => dayName(at).slice(0, 3),
  B: monthName,
  b: (at) => monthName(at).slice(0, 3),
  c: (at) =>
    `${dayName(at).slice(0, 3)} ${monthName(at).slice(0, 3)} ${String(at.day).padStart(2)} ${clockOf(at)} ${at.year}`,
  D: american,
  F: (at) => `${at.year}-${padded(at.month, 2)}-${padded(at.day, 2)}`,
  h: (at) => monthName(at).slice(0, 3),
  n: () => '\n',
  P: ({ hour }) => (hour < 12 ? 'am' : 'pm'),
  p: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  R: (at) => clockOf(at).slice(0, 5),
  r: (at) => `${padded(twelve(at.hour), 2)}${clockOf(at).slice(2)} ${at.hour < 12 ? 'AM' : 'PM'}`,
  T: clockOf,
  t: () => '\t',
  X: clockOf,
  x: american,
  Z: () => 'UTC',
  z: ({ offset }) => offsetText(offset, 'plain'),
};

/** Elements that differ from those of strftime; they take no flag and no width. */
const own: Readonly<Record<string, (at: Shown) => string>> = {
  Q: ({ month }) => String(Math.ceil(month / 3)),
  s: ({ instant }) => String(instant),
  Z: ({ offset }) => (offset === 0 ? 'UTC' : `UTC${zoneSuffix(offset)}`),
  Ez: ({ offset }) => offsetText(offset, 'long'),
  ':z': ({ offset }) => offsetText(offset, 'long'),
  '::z': ({ offset }) => `${offsetText(offset, 'long')}:00`,
  'E*z': ({ offset }) => `${offsetText(offset, 'long')}:00`,
  ':::z': ({ offset }) => offsetText(offset, 'short'),
  E4Y: ({ year }) => padded(year, 4),
  'E*S': (at) => padded(at.second, 2) + (at.micros === 0 ? '' : `.${shortFraction(at.micros)}`),
  'E*f': ({ micros }) => (micros === 0 ? '0' : shortFraction(micros)),
  ET: () => 'T',
  Et: () => 't',
};

const zoneSuffix = (offset: number): string => {
  const text = offsetText(offset, 'plain');
  return text.endsWith('00') ? `${text[0]}${Number(text.slice(1, 3))}` : text;
};
const shortFraction = (micros: number): string => padded(micros, 6).replace(/0+$/, '');

type Piece = string | ((at: Shown) => string);

/** A text of more than this would be a mistake, or an attack. */
const WIDTH_MAX = 100;

const ELEMENT = /%(?:(E\d+[Sf]|E\*[Szf]|E4Y|E[zTt]|:{1,3}z)|(%)|([-_0^#]*)(\d*)([EO]?)(%(?![A-Za-z:])|[^%]))/gsu;

/** A format as a function of what a clock shows. `without`: elements that stand as they are, with all that belongs to them. */
export function formatter(format: string, without: string): (at: Shown) => string {
  const pieces: Piece[] = [];
  let last = 0;
  for (const match of format.matchAll(ELEMENT)) {
    pieces.push(format.slice(last, match.index), pieceOf(match, without));
    last = match.index + match[0].length;
  }
  pieces.push(format.slice(last));
  return (at) => pieces.map((piece) => (typeof piece === 'string' ? piece : piece(at))).join('');
}

function pieceOf(match: RegExpExecArray, without: string): Piece {
  const [raw, special, percent, flags = '', width = '', modifier = '', letter = ''] = match;
  if (percent !== undefined) return percent;
  const ending = special?.at(-1) ?? letter;
  const isBare = flags.replaceAll('0', '') === '' && (flags + width === '' || modifier === '');
  const isEscaped = without.includes(ending) && isBare && special !== 'E*z' && !special?.startsWith(':');
  if (isEscaped) return raw;
  if (special !== undefined) return own[special] ?? fractionOf(special);
  if (letter === 'J' && flags + width + modifier === '')
    return ({ days }) => padded(days - isoYearStart(isoYearOf(days)) + 1, 3);
  const plain = own[letter];
  if (plain !== undefined && flags + width + modifier === '') return plain;
  if (!takesModifier(letter, modifier)) return raw;
  if (Number(width) > WIDTH_MAX) throw new RowFault(`the format element ${raw} is wider than ${WIDTH_MAX}`);
  const number = numbers[letter];
  if (number !== undefined) return numberPiece(number, flags, width);
  const text = texts[letter];
  return text === undefined ? raw : textPiece(text, letter, flags, width);
}

/** `%E3S`, `%E3f`: digits of the second, of which a microsecond has six. */
function fractionOf(special: string): (at: Shown) => string {
  const digits = Math.min(Number(special.slice(1, -1)), 18);
  const fraction = (micros: number): string => padded(micros, 6).padEnd(digits, '0').slice(0, digits);
  if (special.endsWith('f')) return ({ micros }) => fraction(micros);
  return ({ second, micros }) => padded(second, 2) + (digits === 0 ? '' : `.${fraction(micros)}`);
}

/** Which elements may have an E or an O before them, which in the C locale changes nothing. */
function takesModifier(letter: string, modifier: string): boolean {
  if (modifier === '') return true;
  if ('%nptPRrTsZz'.includes(letter)) return true;
  return modifier === 'E' ? 'cCxXyY'.includes(letter) : 'BdegGHIjklmMSuUVwWy'.includes(letter);
}

/** The last of `-`, `_` and `0` counts. */
function numberPiece([length, pad, of]: NumberElement, flags: string, width: string): (at: Shown) => string {
  const flag = flags.replaceAll(/[\^#]/g, '').at(-1);
  const filler = flag === '_' ? ' ' : flag === '0' ? '0' : pad;
  const size = flag === '-' ? 0 : width === '' ? length : Number(width);
  return (at) => {
    const value = of(at);
    return value < 0 ? String(value) : String(value).padStart(size, filler);
  };
}

function textPiece(of: (at: Shown) => string, letter: string, flags: string, width: string): (at: Shown) => string {
  const flag = flags.replaceAll(/[\^#]/g, '').at(-1);
  const isLower = flags.includes('#') && 'pZ'.includes(letter);
  const isUpper = !isLower && (flags.includes('^') || (flags.includes('#') && 'aAbBh'.includes(letter)));
  return (at) => {
    const text = isLower ? of(at).toLowerCase() : isUpper ? of(at).toUpperCase() : of(at);
    return flag === '-' ? text : text.padStart(Number(width), flag === '0' ? '0' : ' ');
  };
}
