import { RowFault } from '../../row-fault.ts';
import type { Int64 } from '../../value.ts';
import { isDate } from '../calendar.ts';
import { isInRange } from '../instant.ts';
import { wrapped } from './number.ts';

// Dates and timestamps here are of the years 1 to 9999, Spark's of hundreds of thousands. What it has beyond, and columns here have not, is a fault.

export function dateWithin(days: number | bigint): number {
  if (isDate(Number(days))) return Number(days);
  throw new RowFault(`the date ${days} days after 1970-01-01 is not of the years 1 to 9999`);
}

export function timestampWithin(micros: bigint): Int64 {
  if (isInRange(Math.floor(Number(micros / 1000n) / 1000))) return wrapped(micros);
  throw new RowFault(`the moment ${micros} microseconds after 1970-01-01 is not of the years 1 to 9999`);
}
