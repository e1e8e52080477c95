import { operationOf } from '@isochron/aggregation';
import type { Canonical } from '@isochron/expression';
import { Accuracy, type GroupBy } from '@isochron/thrift';
import { dialectOf } from '../dialects.ts';
import { unpackFeatures } from '../features.ts';
import { hashOf } from '../hash.ts';
import { derivedMeanings } from './derived-meaning.ts';
import { knownOr, type MeaningContext } from './meaning-context.ts';
import { type SourceMeaning, sourceMeaning } from './source-meaning.ts';

/** Output column -> the hash of what it means, in the order of the columns. `*` stands for every column of a table that is not selected from. */
export type ColumnMeanings = ReadonlyMap<string, string>;

/** The rows that a GroupBy's features are looked up for. */
export interface JoinedTo {
  readonly rows: string;
  /** What the column on the left is made of that carries a key. */
  readonly carrierOf: (key: string) => Canonical;
}

/** What the columns of a GroupBy mean, alone or joined to rows. */
export function groupByColumns(
  groupBy: GroupBy,
  context: MeaningContext,
  joined: JoinedTo | null = null,
): ColumnMeanings {
  const { keyColumns = [] } = groupBy;
  const how = joined === null ? 'alone' : JSON.stringify([joined.rows, keyColumns.map(joined.carrierOf)]);
  return knownOr(context.sameGroupBys, groupBy, how, () => newColumns(groupBy, context, joined));
}

function newColumns(groupBy: GroupBy, context: MeaningContext, joined: JoinedTo | null): ColumnMeanings {
  const dialect = dialectOf(groupBy.metaData, context.unsaid);
  const sources = (groupBy.sources ?? []).map((source) => sourceMeaning(source, dialect, context));
  const keys = groupBy.keyColumns ?? [];
  const about = { keys, joined, accuracy: accuracyOf(groupBy) };
  const features =
    groupBy.aggregations === undefined
      ? rowFeatures(sources, about)
      : aggregatedFeatures(groupBy.aggregations, sources, about);
  const carried = new Map(keys.map((key): [string, Canonical] => [key, keyMeaning(key, sources, joined)]));
  return derivedMeanings(groupBy.derivations, features, carried, dialect);
}

interface About {
  readonly keys: readonly string[];
  readonly joined: JoinedTo | null;
  readonly accuracy: string;
}

function aggregatedFeatures(
  aggregations: NonNullable<GroupBy['aggregations']>,
  sources: readonly SourceMeaning[],
  about: About,
): ColumnMeanings {
  const arranged = arrangement(sources, about);
  const inputs = new Map<string, string>();
  // Many features read the same columns.
  const meaningOf = (columns: readonly string[]): string => {
    const key = JSON.stringify(columns);
    const known = inputs.get(key) ?? arranged(columns);
    inputs.set(key, known);
    return known;
  };
  return new Map(
    unpackFeatures(aggregations, '').map(({ spec }): [string, string] => {
      const { operation, windowMs, input, bucket } = spec;
      const args = Object.fromEntries(
        operationOf(operation).parameters.flatMap(({ name, defaultText }) => {
          const text = spec.args[name] ?? defaultText;
          return text === null ? [] : [[name, text]];
        }),
      );
      const of = meaningOf(bucket === null ? [input] : [input, bucket]);
      return [spec.name, hashOf({ operation, args, windowMs, isBucketed: bucket !== null, of })];
    }),
  );
}

/** Without aggregations, every column but the keys is a feature. */
function rowFeatures(sources: readonly SourceMeaning[], about: About): ColumnMeanings {
  const arranged = arrangement(sources, about);
  const names = sources[0]?.names ?? null;
  if (names === null) return new Map([['*', hashOf({ as: 'rows', of: arranged([]) })]]);
  const features = names.filter((name) => !about.keys.includes(name));
  return new Map(features.map((name) => [name, hashOf({ as: 'row', of: arranged([name]) })]));
}

/**
 * What columns of sources mean by their keys, as a hash: whatever the order of sources and of keys, and whatever either is called. A key is what it is made
 * of in each source, so sources need one order; those that nothing else tells apart are tried in each, and the least text counts.
 */
function arrangement(
  sources: readonly SourceMeaning[],
  { keys, joined, accuracy }: About,
): (columns: readonly string[]) => string {
  const carriers = keys.map((key) => joined?.carrierOf(key) ?? null);
  const each = sources.map((source) => {
    const made = keys.map(source.text);
    return { source, made, text: JSON.stringify([source.rows, [...made].sort()]) };
  });
  const about = { accuracy, rows: joined?.rows ?? null };
  const keyed = (order: readonly { readonly made: readonly string[] }[]): readonly string[] =>
    carriers
      .map((carrier, position) => JSON.stringify([order.map(({ made }) => made[position] ?? ''), carrier]))
      .sort();
  // Of one source, all but its columns is the same for every feature.
  const [only, ...others] = each;
  if (only !== undefined && others.length === 0) {
    const base = hashOf({ ...about, sources: [only.text], keys: keyed([only]) });
    return (columns) => hashOf([base, columns.map(only.source.text)]);
  }
  return (columns) => {
    const columned = each.map(({ source, made, text }) => ({
      made,
      text: JSON.stringify([text, columns.map(source.text)]),
    }));
    const sorted = columned.sort((a, b) => (a.text < b.text ? -1 : 1));
    const [least = []] = ordersOf(sorted)
      .map(keyed)
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    return hashOf({ ...about, sources: sorted.map(({ text }) => text), keys: least });
  };
}

/** Beyond so many sources that nothing tells apart, they stay as they are written. */
const ALIKE_MAX = 4;

/** Every order of sorted entries that keeps them sorted. */
function ordersOf<T extends { readonly text: string }>(sorted: readonly T[]): readonly (readonly T[])[] {
  const [first] = sorted;
  if (first === undefined) return [[]];
  const alike = sorted.filter(({ text }) => text === first.text);
  const rest = ordersOf(sorted.slice(alike.length));
  const heads = alike.length > ALIKE_MAX ? [alike] : permutations(alike);
  return heads.flatMap((head) => rest.map((tail) => [...head, ...tail]));
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) =>
    permutations([...items.slice(0, at), ...items.slice(at + 1)]).map((rest) => [item, ...rest]),
  );
}

const keyMeaning = (key: string, sources: readonly SourceMeaning[], joined: JoinedTo | null): Canonical => [
  'key',
  sources.map(({ rows, text }) => `${rows} ${text(key)}`).sort(),
  joined?.carrierOf(key) ?? null,
];

function accuracyOf({ accuracy, sources = [] }: GroupBy): string {
  if (accuracy !== undefined) return accuracy === Accuracy.TEMPORAL ? 'TEMPORAL' : 'SNAPSHOT';
  const isLive = sources.some(
    (source) =>
      ('events' in source && source.events.topic !== undefined) ||
      ('entities' in source && source.entities.mutationTopic !== undefined),
  );
  return isLive ? 'TEMPORAL' : 'SNAPSHOT';
}
