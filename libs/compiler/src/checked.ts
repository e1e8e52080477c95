import { type Accuracy, bindFeature, type Feature, isRefusal, type Refusal } from '@isochron/aggregation';
import type { DialectName } from '@isochron/expression';
import { type DataType, type Field, longType, stringType } from '@isochron/schema';
import {
  Accuracy as AccuracyNumber,
  columnPrefix,
  type EventSource,
  type GroupBy,
  type Join,
  type JoinPart,
  type Source,
} from '@isochron/thrift';
import type { Catalog } from './catalog.ts';
import { type CheckedExpression, checkExpression } from './checked-expression.ts';
import { type CheckedDerivations, checkDerivations } from './derivations.ts';
import { dialectOf } from './dialects.ts';
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
  readonly time: CheckedExpression;
  readonly selects: readonly CheckedSelect[];
  readonly wheres: readonly CheckedExpression[];
  /** Its time, its selects and its conditions, in the order people write them. */
  readonly expressions: readonly CheckedExpression[];
}

export interface CheckedSelect {
  readonly name: string;
  readonly expression: CheckedExpression;
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
  readonly derivations: CheckedDerivations;
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
  readonly derivations: CheckedDerivations;
}

export interface CheckedPart {
  readonly path: string;
  readonly thrift: JoinPart;
  readonly groupBy: CheckedGroupBy;
  /** Which left column carries which key, in the order of the keys. */
  readonly keys: readonly { readonly left: string; readonly right: string }[];
  readonly columnPrefix: string;
}

/** `unsaid`: the dialect of objects that do not say theirs. */
export function checkGroupBy(thrift: GroupBy, catalog: Catalog, unsaid: DialectName, path = ''): CheckedGroupBy {
  const at = path === '' ? '' : `${path}.`;
  const dialect = dialectOf(thrift.metaData, unsaid);
  const required = [
    ...(thrift.keyColumns ?? []),
    ...(thrift.aggregations ?? []).map(({ inputColumn }) => inputColumn ?? ''),
  ];
  const sources = (thrift.sources ?? []).map((source, position) =>
    checkSource(source, `${at}sources[${position}]`, catalog, dialect, required),
  );
  const columns = (sources[0]?.selects ?? []).flatMap(({ name, type }) => (type === null ? [] : [{ name, type }]));
  const known = new Set(columns.map(({ name }) => name));
  const features = unpackFeatures(thrift.aggregations ?? [], at).map((feature): CheckedFeature => {
    const { input, bucket } = feature.spec;
    const ready = known.has(input) && (bucket === null || known.has(bucket));
    return { ...feature, bound: ready ? bindFeature(feature.spec, columns) : null };
  });
  const keys = thrift.keyColumns ?? [];
  const made = features.map(({ spec, bound }) => ({
    name: spec.name,
    type: bound === null || isRefusal(bound) ? null : bound.bound.output,
  }));
  const context = keys.map((name) => ({ name, type: columns.find((column) => column.name === name)?.type ?? null }));
  return {
    kind: 'group-by',
    name: nameOfThrift(thrift.metaData?.name ?? ''),
    path,
    thrift,
    accuracy: accuracyOf(thrift, sources),
    sources,
    keys,
    columns,
    features,
    derivations: checkDerivations(
      { derivations: thrift.derivations, dialect, path: `${at}derivations`, owner: 'The group-by' },
      made,
      [...context, ...moment],
    ),
  };
}

/** What every derivation sees of its row besides: its instant in milliseconds, and its day. */
const moment = [
  { name: 'ts', type: longType },
  { name: 'ds', type: stringType },
];

