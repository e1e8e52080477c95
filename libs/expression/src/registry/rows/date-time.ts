import type { FunctionRow } from '../row.ts';

/** Dates, times, timestamps, datetimes and intervals. */
export const dateTimeRows: readonly FunctionRow[] = [];
