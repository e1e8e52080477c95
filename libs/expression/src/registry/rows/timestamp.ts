import { within } from '../../analysis/range.ts';
import { clockPartMicros, floorCount } from '../../runtime/clock-part.ts';
import { readTimestamp } from '../../runtime/date-time-reading.ts';
import { momentOf, timestampOfDate, timestampOfDatetime } from '../../runtime/moment.ts';
import { UTC, zoneFinder } from '../../runtime/zone.ts';
import type { Int64 } from '../../value.ts';
import { isUtc } from '../date-part.ts';
import { type FunctionRow, fn, inline, made, row, sql } from '../row.ts';

const lengths = { SECONDS: 'SECOND', MILLIS: 'MILLISECOND', MICROS: 'MICROSECOND' } as const;
const units = Object.entries(lengths).map(([name, part]) => ({ name, length: clockPartMicros[part] ?? 1 }));

/** `UNIX_SECONDS`, `UNIX_MILLIS`, `UNIX_MICROS`. */
const unixRows = units.map(({ name, length }) =>
  row(
    `UNIX_${name}`,
    'date and time',
    `The ${name.toLowerCase()} from 1970-01-01 00:00:00 UTC to a TIMESTAMP, rounded down.`,
    {
      '(TIMESTAMP) -> INT64': {
        js:
          length === 1
            ? inline(([micros]) => `${micros}`)
            : inline(([micros], use) => {
                const slow = `${use(floorCount)}(${micros}, ${length})`;
                return `(typeof ${micros} === 'number' && ${micros} >= 0 ? (${micros} - ${micros} % ${length}) / ${length} : ${slow})`;
              }),
        givesNull: false,
        range: within(-(2n ** 63n) / BigInt(length) - 1n, 2n ** 63n / BigInt(length)),
        duckdb: ([moment]) =>
          length === 1 ? `epoch_us(${moment})` : `gs_floor_divide(epoch_us(${moment}), ${length})`,
        pushdown: 'proven',
      },
    },
  ),
);

/** `TIMESTAMP_SECONDS`, `TIMESTAMP_MILLIS`, `TIMESTAMP_MICROS`. */
const fromUnixRows = units.map(({ name, length }) =>
  row(
    `TIMESTAMP_${name}`,
    'date and time',
    `The TIMESTAMP so many ${name.toLowerCase()} after 1970-01-01 00:00:00 UTC.`,
    {
      '(INT64) -> TIMESTAMP': {
        js: fn((count: Int64) => {
          const near = typeof count === 'number' ? count * length : Number.NaN;
          return Number.isSafeInteger(near) ? near : momentOf(BigInt(count) * BigInt(length), 'TIMESTAMP');
        }),
        givesNull: false,
        duckdb: ([count]) => `gs_timestamp_of_micros(${count} * ${length})`,
        hints: [`unix-${name.toLowerCase()}`],
        pushdown: 'proven',
      },
    },
  ),
);

export const timestampRows: readonly FunctionRow[] = [
  ...unixRows,
  ...fromUnixRows,
  row(
    'TIMESTAMP',
    'date and time',
    'The TIMESTAMP of text, or of a DATE at midnight or a DATETIME by the clock of a time zone (UTC without one). Times that a clock skips are read by the offset before.',
    {
      '(STRING) -> TIMESTAMP': {
        js: made(() => {
          const zoneOf = zoneFinder();
          return (text: string) => readTimestamp(text, UTC, zoneOf);
        }),
        givesNull: false,
        duckdb: sql('gs_read_timestamp($1)'),
        hints: ['timestamp-text'],
        pushdown: 'proven',
        differs: {
          reason: 'DuckDB has no exact time zones: its text refuses a row whose text has one by name.',
          covers: ([text]) => typeof text === 'string' && / \w*\/\w/.test(text),
        },
      },
      '(STRING, STRING) -> TIMESTAMP': {
        js: made(() => {
          const zoneOf = zoneFinder();
          return (text: string, zone: string) => readTimestamp(text, zoneOf(zone), null);
        }),
        givesNull: false,
        hints: ['timestamp-text', 'time-zone'],
      },
      '(DATE, optional STRING) -> TIMESTAMP': {
        js: made(() => {
          const zoneOf = zoneFinder();
          return (days: number, zone = 'UTC') => timestampOfDate(days, zoneOf(zone));
        }),
        givesNull: false,
        duckdb: ([date], call) => (isUtc(call, 1) ? `CAST(${date} AS TIMESTAMP)` : null),
        hints: ['', 'time-zone'],
        pushdown: 'proven',
      },
      '(DATETIME, optional STRING) -> TIMESTAMP': {
        js: made(() => {
          const zoneOf = zoneFinder();
          return (micros: Int64, zone = 'UTC') => timestampOfDatetime(micros, zoneOf(zone));
        }),
        givesNull: false,
        duckdb: ([moment], call) => (isUtc(call, 1) ? `${moment}` : null),
        hints: ['', 'time-zone'],
        pushdown: 'proven',
      },
      '(TIMESTAMP) -> TIMESTAMP': {
        js: inline(([micros]) => `${micros}`),
        givesNull: false,
        duckdb: sql('$1'),
        pushdown: 'proven',
      },
    },
  ),
];
