import type { Catalog } from '@isochron/compiler';
import { namesIn } from '@isochron/expression';
import { type DataType, doubleType, type Field, longType, stringType } from '@isochron/schema';
import { type GroupBy, Operation, type Query, type Source } from '@isochron/thrift';

/** Operations that take numbers alone. */
const numeric: readonly number[] = [
  Operation.SUM,
  Operation.AVERAGE,
  Operation.VARIANCE,
  Operation.SKEW,
  Operation.KURTOSIS,
  Operation.APPROX_PERCENTILE,
];

/**
 * A warehouse in which compiled definitions have whatever they ask for, since they come without their tables: every name in an
 * expression is a column, times are longs, conditions booleans, what is added up is a double, and everything else a text.
 */
export function guessedCatalog(
  groupBys: readonly GroupBy[],
  left: Source | null,
  leftKeys: readonly string[],
): Catalog {
  const tables = new Map<string, Map<string, Field>>();
  const add = (source: Source, inputs: ReadonlyMap<string, DataType>): void => {
    if (!('events' in source) || source.events?.table === undefined) return;
    const { table, query = {} } = source.events;
    const columns = tables.get(table) ?? new Map<string, Field>();
    tables.set(table, columns);
    for (const [expression, type] of typesOf(query, inputs)) {
      const names = namesIn(expression);
      // What one object takes as it comes, another may add up.
      for (const name of names) {
        const guess = names.length === 1 && expression === name ? type : stringType;
        if (guess !== stringType || !columns.has(name)) columns.set(name, { name, type: guess });
      }
    }
    if (query.selects !== undefined) return;
    for (const [name, type] of inputs) {
      if (type !== stringType || !columns.has(name)) columns.set(name, { name, type });
    }
  };
  for (const groupBy of groupBys) for (const source of groupBy.sources ?? []) add(source, inputsOf(groupBy));
  if (left !== null) add(left, new Map(leftKeys.map((key) => [key, stringType])));
  return { tables: new Map([...tables].map(([table, columns]) => [table, [...columns.values()]])) };
}

/** Every expression of a query with the type it needs; the time comes last, for it may be selected too. */
function typesOf(query: Query, inputs: ReadonlyMap<string, DataType>): readonly (readonly [string, DataType])[] {
  const selects = Object.entries(query.selects ?? {});
  return [
    ...selects.map(([name, expression]) => [expression, inputs.get(name) ?? stringType] as const),
    ...(query.wheres ?? []).map((where) => [where, stringType] as const),
    ...(query.timeColumn === undefined ? [] : [[query.timeColumn, longType] as const]),
  ];
}

function inputsOf(groupBy: GroupBy): ReadonlyMap<string, DataType> {
  const types = new Map<string, DataType>((groupBy.keyColumns ?? []).map((key) => [key, stringType]));
  for (const { inputColumn, operation, buckets } of groupBy.aggregations ?? []) {
    for (const bucket of buckets ?? []) types.set(bucket, stringType);
    const isNumber = operation !== undefined && numeric.includes(operation);
    if (inputColumn !== undefined && (isNumber || !types.has(inputColumn))) types.set(inputColumn, isNumber ? doubleType : stringType);
  }
  return types;
}
