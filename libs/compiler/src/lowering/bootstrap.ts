import type { BootstrapDefinition } from '@isochron/authoring';
import type { BootstrapPart, Query } from '@isochron/thrift';
import { type Lowering, said } from './context.ts';
import { lowerQuery } from './source.ts';
import { readTableName } from './table-name.ts';

/** What stands for the table of logged answers until it is known; the existing system has it so. */
const LOGGED_TABLE = '{{ logged_table }}';

export function lowerBootstrap(part: BootstrapDefinition, path: string, lowering: Lowering): BootstrapPart {
  lowering.placed(path, part.place);
  const query: Query = lowerQuery(part, `${path}.query`, lowering);
  return {
    table: part.table === null ? LOGGED_TABLE : readTableName(part.table, `${path}.table`, lowering),
    ...said({ query, keyColumns: part.keys }),
  };
}
