import { RowFault } from '../row-fault.ts';
import type { Interval } from '../value.ts';
import { int64Of } from './int64.ts';
import { intervalMaker, intervalOf } from './interval.ts';

/** Texts of intervals: `1-2 3 4:5:6.789` or a range of its parts, `P1Y2M3DT4H5M6.789S`, and the count of one part. */

const SIGNED = '([-+])?';
const N = String.raw`(\d+)`;
const DAYS = String.raw`([-+]?\d+)`;

const order = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND'];

/** Whether there is such a range as `YEAR TO MONTH`. */
export const isRange = (from: string, to: string): boolean =>
  order.indexOf(from) !== -1 && order.indexOf(to) > order.indexOf(from);

export const rangeParts: readonly string[] = order;

/** Reads the text of `INTERVAL '1-2' YEAR TO MONTH`. */
export function rangeReader(from: string, to: string): (text: string) => Interval {
  const parts = order.slice(order.indexOf(from), order.indexOf(to) + 1);
  const has = (part: string): boolean => parts.includes(part);
  const months = ['YEAR', 'MONTH']
    .filter(has)
    .map(() => N)
    .join('-');
  const clock = ['HOUR', 'MINUTE', 'SECOND']
    .filter(has)
    .map(() => N)
    .join(':');
  const pieces = [
    months === '' ? [] : [SIGNED + months],
    has('DAY') ? [DAYS] : [],
    clock === '' ? [] : [SIGNED + clock + (has('SECOND') ? String.raw`(?:\.(\d+))?` : '')],
  ].flat();
  const pattern = new RegExp(`^${pieces.join(' ')}$`);
  const names = [
    ...(months === '' ? [] : ['signOfMonths', ...['YEAR', 'MONTH'].filter(has)]),
    ...(has('DAY') ? ['DAY'] : []),
    ...(clock === '' ? [] : ['signOfClock', ...['HOUR', 'MINUTE', 'SECOND'].filter(has)]),
    ...(has('SECOND') ? ['fraction'] : []),
  ];
  return (text) => {
    const match = pattern.exec(text);
    if (match === null) throw invalid(text);
    return assembled(new Map(names.map((name, at) => [name, match[at + 1] ?? ''])), text);
  };
}

function assembled(groups: ReadonlyMap<string, string>, text: string): Interval {
  const number = (name: string): bigint => number64(groups.get(name) ?? '', text);
  const signed = (sign: string, value: bigint): bigint => (groups.get(sign) === '-' ? -value : value);
  const clock = (number('HOUR') * 3600n + number('MINUTE') * 60n + number('SECOND')) * 1_000_000n;
  return intervalOf(
    signed('signOfMonths', number('YEAR') * 12n + number('MONTH')),
    number('DAY'),
    signed('signOfClock', clock + microsOfDigits(groups.get('fraction') ?? '', text)),
    () => JSON.stringify(text),
  );
}

function number64(digits: string, text: string): bigint {
  const value = digits === '' ? 0n : BigInt(digits.replace(/^\+/, ''));
  if (int64Of(value) === undefined) throw invalid(text);
  return value;
}

/** Up to nine digits are read, of which an interval holds six. */
function microsOfDigits(digits: string, text: string): bigint {
  if (digits.length > 9 || /[^0]/.test(digits.slice(6))) throw invalid(text);
  return BigInt(digits.slice(0, 6).padEnd(6, '0'));
}

/** The ranges that texts of this many spaces, colons and dashes after a digit are of. */
const ranges: Readonly<Record<string, readonly [string, string]>> = {
  '2 2 1': ['YEAR', 'SECOND'],
  '2 1 1': ['YEAR', 'MINUTE'],
  '2 0 1': ['YEAR', 'HOUR'],
  '1 0 1': ['YEAR', 'DAY'],
  '0 0 1': ['YEAR', 'MONTH'],
  '2 0 0': ['MONTH', 'HOUR'],
  '2 1 0': ['MONTH', 'MINUTE'],
  '2 2 0': ['MONTH', 'SECOND'],
  '1 1 0': ['DAY', 'MINUTE'],
  '1 2 0': ['DAY', 'SECOND'],
  '0 2 0': ['HOUR', 'SECOND'],
};
const readers = new Map(Object.entries(ranges).map(([shape, [from, to]]) => [shape, rangeReader(from, to)]));

/** CAST to INTERVAL. */
export function readInterval(text: string): Interval {
  if (text.startsWith('P')) return readDuration(text);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const reader = readers.get(`${count(/ /g)} ${count(/:/g)} ${count(/(?<=\d)-/g)}`);
  if (reader === undefined) throw invalid(text);
  return reader(text);
}

/** ISO 8601, in which a part may be negative, come twice, and stand in any order. Only seconds may have a fraction. */
function readDuration(text: string): Interval {
  const match = /^P([^T]*)(?:T(.*))?$/s.exec(text);
  if (match === null || text.length === 1) throw invalid(text);
  const dates = sums(match[1] ?? '', 'YMWD', text);
  const clock = sums(match[2] ?? '', 'HMS', text);
  const of = (totals: ReadonlyMap<string, bigint>, letter: string): bigint => totals.get(letter) ?? 0n;
  return intervalOf(
    of(dates, 'Y') * 12n + of(dates, 'M'),
    of(dates, 'W') * 7n + of(dates, 'D'),
    (of(clock, 'H') * 3600n + of(clock, 'M') * 60n + of(clock, 'S')) * 1_000_000n + of(clock, 'fraction'),
    () => JSON.stringify(text),
  );
}

function sums(pieces: string, letters: string, text: string): ReadonlyMap<string, bigint> {
  const totals = new Map<string, bigint>();
  const add = (name: string, value: bigint): unknown => totals.set(name, (totals.get(name) ?? 0n) + value);
  const piece = new RegExp(`(-?)(\\d+)(?:([.,])(\\d*))?([${letters}])`, 'y');
  while (piece.lastIndex < pieces.length) {
    const match = piece.exec(pieces);
    if (match === null) throw invalid(text);
    const [, minus, digits = '', point, fraction = '', letter = ''] = match;
    if (point !== undefined && (letter !== 'S' || fraction === '')) throw invalid(text);
    const sign = minus === '-' ? -1n : 1n;
    add(letter, sign * number64(digits, text));
    if (fraction !== '') add('fraction', sign * microsOfDigits(fraction, text));
  }
  return totals;
}

/** The text of `INTERVAL '5' DAY`; of seconds it may have a fraction. */
export function countReader(part: string): (text: string) => Interval {
  const make = intervalMaker(part);
  return (text) => {
    if (part === 'SECOND' && text.includes('.')) {
      const match = /^([-+])?(\d*)\.(\d+)$/.exec(text);
      if (match === null) throw invalid(text);
      const micros = number64(match[2] ?? '', text) * 1_000_000n + microsOfDigits(match[3] ?? '', text);
      return intervalOf(0n, 0n, match[1] === '-' ? -micros : micros, () => JSON.stringify(text));
    }
    const count = /^[-+]?\d+$/.test(text) ? int64Of(BigInt(text.replace(/^\+/, ''))) : undefined;
    if (count === undefined) throw invalid(text);
    return make(count);
  };
}

const invalid = (text: string): RowFault =>
  new RowFault(`${JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text)} is no INTERVAL`);
