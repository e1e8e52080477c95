import { type Accuracy, bindFeature, type Feature, type Refusal } from '@isochron/aggregation';
import type { DataType, Field } from '@isochron/schema';
import {
  Accuracy as AccuracyNumber,
  columnPrefix,
  type EventSource,
  type GroupBy,
  type Join,
  type JoinPart,
  type Source,
} from '@isochron/thrift';
import { type Catalog, expressionKey } from './catalog.ts';
import { type UnpackedFeature, unpackFeatures } from './features.ts';
import { nameOfThrift } from './names.ts';

/** An object with everything looked up that rules and the planner ask for; what cannot be known for a fault is null. */
export type Checked = CheckedGroupBy | CheckedJoin;

export interface CheckedSource {
  readonly path: string;
  /** null for a kind of source that is not built. */
  readonly events: EventSource | null;
  readonly table: string;
  readonly topic: boolean;
  readonly tableColumns: readonly Field[] | null;
  readonly selects: readonly CheckedSelect[];
  readonly wheres: readonly string[];
  readonly time: string;
  /** Of an expression over this table; null when the catalog doesn't know it. */
  readonly typeOf: (expression: string) => DataType | { readonly fault: string } | null;
}

export interface CheckedSelect {
  readonly name: string;
  readonly expression: string;
  readonly type: DataType | null;
}

export interface CheckedGroupBy {
  readonly kind: 'group-by';
  readonly name: string;
  readonly path: string;
  readonly thrift: GroupBy;
  readonly accuracy: Accuracy;
  readonly sources: readonly CheckedSource[];
  readonly keys: readonly string[];
  /** The columns of the first source that have a type. */
  readonly columns: readonly Field[];
  readonly features: readonly CheckedFeature[];
}

export interface CheckedFeature extends UnpackedFeature {
  /** null while its input or bucket is not a column with a type. */
  readonly bound: Feature | Refusal | null;
}

export interface CheckedJoin {
  readonly kind: 'join';
  readonly name: string;
  readonly path: string;
  readonly thrift: Join;
  readonly left: CheckedSource;
  readonly parts: readonly CheckedPart[];
}

export interface CheckedPart {
  readonly path: string;
  readonly thrift: JoinPart;
  readonly groupBy: CheckedGroupBy;
  /** Which left column carries which key, in the order of the keys. */
  readonly keys: readonly { readonly left: string; readonly right: string }[];
  readonly columnPrefix: string;
}

export function checkGroupBy(thrift: GroupBy, catalog: Catalog, path = ''): CheckedGroupBy {
  const at = path === '' ? '' : `${path}.`;
  const required = [
    ...(thrift.keyColumns ?? []),
    ...(thrift.aggregations ?? []).map(({ inputColumn }) => inputColumn ?? ''),
  ];
  const sources = (thrift.sources ?? []).map((source, position) =>
    checkSource(source, `${at}sources[${position}]`, catalog, required),
  );
  const columns = (sources[0]?.selects ?? []).flatMap(({ name, type }) => (type === null ? [] : [{ name, type }]));
  const known = new Set(columns.map(({ name }) => name));
  const features = unpackFeatures(thrift.aggregations ?? [], at).map((feature): CheckedFeature => {
    const { input, bucket } = feature.spec;
    const ready = known.has(input) && (bucket === null || known.has(bucket));
    return { ...feature, bound: ready ? bindFeature(feature.spec, columns) : null };
  });
  return {
    kind: 'group-by',
    name: nameOfThrift(thrift.metaData?.name ?? ''),
    path,
    thrift,
    accuracy: accuracyOf(thrift, sources),
    sources,
    keys: thrift.keyColumns ?? [],
    columns,
    features,
  };
}

export function checkJoin(thrift: Join, catalog: Catalog): CheckedJoin {
  const parts = (thrift.joinParts ?? []).map((part, position): CheckedPart => {
    const path = `joinParts[${position}]`;
    const long = part.useLongNames ?? thrift.useLongNames;
    const settled = long === undefined ? part : { ...part, useLongNames: long };
    const groupBy = checkGroupBy(part.groupBy ?? {}, catalog, `${path}.groupBy`);
    const leftOf = new Map(Object.entries(part.keyMapping ?? {}).map(([left, right]) => [right, left]));
    const keys = groupBy.keys.map((right) => ({ left: leftOf.get(right) ?? right, right }));
    return { path, thrift: settled, groupBy, keys, columnPrefix: columnPrefix(settled) };
  });
  const left = checkSource(thrift.left ?? { events: {} }, 'left', catalog, []);
  return { kind: 'join', name: nameOfThrift(thrift.metaData?.name ?? ''), path: '', thrift, left, parts };
}

/** Every source of an object, those of a join's parts too. */
export function sourcesOf(object: Checked): readonly CheckedSource[] {
  return object.kind === 'group-by'
    ? object.sources
    : [object.left, ...object.parts.flatMap(({ groupBy }) => groupBy.sources)];
}

/** The GroupBys of an object: itself, or those of a join's parts. */
export function groupBysOf(object: Checked): readonly CheckedGroupBy[] {
  return object.kind === 'group-by' ? [object] : object.parts.map(({ groupBy }) => groupBy);
}

/** Without a time column, an event of a partition counts from the last millisecond of its day, as in the existing system. */
const END_OF_DAY = 'UNIX_MILLIS(TIMESTAMP(ds)) + 86399999';

function checkSource(source: Source, path: string, catalog: Catalog, required: readonly string[]): CheckedSource {
  const events = 'events' in source ? source.events : null;
  const query = events?.query ?? {};
  const table = events?.table ?? '';
  const tableColumns = catalog.tables.get(table) ?? null;
  const typeOf = (expression: string): DataType | { readonly fault: string } | null =>
    catalog.expressions.get(expressionKey(table, expression)) ??
    tableColumns?.find(({ name }) => name === expression)?.type ??
    null;
  const time = query.timeColumn ?? END_OF_DAY;
  const written = query.selects ?? Object.fromEntries((tableColumns ?? []).map(({ name }) => [name, name]));
  // The existing compiler adds the time column to a join's left selects, and leaves keys and inputs out of a query without selects.
  const selected = Object.entries(written).filter(
    ([name, expression]) => name !== 'ts' || expression !== query.timeColumn,
  );
  const absent = query.selects === undefined ? required.filter((name) => name !== 'ts' && !(name in written)) : [];
  const selects = [...selected, ...new Set(absent)].map((entry): CheckedSelect => {
    const [name, expression] = typeof entry === 'string' ? [entry, entry] : entry;
    const type = typeOf(expression);
    return { name, expression, type: type === null || 'fault' in type ? null : type };
  });
  const topic = events?.topic !== undefined;
  return { path, events, table, topic, tableColumns, selects, wheres: query.wheres ?? [], time, typeOf };
}

function accuracyOf(thrift: GroupBy, sources: readonly CheckedSource[]): Accuracy {
  if (thrift.accuracy !== undefined) return thrift.accuracy === AccuracyNumber.TEMPORAL ? 'TEMPORAL' : 'SNAPSHOT';
  return sources.some(({ topic }) => topic) ? 'TEMPORAL' : 'SNAPSHOT';
}
