import { microsOf, SECONDS_OF_DAY } from '../../runtime/instant.ts';
import { intervalText } from '../../runtime/interval.ts';
import { readInterval } from '../../runtime/interval-reading.ts';
import { localClock, localDay } from '../../runtime/moment.ts';
import { UTC } from '../../runtime/zone.ts';
import type { ScalarKind } from '../../types/sql-type.ts';
import type { Int64 } from '../../value.ts';
import { type CastRow, cast } from '../cast.ts';

const midnight = (days: number): Int64 => microsOf(days * SECONDS_OF_DAY, 0);
const asIs = (operand: string): string => operand;
const as =
  (type: string) =>
  (operand: string): string =>
    `CAST(${operand} AS ${type})`;

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

const intervals: readonly CastRow[] = [
  cast('STRING', 'INTERVAL', 'Reads `1-2 3 4:5:6.789`, or some of its parts, or `P1Y2M3DT4H5M6.789S`.', {
    js: () => readInterval,
    hints: ['interval-text'],
  }),
  cast('INTERVAL', 'STRING', '`1-2 3 4:5:6.789`.', { js: () => intervalText }),
];

export const dateTimeCasts: readonly CastRow[] = [...between, ...intervals];
