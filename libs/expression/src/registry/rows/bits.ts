import type { FunctionRow } from '../row.ts';

/** Bits of whole numbers and bytes. */
export const bitRows: readonly FunctionRow[] = [];
