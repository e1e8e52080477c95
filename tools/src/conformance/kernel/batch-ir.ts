import { batchIrType, type Feature } from '@isochron/aggregation';
import { type AvroSchema, codecOf, dataTypeOf } from '@isochron/avro';
import { type Field, type StructType, type Value, valueText } from '@isochron/schema';
import { type Case, objectAt, textAt } from '../case-file.ts';
import { hexBytes } from '../cell.ts';
import { windows } from '../departures/index.ts';
import { failed, passed, type Verdict } from '../verdict.ts';
import { irLikeness, type Seen } from './likeness.ts';
import { sameState } from './same-state.ts';

type Struct = { readonly [field: string]: Value };

/**
 * Whether a batch half of ours says what the case's bytes say: the same state in each collapsed IR and in each tail hop. There the
 * existing system keeps a column an aggregation, so that ours, a column a state, may have fewer: those it has besides are null.
 */
export function sameBatchIr(from: Case, features: readonly Feature[], inputs: readonly Seen[], batch: Value): Verdict {
  if (from['batchIrHex'] === undefined) return passed();
  if (from['batchIrDiffers'] !== undefined) {
    return passed(windows.batchEndIr);
  }
  // A JSON object is a schema if Avro says so, which compiling the codec asks.
  const schema = objectAt(from, 'batchIrSchema') as unknown as AvroSchema;
  const codec = codecOf(dataTypeOf(schema), schema);
  const theirs = codec.decode(hexBytes(textAt(from, 'batchIrHex')));
  // A case has one operation over one input, whatever its windows: all its states are of one bound operation.
  const bound = features[0]?.bound;
  const likeness = irLikeness(features[0]?.spec.operation ?? 'COUNT', inputs);
  const same: Same = (expected, actual) =>
    bound === undefined || sameState(bound, expected, actual, likeness).kind === 'passed';
  const type = batchIrType(features);
  return sameHalves(same, type, theirs, batch)
    ? passed()
    : failed(`batch IR ${valueText(codec.type, theirs)}`, `batch IR ${valueText(type, batch)}`);
}

type Same = (expected: Value, actual: Value) => boolean;

function sameHalves(same: Same, type: StructType, expected: Value, actual: Value): boolean {
  const [collapsed, tailHops] = type.fields.map((field) => field.type);
  if (collapsed?.kind !== 'struct' || tailHops?.kind !== 'list' || tailHops.element.kind !== 'list') return false;
  const hop = tailHops.element.element;
  if (hop.kind !== 'struct') return false;
  const [left, right] = [expected as Struct | null, actual as Struct | null];
  return (
    sameFields(
      same,
      collapsed.fields,
      left?.['collapsedIr'] as Struct | null,
      right?.['collapsedIr'] as Struct | null,
    ) && sameHops(same, hop.fields, hopsOf(left), hopsOf(right))
  );
}

/** Null in the place of a struct says what nulls in all its fields say. */
function sameFields(
  same: Same,
  fields: readonly Field[],
  expected: Struct | null | undefined,
  actual: Struct | null | undefined,
): boolean {
  const known = new Set(fields.map(({ name }) => name));
  const besides = Object.entries(expected ?? {}).filter(([name]) => !known.has(name));
  return (
    besides.every(([, value]) => value === null) &&
    fields.every(({ name }) => same(expected?.[name] ?? null, actual?.[name] ?? null))
  );
}

/** By the hop size, then by time. A half without hops may have no lists at all. */
function sameHops(same: Same, fields: readonly Field[], expected: Hops, actual: Hops): boolean {
  const sizes = Math.max(expected.length, actual.length);
  return Array.from({ length: sizes }, (_, size) => size).every((size) => {
    const left = inOrderOfTime(expected[size] ?? []);
    const right = inOrderOfTime(actual[size] ?? []);
    return left.length === right.length && left.every((hop, index) => sameHop(same, fields, hop, right[index]));
  });
}

function sameHop(same: Same, fields: readonly Field[], expected: Struct, actual: Struct | undefined): boolean {
  const { ts: expectedTs, ...expectedIrs } = expected;
  const { ts: actualTs, ...actualIrs } = actual ?? {};
  const irFields = fields.filter(({ name }) => name !== 'ts');
  return expectedTs === actualTs && sameFields(same, irFields, expectedIrs, actualIrs);
}

type Hops = readonly (readonly Struct[])[];

const hopsOf = (half: Struct | null): Hops => (half?.['tailHopIrs'] ?? []) as Hops;

const inOrderOfTime = (hops: readonly Struct[]): readonly Struct[] =>
  hops.toSorted((a, b) => Number(a['ts']) - Number(b['ts']));
