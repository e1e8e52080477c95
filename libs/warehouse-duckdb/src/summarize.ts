import { type Field, IsochronError } from '@isochron/schema';
import type { ColumnSummary, DayRange } from '@isochron/warehouse';
import { allRows, count, type Engine } from './engine.ts';
import { relation } from './scan.ts';
import { list, quoted } from './sql.ts';
import type { Store } from './store.ts';

/** One pass over the columns. Infinities and NaN are left out of least, mean and greatest. */
export async function summarize(
  engine: Engine,
  store: Store,
  table: string,
  days: DayRange,
  columns: readonly string[],
): Promise<readonly ColumnSummary[]> {
  return engine.use(`Summarizing table "${table}"`, async (connection) => {
    const snapshot = await store.open(table);
    const measures = columns.flatMap((name, at) => {
      const field = snapshot.manifest.columns.find((column) => column.name === name);
      if (field === undefined)
        throw new IsochronError('INVALID_ARGUMENT', `Table "${table}" has no column "${name}" to summarize.`);
      const value = `CASE WHEN isfinite(${measure(field)}) THEN ${measure(field)} END`;
      return [
        `count(${quoted(name)}) AS n${at}`,
        `min(${value}) AS l${at}`,
        `avg(${value}) AS m${at}`,
        `max(${value}) AS g${at}`,
      ];
    });
    const [row] = await allRows(
      connection,
      `SELECT ${list(['count(*) AS rows', ...measures])} FROM ${relation(snapshot, days)}`,
    );
    const rows = count(row?.['rows']);
    const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
    return columns.map((name, at) => ({
      name,
      rows,
      nulls: rows - count(row?.[`n${at}`]),
      least: number(row?.[`l${at}`]),
      mean: number(row?.[`m${at}`]),
      greatest: number(row?.[`g${at}`]),
    }));
  });
}

/** A column as a double: numbers as they are, the sizes of lists and maps, and null for what is neither. */
function measure({ name, type }: Field): string {
  switch (type.kind) {
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
    case 'float':
    case 'double':
    case 'decimal':
      return `CAST(${quoted(name)} AS DOUBLE)`;
    case 'list':
      return `CAST(len(${quoted(name)}) AS DOUBLE)`;
    case 'map':
      return `CAST(cardinality(${quoted(name)}) AS DOUBLE)`;
    default:
      return 'CAST(NULL AS DOUBLE)';
  }
}
