import { within } from '../../analysis/range.ts';
import { RowFault } from '../../row-fault.ts';
import {
  civilOf,
  dayOfYear,
  daysInMonth,
  daysOf,
  isCivilDay,
  isoYearOf,
  isoYearStart,
  weekdayOf,
  weekStart,
} from '../../runtime/calendar.ts';
import { formatted, patternOf, readByPattern } from '../../runtime/spark/date-format.ts';
import { longOfDouble, wrapped } from '../../runtime/spark/number.ts';
import { dateWithin, timestampWithin } from '../../runtime/spark/range.ts';
import { dateOfText, timestampOfText } from '../../runtime/spark/text-values.ts';
import type { Int64, SqlValue } from '../../value.ts';
import {
  type CallFault,
  type CallSite,
  type FunctionRow,
  fn,
  type Implementation,
  made,
  type RowFunction,
  row,
} from '../row.ts';
import { movedMonths } from './operators.ts';

const DAY = 86_400_000_000n;
const SECOND = 1_000_000n;
const floorDivided = (value: bigint, by: bigint): bigint => (value >= 0n ? value / by : -((-value + by - 1n) / by));
const dayOf = (micros: Int64): number => Number(floorDivided(BigInt(micros), DAY));
const clockOf = (micros: Int64): number => Number(floorDivided(BigInt(micros) - BigInt(dayOf(micros)) * DAY, SECOND));
const secondsOf = (micros: Int64): Int64 => wrapped(floorDivided(BigInt(micros), SECOND));
const midnight = (days: number): Int64 => wrapped(BigInt(days) * DAY);

/** One function under all of its names. */
const named = (
  names: string,
  doc: string,
  signatures: Readonly<Record<string, Implementation>>,
  write: FunctionRow['write'] = 'none',
): readonly FunctionRow[] => names.split(' ').map((name) => row(name, 'date and time', doc, signatures, write));

const plain = (of: RowFunction): Implementation => ({ js: fn(of), givesNull: false });

/** A part of a date; a timestamp and a text are taken for their dates. */
const datePart = (names: string, doc: string, of: (days: number) => number, part: string): readonly FunctionRow[] =>
  named(names, doc, { '(DATE) -> INT64': { ...plain(of), range: daysRange } }, ([x]) => `EXTRACT(${part} FROM ${x})`);

const clockPart = (name: string, doc: string, of: (seconds: number) => number): FunctionRow =>
  row(
    name,
    'date and time',
    doc,
    { '(TIMESTAMP) -> INT64': { ...plain((micros: Int64) => of(clockOf(micros))), range: within(0n, 59n) } },
    ([x]) => `EXTRACT(${name} FROM ${x})`,
  );

const isoWeek = (days: number): number => Math.floor((days - isoYearStart(isoYearOf(days))) / 7) + 1;

/** The format, read once; it is the same for all rows. */
const formatAt = (call: CallSite, at: number, instead: string): ReturnType<typeof patternOf> => {
  const text = call.args[at]?.constant;
  return patternOf(typeof text === 'string' ? text : instead);
};

const formatIsKnown =
  (at: number) =>
  (call: CallSite): CallFault | null => {
    const given = call.args[at];
    if (given === undefined || given.constant === null) return null;
    if (typeof given.constant !== 'string')
      return { argument: at, message: 'the format must be a text that is the same for all rows.' };
    const pattern = formatAt(call, at, '');
    return typeof pattern === 'string' ? { argument: at, message: `${pattern}.` } : null;
  };

const DEFAULT_FORMAT = 'yyyy-MM-dd HH:mm:ss';

const piecesOf = (call: CallSite, at: number, instead: string) => {
  const pattern = formatAt(call, at, instead);
  if (typeof pattern === 'string') throw new Error('A format is checked before it is used.');
  return pattern;
};

const formatting = (type: 'TIMESTAMP' | 'INT64', instead: string): Implementation => ({
  js: made((call) => {
    const pieces = piecesOf(call, 1, instead);
    return (value: Int64) => formatted(type === 'INT64' ? timestampWithin(BigInt(value) * SECOND) : value, pieces);
  }),
  givesNull: false,
  check: formatIsKnown(1),
});