export function checkJoin(thrift: Join, catalog: Catalog, unsaid: DialectName): CheckedJoin {
  const dialect = dialectOf(thrift.metaData, unsaid);
  const parts = (thrift.joinParts ?? []).map((part, position): CheckedPart => {
    const path = `joinParts[${position}]`;
    const long = part.useLongNames ?? thrift.useLongNames;
    const settled = long === undefined ? part : { ...part, useLongNames: long };
    const groupBy = checkGroupBy(part.groupBy ?? {}, catalog, unsaid, `${path}.groupBy`);
    const leftOf = new Map(Object.entries(part.keyMapping ?? {}).map(([left, right]) => [right, left]));
    const keys = groupBy.keys.map((right) => ({ left: leftOf.get(right) ?? right, right }));
    return { path, thrift: settled, groupBy, keys, columnPrefix: columnPrefix(settled) };
  });
  const left = checkSource(thrift.left ?? { events: {} }, 'left', catalog, dialect, []);
  const made = parts.flatMap(({ groupBy, columnPrefix: prefix }) =>
    groupBy.derivations.outputs.map(({ name, type }) => ({ name: prefix + name, type })),
  );
  const context = [...left.selects.map(({ name, type }) => ({ name, type })), ...moment];
  const derivations = checkDerivations(
    { derivations: thrift.derivations, dialect, path: 'derivations', owner: 'The join' },
    made,
    context,
  );
  return { kind: 'join', name: nameOfThrift(thrift.metaData?.name ?? ''), path: '', thrift, left, parts, derivations };
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
const END_OF_DAY = { text: 'UNIX_MILLIS(TIMESTAMP(ds)) + 86399999', dialect: 'googlesql' } as const;

function checkSource(
  source: Source,
  path: string,
  catalog: Catalog,
  dialect: DialectName,
  required: readonly string[],
): CheckedSource {
  const events = 'events' in source ? source.events : null;
  const query = events?.query ?? {};
  const table = events?.table ?? '';
  const tableColumns = catalog.tables.get(table) ?? null;
  const written = query.selects ?? Object.fromEntries((tableColumns ?? []).map(({ name }) => [name, name]));
  // The existing compiler adds the time column to a join's left selects, and leaves keys and inputs out of a query without selects.
  const selected = Object.entries(written).filter(
    ([name, expression]) => name !== 'ts' || expression !== query.timeColumn,
  );
  const absent = query.selects === undefined ? required.filter((name) => name !== 'ts' && !(name in written)) : [];
  const fields = tableColumns === null ? null : [...tableColumns, { name: 'ds', type: stringType }];
  const at = `${path}.events.query`;
  const owner = `Table ${table}`;
  const chosen = [...selected, ...new Set(absent)].map((entry) => (typeof entry === 'string' ? [entry, entry] : entry));
  const about = { dialect, owner };
  const selects = chosen.map(([name = '', text = '']): CheckedSelect => {
    const what = `the select ${name}`;
    const expression = checkExpression({ ...about, path: `${at}.selects.${name}`, text, what, role: 'select' }, fields);
    const type = expression.analyzed?.dataType;
    return { name, expression, type: type === undefined || 'unstorable' in type ? null : type };
  });
  const time = checkExpression(
    {
      ...(query.timeColumn === undefined ? END_OF_DAY : { text: query.timeColumn, dialect }),
      path: `${at}.timeColumn`,
      what: 'the time',
      owner,
      role: 'time',
    },
    fields,
  );
  const visible = visibleIn(selects, fields);
  const wheres = (query.wheres ?? []).map((text, position) =>
    checkExpression(
      { ...about, path: `${at}.wheres[${position}]`, text, what: 'the condition', role: 'condition' },
      visible,
    ),
  );
  const expressions = [time, ...selects.map(({ expression }) => expression), ...wheres];
  return { path, events, table, topic: events?.topic !== undefined, tableColumns, time, selects, wheres, expressions };
}

/** What conditions name: selected columns first, then the table's. One without a type would only be blamed for another's fault. */
function visibleIn(selects: readonly CheckedSelect[], fields: readonly Field[] | null): readonly Field[] | null {
  if (fields === null) return null;
  const named = selects.flatMap(({ name, type }) => (type === null ? [] : [{ name, type }]));
  if (named.length < selects.length) return null;
  const hidden = new Set(named.map(({ name }) => name));
  return [...named, ...fields.filter(({ name }) => !hidden.has(name))];
}

function accuracyOf(thrift: GroupBy, sources: readonly CheckedSource[]): Accuracy {
  if (thrift.accuracy !== undefined) return thrift.accuracy === AccuracyNumber.TEMPORAL ? 'TEMPORAL' : 'SNAPSHOT';
  return sources.some(({ topic }) => topic) ? 'TEMPORAL' : 'SNAPSHOT';
}
