import type { FunctionRow } from '../row.ts';

/** LIKE, REGEXP_… and what else matches text. */
export const patternRows: readonly FunctionRow[] = [];