/** What a text holds by the format in the second argument, then made into something else. */
const reading = (instead: string, of: (micros: Int64) => SqlValue): Implementation => ({
  js: made((call) => {
    const pieces = piecesOf(call, 1, instead);
    return (text: string) => {
      const micros = readByPattern(text, pieces);
      return micros === null ? null : of(micros);
    };
  }),
  check: formatIsKnown(1),
});

/** The bounds of what an INT64 of microseconds, and an INT32 of days, can be. */
const secondsRange = within(-9_223_372_036_855n, 9_223_372_036_854n);
const daysRange = within(-(2n ** 31n), 2n ** 31n - 1n);

const unixSignatures: Readonly<Record<string, Implementation>> = {
  '(TIMESTAMP) -> INT64': { ...plain(secondsOf), range: secondsRange, write: ([x]) => `UNIX_SECONDS(${x})` },
  '(DATE) -> INT64': {
    ...plain((days: number) => days * 86_400),
    range: secondsRange,
    write: ([x]) => `(UNIX_DATE(${x}) * 86400)`,
  },
  '(STRING, optional STRING) -> INT64': reading(DEFAULT_FORMAT, secondsOf),
  '(TIMESTAMP, STRING) -> INT64': plain((micros: Int64) => secondsOf(micros)),
};

const UNITS: Readonly<Record<string, (days: number) => number>> = {
  YEAR: (days) => daysOf(civilOf(days).year, 1, 1),
  QUARTER: (days) => daysOf(civilOf(days).year, Math.floor((civilOf(days).month - 1) / 3) * 3 + 1, 1),
  MONTH: (days) => daysOf(civilOf(days).year, civilOf(days).month, 1),
  WEEK: (days) => weekStart(days, 1),
  DAY: (days) => days,
};
const UNIT_NAMES: Readonly<Record<string, string>> = { YYYY: 'YEAR', YY: 'YEAR', MON: 'MONTH', MM: 'MONTH', DD: 'DAY' };
const CLOCK_UNITS: Readonly<Record<string, bigint>> = {
  HOUR: 3600n * SECOND,
  MINUTE: 60n * SECOND,
  SECOND,
  MILLISECOND: 1000n,
  MICROSECOND: 1n,
};

const unitOf = (text: string): string => UNIT_NAMES[text.toUpperCase()] ?? text.toUpperCase();

/** A unit that is not known gives null. */
const truncatedDate = (days: number, unit: string): number | null =>
  unitOf(unit) === 'DAY' ? null : (UNITS[unitOf(unit)]?.(days) ?? null);

function truncated(unit: string, micros: Int64): Int64 | null {
  const [ofDays, clock] = [UNITS[unitOf(unit)], CLOCK_UNITS[unitOf(unit)]];
  if (ofDays !== undefined) return midnight(ofDays(dayOf(micros)));
  return clock === undefined ? null : wrapped(floorDivided(BigInt(micros), clock) * clock);
}

const WEEKDAY_NAMES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function nextDay(days: number, name: string): number | null {
  const wanted = WEEKDAY_NAMES.indexOf(name.trim().slice(0, 2).toUpperCase());
  return wanted === -1 ? null : days + ((wanted - weekdayOf(days) + 6) % 7) + 1;
}

/** Whole months where both are the same day of their months or both the last, else with a 31st of what is left; to 8 digits. */
function monthsBetween(end: Int64, start: Int64, isRounded = true): number {
  const [a, b] = [civilOf(dayOf(end)), civilOf(dayOf(start))];
  const months = (a.year - b.year) * 12 + a.month - b.month;
  const isLast = ({ year, month, day }: typeof a): boolean => day === daysInMonth(year, month);
  if (a.day === b.day || (isLast(a) && isLast(b))) return months;
  const difference = months + ((a.day - b.day) * 86_400 + clockOf(end) - clockOf(start)) / (31 * 86_400);
  return isRounded ? Math.round(difference * 1e8) / 1e8 : difference;
}

function makeDate(year: Int64, month: Int64, day: Int64): number | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return y >= 1 && y <= 9999 && isCivilDay(y, m, d) ? daysOf(y, m, d) : null;
}

const scaled =
  (factor: bigint) =>
  (value: Int64): Int64 =>
    timestampWithin(BigInt(value) * factor);

