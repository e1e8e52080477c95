import type { Catalog, DefinitionObject } from '@isochron/compiler';
import { analyze, namesIn } from '@isochron/expression';
import { booleanType, type DataType, dateType, doubleType, type Field, longType, stringType, timestampType } from '@isochron/schema';
import { cleanSpec, type GroupBy, type Join, leftKeyColumns, type ModelTransforms, Operation, type Query, type Source } from '@isochron/thrift';

/** Operations that take numbers alone. */
const numeric: readonly number[] = [
  Operation.SUM,
  Operation.AVERAGE,
  Operation.VARIANCE,
  Operation.SKEW,
  Operation.KURTOSIS,
  Operation.APPROX_PERCENTILE,
];

/** What the existing system compiles is Spark SQL, and never says so. */
export const theirs = { dialect: 'spark' } as const;

/**
 * A warehouse in which a compiled definition has whatever it asks for, since it comes without its tables: every name in an expression is a column,
 * times are longs, conditions booleans, what is added up is a double, and everything else a text.
 */
export function guessedCatalog(object: DefinitionObject): Catalog {
  const guesses = new Guesses();
  switch (object.kind) {
    case 'group-by':
      guesses.groupBy(object.thrift);
      break;
    case 'join':
      guesses.join(object.thrift);
      break;
    case 'model-transforms':
      guesses.modelTransforms(object.thrift);
      break;
    case 'model': {
      const source = object.thrift.trainingConf?.trainingDataSource;
      if (source !== undefined) guesses.source(source, new Map());
      break;
    }
    case 'staging-query':
      break;
  }
  return { tables: guesses.tables() };
}

class Guesses {
  readonly #tables = new Map<string, Map<string, Field>>();

  tables(): ReadonlyMap<string, readonly Field[]> {
    return new Map([...this.#tables].map(([table, columns]) => [table, [...columns.values()]]));
  }

  groupBy(groupBy: GroupBy): void {
    for (const source of groupBy.sources ?? []) this.source(source, inputsOf(groupBy));
  }

  join(join: Join): void {
    const labels = (join.labelParts ?? []).flatMap(({ joinPart }) => joinPart ?? []);
    for (const { groupBy } of [...(join.joinParts ?? []), ...labels]) this.groupBy(groupBy ?? {});
    const keys = new Map(leftKeyColumns(join).map((key): [string, DataType] => [key, stringType]));
    if (join.left !== undefined) this.source(join.left, keys);
    for (const { table = '', query = {}, keyColumns } of join.bootstrapParts ?? []) {
      const found = new Map((keyColumns ?? join.rowIds ?? []).map((key): [string, DataType] => [key, stringType]));
      this.#read(table, query, found);
      for (const [key, type] of found) this.#see(table, key, type);
    }
  }

  modelTransforms(transforms: ModelTransforms): void {
    const inputs = (transforms.models ?? []).flatMap(({ inputMapping = {} }) => Object.values(inputMapping));
    const named = inputs.flatMap((text) => namesIn(text, theirs.dialect));
    const wanted = [...named, ...(transforms.passthroughFields ?? [])];
    for (const source of transforms.sources ?? []) this.source(source, new Map(wanted.map((name) => [name, stringType])));
  }

  source(source: Source, inputs: ReadonlyMap<string, DataType>): void {
    if ('events' in source) this.#read(source.events.table ?? '', source.events.query ?? {}, inputs);
    else if ('entities' in source) {
      const { snapshotTable = '', mutationTable, query = {} } = source.entities;
      this.#read(snapshotTable, query, inputs);
      if (mutationTable !== undefined) this.#changes(mutationTable, query, inputs);
    } else if ('joinSource' in source) this.join(source.joinSource.join ?? { joinParts: [] });
    else this.modelTransforms(source.modelTransforms);
  }

  #changes(table: string, query: Query, inputs: ReadonlyMap<string, DataType>): void {
    this.#read(table, query, inputs);
    const { mutationTimeColumn = 'mutation_ts', reversalColumn = 'is_before' } = query;
    this.#see(table, mutationTimeColumn, longType);
    this.#see(table, reversalColumn, booleanType);
  }

  #read(table: string, query: Query, inputs: ReadonlyMap<string, DataType>): void {
    this.#columns(table);
    for (const [expression, type] of typesOf(query, inputs)) this.#see(table, expression, type);
    if (query.selects === undefined) for (const [name, type] of inputs) this.#see(table, name, type);
  }

  #see(table: string, expression: string, type: DataType): void {
    const columns = this.#columns(table);
    // What one object takes as it comes, another may add up.
    for (const field of guessed(expression, type, columns)) {
      if (field.type !== stringType || !columns.has(field.name)) columns.set(field.name, field);
    }
  }

  #columns(spec: string): Map<string, Field> {
    const table = cleanSpec(spec);
    const columns = this.#tables.get(table) ?? new Map<string, Field>();
    this.#tables.set(table, columns);
    return columns;
  }
}

/** The types a column is tried as, the likeliest first, where an expression does more than name it. */
const tried: readonly DataType[] = [stringType, longType, doubleType, timestampType, booleanType, dateType];
/** Of more columns than this in one expression, nothing is tried. */
const NAMES_MAX = 4;

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
