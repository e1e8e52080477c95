import { columnPrefix, type GroupBy, type Join, type Query, type Source } from '@isochron/thrift';
import { unpackFeatures } from './features.ts';
import { type Hashed, hashOf } from './hash.ts';

/**
 * Output column -> the hash of what it means, for the metadata of a compiled file: so that a person can be told which columns a change
 * touches. Taken of the Thrift alone, never of the catalog, so that compiled files do not change with a warehouse.
 */
export function groupByColumnHashes(groupBy: GroupBy): Readonly<Record<string, string>> {
  const features = unpackFeatures(groupBy.aggregations ?? [], '');
  return Object.fromEntries(
    features.map(({ spec }) => {
      const used = [...(groupBy.keyColumns ?? []), spec.input, ...(spec.bucket === null ? [] : [spec.bucket])];
      const sources = (groupBy.sources ?? []).map((source) => sourceMeaning(source, used));
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
    hashOf(left === undefined ? null : sourceMeaning(left, [name])),
  ]);
  for (const part of join.joinParts ?? []) {
    const prefix = columnPrefix(part);
    for (const [name, hash] of Object.entries(groupByColumnHashes(part.groupBy ?? {}))) {
      hashes.push([prefix + name, hashOf({ hash, mapping: part.keyMapping ?? {} })]);
    }
  }
  return Object.fromEntries(hashes);
}

function sourceMeaning(source: Source, used: readonly string[]): Hashed {
  if (!('events' in source)) return null;
  const { table = '', query = {} } = source.events;
  return {
    table,
    selects: used.map((name) => query.selects?.[name] ?? name),
    ...queryMeaning(query),
  };
}

const queryMeaning = (query: Query) => ({
  wheres: query.wheres ?? [],
  time: query.timeColumn ?? null,
  lag: query.eventLag === undefined ? null : [query.eventLag.length, query.eventLag.timeUnit],
  start: query.startPartition ?? null,
  end: query.endPartition ?? null,
});
