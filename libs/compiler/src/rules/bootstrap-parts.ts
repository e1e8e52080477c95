import { typeText } from '@isochron/schema';
import type { CheckedBootstrap, CheckedJoin } from '../checking/checked.ts';
import type { Report } from '../finding.ts';
import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** What is taken from a table is found by columns that both have, and is a column of the join, of its type. */
export const bootstrapParts: Rule = (scope, report, tables) => {
  for (const join of scope.joins) {
    for (const part of join.bootstraps) {
      checkKeys(part, join, report);
      checkColumns(part, join, report);
      if (part.isLog) checkLog(part, join, report);
      else if (tables !== null && part.source.tableColumns === null) {
        const { table, tablePath } = part.source;
        const hint = didYouMean(table, tables.names) ?? 'Compute or load it first.';
        report({ code: 'unknown-table', path: tablePath, message: `The warehouse has no table "${table}".`, hint });
      }
    }
  }
};

/** The day, and what the engine marks rows with. */
const reserved: readonly string[] = ['schema_hash', 'bootstrap_hash', 'matched_hashes'];

function checkKeys({ path, keys, source, thrift }: CheckedBootstrap, { left }: CheckedJoin, report: Report): void {
  if (keys.length === 0) {
    const message = 'Nothing says by which columns this bootstrap part finds the row of a left row.';
    report({ code: 'bootstrap-part', path, message, hint: 'Say its keyColumns, or the rowIds of the join.' });
  }
  const selected = left.selects.map(({ name }) => name);
  // Row ids that the left side does not have are said of the join.
  const isOwn = thrift.keyColumns !== undefined && (left.query.selects !== undefined || left.tableColumns !== null);
  for (const key of keys) {
    if (isOwn && !selected.includes(key) && key !== 'ts') {
      const hint = didYouMean(key, selected) ?? `Select it on the left; selected are ${selected.join(', ')}.`;
      const message = `A row of ${source.table} is found by ${key}, which the left side does not have.`;
      report({ code: 'bootstrap-part', path, message, hint });
    }
    const given = source.selects.find(({ name }) => name === key);
    const ours = left.selects.find(({ name }) => name === key)?.type ?? null;
    if (given === undefined && (source.query.selects !== undefined || source.tableColumns !== null)) {
      const message = `Rows of ${source.table} are found by ${key}, which it does not have.`;
      report({ code: 'bootstrap-part', path, message, hint: 'Select it, or find rows by another column.' });
    } else if (given !== undefined && given.type !== null && ours !== null && typeText(given.type) !== typeText(ours)) {
      const message = `The key ${key} is of type ${typeText(given.type)} in ${source.table}, and of type ${typeText(ours)} on the left.`;
      report({ code: 'bootstrap-part', path, message, hint: 'Make them equal with CAST(… AS …).' });
    }
  }
}

function checkColumns({ source, keys }: CheckedBootstrap, { derivations }: CheckedJoin, report: Report): void {
  // Of a table that is not selected from, what the join has is taken.
  const isChosen = source.query.selects !== undefined;
  for (const { name, type, expression } of source.selects) {
    if (keys.includes(name) || name === 'ts') continue;
    const feature = derivations.outputs.find((each) => each.name === name);
    const about = { code: 'bootstrap-part', path: expression.path } as const;
    if (isChosen && reserved.includes(name)) {
      report({ ...about, message: `The column ${name} is the platform's own.`, hint: 'Do not select it.' });
    } else if (isChosen && feature === undefined) {
      const hint =
        didYouMean(
          name,
          derivations.outputs.map((each) => each.name),
        ) ?? 'Do not select it.';
      report({
        ...about,
        message: `The column ${name} is taken from ${source.table}, and the join has none of that name.`,
        hint,
      });
    } else if (
      feature !== undefined &&
      feature.type !== null &&
      type !== null &&
      typeText(feature.type) !== typeText(type)
    ) {
      const message = `The column ${name} is of type ${typeText(type)} in ${source.table}, and of type ${typeText(feature.type)} in the join.`;
      report({ ...about, message, hint: `Make them equal with CAST(${name} AS …).` });
    }
  }
}

function checkLog({ path }: CheckedBootstrap, { thrift, name }: CheckedJoin, report: Report): void {
  const { online, samplePercent = 0 } = thrift.metaData ?? {};
  if (online === true && samplePercent > 0) return;
  const message = `${name} takes values from its log, and ${online === true ? 'logs none of them' : 'is not online'}.`;
  report({ code: 'bootstrap-part', path, message, hint: 'Write online: true, and a samplePercent above 0.' });
}
