import type { FunctionRow } from '../row.ts';
import { dateRows } from './date.ts';
import { formatRows } from './date-time-formats.ts';
import { parseRows } from './date-time-parsing.ts';
import { dateTimePartRows } from './date-time-parts.ts';
import { seriesRows } from './date-time-series.ts';
import { datetimeRows, timeRows } from './datetime.ts';
import { extractRow } from './extract.ts';
import { intervalRows } from './interval.ts';
import { timestampRows } from './timestamp.ts';

/** Dates, times, timestamps, datetimes and intervals. */
export const dateTimeRows: readonly FunctionRow[] = [
  extractRow,
  ...dateTimePartRows,
  ...dateRows,
  ...datetimeRows,
  ...timeRows,
  ...timestampRows,
  ...intervalRows,
  ...formatRows,
  ...parseRows,
  ...seriesRows,
];
