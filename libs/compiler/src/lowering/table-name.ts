import type { JoinDefinition, ReadTable } from '@isochron/authoring';
import { outputTable } from '@isochron/thrift';
import type { Lowering } from './context.ts';
import { lowerMetadata } from './metadata.ts';

/** The name of a table as it is read: its own, or that of what a staging query or a join writes. */
export function readTableName(table: ReadTable | JoinDefinition, path: string, lowering: Lowering): string {
  if (table.kind === 'table') return table.name;
  if (lowering.naming(table) === null) {
    lowering.found({
      code: 'unnamed-table',
      path,
      message: `The ${table.kind === 'join' ? 'join' : 'staging query'} that is read here is not exported, so that its table has no name.`,
      hint: 'Export it from its file: export const … = ….',
    });
    return '';
  }
  // What is wrong with its metadata is said of itself.
  return outputTable(lowerMetadata(table, path, { ...lowering, found: () => undefined }));
}
