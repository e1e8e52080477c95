import { type Accuracy, bindFeature, isRefusal } from '@isochron/aggregation';
import { type DataType, type Field, longType, stringType } from '@isochron/schema';
import { Accuracy as AccuracyNumber, type GroupBy, outputTable } from '@isochron/thrift';
import { dialectOf } from '../dialects.ts';
import { unpackFeatures } from '../features.ts';
import { nameOfThrift } from '../names.ts';
import { checkDerivations } from './check-derivations.ts';
import { settingsOf } from './check-partition.ts';
import { checkSource } from './check-source.ts';
import type { CheckedFeature, CheckedGroupBy, CheckedSource } from './checked.ts';
import type { Output } from './checked-expression.ts';
import type { Checking } from './checking.ts';

/** `path`: where it stands in what is checked. */
export function checkGroupBy(thrift: GroupBy, checking: Checking, path = ''): CheckedGroupBy {
  const at = path === '' ? '' : `${path}.`;
  const dialect = dialectOf(thrift.metaData, checking.unsaid);
  const keys = thrift.keyColumns ?? [];
  const required = [...keys, ...(thrift.aggregations ?? []).map(({ inputColumn }) => inputColumn ?? '')];
  const owner = { dialect, settings: settingsOf(thrift.metaData), required };
  const sources = (thrift.sources ?? []).map((source, position) =>
    checkSource(source, `${at}sources[${position}]`, owner, checking),
  );
  const columns = columnsOf(sources[0], thrift);
  const features = unpackFeatures(thrift.aggregations ?? [], at).map((feature) => bound(feature, columns));
  const rowFeatures = thrift.aggregations === undefined ? rowFeaturesOf(sources[0], keys) : null;
  const typed = keys.map((name) => ({ name, type: typeOf(columns, name) }));
  const written = { derivations: thrift.derivations, dialect, path: `${at}derivations`, owner: 'The group-by' };
  return {
    kind: 'group-by',
    name: nameOfThrift(thrift.metaData?.name ?? ''),
    path,
    dialect,
    table: outputTable(thrift.metaData ?? {}),
    thrift,
    accuracy: accuracyOf(thrift, sources),
    sources,
    keys,
    columns,
    features,
    rowFeatures,
    derivations: checkDerivations(written, rowFeatures ?? features.map(outputOf), [...typed, ...moment]),
  };
}

/** What every derivation sees of its row besides: its instant in milliseconds, and its day. */
export const moment: readonly Field[] = [
  { name: 'ts', type: longType },
  { name: 'ds', type: stringType },
];

/** The columns that features read: those selected, and the time, which an aggregation may read as `ts`. */
function columnsOf(source: CheckedSource | undefined, { aggregations = [] }: GroupBy): readonly Field[] {
  const selected = (source?.selects ?? []).flatMap(({ name, type }) => (type === null ? [] : [{ name, type }]));
  const readsTime = aggregations.some(({ inputColumn }) => inputColumn === 'ts');
  return readsTime && !selected.some(({ name }) => name === 'ts')
    ? [...selected, { name: 'ts', type: longType }]
    : selected;
}

function bound(feature: Omit<CheckedFeature, 'bound'>, columns: readonly Field[]): CheckedFeature {
  const { input, bucket } = feature.spec;
  const isReady = typeOf(columns, input) !== null && (bucket === null || typeOf(columns, bucket) !== null);
  return { ...feature, bound: isReady ? bindFeature(feature.spec, columns) : null };
}

const outputOf = ({ spec, bound: feature }: CheckedFeature): Output => ({
  name: spec.name,
  type: feature === null || isRefusal(feature) ? null : feature.bound.output,
});

const rowFeaturesOf = (source: CheckedSource | undefined, keys: readonly string[]): readonly Output[] =>
  (source?.selects ?? []).filter(({ name }) => !keys.includes(name)).map(({ name, type }) => ({ name, type }));

const typeOf = (columns: readonly Field[], name: string): DataType | null =>
  columns.find((column) => column.name === name)?.type ?? null;

function accuracyOf({ accuracy }: GroupBy, sources: readonly CheckedSource[]): Accuracy {
  if (accuracy !== undefined) return accuracy === AccuracyNumber.TEMPORAL ? 'TEMPORAL' : 'SNAPSHOT';
  return sources.some(({ topic }) => topic !== null) ? 'TEMPORAL' : 'SNAPSHOT';
}
