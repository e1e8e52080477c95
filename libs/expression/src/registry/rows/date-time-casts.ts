import { readDate, readDatetime, readTime, readTimestamp } from '../../runtime/date-time-reading.ts';
import { dateText, datetimeText, timestampText, timeText } from '../../runtime/date-time-text.ts';
import { microsOf, SECONDS_OF_DAY } from '../../runtime/instant.ts';
import { intervalText } from '../../runtime/interval.ts';
import { readInterval } from '../../runtime/interval-reading.ts';
import { localClock, localDay } from '../../runtime/moment.ts';
import { UTC, zoneFinder } from '../../runtime/zone.ts';
import type { ScalarKind } from '../../types/sql-type.ts';
import type { Int64 } from '../../value.ts';
import { type CastRow, cast } from '../cast.ts';

const midnight = (days: number): Int64 => microsOf(days * SECONDS_OF_DAY, 0);
const asIs = (operand: string): string => operand;
const as =
  (type: string) =>
  (operand: string): string =>
    `CAST(${operand} AS ${type})`;
const read =
  (type: string) =>
  (operand: string): string =>
    `gs_read_${type}(${operand})`;

/** Between the types, by the clock of UTC. */
const between: readonly CastRow[] = [
  cast('DATE', 'DATETIME', 'Midnight.', { js: () => midnight, duckdb: as('TIMESTAMP'), pushdown: 'proven' }),
  cast('DATE', 'TIMESTAMP', 'Midnight in UTC.', { js: () => midnight, duckdb: as('TIMESTAMP'), pushdown: 'proven' }),
  ...(['DATETIME', 'TIMESTAMP'] as const).flatMap((from: ScalarKind) => [
    cast(from, 'DATE', 'Its day, in UTC.', {
      js: () => (micros: Int64) => localDay(micros, UTC),
      duckdb: as('DATE'),
      pushdown: 'proven',
    }),
    cast(from, 'TIME', 'Its time of day, in UTC.', {
      js: () => (micros: Int64) => localClock(micros, UTC),
      duckdb: as('TIME'),
      pushdown: 'proven',
    }),
    cast(from, from === 'DATETIME' ? 'TIMESTAMP' : 'DATETIME', 'What the clock of UTC shows.', {
      js: () => (micros: Int64) => micros,
      duckdb: asIs,
      pushdown: 'proven',
    }),
  ]),
];

const fromText: readonly CastRow[] = [
  cast('STRING', 'DATE', 'Reads `2020-01-31`.', {
    js: () => readDate,
    duckdb: read('date'),
    hints: ['date-text'],
    pushdown: 'proven',
  }),
  cast('STRING', 'DATETIME', 'Reads `2020-01-31 23:59:59.999999`; the time may be missing.', {
    js: () => readDatetime,
    duckdb: read('datetime'),
    hints: ['datetime-text'],
    pushdown: 'proven',
  }),
  cast('STRING', 'TIME', 'Reads `23:59:59.999999`.', {
    js: () => readTime,
    duckdb: read('time'),
    hints: ['time-text'],
    pushdown: 'proven',
  }),
  cast(
    'STRING',
    'TIMESTAMP',
    'Reads `2020-01-31 23:59:59.999999+05:30`, or with a name for the offset; without any it is UTC.',
    {
      js: () => {
        const zoneOf = zoneFinder();
        return (text: string) => readTimestamp(text, UTC, zoneOf);
      },
      duckdb: read('timestamp'),
      hints: ['timestamp-text'],
    },
  ),
];

const intervals: readonly CastRow[] = [
  cast('STRING', 'INTERVAL', 'Reads `1-2 3 4:5:6.789`, or some of its parts, or `P1Y2M3DT4H5M6.789S`.', {
    js: () => readInterval,
    hints: ['interval-text'],
  }),
  cast('INTERVAL', 'STRING', '`1-2 3 4:5:6.789`.', { js: () => intervalText }),
];

const toText: readonly CastRow[] = [
  cast('DATE', 'STRING', '`2020-01-31`.', { js: () => dateText }),
  cast('DATETIME', 'STRING', '`2020-01-31 23:59:59.999999`, with 0, 3 or 6 digits of the second.', {
    js: () => datetimeText,
  }),
  cast('TIME', 'STRING', '`23:59:59.999999`, with 0, 3 or 6 digits of the second.', { js: () => timeText }),
  cast('TIMESTAMP', 'STRING', '`2020-01-31 23:59:59.999999+00`, in UTC, with 0, 3 or 6 digits of the second.', {
    js: () => (micros: Int64) => timestampText(micros, UTC),
  }),
];

export const dateTimeCasts: readonly CastRow[] = [...between, ...fromText, ...toText, ...intervals];
