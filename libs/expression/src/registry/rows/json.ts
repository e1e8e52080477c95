import type { FunctionRow } from '../row.ts';

/** JSON. */
export const jsonRows: readonly FunctionRow[] = [];
