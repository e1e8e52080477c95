import type { Report } from '../finding.ts';
import type { KnownTables } from '../known-tables.ts';
import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** Every table that is read is in the warehouse, or is filled by a definition. */
export const unknownTables: Rule = (scope, report, tables) => {
  if (tables === null) return;
  for (const { table, tablePath, tableColumns, upstream, mutations } of scope.sources) {
    if (tableColumns === null && upstream === null) unknown(table, tablePath, tables, report);
    if (mutations !== null && mutations.tableColumns === null) {
      unknown(mutations.table, mutations.tablePath, tables, report);
    }
  }
};

function unknown(table: string, path: string, { names, makerOf }: KnownTables, report: Report): void {
  const maker = makerOf(table);
  const message =
    maker === null || maker.kind === 'staging-query'
      ? `The warehouse has no table "${table}".`
      : `Table "${table}" is filled by ${maker.name}, which has faults of its own.`;
  report({ code: 'unknown-table', path, message, hint: hintOf(table, maker, names) });
}

function hintOf(table: string, maker: ReturnType<KnownTables['makerOf']>, names: readonly string[]): string {
  if (maker?.kind === 'staging-query') {
    return `The staging query ${maker.name} fills it: say there which columns it makes (columns) for this to compile; for it to run, have the query's engine fill the table, and load it with: isochron load ${table} FILE… --time COLUMN`;
  }
  if (maker !== null) return 'Mend those first.';
  const near = didYouMean(table, names);
  return `${near === null ? '' : `${near} `}Load it with: isochron load ${table === '' ? 'TABLE' : table} FILE… --time COLUMN`;
}
