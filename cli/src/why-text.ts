import { windowText } from '@isochron/aggregation';
import { type DataType, type Field, type Value, valueText } from '@isochron/schema';
import { countText, plural, tableText } from './output.ts';
import { expressionShown } from './plan-text.ts';
import { shortText } from './rows-text.ts';
import type { FeatureWhy, ListedEvent, StoredValue, WhyReport } from './wiring.ts';

/** A value that is told on a line of its own may be as long as a few lines. */
const WHOLE_MAX = 400;

/** Why a value is what it is, for people: what it is, what it is made of, and the events of each feature. */
export function whyText(report: WhyReport): string {
  const { name, column, value, row, written, context, features } = report;
  const lines = [
    `${column.name} = ${shortText(valueText(column.type, value), WHOLE_MAX)}`,
    `of       ${name}, ${rowText(report)}`,
    ...written.map((each) => `derived  ${each.name} = ${expressionShown(each.expression)}`),
    ...context.map((field) => `reads    ${field.name} = ${valueText(field.type, row[field.name] ?? null)}`),
    `table    ${storedText(report.stored, column)}`,
  ];
  const [only] = features;
  const isAlone = written.length === 0 && only !== undefined;
  const sections = features.map((feature) => featureText(feature, isAlone).join('\n'));
  return [lines.join('\n'), ...sections].join(isAlone ? '\n' : '\n\n');
}

function rowText({ row, features }: WhyReport): string {
  const keys = new Map(features.flatMap((feature) => feature.keys.map((key) => [keyText(key), true] as const)));
  const ts = row['ts'] ?? null;
  return [
    ...keys.keys(),
    ts === null ? 'without a time' : `at ${timeText(Number(ts))}`,
    `ds ${String(row['ds'])}`,
  ].join(', ');
}

const keyText = ({ name, type, value }: FeatureWhy['keys'][number]): string => `${name} ${valueText(type, value)}`;

const absences: Readonly<Record<Extract<StoredValue, { kind: 'absent' }>['because'], string>> = {
  'no-table': 'is not there: nothing was backfilled',
  'no-day': 'does not have the day',
  'no-row': 'does not have the row',
  'no-column': 'does not have the column: it was computed by an earlier definition',
  'other-instant': 'has no row of that instant, only of midnights',
};

function storedText(stored: StoredValue, { type }: Field): string {
  if (stored.kind === 'absent') return `${stored.table} ${absences[stored.because]}`;
  const value = valueText(type, stored.value);
  return stored.agrees
    ? `${stored.table} has the same`
    : `${stored.table} has ${value} INSTEAD: it was computed by an earlier definition or of other events; backfill it again`;
}

/** `isAlone`: the feature is the column itself, whose value has been told. */
function featureText(feature: FeatureWhy, isAlone: boolean): readonly string[] {
  const { output, value, window, definition, accuracy, agrees, kernel, counted } = feature;
  const lines = [
    ...(isAlone ? [] : [`${output.name} = ${shortText(valueText(output.type, value), WHOLE_MAX)}`]),
    `is       ${whatText(feature)}, ${accuracy}, of ${definition} (${feature.keys.map(keyText).join(', ')})`,
  ];
  if (window === null)
    return [...lines, 'window   none: the row has a null key, no time, or one beyond the lag, so it matches nothing'];
  lines.push(`window   ${windowShown(feature, window)}`);
  lines.push(
    agrees
      ? `fold     of ${plural(counted, 'event')}: the oracle and the kernel agree`
      : `fold     of ${plural(counted, 'event')}: the oracle says ${valueText(output.type, value)}, but THE KERNEL ${valueText(output.type, kernel)}`,
  );
  return [...lines, ...bucketLines(feature), ...countedLines(feature), ...leftOutLines(feature), ...feature.notes];
}

function whatText({ spec }: FeatureWhy): string {
  const args = Object.entries(spec.args).map(([name, value]) => `${name} ${value}`);
  const of = `${spec.operation}${args.length === 0 ? '' : ` (${args.join(', ')})`} of ${spec.input}`;
  const by = spec.bucket === null ? '' : ` by ${spec.bucket}`;
  return `${of}${by}, ${spec.windowMs === null ? 'all time' : windowText(spec.windowMs)}`;
}

