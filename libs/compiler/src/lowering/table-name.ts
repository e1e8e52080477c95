import type { ReadTable } from '@isochron/authoring';
import { outputTable } from '@isochron/thrift';
import type { Lowering } from './context.ts';
import { lowerMetadata } from './metadata.ts';

/** The name of a table as it is read: its own, or that of what a staging query writes. */
export function readTableName(table: ReadTable, path: string, lowering: Lowering): string {
  if (table.kind === 'table') return table.name;
  if (lowering.naming(table) === null) {
    lowering.found({
      code: 'unnamed-staging-query',
      path,
      message: 'The staging query that is read here is not exported, so that its table has no name.',
      hint: 'Export it from its file: export const … = stagingQuery(…).',
    });
    return '';
  }
  // What is wrong with its metadata is said of itself.
  return outputTable(lowerMetadata(table, path, { ...lowering, found: () => undefined }));
}
