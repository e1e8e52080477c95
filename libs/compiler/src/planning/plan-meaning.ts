import type { ExpressionText } from '@isochron/expression';
import { type Field, typeText } from '@isochron/schema';
import { PARTITION_COLUMN, PARTITION_FORMAT } from '../checking/check-partition.ts';
import { type Hashed, sortedByName } from '../hash.ts';
import type { ScanPlan, SelectedColumn } from './plan.ts';

export const fieldMeaning = ({ name, type }: Field): Hashed => [name, typeText(type)];

/** What a text means by itself is what it says; in another dialect, or of columns by other names, that too. */
export const textMeaning = (expression: ExpressionText): Hashed =>
  typeof expression === 'string'
    ? expression
    : [expression.text, expression.dialect, sortedByName(expression.names ?? {})];

export const selectMeaning = ({ name, type, expression }: SelectedColumn): Hashed => [
  name,
  typeText(type),
  textMeaning(expression),
];

/**
 * What a scan makes of the rows it reads. Which partitions it may read is no part of it: the ledger has those by their versions. What most scans do not
 * have is left out where it is not there.
 */
export function scanMeaning(scan: ScanPlan): Hashed {
  const { table, where, time, lagMs, columns, kind, upstream, isCumulative, id, mutations, setups, partition } = scan;
  const { column, format, everyMs } = partition;
  const isUsual = column === PARTITION_COLUMN && format === PARTITION_FORMAT;
  return {
    table,
    where: where.map(textMeaning),
    time: textMeaning(time),
    lagMs,
    columns: columns.map(selectMeaning),
    ...(kind === 'entities' && { kind }),
    ...(upstream !== null && { upstream: upstream.semanticHash }),
    ...(isCumulative && { isCumulative }),
    ...(id !== null && { id: textMeaning(id) }),
    ...(setups.length > 0 && { setups }),
    ...(!isUsual && { partition: [column, format, everyMs] }),
    ...(mutations !== null && {
      mutations: [mutations.table, textMeaning(mutations.changeTime), textMeaning(mutations.isBefore)],
    }),
  };
}
