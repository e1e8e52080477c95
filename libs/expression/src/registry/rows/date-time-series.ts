import { RowFault } from '../../row-fault.ts';
import { dateBucket, momentBucket } from '../../runtime/bucket.ts';
import { clockParts } from '../../runtime/clock-part.ts';
import { addedDateParts, adderOf, COUNT_MAX } from '../../runtime/date-part.ts';
import { inDates } from '../../runtime/instant.ts';
import { momentAdder } from '../../runtime/moment.ts';
import type { Int64, SqlValue } from '../../value.ts';
import { ofParts, partHint } from '../date-part.ts';
import { type FunctionRow, fn, row } from '../row.ts';
import { inOrder } from './date-time-parts.ts';

const bucketRows = ['DATE', 'DATETIME', 'TIMESTAMP'].map((type) =>
  row(
    `${type}_BUCKET`,
    'date and time',
    'The beginning of the bucket that the value is in; buckets of the width begin at the origin, 1950-01-01 without one, and go both ways.',
    inOrder(type, {
      '(DATE, INTERVAL, optional DATE) -> DATE': { js: fn(dateBucket), givesNull: false, hints: ['', 'bucket-width'] },
      '(DATETIME, INTERVAL, optional DATETIME) -> DATETIME': {
        js: fn(momentBucket('DATETIME')),
        givesNull: false,
        hints: ['', 'bucket-width'],
      },
      '(TIMESTAMP, INTERVAL, optional TIMESTAMP) -> TIMESTAMP': {
        js: fn(momentBucket('TIMESTAMP')),
        givesNull: false,
        hints: ['', 'bucket-width'],
      },
    }),
  ),
);

/** As BigQuery's engine has it. */
const GENERATED_MAX = 16_000;

/** Each element is the one before it and a step; they end where that leaves the years 0001 to 9999. */
function series<T extends Int64>(
  start: T,
  end: T,
  step: Int64,
  add: (value: T, count: Int64) => T,
): readonly SqlValue[] {
  if (step === 0) throw new RowFault('the step of an array of dates must not be 0');
  const values: T[] = [];
  for (
    let value: T | null = start;
    value !== null && (step > 0 ? value <= end : value >= end);
    value = stepped(value, step, add)
  ) {
    if (values.length === GENERATED_MAX) throw new RowFault(`an array of dates has at most ${GENERATED_MAX} elements`);
    values.push(value);
  }
  return values;
}

function stepped<T>(value: T, step: Int64, add: (value: T, count: Int64) => T): T | null {
  try {
    return add(value, step);
  } catch (thrown) {
    if (thrown instanceof RowFault) return null;
    throw thrown;
  }
}

const stepOfDates = (part: string): ((days: number, count: Int64) => number) => {
  const add = adderOf(part);
  return (days, count) =>
    inDates(Math.abs(Number(count)) <= COUNT_MAX ? add(days, Number(count)) : Number.NaN, () => part);
};

const momentParts = [...clockParts, 'DAY'];
const stepHints = (parts: readonly string[]): readonly string[] => ['', '', 'amount', partHint(parts)];

export const seriesRows: readonly FunctionRow[] = [
  ...bucketRows,
  row(
    'GENERATE_DATE_ARRAY',
    'date and time',
    'The dates from one to another, both included, by a step of one day or as given; at most 16,000.',
    {
      '(DATE, DATE) -> ARRAY<DATE>': {
        js: fn((start: number, end: number) => series(start, end, 1, stepOfDates('DAY'))),
        givesNull: false,
      },
      '(DATE, DATE, INT64, PART) -> ARRAY<DATE>': {
        ...ofParts(3, addedDateParts, (part) => {
          const add = stepOfDates(part);
          return (start: number, end: number, step: Int64) => series(start, end, step, add);
        }),
        hints: stepHints(addedDateParts),
      },
    },
    ([start, end, step, part]) =>
      `GENERATE_DATE_ARRAY(${start}, ${end}${step === undefined ? '' : `, INTERVAL ${step} ${part}`})`,
  ),
  row(
    'GENERATE_TIMESTAMP_ARRAY',
    'date and time',
    'The timestamps from one to another, both included, by a step; at most 16,000.',
    {
      '(TIMESTAMP, TIMESTAMP, INT64, PART) -> ARRAY<TIMESTAMP>': {
        ...ofParts(3, momentParts, (part) => {
          const add = momentAdder(part, 'TIMESTAMP');
          return (start: Int64, end: Int64, step: Int64) => series(start, end, step, add);
        }),
        hints: stepHints(momentParts),
      },
    },
    ([start, end, step, part]) => `GENERATE_TIMESTAMP_ARRAY(${start}, ${end}, INTERVAL ${step} ${part})`,
  ),
];
