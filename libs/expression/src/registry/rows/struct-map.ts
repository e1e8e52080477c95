import type { FunctionRow } from '../row.ts';

/** Fields of structs and entries of maps. */
export const structMapRows: readonly FunctionRow[] = [];
