import { dateText } from '../../runtime/date-time-text.ts';
import { inDates, microsOf, SECONDS_OF_DAY } from '../../runtime/instant.ts';
import {
  addIntervals,
  divideInterval,
  extractedIntervalParts,
  intervalBetween,
  intervalExtractor,
  intervalMaker,
  intervalOfParts,
  intervalParts,
  justifyDays,
  justifyHours,
  justifyInterval,
  multiplyInterval,
  negateInterval,
  subtractIntervals,
} from '../../runtime/interval.ts';
import { addToDate, addToDatetime, addToTimestamp } from '../../runtime/interval-addition.ts';
import { countReader, isRange, rangeParts, rangeReader } from '../../runtime/interval-reading.ts';
import type { Int64, Interval } from '../../value.ts';
import { ofParts, partHint, partOfCall } from '../date-part.ts';
import { type CallSite, type FunctionRow, fn, type Implementation, made, row } from '../row.ts';

type Signatures = Readonly<Record<string, Implementation>>;

function plusDays(days: number, count: Int64): number {
  return inDates(typeof count === 'number' ? days + count : Number.NaN, () => `${dateText(days)} + ${count} days`);
}

const minusDays = (days: number, count: Int64): number =>
  inDates(typeof count === 'number' ? days - count : Number.NaN, () => `${dateText(days)} - ${count} days`);

/** What `+` has besides numbers. */
export const dateTimeSums: Signatures = {
  '(DATE, INT64) -> DATE': { js: fn(plusDays), givesNull: false, hints: ['', 'amount'] },
  '(INT64, DATE) -> DATE': {
    js: fn((count: Int64, days: number) => plusDays(days, count)),
    givesNull: false,
    hints: ['amount'],
  },
  '(INTERVAL, INTERVAL) -> INTERVAL': { js: fn(addIntervals), givesNull: false },
  '(DATE, INTERVAL) -> DATETIME': { js: fn(addToDate), givesNull: false },
  '(INTERVAL, DATE) -> DATETIME': { js: fn((by: Interval, days: number) => addToDate(days, by)), givesNull: false },
  '(DATETIME, INTERVAL) -> DATETIME': { js: fn(addToDatetime), givesNull: false },
  '(INTERVAL, DATETIME) -> DATETIME': {
    js: fn((by: Interval, micros: Int64) => addToDatetime(micros, by)),
    givesNull: false,
  },
  '(TIMESTAMP, INTERVAL) -> TIMESTAMP': { js: fn(addToTimestamp), givesNull: false },
  '(INTERVAL, TIMESTAMP) -> TIMESTAMP': {
    js: fn((by: Interval, micros: Int64) => addToTimestamp(micros, by)),
    givesNull: false,
  },
};

const midnight = (days: number): Int64 => microsOf(days * SECONDS_OF_DAY, 0);

/** What `-` has besides numbers. */
export const dateTimeDifferences: Signatures = {
  '(DATE, INT64) -> DATE': { js: fn(minusDays), givesNull: false, hints: ['', 'amount'] },
  '(DATE, DATE) -> INTERVAL': {
    js: fn((a: number, b: number) => intervalBetween(midnight(a), midnight(b), 'days')),
    givesNull: false,
  },
  '(DATETIME, DATETIME) -> INTERVAL': {
    js: fn((a: Int64, b: Int64) => intervalBetween(a, b, 'days')),
    givesNull: false,
  },
  '(TIMESTAMP, TIMESTAMP) -> INTERVAL': {
    js: fn((a: Int64, b: Int64) => intervalBetween(a, b, 'no days')),
    givesNull: false,
  },
  '(TIME, TIME) -> INTERVAL': { js: fn((a: number, b: number) => intervalBetween(a, b, 'no days')), givesNull: false },
  '(INTERVAL, INTERVAL) -> INTERVAL': { js: fn(subtractIntervals), givesNull: false },
  '(DATE, INTERVAL) -> DATETIME': {
    js: fn((days: number, by: Interval) => addToDate(days, negateInterval(by))),
    givesNull: false,
  },
  '(DATETIME, INTERVAL) -> DATETIME': {
    js: fn((micros: Int64, by: Interval) => addToDatetime(micros, negateInterval(by))),
    givesNull: false,
  },
  '(TIMESTAMP, INTERVAL) -> TIMESTAMP': {
    js: fn((micros: Int64, by: Interval) => addToTimestamp(micros, negateInterval(by))),
    givesNull: false,
  },
};

