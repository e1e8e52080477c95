import type { SqlValue } from '@isochron/expression';
import type { Draw } from '../draw.ts';

/** The FORMATs of casts between text and dates and times, and texts that some of them read. */

const dateElements = ['YYYY', 'RRRR', 'YYY', 'YY', 'Y', 'RR', 'MM', 'MON', 'MONTH', 'D', 'DD', 'DDD', 'DAY', 'DY'];
const clockElements = [
  ...['HH', 'HH12', 'HH24', 'MI', 'SS', 'SSSSS', 'FF1', 'FF2', 'FF3', 'FF4', 'FF5', 'FF6', 'FF7', 'FF8', 'FF9'],
  ...['AM', 'PM', 'A.M.', 'P.M.'],
];
const zoneElements = ['TZH', 'TZM'];
const wrongElements = [
  'Y,YYY',
  'IYYY',
  'YEAR',
  'Q',
  'WW',
  'IW',
  'CC',
  'BC',
  'J',
  'FM',
  'TH',
  'X',
  'é',
  '\t',
  '"a',
  '\\',
  'FF',
  'FF0',
];
const literals = ['-', '.', '/', ',', "'", ';', ':', ' ', '  ', '"T"', '"é \\" \\\\"', '""', '"1"', ''];

export type FormatKind = 'date' | 'datetime' | 'time' | 'timestamp';

const elementsOf: Readonly<Record<FormatKind, readonly string[]>> = {
  date: dateElements,
  datetime: [...dateElements, ...clockElements],
  time: clockElements,
  timestamp: [...dateElements, ...clockElements, ...zoneElements],
};

/** A FORMAT for a value; for a text before it, mostly one that could read the text. */
export function castFormat(draw: Draw, kind: FormatKind, [text]: readonly SqlValue[]): string {
  if (typeof text === 'string' && !draw.chance(80)) {
    const format = formatOf(draw, text, kind);
    return draw.chance(80) ? mixedCase(draw, `${format}${element(draw, kind)}`) : mixedCase(draw, format);
  }
  return draw.list(0, 7, () => mixedCase(draw, element(draw, kind)) + draw.pick(literals)).join('');
}

const element = (draw: Draw, kind: FormatKind): string =>
  draw.either(
    [60, () => draw.pick(elementsOf[kind])],
    [1, () => draw.pick(wrongElements)],
    [1, () => draw.pick(elementsOf.timestamp)],
  );

function mixedCase(draw: Draw, text: string): string {
  if (text.includes('"')) return text;
  return draw.pick([text, text, text.toLowerCase(), text.slice(0, 1) + text.slice(1).toLowerCase()]);
}

const TOKEN = /[ap]\.m\.|[+-]\d\d(?!\d\d-)|\d+,\d{3}|\d+|[a-z]+|\s+|./giu;

/** Guesses what the parts of a text stand for, from its start to its end. */
function formatOf(draw: Draw, text: string, kind: FormatKind): string {
  const hasHalf = /[ap]\.m\./i.test(text);
  const year = draw.pick(['YYYY', 'YYYY', 'RRRR']);
  const date = draw.chance(700)
    ? [year, 'MM', 'DD']
    : draw.pick([
        ['DD', 'MM', year],
        ['MM', 'DD', draw.pick(['YY', 'RR', 'YYY'])],
      ]);
  if (/[a-z]{3}/i.test(text)) date.splice(date.indexOf('MM'), 1);
  const clock = [hasHalf ? draw.pick(['HH', 'HH12']) : 'HH24', 'MI', 'SS', `FF${draw.integer(1, 9)}`];
  const left = [...(kind === 'time' ? [] : date), ...(kind === 'date' ? [] : clock)];
  if (/\b\d{5}\b/.test(text)) left.splice(left.indexOf('HH24'), 3, 'SSSSS');
  return (text.match(TOKEN) ?? []).map((token) => elementFor(draw, token, left, kind)).join('');
}

