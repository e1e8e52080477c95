import { RowFault } from '../../row-fault.ts';
import { daysOf, isCivilDay } from '../../runtime/calendar.ts';
import { clockPartMicros, clockParts, floorCount } from '../../runtime/clock-part.ts';
import { dateParts } from '../../runtime/date-part.ts';
import { inYears, MICROS_OF_DAY, microsOf, SECONDS_OF_DAY } from '../../runtime/instant.ts';
import { datetimeOfTimestamp, localClock } from '../../runtime/moment.ts';
import { UTC, zoneFinder } from '../../runtime/zone.ts';
import type { Int64 } from '../../value.ts';
import { beyond32Bits, isUtc, ofParts, partHint } from '../date-part.ts';
import { type FunctionRow, fn, inline, made, row, sql } from '../row.ts';

/** A second may be 60, which is the next minute. */
function secondsOfClock(hour: Int64, minute: Int64, second: Int64): number | null {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  return h >= 0 && h <= 23 && m >= 0 && m <= 59 && s >= 0 && s <= 60 ? h * 3600 + m * 60 + s : null;
}

function datetimeFromParts(...parts: readonly [Int64, Int64, Int64, Int64, Int64, Int64]): Int64 {
  const [year, month, day, hour, minute, second] = parts;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const clock = secondsOfClock(hour, minute, second);
  const what = (): string => `DATETIME(${parts.join(', ')})`;
  if (clock === null || y < 1 || y > 9999 || !isCivilDay(y, m, d))
    throw new RowFault(`${what()} is no time of the years 0001 to 9999`);
  return inYears(daysOf(y, m, d) * SECONDS_OF_DAY + clock, 0, 'DATETIME', what);
}

function timeFromParts(hour: Int64, minute: Int64, second: Int64): number {
  const clock = secondsOfClock(hour, minute, second);
  if (clock === null) throw new RowFault(`TIME(${hour}, ${minute}, ${second}) is no time of day`);
  return (clock % SECONDS_OF_DAY) * 1_000_000;
}

export const datetimeRows: readonly FunctionRow[] = [
  row(
    'DATETIME',
    'date and time',
    'The DATETIME of its parts, of a DATE (at midnight, or at a TIME), or that the clock of a time zone (UTC without one) shows.',
    {
      '(INT64, INT64, INT64, INT64, INT64, INT64) -> DATETIME': {
        js: fn(datetimeFromParts),
        givesNull: false,
        hints: ['year', 'month', 'day', 'hour', 'minute', 'second'],
        differs: beyond32Bits,
      },
      '(DATE, TIME) -> DATETIME': {
        js: fn((days: number, micros: number) => microsOf(days * SECONDS_OF_DAY, micros)),
        givesNull: false,
        duckdb: sql('($1 + $2)'),
        pushdown: 'proven',
      },
      '(TIMESTAMP, optional STRING) -> DATETIME': {
        js: made(() => {
          const zoneOf = zoneFinder();
          return (micros: Int64, zone = 'UTC') => datetimeOfTimestamp(micros, zoneOf(zone));
        }),
        givesNull: false,
        duckdb: ([moment], call) => (isUtc(call, 1) ? `${moment}` : null),
        hints: ['', 'time-zone'],
        pushdown: 'proven',
      },
      '(DATE) -> DATETIME': {
        js: fn((days: number) => microsOf(days * SECONDS_OF_DAY, 0)),
        givesNull: false,
        duckdb: sql('CAST($1 AS TIMESTAMP)'),
        pushdown: 'proven',
      },
      '(DATETIME) -> DATETIME': {
        js: inline(([micros]) => `${micros}`),
        givesNull: false,
        duckdb: sql('$1'),
        pushdown: 'proven',
      },
    },
  ),
];

const wrapped = (micros: bigint): number =>
  Number(((micros % BigInt(MICROS_OF_DAY)) + BigInt(MICROS_OF_DAY)) % BigInt(MICROS_OF_DAY));

const addTime = (name: string, sign: 1n | -1n): FunctionRow =>
  row(
    name,
    'date and time',
    `The time of day so many parts ${sign === 1n ? 'later' : 'earlier'}, going round at midnight.`,
    {
      '(TIME, INT64, PART) -> TIME': {
        ...ofParts(2, clockParts, (part) => {
          const length = BigInt(clockPartMicros[part] ?? 1);
          return (micros: number, count: Int64) => wrapped(BigInt(micros) + sign * BigInt(count) * length);
        }),
        hints: ['', 'amount', partHint(clockParts)],
      },
    },
    ([value, count, part]) => `${name}(${value}, INTERVAL ${count} ${part})`,
  );

/** That the word NULL may have. */
const anyParts = [...clockParts, ...dateParts];

export const timeRows: readonly FunctionRow[] = [
  row(
    'TIME',
    'date and time',
    'The TIME of an hour, a minute and a second, or that a DATETIME, or the clock of a time zone (UTC without one), shows.',
    {
      '(INT64, INT64, INT64) -> TIME': {
        js: fn(timeFromParts),
        givesNull: false,
        hints: ['hour', 'minute', 'second'],
        differs: beyond32Bits,
      },
      '(TIMESTAMP, optional STRING) -> TIME': {
        js: made(() => {
          const zoneOf = zoneFinder();
          return (micros: Int64, zone = 'UTC') => localClock(micros, zoneOf(zone));
        }),
        givesNull: false,
        duckdb: ([moment], call) => (isUtc(call, 1) ? `CAST(${moment} AS TIME)` : null),
        hints: ['', 'time-zone'],
        pushdown: 'proven',
      },
      '(DATETIME) -> TIME': {
        js: fn((micros: Int64) => localClock(micros, UTC)),
        givesNull: false,
        duckdb: sql('CAST($1 AS TIME)'),
        pushdown: 'proven',
      },
      '(TIME) -> TIME': {
        js: inline(([micros]) => `${micros}`),
        givesNull: false,
        duckdb: sql('$1'),
        pushdown: 'proven',
      },
    },
  ),
  addTime('TIME_ADD', 1n),
  addTime('TIME_SUB', -1n),
  row('TIME_DIFF', 'date and time', 'How often the part begins between two times of day.', {
    '(TIME, TIME, PART) -> INT64': {
      ...ofParts(
        2,
        clockParts,
        (part) => {
          const length = clockPartMicros[part] ?? 1;
          return (a: number, b: number) => Number(floorCount(a, length)) - Number(floorCount(b, length));
        },
        { partsOfNull: anyParts },
      ),
      hints: ['', '', partHint(clockParts)],
    },
  }),
  row('TIME_TRUNC', 'date and time', 'The beginning of the part.', {
    '(TIME, PART) -> TIME': {
      ...ofParts(
        1,
        clockParts,
        (part) => {
          const length = clockPartMicros[part] ?? 1;
          return (micros: number) => micros - (micros % length);
        },
        { partsOfNull: anyParts },
      ),
      hints: ['', partHint(clockParts)],
    },
  }),
];
