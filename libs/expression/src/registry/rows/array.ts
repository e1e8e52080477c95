import type { FunctionRow } from '../row.ts';

/** Arrays. */
export const arrayRows: readonly FunctionRow[] = [];
