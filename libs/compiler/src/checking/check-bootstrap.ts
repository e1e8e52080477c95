import { type BootstrapPart, type Join, relatedTable } from '@isochron/thrift';
import { checkSource, type SourceOwner } from './check-source.ts';
import type { CheckedBootstrap } from './checked.ts';
import type { Checking } from './checking.ts';

/** How the existing system's authors write the table of what their join has served. */
const LOGGED_TABLE = '{{ logged_table }}';

export function checkBootstrap(
  thrift: BootstrapPart,
  join: Join,
  path: string,
  owner: SourceOwner,
  checking: Checking,
): CheckedBootstrap {
  const { table = '', query = {}, keyColumns } = thrift;
  const isLog = table.trim() === LOGGED_TABLE;
  const read = isLog ? relatedTable(join.metaData ?? {}, 'logged') : table;
  const keys = keyColumns ?? join.rowIds ?? [];
  // What finds the row is read whether it is selected or not, as in the existing system.
  const selects =
    query.selects === undefined
      ? undefined
      : { ...Object.fromEntries(keys.map((key) => [key, key])), ...query.selects };
  const asked = selects === undefined ? query : { ...query, selects };
  const source = checkSource({ events: { table: read, query: asked } }, path, owner, checking);
  // It stands flat in its part, not below `events` as a source does.
  const flat = (at: string): string => at.replace(`${path}.events.`, `${path}.`);
  const moved = {
    ...source,
    queryPath: flat(source.queryPath),
    tablePath: flat(source.tablePath),
    selects: source.selects.map((each) => ({
      ...each,
      expression: { ...each.expression, path: flat(each.expression.path) },
    })),
    expressions: source.expressions.map((each) => ({ ...each, path: flat(each.path) })),
  };
  return { path, thrift, source: moved, keys, isLog };
}
