import { RowFault } from '../../row-fault.ts';
import { DATE_MAX, DATE_MIN, daysOf, isCivilDay } from '../../runtime/calendar.ts';
import { adderOf, dateParts, truncatorOf } from '../../runtime/date-part.ts';
import { dateText } from '../../runtime/date-time-text.ts';
import { inDates } from '../../runtime/instant.ts';
import { dateOfMoment, localDay } from '../../runtime/moment.ts';
import { UTC, zoneFinder } from '../../runtime/zone.ts';
import type { Int64 } from '../../value.ts';
import { beyond32Bits, isUtc, partHint, partOfCall } from '../date-part.ts';
import { type CallSite, type FunctionRow, fn, inline, made, row, sql } from '../row.ts';

function dateFromParts(year: Int64, month: Int64, day: Int64): number {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (y >= 1 && y <= 9999 && isCivilDay(y, m, d)) return daysOf(y, m, d);
  throw new RowFault(`DATE(${year}, ${month}, ${day}) is no day of the years 0001 to 9999`);
}

function dateOfUnixDate(days: Int64): number {
  if (typeof days === 'number' && days >= DATE_MIN && days <= DATE_MAX) return days;
  throw new RowFault(`DATE out of range (0001-01-01 to 9999-12-31): ${days} days from 1970-01-01`);
}

/** The day before the next part begins. */
function lastDayOf(call: CallSite): (days: number) => number {
  const part = call.args.length < 2 ? 'MONTH' : partOfCall(call, 1);
  const truncate = truncatorOf(part);
  const next =
    part === 'ISOYEAR'
      ? (start: number) => truncate(start + 380)
      : part.includes('WEEK')
        ? (start: number) => start + 7
        : (start: number) => adderOf(part)(start, 1);
  return (days) => inDates(next(truncate(days)) - 1, () => `the last day of the ${part} of ${dateText(days)}`);
}

const lastDayParts = dateParts.filter((part) => part !== 'DAY');
const checkLastDay = (call: CallSite) => {
  const part = partOfCall(call, 1);
  if (call.args.length < 2 || lastDayParts.includes(part)) return null;
  return { argument: 1, message: `the part ${part} is none of ${lastDayParts.join(', ')}.` };
};

export const dateRows: readonly FunctionRow[] = [
  row(
    'DATE',
    'date and time',
    'The DATE of a year, a month and a day, or the day that a DATETIME, or the clock of a time zone (UTC without one), shows.',
    {
      '(TIMESTAMP, optional STRING) -> DATE': {
        js: made(() => {
          const zoneOf = zoneFinder();
          return (micros: Int64, zone = 'UTC') => dateOfMoment(micros, zoneOf(zone));
        }),
        givesNull: false,
        duckdb: ([moment], call) => (isUtc(call, 1) ? `CAST(${moment} AS DATE)` : null),
        hints: ['', 'time-zone'],
        pushdown: 'proven',
      },
      '(DATETIME) -> DATE': {
        js: fn((micros: Int64) => localDay(micros, UTC)),
        givesNull: false,
        duckdb: sql('CAST($1 AS DATE)'),
        pushdown: 'proven',
      },
      '(INT64, INT64, INT64) -> DATE': {
        js: fn(dateFromParts),
        givesNull: false,
        duckdb: sql('gs_civil_date($1, $2, $3)'),
        differs: beyond32Bits,
        hints: ['year', 'month', 'day'],
        pushdown: 'proven',
      },
      '(DATE) -> DATE': { js: inline(([days]) => `${days}`), givesNull: false, duckdb: sql('$1'), pushdown: 'proven' },
    },
  ),
  row('UNIX_DATE', 'date and time', 'The days from 1970-01-01 to a DATE.', {
    '(DATE) -> INT64': {
      js: inline(([days]) => `${days}`),
      givesNull: false,
      duckdb: sql('gs_days($1)'),
      pushdown: 'proven',
    },
  }),
  row('DATE_FROM_UNIX_DATE', 'date and time', 'The DATE so many days after 1970-01-01.', {
    '(INT64) -> DATE': {
      js: fn(dateOfUnixDate),
      givesNull: false,
      duckdb: sql('gs_date_of_days($1)'),
      hints: ['unix-days'],
      pushdown: 'proven',
    },
  }),
  row('LAST_DAY', 'date and time', 'The last day of the part (MONTH without one) that the day is in.', {
    '(DATE, optional PART) -> DATE': {
      js: made(lastDayOf),
      givesNull: false,
      check: checkLastDay,
      hints: ['', partHint(lastDayParts)],
    },
    '(DATETIME, optional PART) -> DATE': {
      js: made((call) => {
        const last = lastDayOf(call);
        return (micros: Int64) => last(localDay(micros, UTC));
      }),
      givesNull: false,
      check: checkLastDay,
      hints: ['', partHint(lastDayParts)],
    },
  }),
];
