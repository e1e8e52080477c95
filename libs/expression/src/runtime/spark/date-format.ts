import type { Int64 } from '../../value.ts';
import { civilOf, dayOfYear, daysOf, isCivilDay, weekdayOf } from '../calendar.ts';
import { dayOfSeconds, MICROS_OF_SECOND, SECONDS_OF_DAY, secondsOf, subsecondOf } from '../instant.ts';
import { wrapped } from './number.ts';

// Patterns of letters as Java's SimpleDateFormat has them (Spark's time parser LEGACY), in UTC and in English.

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** A piece of a pattern: a letter so many times, or a text that stands for itself (letter '' ). */
interface Piece {
  readonly letter: string;
  readonly length: number;
  readonly text: string;
}

/** The pieces of a pattern; a text says what is wrong with it. */
export function patternOf(pattern: string): readonly Piece[] | string {
  const pieces: Piece[] = [];
  for (const [match] of pattern.matchAll(/([A-Za-z])\1*|'(?:[^']|'')*'|[^A-Za-z']+|'/g)) {
    const letter = match.charAt(0);
    if (/[A-Za-z]/.test(letter)) {
      if (!'yMdHhKkmsSaEDuzZXG'.includes(letter))
        return `the letter ${letter} of the format "${pattern}" is not known here`;
      pieces.push({ letter, length: match.length, text: match });
    } else if (letter === "'") {
      if (match.length === 1) return `the format "${pattern}" has a quote that is not closed`;
      pieces.push({ letter: '', length: 0, text: match === "''" ? "'" : match.slice(1, -1).replaceAll("''", "'") });
    } else pieces.push({ letter: '', length: 0, text: match });
  }
  return pieces;
}

/** A moment by a pattern. */
export function formatted(micros: Int64, pieces: readonly Piece[]): string {
  const seconds = secondsOf(micros);
  const days = dayOfSeconds(seconds);
  const clock = seconds - days * SECONDS_OF_DAY;
  const moment = { ...civilOf(days), days, clock, millis: Math.floor(subsecondOf(micros) / 1000) };
  return pieces.map((piece) => written(piece, moment)).join('');
}

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly days: number;
  readonly clock: number;
  readonly millis: number;
}

function written({ letter, length, text }: Piece, { year, month, day, days, clock, millis }: Moment): string {
  const number = (value: number): string => String(value).padStart(length, '0');
  const hour = Math.floor(clock / 3600);
  switch (letter) {
    case 'y':
      return length === 2 ? String(year % 100).padStart(2, '0') : number(year);
    case 'M':
      return length < 3 ? number(month) : named(MONTHS[month - 1], length);
    case 'd':
      return number(day);
    case 'D':
      return number(dayOfYear(days));
    case 'E':
      return named(WEEKDAYS[weekdayOf(days)], length);
    case 'u':
      return number(weekdayOf(days) === 0 ? 7 : weekdayOf(days));
    case 'H':
      return number(hour);
    case 'k':
      return number(hour === 0 ? 24 : hour);
    case 'K':
      return number(hour % 12);
    case 'h':
      return number(hour % 12 === 0 ? 12 : hour % 12);
    case 'm':
      return number(Math.floor(clock / 60) % 60);
    case 's':
      return number(clock % 60);
    case 'S':
      return number(millis);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'G':
      return 'AD';
    case 'z':
      return 'UTC';
    case 'Z':
      return '+0000';
    case 'X':
      return 'Z';
    default:
      return text;
  }
}

const named = (name = '', length: number): string => (length < 4 ? name.slice(0, 3) : name);

/** The moment that a text holds by a pattern, what it does not say from 1970-01-01 00:00:00; null where it does not fit. What follows is not looked at. */
export function readByPattern(text: string, pieces: readonly Piece[]): Int64 | null {
  const fields = new Map<string, number>();
  let at = 0;
  for (const [place, piece] of pieces.entries()) {
    const next = pieces[place + 1];
    const length = read(text, at, piece, next !== undefined && next.letter !== '' && isNumber(next), fields);
    if (length === null) return null;
    at += length;
  }
  return momentOf(fields);
}

const isNumber = ({ letter, length }: Piece): boolean =>
  letter !== '' && !'EazZXG'.includes(letter) && !(letter === 'M' && length > 2);

/** How many characters a piece takes; null where they do not fit. Numbers that touch each other have as many digits as letters. */
function read(text: string, at: number, piece: Piece, touches: boolean, fields: Map<string, number>): number | null {
  const { letter, length } = piece;
  if (letter === '') return text.startsWith(piece.text, at) ? piece.text.length : null;
  const rest = text.slice(at, at + 40);
  if (isNumber(piece)) {
    const digits = (touches ? new RegExp(`^\\s*\\d{1,${length}}`) : /^\s*\d{1,18}/).exec(rest)?.[0];
    if (digits === undefined) return null;
    const value = Number(digits);
    fields.set(
      letter,
      letter === 'y' && length === 2 && digits.trim().length === 2 ? (value < 70 ? 2000 : 1900) + value : value,
    );
    return digits.length;
  }
  return readWord(rest, letter, fields);
}

function readWord(rest: string, letter: string, fields: Map<string, number>): number | null {
  if (letter === 'z' || letter === 'Z' || letter === 'X') {
    const [all, sign, hours, minutes] = /^(?:Z|UTC|GMT|([+-])(\d{2}):?(\d{2})?)/.exec(rest) ?? [];
    if (all === undefined) return null;
    fields.set('offset', (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60));
    return all.length;
  }
  const words = letter === 'M' ? MONTHS : letter === 'E' ? WEEKDAYS : letter === 'a' ? ['AM', 'PM'] : ['AD'];
  const lower = rest.toLowerCase();
  for (const [value, word] of words.entries()) {
    for (const form of [word, word.slice(0, 3)]) {
      if (!lower.startsWith(form.toLowerCase())) continue;
      fields.set(letter, letter === 'M' ? value + 1 : value);
      return form.length;
    }
  }
  return null;
}

function momentOf(fields: ReadonlyMap<string, number>): Int64 | null {
  const of = (letter: string, instead: number): number => fields.get(letter) ?? instead;
  const [year, month, day] = [of('y', 1970), of('M', 1), of('d', 1)];
  if (!isCivilDay(year, month, day)) return null;
  const halfDay = fields.has('h')
    ? (of('h', 12) % 12) + 12 * of('a', 0)
    : fields.has('K')
      ? of('K', 0) + 12 * of('a', 0)
      : 0;
  const hour = fields.has('H') ? of('H', 0) : fields.has('k') ? of('k', 24) % 24 : halfDay;
  const [minute, second] = [of('m', 0), of('s', 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const days = fields.has('D') && !fields.has('M') ? daysOf(year, 1, 1) + of('D', 1) - 1 : daysOf(year, month, day);
  const seconds = days * SECONDS_OF_DAY + hour * 3600 + minute * 60 + second - of('offset', 0);
  return wrapped(BigInt(seconds) * BigInt(MICROS_OF_SECOND) + BigInt(of('S', 0)) * 1000n);
}
