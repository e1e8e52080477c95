import { castReader } from '../../runtime/cast-format-reading.ts';
import { castFormatter, type FormattedType } from '../../runtime/cast-format-writing.ts';
import { readDate, readDatetime, readTime, readTimestamp } from '../../runtime/date-time-reading.ts';
import { dateText, datetimeText, timestampText, timeText } from '../../runtime/date-time-text.ts';
import { microsOf, SECONDS_OF_DAY } from '../../runtime/instant.ts';
import { localClock, localDay } from '../../runtime/moment.ts';
import { remembered } from '../../runtime/remembered.ts';
import { shownAt } from '../../runtime/shown.ts';
import { UTC, zoneFinder } from '../../runtime/zone.ts';
import type { Int64, SqlValue } from '../../value.ts';
import { type CastFunction, type CastRow, type CastSite, cast } from '../cast.ts';
import { whenRead, whenWritten } from './date-time-format-differences.ts';

const read =
  (type: string) =>
  (operand: string): string =>
    `gs_read_${type}(${operand})`;

/** `plain` without a FORMAT; with one, what is made of the FORMAT once for all the rows that have the same. */
const orFormatted =
  (plain: CastRow['js'], formatted: () => CastFunction) =>
  (site: CastSite): CastFunction =>
    site.hasFormat ? formatted() : plain(site);

/** `held`: microseconds since 1970 as the type holds them. */
const reading = (type: FormattedType, held: (micros: Int64) => SqlValue) => (): CastFunction => {
  const readerOf = remembered((format) => castReader(format, type));
  const zoneOf = zoneFinder();
  return (text: string, format = '', zone = 'UTC') => {
    const known = zoneOf(zone);
    return held(readerOf(format)(text, known));
  };
};

const writing = (type: FormattedType, micros: (value: Int64) => Int64) => (): CastFunction => {
  const formatterOf = remembered((format) => castFormatter(format, type));
  const zoneOf = zoneFinder();
  return (value: Int64, format = '', zone = 'UTC') => formatterOf(format)(shownAt(micros(value), zoneOf(zone)));
};

const itself = (micros: Int64): Int64 => micros;

const readByFormat =
  'or what the FORMAT says, in which years of 2 digits are of this century, and by RR from 1950 to 2049';

const fromText: readonly CastRow[] = [
  cast('STRING', 'DATE', `Reads \`2020-01-31\`; ${readByFormat}.`, {
    js: orFormatted(
      () => readDate,
      reading('DATE', (micros) => localDay(micros, UTC)),
    ),
    duckdb: read('date'),
    takesFormat: true,
    differs: whenRead,
    hints: ['date-layout', 'date-format'],
    pushdown: 'proven',
  }),
  cast('STRING', 'DATETIME', `Reads \`2020-01-31 23:59:59.999999\`, where the time may be missing; ${readByFormat}.`, {
    js: orFormatted(() => readDatetime, reading('DATETIME', itself)),
    duckdb: read('datetime'),
    takesFormat: true,
    differs: whenRead,
    hints: ['datetime-layout', 'datetime-format'],
    pushdown: 'proven',
  }),
  cast('STRING', 'TIME', 'Reads `23:59:59.999999`; or what the FORMAT says.', {
    js: orFormatted(
      () => readTime,
      reading('TIME', (micros) => localClock(micros, UTC)),
    ),
    duckdb: read('time'),
    takesFormat: true,
    hints: ['time-layout', 'time-format'],
    pushdown: 'proven',
  }),
  cast(
    'STRING',
    'TIMESTAMP',
    `Reads \`2020-01-31 23:59:59.999999+05:30\`, or with a name for the offset; ${readByFormat}. Without an offset it is by the clock of the time zone, or UTC.`,
    {
      js: orFormatted(
        () => {
          const zoneOf = zoneFinder();
          return (text: string) => readTimestamp(text, UTC, zoneOf);
        },
        reading('TIMESTAMP', itself),
      ),
      duckdb: read('timestamp'),
      takesFormat: true,
      takesZone: true,
      differs: whenRead,
      hints: ['timestamp-layout', 'timestamp-format', 'time-zone'],
    },
  ),
];

const toText: readonly CastRow[] = [
  cast('DATE', 'STRING', '`2020-01-31`; or as the FORMAT says.', {
    js: orFormatted(
      () => dateText,
      writing('DATE', (days) => microsOf(Number(days) * SECONDS_OF_DAY, 0)),
    ),
    takesFormat: true,
    hints: ['', 'date-format'],
  }),
  cast(
    'DATETIME',
    'STRING',
    '`2020-01-31 23:59:59.999999`, with 0, 3 or 6 digits of the second; or as the FORMAT says.',
    {
      js: orFormatted(() => datetimeText, writing('DATETIME', itself)),
      takesFormat: true,
      hints: ['', 'datetime-format'],
    },
  ),
  cast('TIME', 'STRING', '`23:59:59.999999`, with 0, 3 or 6 digits of the second; or as the FORMAT says.', {
    js: orFormatted(() => timeText, writing('TIME', itself)),
    takesFormat: true,
    hints: ['', 'time-format'],
  }),
  cast(
    'TIMESTAMP',
    'STRING',
    '`2020-01-31 23:59:59.999999+00`, in UTC, with 0, 3 or 6 digits of the second; or as the FORMAT says, by the clock of the time zone.',
    {
      js: orFormatted(() => (micros: Int64) => timestampText(micros, UTC), writing('TIMESTAMP', itself)),
      takesFormat: true,
      takesZone: true,
      differs: whenWritten,
      hints: ['', 'timestamp-format', 'time-zone'],
    },
  ),
];

/** Between text and dates and times. */
export const dateTimeTextCasts: readonly CastRow[] = [...fromText, ...toText];
