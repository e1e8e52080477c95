import { dayOfYear, isoYearOf, isoYearStart, weekdayOf, weekStart } from './calendar.ts';
import { padded } from './date-time-text.ts';
import { DAY_NAMES, MONTH_NAMES, type Shown } from './shown.ts';
import { utf8Length } from './utf-8.ts';

/**
 * C's strftime as glibc has it in the C locale, with its flags (`%-d`, `%_d`, `%0e`, `%^a`, `%#Z`) and widths. What is no element stands in the
 * result as it is.
 */

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
  s: [1, ' ', ({ instant, offset }) => instant + offset],
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
};

type Piece = string | ((at: Shown) => string);

const ELEMENT = /%([-_0^#]*)(\d*)([EO]?)(.?)/gsu;
/** The result is at most so many times as long as the format, or there is none, as those have it who call C's function with a buffer of this size. */
const TIMES_LONGER_MAX = 16;

/** A format as a function of what a clock shows. */
export function strftime(format: string): (at: Shown) => string {
  const lengthMax = utf8Length(format) * TIMES_LONGER_MAX;
  const pieces: Piece[] = [];
  let last = 0;
  for (const match of format.matchAll(ELEMENT)) {
    if (Number(match[2]) >= lengthMax) return () => '';
    pieces.push(format.slice(last, match.index), elementOf(match));
    last = match.index + match[0].length;
  }
  pieces.push(format.slice(last));
  return (at) => joined(pieces, at, lengthMax);
}

/** Given up as soon as it is too long, since widths may be of any size. */
function joined(pieces: readonly Piece[], at: Shown, lengthMax: number): string {
  let text = '';
  for (const piece of pieces) {
    text += typeof piece === 'string' ? piece : piece(at);
    if (text.length >= lengthMax) return '';
  }
  return utf8Length(text) < lengthMax ? text : '';
}

function elementOf([raw, flags = '', width = '', modifier = '', letter = '']: RegExpExecArray): Piece {
  if (letter === '' || !takesModifier(letter, modifier)) return rawPiece(raw, flags, width, letter);
  if (letter === 'z') return offsetPiece(flags, width);
  const number = numbers[letter];
  if (number !== undefined) return numberPiece(number, flags, width);
  const text = texts[letter];
  return text === undefined ? rawPiece(raw, flags, width, letter) : textPiece(text, letter, flags, width);
}

/** What is no element, filled up to its width with spaces, or with zeros. */
function rawPiece(raw: string, flags: string, width: string, letter: string): Piece {
  // A percent sign that a modifier spoils stands alone; of a longer character the first byte alone is counted.
  const text = letter === '%' ? '%' : raw;
  const length = text.length - Math.max(letter.length - 1, 0);
  const isUpper = flags.includes('^') || (flags.includes('#') && 'bh'.includes(letter));
  const filling = (fillingOf(flags) === '0' ? '0' : ' ').repeat(Math.max(Number(width) - length, 0));
  return filling + (isUpper ? upper(text) : text);
}

const upper = (text: string): string => text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase());

/** The last of `-`, `_` and `0` counts. */
const fillingOf = (flags: string): string | undefined => flags.replaceAll(/[\^#]/g, '').at(-1);

/** Which elements may have an E or an O before them, which in the C locale changes nothing. */
function takesModifier(letter: string, modifier: string): boolean {
  if (modifier === '') return true;
  if ('%nptPRrTsZz'.includes(letter)) return true;
  return modifier === 'E' ? 'cCuxXyY'.includes(letter) : 'bBCdegGhHIjklmMSuUVwWy'.includes(letter);
}

function numberPiece([length, pad, of]: NumberElement, flags: string, width: string): (at: Shown) => string {
  const flag = fillingOf(flags);
  const filler = flag === '_' || flag === '-' ? ' ' : flag === '0' ? '0' : pad;
  const size = flag === '-' ? Number(width) : Math.max(Number(width), length);
  return (at) => String(of(at)).padStart(size, filler);
}

/** Of no clock but the one of UTC. The sign and the number are each filled up to the width. */
function offsetPiece(flags: string, width: string): (at: Shown) => string {
  const sign = textPiece(() => '+', '+', flags, width);
  const number = numberPiece([4, '0', () => 0], flags, width);
  return (at) => sign(at) + number(at);
}

function textPiece(of: (at: Shown) => string, letter: string, flags: string, width: string): (at: Shown) => string {
  const filler = fillingOf(flags) === '0' ? '0' : ' ';
  const isLower = letter === 'P' || (flags.includes('#') && 'pZ'.includes(letter));
  const isUpper = !isLower && (flags.includes('^') || (flags.includes('#') && 'aAbBh'.includes(letter)));
  return (at) => {
    const text = isLower ? of(at).toLowerCase() : isUpper ? of(at).toUpperCase() : of(at);
    return text.padStart(Number(width), filler);
  };
}
