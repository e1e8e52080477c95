import type { Catalog } from '@isochron/compiler';
import { analyze, namesIn } from '@isochron/expression';
import { booleanType, type DataType, dateType, doubleType, type Field, longType, stringType, timestampType } from '@isochron/schema';
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
      // What one object takes as it comes, another may add up.
      for (const field of guessed(expression, type, columns)) {
        if (field.type !== stringType || !columns.has(field.name)) columns.set(field.name, field);
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

/** The types a column is tried as, the likeliest first, where an expression does more than name it. */
const tried: readonly DataType[] = [stringType, longType, doubleType, timestampType, booleanType, dateType];
/** Of more columns than this in one expression, nothing is tried. */
const NAMES_MAX = 4;

/** What the existing system compiles is Spark SQL, and never says so. */
export const theirs = { dialect: 'spark' } as const;

/** The columns an expression names, with types under which it is of the type that is wanted; texts where there are none. */
function guessed(expression: string, wanted: DataType, known: ReadonlyMap<string, Field>): readonly Field[] {
  const names = namesIn(expression, theirs.dialect);
  if (names.length === 1 && expression === names[0]) return [{ name: expression, type: wanted }];
  const open = names.filter((name) => (known.get(name)?.type ?? stringType) === stringType);
  const settled = names.flatMap((name) => (open.includes(name) ? [] : [known.get(name) ?? { name, type: stringType }]));
  const fits = (fields: readonly Field[]): boolean => {
    const { analyzed } = analyze(expression, { columns: [...settled, ...fields], ...theirs });
    return analyzed !== null && (wanted === stringType || kindOf(analyzed.dataType) === kindOf(wanted));
  };
  const found = open.length > NAMES_MAX ? undefined : assignments(open).find(fits);
  return found ?? open.map((name) => ({ name, type: stringType }));
}

/** Numbers are all one. */
const kindOf = (type: DataType | { readonly unstorable: string }): string =>
  'unstorable' in type ? type.unstorable : ['long', 'int', 'double'].includes(type.kind) ? 'number' : type.kind;

/** Every way to give names types. */
function assignments([name, ...rest]: readonly string[]): readonly (readonly Field[])[] {
  if (name === undefined) return [[]];
  const others = assignments(rest);
  return tried.flatMap((type) => others.map((fields) => [{ name, type }, ...fields]));
}

/** Every expression of a query with the type it needs; the time comes last, for it may be selected too. */
function typesOf(query: Query, inputs: ReadonlyMap<string, DataType>): readonly (readonly [string, DataType])[] {
  const selects = Object.entries(query.selects ?? {});
  return [
    ...selects.map(([name, expression]) => [expression, inputs.get(name) ?? stringType] as const),
    ...(query.wheres ?? []).map((where) => [where, booleanType] as const),
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