const PARTS: Readonly<Record<string, (micros: Int64) => SqlValue>> = {
  YEAR: (micros) => civilOf(dayOf(micros)).year,
  QUARTER: (micros) => Math.floor((civilOf(dayOf(micros)).month + 2) / 3),
  MONTH: (micros) => civilOf(dayOf(micros)).month,
  WEEK: (micros) => isoWeek(dayOf(micros)),
  DAY: (micros) => civilOf(dayOf(micros)).day,
  DAYOFWEEK: (micros) => weekdayOf(dayOf(micros)) + 1,
  DAYOFYEAR: (micros) => dayOfYear(dayOf(micros)),
  HOUR: (micros) => Math.floor(clockOf(micros) / 3600),
  MINUTE: (micros) => Math.floor(clockOf(micros) / 60) % 60,
};

const partIsKnown = (call: CallSite): CallFault | null =>
  String(call.args[0]?.constant).toUpperCase() in PARTS
    ? null
    : { argument: 0, message: `it takes ${Object.keys(PARTS).join(', ')}.` };

const part = (name: string, micros: Int64): SqlValue => {
  const of = PARTS[name.toUpperCase()];
  if (of === undefined) throw new RowFault(`there is no part ${name}`);
  return of(micros);
};

const days = (a: number, b: number): number => a - b;

