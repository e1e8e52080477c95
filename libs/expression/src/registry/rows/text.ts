import type { FunctionRow } from '../row.ts';

/** Text and bytes: their functions. */
export const textRows: readonly FunctionRow[] = [];
