import type { Columns } from './column-type.ts';
import { isMade } from './made.ts';
import type { ReadTable } from './source-definition.ts';
import type { StagingQuery } from './staging-query.ts';
import type { Table } from './table.ts';

/** What a source reads: a table, or what a staging query writes. */
export type Readable<Declared extends Columns> = Table<Declared> | StagingQuery<Declared>;

export function isReadTable(value: unknown): value is ReadTable {
  return isMade(value, 'table') || isMade(value, 'staging-query');
}
