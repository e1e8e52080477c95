import type { FunctionRow } from '../row.ts';

/** Hashes and encodings. */
export const hashingRows: readonly FunctionRow[] = [];
