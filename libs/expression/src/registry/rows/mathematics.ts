import type { FunctionRow } from '../row.ts';

/** Functions of numbers. */
export const mathematicsRows: readonly FunctionRow[] = [];