function elementFor(draw: Draw, token: string, left: string[], kind: FormatKind): string {
  if (/^\s+$/.test(token)) return draw.pick([' ', ' ', '  ']);
  if (/^[ap]\.m\.$/i.test(token)) return draw.pick(['A.M.', 'P.M.']);
  if (/^[+-]\d/.test(token)) {
    if (kind === 'timestamp' && !left.includes('MI')) {
      left.splice(0, left.length, 'TZM');
      return 'TZH';
    }
    return token.slice(0, 1) + elementFor(draw, token.slice(1), left, kind);
  }
  if (token.includes(',') && token.length > 1) {
    left.splice(0, 1);
    return 'Y,YYY';
  }
  if (/^\d/.test(token)) return digitElements(token, left);
  if (/^[a-z]{3,}$/i.test(token)) return token.length === 3 ? 'MON' : 'MONTH';
  return "-./,';:".includes(token) && !draw.chance(100) ? token : `"${token.replaceAll(/["\\]/g, '\\$&')}"`;
}

function digitElements(digits: string, left: string[]): string {
  const next = left.shift();
  if (next === undefined) return `"${digits}"`;
  const length = next.startsWith('FF')
    ? digits.length
    : next.startsWith('SSS')
      ? 5
      : Math.min(next.length, next.startsWith('H') ? 2 : 4);
  return digits.length > length ? next + digitElements(digits.slice(length), left) : next;
}

/** A text in one of many layouts, of a day, a time of day or both. */
export function laidOut(draw: Draw, kind: FormatKind): string {
  const date = kind === 'time' ? '' : dateIn(draw);
  const clock = kind === 'date' ? '' : clockIn(draw);
  const zone = kind === 'timestamp' ? draw.pick(['', '+05:30', '-08', '+1400', '-14:01', ' 08', '-00:30', ' +3']) : '';
  const space = draw.pick(['', '', '', '', ' ', '\u2003', '\n']);
  return space + date + (date === '' || clock === '' ? '' : draw.pick([' ', 'T', '', '; '])) + clock + zone + space;
}

const months = 'January February March April May June July August September October November December'.split(' ');

function dateIn(draw: Draw): string {
  const year = draw.pick([
    `${draw.integer(1900, 2100)}`,
    '0001',
    '9999',
    '0000',
    '10000',
    '1',
    `${draw.integer(0, 9999)}`,
  ]);
  const month = draw.integer(0, 20) === 0 ? 13 : draw.integer(1, 12);
  const day = draw.pick([1, 28, 29, 30, 31, draw.integer(1, 28)]);
  const [mm, dd] = [`${month}`.padStart(2, '0'), `${day}`.padStart(2, '0')];
  const name = months[month - 1] ?? 'Monday';
  const word = draw.pick([name, name.slice(0, 3), name.toUpperCase(), name.slice(0, 3).toLowerCase()]);
  return draw.pick([
    ...[`${year}-${mm}-${dd}`, `${year}/${month}/${day}`, `${year}${mm}${dd}`, `${dd}.${mm}.${year}`],
    ...[`${mm}/${dd}/${year.slice(-2)}`, `${day} ${word} ${year}`, `${word} ${dd}, ${year}`, `${dd}-${word}-${year}`],
    ...[`${year.slice(0, -3)},${year.slice(-3)}-${mm}-${dd}`, `${year}-${mm}`, `${word}${year}`],
  ]);
}

function clockIn(draw: Draw): string {
  const parts = [draw.integer(0, 24), draw.integer(0, 60), draw.integer(0, 60)].map((each) =>
    `${each}`.padStart(2, '0'),
  );
  const [hour = '', minute = '', second = ''] = parts;
  const fraction = `${draw.integer(0, 999_999_999)}`.slice(0, draw.integer(1, 9));
  const half = draw.pick(['a.m.', 'P.M.', 'p.M.']);
  return draw.pick([
    ...[
      `${hour}:${minute}:${second}`,
      `${hour}:${minute}:${second}.${fraction}`,
      `${hour}${minute}${second}`,
      `${hour}:${minute}`,
    ],
    ...[`${draw.integer(0, 13)}:${minute} ${half}`, `${half} ${draw.integer(1, 12)}:${minute}:${second}`, hour],
    ...[`${draw.integer(0, 86_400)}`.padStart(5, '0'), `${hour}${minute}${second}${fraction}`],
  ]);
}
