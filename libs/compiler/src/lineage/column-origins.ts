import type { DialectName } from '@isochron/expression';
import {
  columnPrefix,
  type Derivation,
  type GroupBy,
  type Join,
  type JoinPart,
  type ModelTransforms,
} from '@isochron/thrift';
import { dialectOf } from '../dialects.ts';
import { externalColumns } from '../external-columns.ts';
import { unpackFeatures } from '../features.ts';
import { modelOutputs } from '../meaning/model-meaning.ts';
import { nameOfThrift } from '../names.ts';
import { distinct, namedIn, type Origin, type Reference, type SourceOrigins, sourceOrigins } from './origin.ts';

/** Output column -> the columns it is made of, in the order of the columns. `*` stands for every column of what is not selected from. */
export type ColumnOrigins = ReadonlyMap<string, readonly Origin[]>;

export function groupByOrigins(groupBy: GroupBy, unsaid: DialectName): ColumnOrigins {
  const dialect = dialectOf(groupBy.metaData, unsaid);
  const sources = (groupBy.sources ?? []).map((source) => sourceOrigins(source, dialect));
  const keys = groupBy.keyColumns ?? [];
  const keyed = sources.flatMap((source) => [...keys.flatMap((key) => source.column(key, 'key')), ...source.rows]);
  const features = new Map<string, readonly Origin[]>();
  if (groupBy.aggregations === undefined) {
    const names = sources[0]?.names ?? null;
    for (const name of names === null ? ['*'] : names.filter((each) => !keys.includes(each))) {
      const own = sources.flatMap((source) => (name === '*' ? everyColumn(source.of) : source.column(name, 'value')));
      features.set(name, distinct([...own, ...keyed]));
    }
  }
  for (const { spec } of unpackFeatures(groupBy.aggregations ?? [], '')) {
    const own = sources.flatMap((source) => [
      ...source.column(spec.input, 'value'),
      ...(spec.bucket === null ? [] : source.column(spec.bucket, 'bucket')),
    ]);
    features.set(spec.name, distinct([...own, ...keyed]));
  }
  const context = (name: string) =>
    keys.includes(name) ? sources.flatMap((source) => source.column(name, 'key')) : [];
  return derivedOrigins(groupBy.derivations, features, context, dialect);
}

export function joinOrigins(join: Join, unsaid: DialectName): ColumnOrigins {
  const dialect = dialectOf(join.metaData, unsaid);
  const left = join.left === undefined ? null : sourceOrigins(join.left, dialect);
  const features = new Map<string, readonly Origin[]>();
  for (const part of join.joinParts ?? []) {
    for (const [name, origins] of partOrigins(part, join, left, unsaid)) features.set(name, origins);
  }
  for (const part of join.onlineExternalParts ?? []) {
    const { keys, values } = externalColumns(part);
    const carriers = new Map(Object.entries(part.keyMapping ?? {}).map(([carrier, key]) => [key, carrier]));
    const by = keys.flatMap(({ name = '' }) => left?.column(carriers.get(name) ?? name, 'key') ?? []);
    for (const { name } of values) features.set(name, distinct(by));
  }
  for (const part of join.bootstrapParts ?? []) {
    const taken = sourceOrigins({ events: { table: part.table ?? '', query: part.query ?? {} } }, dialect);
    for (const [name, origins] of features) {
      if (taken.names !== null && !taken.names.includes(name)) continue;
      features.set(name, distinct([...origins, ...taken.column(name, 'value'), ...taken.rows]));
    }
  }
  const own = (left?.names ?? ['*']).map((name): [string, readonly Origin[]] => [name, leftOrigins(name, left)]);
  const context = (name: string) => (name === 'ds' ? [] : leftOrigins(name, left));
  const labels = (join.labelParts ?? []).flatMap(({ joinPart = {} }) => partOrigins(joinPart, join, left, unsaid));
  return new Map([...own, ...derivedOrigins(join.derivations, features, context, dialect), ...labels]);
}

export function modelTransformsOrigins(transforms: ModelTransforms, unsaid: DialectName): ColumnOrigins {
  const dialect = dialectOf(transforms.metaData, unsaid);
  const sources = (transforms.sources ?? []).map((source) => sourceOrigins(source, dialect));
  const across = (name: string) => sources.flatMap((source) => source.column(name, 'value'));
  const passed = (transforms.passthroughFields ?? []).map((name): [string, readonly Origin[]] => [name, across(name)]);
  const predicted = (transforms.models ?? []).flatMap((model) => {
    const of: Reference = { kind: 'model', name: nameOfThrift(model.metaData?.name ?? '') };
    const inputs = Object.values(model.inputMapping ?? {}).flatMap((text) =>
      namedIn(text, dialectOf(model.metaData, unsaid), across),
    );
    const origins = distinct([...inputs, { of, column: null, as: 'value' }]);
    return modelOutputs(model).map(({ name }): [string, readonly Origin[]] => [name, origins]);
  });
  return new Map([...passed, ...predicted]);
}

/** Of the GroupBy by its own name for the column, and of the left columns that find its row. */
function partOrigins(
  part: JoinPart,
  join: Join,
  left: SourceOrigins | null,
  unsaid: DialectName,
): readonly (readonly [string, readonly Origin[]])[] {
  const groupBy = part.groupBy ?? {};
  const of: Reference = { kind: 'group-by', name: nameOfThrift(groupBy.metaData?.name ?? '') };
  const carriers = new Map(Object.entries(part.keyMapping ?? {}).map(([carrier, key]) => [key, carrier]));
  const keyed = (groupBy.keyColumns ?? []).flatMap((key) => left?.column(carriers.get(key) ?? key, 'key') ?? []);
  const long = part.useLongNames ?? join.useLongNames;
  const prefix = columnPrefix(long === undefined ? part : { ...part, useLongNames: long });
  return [...groupByOrigins(groupBy, unsaid).keys()].map((name) => [
    prefix + name,
    distinct([{ of, column: name === '*' ? null : name, as: 'value' }, ...keyed, ...(left?.rows ?? [])]),
  ]);
}

function leftOrigins(name: string, left: SourceOrigins | null): readonly Origin[] {
  if (left === null) return [];
  if (name === 'ts') return left.rows.filter(({ as }) => as === 'time');
  const own = name === '*' ? everyColumn(left.of) : left.column(name, 'value');
  return distinct([...own, ...left.rows.filter(({ as }) => as === 'condition')]);
}

/** What is derived comes from wherever the columns come from that it names. */
function derivedOrigins(
  derivations: readonly Derivation[] | undefined,
  features: ColumnOrigins,
  context: (name: string) => readonly Origin[],
  dialect: DialectName,
): ColumnOrigins {
  if (derivations === undefined || derivations.length === 0) return features;
  const renamed = new Set(derivations.map(({ expression }) => expression ?? ''));
  const entries = derivations.flatMap(({ name = '', expression = '' }): (readonly [string, readonly Origin[]])[] => {
    if (name === '*') return [...features].filter(([feature]) => !renamed.has(feature));
    return [[name, distinct(namedIn(expression, dialect, (each) => features.get(each) ?? context(each)))]];
  });
  return new Map(entries);
}

const everyColumn = (of: readonly Reference[]): readonly Origin[] =>
  of.map((each) => ({ of: each, column: null, as: 'value' }));
