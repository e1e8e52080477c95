import { RowFault } from '../row-fault.ts';
import type { Int64, Interval } from '../value.ts';
import { microsOf, SECONDS_OF_DAY } from './instant.ts';
import { intervalText, MICROS_OF_DAY } from './interval.ts';
import { momentAdder, momentOf } from './moment.ts';

const addMonths = momentAdder('MONTH', 'DATETIME');
const addDays = momentAdder('DAY', 'DATETIME');

/** Months first, then days, then the rest; each step must stay in range. */
export function addToDatetime(micros: Int64, by: Interval): Int64 {
  const withMonths = by.months === 0 ? micros : addMonths(micros, by.months);
  const withDays = by.days === 0 ? withMonths : addDays(withMonths, by.days);
  return momentOf(BigInt(withDays) + BigInt(by.micros), 'DATETIME');
}

/** From midnight. */
export const addToDate = (days: number, by: Interval): Int64 => addToDatetime(microsOf(days * SECONDS_OF_DAY, 0), by);

/** Days are 24 hours; months would differ in length from one time zone to the next, and are a fault. */
export function addToTimestamp(micros: Int64, by: Interval): Int64 {
  if (by.months !== 0)
    throw new RowFault(`a TIMESTAMP is not moved by an INTERVAL with years or months: ${intervalText(by)}`);
  const withDays = momentOf(BigInt(micros) + BigInt(by.days) * MICROS_OF_DAY, 'TIMESTAMP');
  return momentOf(BigInt(withDays) + BigInt(by.micros), 'TIMESTAMP');
}
