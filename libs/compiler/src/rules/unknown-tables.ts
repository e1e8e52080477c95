import { sourcesOf } from '../checked.ts';
import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** Every table that is read is in the warehouse. */
export const unknownTables: Rule = (object, report, catalog) => {
  for (const { path, table, tableColumns, events } of sourcesOf(object)) {
    if (tableColumns !== null || events === null) continue;
    const near = didYouMean(table, catalog.tables.keys());
    const hint = `${near === null ? '' : `${near} `}Load it with: isochron load ${table === '' ? 'TABLE' : table} FILE… --time COLUMN`;
    report({
      code: 'unknown-table',
      path: `${path}.events.table`,
      message: `The warehouse has no table "${table}".`,
      hint,
    });
  }
};