function windowShown(
  { accuracy, spec }: FeatureWhy,
  { fromMs, toMs, hopMs }: NonNullable<FeatureWhy['window']>,
): string {
  const head = accuracy === 'SNAPSHOT' ? ", which ends at 00:00 of the row's day" : '';
  if (spec.windowMs === null) return `everything before ${timeText(toMs)}${head}`;
  return `[${timeText(fromMs)}, ${timeText(toMs)})${head}; it begins on a whole hop of ${windowText(hopMs)}`;
}

const BUCKETS_MAX = 20;

function bucketLines({ buckets, output, spec }: FeatureWhy): readonly string[] {
  if (buckets === null || buckets.length === 0) return [];
  const type = bucketType(output.type);
  const shown = buckets.slice(0, BUCKETS_MAX);
  const more = buckets.length - shown.length;
  return [
    '',
    tableText(
      [spec.bucket ?? '', 'events', 'value'],
      shown.map(({ bucket, events, value }) => [bucket, countText(events), shortText(valueText(type, value))]),
    ),
    ...(more > 0 ? [`and ${plural(more, 'more bucket')}`] : []),
  ];
}

/** Of a feature with buckets, the type of a bucket's value. */
export const bucketType = (type: DataType): DataType => (type.kind === 'map' ? type.value : type);

function countedLines({ events, counted, input, spec, output, lastBeforeMs }: FeatureWhy): readonly string[] {
  if (counted === 0) return ['', `No event counts.${beforeText(spec.windowMs, lastBeforeMs)}`];
  const isTried = events.some(({ without }) => without !== undefined);
  const isByHop = events.some((event) => event.isByHop);
  const type = spec.bucket === null ? output.type : bucketType(output.type);
  const head = [
    'time',
    input.name,
    ...(spec.bucket === null ? [] : [spec.bucket]),
    ...(isTried ? [spec.bucket === null ? 'without it' : 'its bucket without it'] : []),
    ...(isByHop ? ['counts'] : []),
  ];
  const rows = events.map((event) => [
    timeText(event.timeMs),
    inputText(input, event),
    ...(spec.bucket === null ? [] : [String(event.bucket)]),
    ...(isTried ? [shortText(valueText(type, event.without ?? null))] : []),
    ...(isByHop ? [event.isByHop ? 'by the hop' : ''] : []),
  ]);
  const more = counted - events.length;
  return [
    '',
    ...(more > 0 ? [`${plural(more, 'earlier event')} more (--limit shows more), and`] : []),
    tableText(head, rows),
  ];
}

function beforeText(windowMs: number | null, lastBeforeMs: number | null): string {
  if (windowMs === null) return '';
  return lastBeforeMs === null
    ? ' Of what is loaded, none of the key is older than the window.'
    : ` The last one of the key before the window is of ${timeText(lastBeforeMs)}.`;
}

function leftOutLines(feature: FeatureWhy): readonly string[] {
  const { leftOut, leftOutCounts, input } = feature;
  const total = Object.values(leftOutCounts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return [];
  const more = total - leftOut.length;
  return [
    '',
    `${plural(total, 'event')} left out${more > 0 ? `, ${countText(leftOut.length)} of them` : ''}:`,
    tableText(
      ['time', input.name, 'why'],
      leftOut.map((event) => [timeText(event.timeMs), inputText(input, event), reasonText(feature, event)]),
    ),
  ];
}

function reasonText({ spec, accuracy }: FeatureWhy, { leftOut, condition, day }: ListedEvent): string {
  switch (leftOut) {
    case 'condition':
      return `not so: ${condition}`;
    case 'no-time':
      return `it has no time (ds ${day})`;
    case 'beyond-lag':
      return `beyond the lag of its partition, ds ${day}`;
    case 'before-window':
      return 'before the window';
    case 'not-before-row':
      return accuracy === 'SNAPSHOT' ? "not before 00:00 of the row's day" : 'not before the row';
    case 'null-input':
      return `its ${spec.input} is null`;
    case 'no-element':
      return `its ${spec.input} has no element`;
    case 'null-bucket':
      return `its ${spec.bucket} is null`;
    case null:
      return '';
  }
}

const inputText = ({ type }: Field, { value }: { readonly value: Value }): string => shortText(valueText(type, value));

const timeText = (timeMs: number | null): string => (timeMs === null ? 'none' : new Date(timeMs).toISOString());
