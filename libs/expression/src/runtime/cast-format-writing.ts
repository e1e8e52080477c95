import { RowFault } from '../row-fault.ts';
import { dayOfYear, weekdayOf } from './calendar.ts';
import { type FormatElement, type FormatGroup, formatElements } from './cast-format.ts';
import { padded } from './date-time-text.ts';
import { DAY_NAMES, MONTH_NAMES, type Shown } from './shown.ts';

export type FormattedType = 'DATE' | 'DATETIME' | 'TIME' | 'TIMESTAMP';

/** What a type has no value for. */
const missing: Readonly<Record<FormattedType, readonly FormatGroup[]>> = {
  DATE: ['hour', 'minute', 'second', 'half of the day', 'zone'],
  DATETIME: ['zone'],
  TIME: ['year', 'month', 'day', 'zone'],
  TIMESTAMP: [],
};

export function refuseMissing(elements: readonly FormatElement[], type: FormattedType): void {
  const wrong = elements.find(({ group }) => missing[type].includes(group));
  if (wrong !== undefined)
    throw new RowFault(`a ${type} has no ${wrong.group}, which ${wrong.text} in its FORMAT asks for`);
}

type Piece = (at: Shown) => string;

const monthName: Piece = ({ month }) => MONTH_NAMES[month - 1] ?? '';
const dayName: Piece = ({ days }) => DAY_NAMES[weekdayOf(days)] ?? '';
const lastOfYear =
  (digits: number): Piece =>
  ({ year }) =>
    padded(year % 10 ** digits, digits);
const fullYear: Piece = ({ year }) => padded(year, 4);
const hourOfHalf: Piece = ({ hour }) => padded(hour % 12 === 0 ? 12 : hour % 12, 2);
const half: Piece = ({ hour }) => (hour < 12 ? 'AM' : 'PM');
const dottedHalf: Piece = ({ hour }) => (hour < 12 ? 'A.M.' : 'P.M.');

const pieces: Readonly<Record<string, Piece>> = {
  YYYY: fullYear,
  RRRR: fullYear,
  YYY: lastOfYear(3),
  YY: lastOfYear(2),
  RR: lastOfYear(2),
  Y: lastOfYear(1),
  MM: ({ month }) => padded(month, 2),
  MON: (at) => monthName(at).slice(0, 3),
  MONTH: monthName,
  D: ({ days }) => String(weekdayOf(days) + 1),
  DD: ({ day }) => padded(day, 2),
  DDD: ({ days }) => padded(dayOfYear(days), 3),
  DAY: dayName,
  DY: (at) => dayName(at).slice(0, 3),
  HH: hourOfHalf,
  HH12: hourOfHalf,
  HH24: ({ hour }) => padded(hour, 2),
  MI: ({ minute }) => padded(minute, 2),
  SS: ({ second }) => padded(second, 2),
  SSSSS: ({ hour, minute, second }) => padded(hour * 3600 + minute * 60 + second, 5),
  AM: half,
  PM: half,
  'A.M.': dottedHalf,
  'P.M.': dottedHalf,
  TZH: ({ offset }) => `${offset < 0 ? '-' : '+'}${padded(Math.floor(Math.abs(offset) / 3600), 2)}`,
  TZM: ({ offset }) => padded((Math.abs(offset) / 60) % 60, 2),
};

/** A FORMAT as a function of what a clock shows. A fault for an element that the type has no value for. */
export function castFormatter(format: string, type: FormattedType): Piece {
  const elements = formatElements(format);
  refuseMissing(elements, type);
  const made = elements.map(pieceOf);
  return (at) => made.map((piece) => piece(at)).join('');
}

function pieceOf(element: FormatElement): Piece {
  const { name, group, text } = element;
  if (group === 'literal') return () => text;
  // Of the digits of a second a microsecond has six.
  if (name === 'FF') {
    const digits = Number(text[2]);
    return ({ micros }) => padded(micros, 6).padEnd(digits, '0').slice(0, digits);
  }
  const piece = pieces[name];
  if (piece === undefined) throw new RowFault(`the FORMAT element ${text} is only read, never written`);
  return inCaseOf(element, piece);
}

/** `mon`: jan; `Mon`: Jan; `MON` and all others: JAN. Halves of the day are never written like the second. */
function inCaseOf({ group, text }: FormatElement, piece: Piece): Piece {
  const [first = '', second = ''] = text;
  if (first >= 'a') return (at) => piece(at).toLowerCase();
  return group !== 'half of the day' && second >= 'a' ? piece : (at) => piece(at).toUpperCase();
}
