import { clockPartMicros } from '../runtime/clock-part.ts';
import { firstWeekday } from '../runtime/date-part.ts';

/** DuckDB text for parts of dates, over texts of DATE (`date`) and TIMESTAMP (`moment`). */

const MONTHS: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };
const MICROS_OF_DAY = 86_400_000_000;

const lengthOf = (part: string): number | undefined => (part === 'DAY' ? MICROS_OF_DAY : clockPartMicros[part]);

export function dateTrunc(part: string, date: string): string {
  if (part === 'DAY') return date;
  const weekday = firstWeekday(part);
  if (weekday !== null) return `gs_date_of_days(gs_week_start(gs_days(${date}), ${weekday}))`;
  return part === 'ISOYEAR'
    ? `gs_iso_year_start(${date})`
    : `CAST(date_trunc('${part.toLowerCase()}', ${date}) AS DATE)`;
}

export function momentTrunc(part: string, moment: string): string {
  const length = clockPartMicros[part];
  return length === undefined
    ? `CAST(${dateTrunc(part, `CAST(${moment} AS DATE)`)} AS TIMESTAMP)`
    : `make_timestamp(gs_floor_divide(epoch_us(${moment}), ${length}) * ${length})`;
}

export function dateAdd(part: string, date: string, count: string, sign: 1 | -1): string {
  const months = MONTHS[part];
  return months === undefined
    ? `gs_add_days(${date}, ${count}, ${sign * (part === 'WEEK' ? 7 : 1)})`
    : `gs_add_months(${date}, ${count}, ${sign * months})`;
}

export function momentAdd(part: string, moment: string, count: string, sign: 1 | -1): string {
  const length = part === 'WEEK' ? 7 * MICROS_OF_DAY : lengthOf(part);
  return length === undefined
    ? `gs_moment_add_months(${moment}, ${count}, ${sign * (MONTHS[part] ?? 1)})`
    : `gs_moment_add(${moment}, ${count}, ${sign * length})`;
}

/** A number of each part: what lies between two dates is the difference of theirs. */
function dateCount(part: string, date: string): string {
  const weekday = firstWeekday(part);
  if (weekday !== null) return `gs_week_start(gs_days(${date}), ${weekday})`;
  if (part === 'DAY') return `gs_days(${date})`;
  if (part === 'ISOYEAR') return `isoyear(${date})`;
  const months = `(year(${date}) * 12 + month(${date}) - 1)`;
  return part === 'MONTH' ? months : `(${months} // ${MONTHS[part] ?? 1})`;
}

export function dateDiff(part: string, a: string, b: string): string {
  const difference = `(${dateCount(part, a)} - ${dateCount(part, b)})`;
  return firstWeekday(part) === null ? difference : `(${difference} // 7)`;
}

export const timestampDiff = (part: string, a: string, b: string): string =>
  `((epoch_us(${a}) - epoch_us(${b})) // ${lengthOf(part) ?? 1})`;

export function datetimeDiff(part: string, a: string, b: string): string {
  const length = clockPartMicros[part];
  if (length === undefined) return dateDiff(part, `CAST(${a} AS DATE)`, `CAST(${b} AS DATE)`);
  return `(gs_floor_divide(epoch_us(${a}), ${length}) - gs_floor_divide(epoch_us(${b}), ${length}))`;
}

const EXTRACTED: Readonly<Record<string, string>> = {
  DAY: 'day',
  DAYOFYEAR: 'dayofyear',
  ISOWEEK: 'week',
  MONTH: 'month',
  QUARTER: 'quarter',
  YEAR: 'year',
  ISOYEAR: 'isoyear',
};

export function dateExtract(part: string, date: string): string {
  if (part === 'DAYOFWEEK') return `(dayofweek(${date}) + 1)`;
  const name = EXTRACTED[part];
  if (name !== undefined) return `${name}(${date})`;
  return `gs_week(${date}, ${firstWeekday(part) ?? 0})`;
}

/** The part of a second, minute or hour in a text that counts microseconds since midnight. */
export function clockExtract(part: string, micros: string): string {
  const length = clockPartMicros[part] ?? 1;
  const whole =
    part === 'HOUR' ? MICROS_OF_DAY : part === 'MINUTE' ? 3_600_000_000 : part === 'SECOND' ? 60_000_000 : 1_000_000;
  return `((${micros} % ${whole}) // ${length})`;
}

export function momentExtract(part: string, moment: string): string {
  if (part === 'DATE' || part === 'TIME') return `CAST(${moment} AS ${part})`;
  if (part === 'DATETIME') return moment;
  return clockPartMicros[part] === undefined
    ? dateExtract(part, `CAST(${moment} AS DATE)`)
    : clockExtract(part, `gs_clock(${moment})`);
}
