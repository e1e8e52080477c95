import { writtenText } from '@isochron/expression';
import { type Field, jsonOf, type Value } from '@isochron/schema';
import { bucketType } from './why-text.ts';
import type { FeatureWhy, ListedEvent, WhyReport } from './wiring.ts';

/** Why a value is what it is, as JSON: values as their types have them there, times in milliseconds. */
export function whyJson({ name, column, row, value, stored, written, context, features, agrees }: WhyReport): unknown {
  const json = jsonOf(column.type);
  return {
    name,
    column,
    row: { ds: row['ds'], ts: row['ts'] },
    value: json(value),
    table: stored.kind === 'stored' ? { ...stored, value: json(stored.value) } : stored,
    derived: written.map((each) => ({ name: each.name, expression: writtenText(each.expression) })),
    reads: context.map(fieldJson),
    features: features.map(featureJson),
    agrees,
  };
}

const fieldJson = ({ name, type, value }: Field & { readonly value: Value }): unknown => ({
  name,
  type,
  value: jsonOf(type)(value),
});

function featureJson(feature: FeatureWhy): unknown {
  const { output, definition, spec, accuracy, input, keys, window, value, kernel, agrees, counted } = feature;
  const { events, leftOut, leftOutCounts, buckets, lastBeforeMs, notes } = feature;
  const [json, inputJson] = [jsonOf(output.type), jsonOf(input.type)];
  const part = spec.bucket === null ? json : jsonOf(bucketType(output.type));
  const eventJson = ({ timeMs, table, day, value: own, bucket }: ListedEvent) => ({
    timeMs,
    table,
    ds: day,
    value: inputJson(own),
    ...(spec.bucket !== null && { bucket }),
  });
  return {
    ...{ output, definition, operation: spec.operation, arguments: spec.args, input, bucket: spec.bucket },
    ...{ windowMs: spec.windowMs, accuracy, keys: keys.map(fieldJson) },
    // A feature without a window begins at no time, which JSON has no number for.
    window: window === null ? null : windowJson(window),
    ...{ value: json(value), kernel: json(kernel), agrees, counted },
    events: events.map((event) => ({
      ...eventJson(event),
      isByHop: event.isByHop,
      ...(event.without !== undefined && { without: part(event.without) }),
    })),
    leftOutCounts,
    leftOut: leftOut.map((event) => ({
      ...eventJson(event),
      because: event.leftOut,
      ...(event.condition !== null && { condition: event.condition }),
    })),
    buckets: buckets?.map((each) => ({ ...each, value: part(each.value) })) ?? null,
    lastBeforeMs,
    notes,
  };
}

const windowJson = ({ fromMs, toMs, hopMs }: NonNullable<FeatureWhy['window']>): unknown => ({
  fromMs: fromMs === -Infinity ? null : fromMs,
  toMs,
  hopMs,
});