export const intervalProducts: Signatures = {
  '(INTERVAL, INT64) -> INTERVAL': { js: fn(multiplyInterval), givesNull: false, hints: ['', 'small'] },
  '(INT64, INTERVAL) -> INTERVAL': {
    js: fn((by: Int64, interval: Interval) => multiplyInterval(interval, by)),
    givesNull: false,
    hints: ['small'],
  },
};

export const intervalQuotients: Signatures = {
  '(INTERVAL, INT64) -> INTERVAL': { js: fn(divideInterval), givesNull: false, hints: ['', 'small'] },
};

export const intervalNegations: Signatures = {
  '(INTERVAL) -> INTERVAL': { js: fn(negateInterval), givesNull: false },
};

/** What EXTRACT has besides dates and times. */
export const intervalExtractions: Signatures = {
  '(PART, INTERVAL) -> INT64': {
    ...ofParts(0, extractedIntervalParts, (part) => {
      const extract = intervalExtractor(part);
      return (_part: string, interval: Interval) => extract(interval);
    }),
    hints: [partHint(extractedIntervalParts)],
  },
};

/** Text is read when an expression is; text of a row is what CAST is for. */
function checkLiteral(call: CallSite) {
  if (typeof call.args[0]?.constant !== 'string')
    return { argument: 0, message: 'it takes a whole number or a literal text.' };
  const part = partOfCall(call, 1);
  return intervalParts.includes(part)
    ? null
    : { argument: 1, message: `the part ${part} is none of ${intervalParts.join(', ')}.` };
}

const rangeOf = (call: CallSite): readonly [string, string] => [partOfCall(call, 1), partOfCall(call, 2)];

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'];

/** Numbers by their places come first, the others by their names; whichever is missing is 0. */
const makeSignatures: Signatures = Object.fromEntries(
  [...PARTS, ''].map((_, count) => [
    `(${[...PARTS.slice(0, count).map(() => 'INT64'), ...PARTS.slice(count).map((name) => `optional ${name} => INT64`)].join(', ')}) -> INTERVAL`,
    {
      js: made((call) => {
        const parts = call.args.map(({ name }, at) => (name === '' ? (PARTS[at] ?? '') : name).toUpperCase());
        return (...numbers: readonly Int64[]) =>
          intervalOfParts(new Map(numbers.map((each, at) => [parts[at] ?? '', each])));
      }),
      givesNull: false,
      hints: PARTS.map(() => 'amount'),
    },
  ]),
);

export const intervalRows: readonly FunctionRow[] = [
  row(
    'MAKE_INTERVAL',
    'interval',
    'The interval of so many years, months, days, hours, minutes and seconds, each 0 if not given.',
    makeSignatures,
  ),
  row(
    '$interval',
    'interval',
    'An interval of so many parts.',
    {
      '(INT64, PART) -> INTERVAL': {
        ...ofParts(1, intervalParts, intervalMaker),
        hints: ['amount', partHint(intervalParts)],
      },
      '(STRING, PART) -> INTERVAL': {
        ...ofParts(1, intervalParts, countReader),
        check: checkLiteral,
        hints: ['int-text', partHint(intervalParts)],
      },
    },
    ([count, part]) => `(INTERVAL ${count} ${part})`,
  ),
  row(
    '$interval_range',
    'interval',
    'An interval of the text of some parts: `1-2 3 4:5:6.789` is YEAR TO SECOND.',
    {
      '(STRING, PART, PART) -> INTERVAL': {
        js: made((call) => rangeReader(...rangeOf(call))),
        givesNull: false,
        check: (call) => {
          const [from, to] = rangeOf(call);
          const notLiteral = checkLiteral(call);
          if (notLiteral !== null) return notLiteral;
          return isRange(from, to) ? null : { argument: null, message: `there is no interval from ${from} to ${to}.` };
        },
        hints: ['interval-text', partHint(rangeParts), partHint(rangeParts)],
      },
    },
    ([text, from, to]) => `(INTERVAL ${text} ${from} TO ${to})`,
  ),
  row('JUSTIFY_HOURS', 'interval', 'The interval with whole 24 hours as days.', {
    '(INTERVAL) -> INTERVAL': { js: fn(justifyHours), givesNull: false },
  }),
  row('JUSTIFY_DAYS', 'interval', 'The interval with whole 30 days as months.', {
    '(INTERVAL) -> INTERVAL': { js: fn(justifyDays), givesNull: false },
  }),
  row(
    'JUSTIFY_INTERVAL',
    'interval',
    'The interval with whole 24 hours as days and whole 30 days as months; all its parts have one sign.',
    {
      '(INTERVAL) -> INTERVAL': { js: fn(justifyInterval), givesNull: false },
    },
  ),
];
