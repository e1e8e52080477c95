import type { Canonical, DialectName } from '@isochron/expression';
import {
  type BootstrapPart,
  columnPrefix,
  type ExternalPart,
  type Join,
  type JoinPart,
  type TDataType,
  tDataTypeStruct,
  toJson,
} from '@isochron/thrift';
import { dialectOf } from '../dialects.ts';
import { externalColumns } from '../external-columns.ts';
import { type Hashed, hashOf } from '../hash.ts';
import { lengthMs } from '../window-text.ts';
import { derivedMeanings } from './derived-meaning.ts';
import { type ColumnMeanings, groupByColumns } from './group-by-meaning.ts';
import type { MeaningContext } from './meaning-context.ts';
import { type SourceMeaning, sourceMeaning } from './source-meaning.ts';

/** What the columns of a join's output mean: the left side's, every part's, and what is derived of them. */
export function joinColumns(join: Join, context: MeaningContext): ColumnMeanings {
  const dialect = dialectOf(join.metaData, context.unsaid);
  const left = leftOf(join, context);
  const rows = joinRows(join, context);
  const taken = bootstraps(join, left, dialect, context);
  const features = new Map<string, string>();
  const add = (name: string, meaning: string): unknown =>
    features.set(name, taken.length === 0 ? meaning : hashOf({ meaning, taken: taken.map((of) => of(name)) }));
  for (const part of join.joinParts ?? []) {
    for (const [name, meaning] of partColumns(part, join, left, rows, context)) add(name, meaning);
  }
  for (const part of join.onlineExternalParts ?? []) {
    for (const [name, meaning] of externalMeanings(part, left, rows)) add(name, meaning);
  }
  const labels = (join.labelParts ?? []).flatMap(({ joinPart = {}, startOffset, endOffset }) => {
    const span = [startOffset, endOffset].map((offset) => (offset === undefined ? null : lengthMs(offset)));
    return partColumns(joinPart, join, left, rows, context).map(([name, meaning]): [string, string] => [
      name,
      hashOf({ label: meaning, span }),
    ]);
  });
  const carried = new Map((left?.names ?? []).map((name): [string, Canonical] => [name, leftColumn(name, left)]));
  const derived = derivedMeanings(join.derivations, features, carried, dialect);
  const own = (left?.names ?? ['*']).map((name): [string, string] => [
    name,
    hashOf({ left: rows, column: name === '*' ? null : leftColumn(name, left) }),
  ]);
  return new Map([...own, ...derived, ...labels]);
}

/** A hash of the rows of a join: its left side, without those of keys that are left out. */
export function joinRows(join: Join, context: MeaningContext): string {
  const left = leftOf(join, context);
  const skewed = Object.entries(join.skewKeys ?? {}).map(([name, values]) =>
    JSON.stringify([leftColumn(name, left), [...values].sort()]),
  );
  return hashOf({ rows: left?.rows ?? null, skewed: skewed.sort() });
}

const leftOf = ({ left, metaData }: Join, context: MeaningContext): SourceMeaning | null =>
  left === undefined ? null : sourceMeaning(left, dialectOf(metaData, context.unsaid), context, { isBounded: false });

const leftColumn = (name: string, left: SourceMeaning | null): Canonical => left?.column(name) ?? null;

/** The columns of a part by the names they have in the join. */
export function partColumns(
  part: JoinPart,
  join: Pick<Join, 'useLongNames'>,
  left: SourceMeaning | null,
  rows: string,
  context: MeaningContext,
): readonly (readonly [string, string])[] {
  const carriers = new Map(Object.entries(part.keyMapping ?? {}).map(([carrier, key]) => [key, carrier]));
  const carrierOf = (key: string): Canonical => leftColumn(carriers.get(key) ?? key, left);
  const long = part.useLongNames ?? join.useLongNames;
  const prefix = columnPrefix(long === undefined ? part : { ...part, useLongNames: long });
  const columns = groupByColumns(part.groupBy ?? {}, context, { rows, carrierOf });
  return [...columns].map(([name, meaning]) => [prefix + name, meaning]);
}

function externalMeanings(
  part: ExternalPart,
  left: SourceMeaning | null,
  rows: string,
): readonly (readonly [string, string])[] {
  const { service, isContextual, keys, values } = externalColumns(part);
  const carriers = new Map(Object.entries(part.keyMapping ?? {}).map(([carrier, key]) => [key, carrier]));
  const by = keys
    .map(({ name = '', dataType }) =>
      JSON.stringify([name, typeMeaning(dataType ?? null), leftColumn(carriers.get(name) ?? name, left)]),
    )
    .sort();
  return values.map(({ name, field, type: schema }) => {
    const type = typeMeaning(schema);
    return [name, hashOf(isContextual ? { contextual: field, type } : { service, field, type, by, rows })];
  });
}

const typeMeaning = (type: TDataType | null): Hashed => (type === null ? null : toJson(tDataTypeStruct, type));

/** For each bootstrap part, in order, what it takes a column from; null where it does not carry the column. */
function bootstraps(
  join: Join,
  left: SourceMeaning | null,
  dialect: DialectName,
  context: MeaningContext,
): readonly ((name: string) => Hashed)[] {
  return (join.bootstrapParts ?? []).map((part: BootstrapPart) => {
    const source = sourceMeaning({ events: { table: part.table ?? '', query: part.query ?? {} } }, dialect, context);
    const keys = (part.keyColumns ?? join.rowIds ?? [])
      .map((key) => JSON.stringify([source.column(key), leftColumn(key, left)]))
      .sort();
    return (name) =>
      source.names !== null && !source.names.includes(name)
        ? null
        : { rows: source.rows, keys, column: source.column(name) };
  });
}