/** Dates and times; the time zone of a session is UTC. A text that is taken for a date or a timestamp and holds none is null. */
export const sparkDateTimeRows: readonly FunctionRow[] = [
  ...named(
    'UNIX_TIMESTAMP TO_UNIX_TIMESTAMP',
    'The seconds since the epoch; of a text by the format, null where it does not fit.',
    unixSignatures,
  ),
  ...named('FROM_UNIXTIME', 'The moment of so many seconds since the epoch, by a format.', {
    '(INT64, optional STRING) -> STRING': formatting('INT64', DEFAULT_FORMAT),
  }),
  ...named('DATE_FORMAT', 'The moment by a format.', {
    '(TIMESTAMP, STRING) -> STRING': formatting('TIMESTAMP', DEFAULT_FORMAT),
  }),
  ...named(
    'TO_TIMESTAMP',
    'The value as a timestamp, of a text by the format if there is one; null where it does not fit.',
    {
      '(TIMESTAMP) -> TIMESTAMP': { ...plain((micros: Int64) => micros), write: ([x]) => `${x}` },
      '(STRING) -> TIMESTAMP': { js: fn(timestampOfText) },
      '(STRING, STRING) -> TIMESTAMP': reading(DEFAULT_FORMAT, (micros) => micros),
    },
  ),
  ...named('TO_DATE', 'The value as a date, of a text by the format if there is one; null where it does not fit.', {
    '(DATE) -> DATE': { ...plain((value: number) => value), write: ([x]) => `${x}` },
    '(STRING) -> DATE': { js: fn(dateOfText) },
    '(STRING, STRING) -> DATE': reading(DEFAULT_FORMAT, dayOf),
  }),
  ...named(
    'DATEDIFF DATE_DIFF',
    'The days from the second date to the first.',
    { '(DATE, DATE) -> INT64': { ...plain(days), range: within(-(2n ** 32n), 2n ** 32n) } },
    ([a, b]) => `DATE_DIFF(${a}, ${b}, DAY)`,
  ),
  ...named(
    'DATE_ADD DATEADD',
    'The date so many days later.',
    { '(DATE, INT64) -> DATE': plain((value: number, count: Int64) => dateWithin(BigInt(value) + BigInt(count))) },
    ([a, b]) => `DATE_ADD(${a}, INTERVAL ${b} DAY)`,
  ),
  ...named(
    'DATE_SUB',
    'The date so many days earlier.',
    { '(DATE, INT64) -> DATE': plain((value: number, count: Int64) => dateWithin(BigInt(value) - BigInt(count))) },
    ([a, b]) => `DATE_SUB(${a}, INTERVAL ${b} DAY)`,
  ),
  ...named(
    'ADD_MONTHS',
    'The date so many months later; a day that the month lacks becomes its last.',
    { '(DATE, INT64) -> DATE': plain((value: number, count: Int64) => movedMonths(value, BigInt(count))) },
    ([a, b]) => `DATE_ADD(${a}, INTERVAL ${b} MONTH)`,
  ),
  ...named('MONTHS_BETWEEN', 'The months from the second moment to the first, with a fraction of 31 days.', {
    '(TIMESTAMP, TIMESTAMP, optional BOOL) -> FLOAT64': plain(monthsBetween),
  }),
  ...named(
    'LAST_DAY',
    'The last day of the month.',
    {
      '(DATE) -> DATE': plain((value: number) =>
        daysOf(civilOf(value).year, civilOf(value).month, daysInMonth(civilOf(value).year, civilOf(value).month)),
      ),
    },
    ([x]) => `LAST_DAY(${x})`,
  ),
  ...named('NEXT_DAY', 'The first day after it that is called so; null for an unknown name.', {
    '(DATE, STRING) -> DATE': { js: fn(nextDay) },
  }),
  ...named('TRUNC', 'The first day of the year, quarter, month or week; null for another unit.', {
    '(DATE, STRING) -> DATE': { js: fn(truncatedDate) },
  }),
  ...named('DATE_TRUNC', 'The moment cut to a unit; null for an unknown one.', {
    '(STRING, TIMESTAMP) -> TIMESTAMP': { js: fn(truncated) },
  }),
  ...named('MAKE_DATE', 'The date of a year, a month and a day; null where there is none.', {
    '(INT64, INT64, INT64) -> DATE': { js: fn(makeDate) },
  }),
  ...datePart('YEAR', 'The year.', (value) => civilOf(value).year, 'YEAR'),
  ...datePart('QUARTER', 'The quarter, from 1.', (value) => Math.floor((civilOf(value).month + 2) / 3), 'QUARTER'),
  ...datePart('MONTH', 'The month, from 1.', (value) => civilOf(value).month, 'MONTH'),
  ...datePart('DAY DAYOFMONTH', 'The day of the month.', (value) => civilOf(value).day, 'DAY'),
  ...datePart('DAYOFWEEK', 'The day of the week, 1 on Sunday.', (value) => weekdayOf(value) + 1, 'DAYOFWEEK'),
  ...datePart('DAYOFYEAR', 'The day of the year, from 1.', dayOfYear, 'DAYOFYEAR'),
  ...datePart('WEEKOFYEAR', 'The week by ISO 8601.', isoWeek, 'ISOWEEK'),
  row(
    'WEEKDAY',
    'date and time',
    'The day of the week, 0 on Monday.',
    { '(DATE) -> INT64': plain((value: number) => (weekdayOf(value) + 6) % 7) },
    'none',
  ),
  clockPart('HOUR', 'The hour, from 0.', (seconds) => Math.floor(seconds / 3600)),
  clockPart('MINUTE', 'The minute, from 0.', (seconds) => Math.floor(seconds / 60) % 60),
  clockPart('SECOND', 'The second, from 0.', (seconds) => seconds % 60),
  ...named('DATE_PART', 'A part of a moment by its name.', {
    '(STRING, TIMESTAMP) -> INT64': { js: fn(part), givesNull: false, check: partIsKnown },
  }),
  row(
    'EXTRACT',
    'date and time',
    'A part of a moment.',
    { '(PART, TIMESTAMP) -> INT64': { js: fn(part), givesNull: false, check: partIsKnown } },
    'none',
  ),
  ...named('TIMESTAMP_SECONDS', 'The moment so many seconds after the epoch.', {
    '(INT64) -> TIMESTAMP': plain(scaled(SECOND)),
    '(FLOAT64) -> TIMESTAMP': {
      js: fn((value: number) => (Number.isFinite(value) ? timestampWithin(BigInt(longOfDouble(value * 1e6))) : null)),
    },
  }),
  ...named('TIMESTAMP_MILLIS', 'The moment so many milliseconds after the epoch.', {
    '(INT64) -> TIMESTAMP': plain(scaled(1000n)),
  }),
  ...named('TIMESTAMP_MICROS', 'The moment so many microseconds after the epoch.', {
    '(INT64) -> TIMESTAMP': plain(scaled(1n)),
  }),
  row(
    'DATE_FROM_UNIX_DATE',
    'date and time',
    'The date so many days after the epoch.',
    { '(INT64) -> DATE': plain(dateWithin) },
    'none',
  ),
];
