import { type DialectName, namesIn } from '@isochron/expression';
import { columnPrefix, type GroupBy, type Join, type MetaData, type Query, type Source } from '@isochron/thrift';
import { dialectOf } from './dialects.ts';
import { unpackFeatures } from './features.ts';
import { type Hashed, hashOf } from './hash.ts';

/**
 * Output column -> the hash of what it means, for the metadata of a compiled file: so that a person can be told which columns a change
 * touches. Taken of the Thrift alone, never of the catalog, so that compiled files do not change with a warehouse.
 */
export function groupByColumnHashes(groupBy: GroupBy): Readonly<Record<string, string>> {
  return derivedHashes(groupBy, featureHashes(groupBy));
}

/** A derived column means its text and what the columns that it names mean; a column that is only passed on means what it did. */
function derivedHashes(
  { derivations, metaData }: Pick<GroupBy, 'derivations' | 'metaData'>,
  features: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (derivations === undefined || derivations.length === 0) return features;
  const dialect = dialectOf(metaData, 'googlesql');
  const renamed = new Set(derivations.map(({ expression }) => expression ?? ''));
  const entries = derivations.flatMap(({ name = '', expression = '' }): (readonly [string, string])[] => {
    if (name === '*') return Object.entries(features).filter(([feature]) => !renamed.has(feature));
    const own = features[expression];
    if (own !== undefined) return [[name, own]];
    const named = namesIn(expression, dialect).map((column) => [column, features[column] ?? null] as const);
    return [[name, hashOf({ expression, ...dialectMeaning(dialect), of: Object.fromEntries(named) })]];
  });
  return Object.fromEntries(entries);
}

function featureHashes(groupBy: GroupBy): Readonly<Record<string, string>> {
  const features = unpackFeatures(groupBy.aggregations ?? [], '');
  return Object.fromEntries(
    features.map(({ spec }) => {
      const used = [...(groupBy.keyColumns ?? []), spec.input, ...(spec.bucket === null ? [] : [spec.bucket])];
      const sources = (groupBy.sources ?? []).map((source) => sourceMeaning(source, used, groupBy.metaData));
      const accuracy =
        groupBy.accuracy ??
        (groupBy.sources ?? []).some((source) => 'events' in source && source.events.topic !== undefined);
      const { name, operation, args, windowMs } = spec;
      return [name, hashOf({ sources, accuracy, keys: groupBy.keyColumns ?? [], operation, args, windowMs, used })];
    }),
  );
}

/** Of the left side's columns, and of every part's, by the names they have in the join. */
export function joinColumnHashes(join: Join): Readonly<Record<string, string>> {
  const left = join.left;
  const columns = left !== undefined && 'events' in left ? Object.keys(left.events.query?.selects ?? {}) : [];
  const hashes = columns.map((name): [string, string] => [
    name,
    hashOf(left === undefined ? null : sourceMeaning(left, [name], join.metaData)),
  ]);
  const features: [string, string][] = [];
  for (const part of join.joinParts ?? []) {
    const prefix = columnPrefix(part);
    for (const [name, hash] of Object.entries(groupByColumnHashes(part.groupBy ?? {}))) {
      features.push([prefix + name, hashOf({ hash, mapping: part.keyMapping ?? {} })]);
    }
  }
  return { ...Object.fromEntries(hashes), ...derivedHashes(join, Object.fromEntries(features)) };
}

function sourceMeaning(source: Source, used: readonly string[], metaData: MetaData | undefined): Hashed {
  if (!('events' in source)) return null;
  const { table = '', query = {} } = source.events;
  return {
    table,
    selects: used.map((name) => query.selects?.[name] ?? name),
    ...queryMeaning(query),
    ...dialectMeaning(dialectOf(metaData, 'googlesql')),
  };
}

const queryMeaning = (query: Query) => ({
  wheres: query.wheres ?? [],
  time: query.timeColumn ?? null,
  lag: query.eventLag === undefined ? null : [query.eventLag.length, query.eventLag.timeUnit],
  start: query.startPartition ?? null,
  end: query.endPartition ?? null,
});

/** The same text means something else in another dialect. */
const dialectMeaning = (dialect: DialectName) => (dialect === 'googlesql' ? {} : { dialect });
