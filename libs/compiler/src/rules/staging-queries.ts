import type { CheckedStagingQuery } from '../checking/checked.ts';
import type { Report } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** A staging query has SQL, whose macros are known, and says of every table that it reads which days it reads. */
export const stagingQueries: Rule = ({ root: object }, report) => {
  if (object.kind !== 'staging-query') return;
  if ((object.thrift.query ?? '').trim() === '') {
    const hint = "Write query: 'SELECT … FROM … WHERE ds BETWEEN {{ start_date }} AND {{ end_date }}'.";
    report({ code: 'empty', path: 'query', message: 'This staging query has no SQL.', hint });
  }
  checkMacros(object, report);
  checkDependencies(object, report);
};

function checkMacros({ thrift, macros }: CheckedStagingQuery, report: Report): void {
  const text = thrift.query ?? '';
  for (const { code, message, hint, at } of macros.faults) {
    report({ code, path: 'query', message, hint, sql: { text, ...at } });
  }
}

function checkDependencies({ thrift, tables, table: own }: CheckedStagingQuery, report: Report): void {
  const said = (thrift.tableDependencies ?? []).map(({ tableInfo }) => (tableInfo?.table ?? '').split('/')[0] ?? '');
  for (const table of tables) {
    // What it has written itself for earlier days waits for nobody else.
    if (said.includes(table) || table === own) continue;
    const hint = didYouMean(table, said) ?? `Add it to dependsOn, or a dependency on other days of it.`;
    const message = `The query reads ${table}, and nothing says which days of it must be there first.`;
    report({ code: 'missing-dependency', path: 'tableDependencies', message, hint });
  }
}
