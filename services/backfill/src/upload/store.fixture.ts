import { batchIrType, LambdaFold } from '@isochron/aggregation';
import { codecOf, keyCodecOf } from '@isochron/avro';
import type { GroupByPlan } from '@isochron/compiler';
import { type CellView, type KeyValueStore, textOfBytes } from '@isochron/kv';
import { structType, type Value } from '@isochron/schema';
import {
  type BatchValue,
  batchCellNamesOf,
  batchValueOf,
  type DatasetState,
  datasetKeyOf,
  datasetsTable,
  decodeDatasetState,
  emptyDatasetState,
  featuresTable,
  type Generation,
  rowKeyOf,
  rowPrefixOf,
  servingInfoKey,
  stateColumns,
  valueColumns,
} from '@isochron/serving';
import { type GroupByServingInfo, groupByServingInfoStruct, readJson } from '@isochron/thrift';
import { featuresOf } from '../features.ts';

/** Reads what uploads have stored, as plainly as can be. */

export async function stateIn(store: KeyValueStore, dataset: string): Promise<DatasetState> {
  let state = emptyDatasetState;
  const request = { keys: [datasetKeyOf(dataset)], columns: stateColumns, freshness: 'latest' } as const;
  await store.read(datasetsTable.name, request, (_row, _key, cell) => {
    state = decodeDatasetState(cell.bytes.slice(cell.valueStart, cell.valueEnd));
  });
  return state;
}

/** What a generation has of each key; null where it has nothing. */
export async function valuesIn(
  store: KeyValueStore,
  dataset: string,
  generation: number,
  keys: readonly Uint8Array[],
): Promise<readonly (BatchValue | null)[]> {
  const prefix = rowPrefixOf(dataset);
  const names = batchCellNamesOf(generation);
  const values = new Array<BatchValue | null>(keys.length).fill(null);
  const visit = (row: number, _key: Uint8Array, cell: CellView) => {
    values[row] ??= batchValueOf(cell, names);
  };
  const rows = keys.map((key) => rowKeyOf(prefix, key));
  await store.read(featuresTable.name, { keys: rows, columns: valueColumns, freshness: 'latest' }, visit);
  return values;
}

export async function servingInfoIn(
  store: KeyValueStore,
  dataset: string,
  { id }: Generation,
): Promise<GroupByServingInfo> {
  const [value] = await valuesIn(store, dataset, id, [servingInfoKey]);
  if (value?.kind !== 'value') throw new Error(`generation ${id} of ${dataset} has no serving info`);
  const reading = readJson(groupByServingInfoStruct, textOfBytes(value.bytes));
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

/** The features of a key as of the batch end, from what the store has of it, by the schemas that it has of that. */
export function decoderOf(
  plan: GroupByPlan,
  info: GroupByServingInfo,
  batchEndMs: number,
): (value: BatchValue | null) => readonly Value[] {
  const schema = JSON.parse(info.batchValueAvroSchema ?? '');
  const features = featuresOf(plan);
  const nothing = features.map(() => null);
  const bytesOf = (value: BatchValue): Uint8Array => {
    if (value.kind === 'refusal') throw new Error(value.reason);
    return value.bytes;
  };
  if (plan.accuracy === 'SNAPSHOT') {
    const codec = codecOf(structType('Value', plan.outputs), schema);
    // A struct, as its type says.
    return (value) => {
      if (value === null) return nothing;
      const struct = codec.decode(bytesOf(value)) as { readonly [name: string]: Value };
      return plan.outputs.map(({ name }) => struct[name] ?? null);
    };
  }
  const codec = codecOf(batchIrType(features), schema);
  const lambda = new LambdaFold(features);
  return (value) => {
    lambda.batch(batchEndMs, value === null ? null : codec.decode(bytesOf(value)));
    return lambda.values(batchEndMs, {});
  };
}

export const keyBytesOf = (plan: GroupByPlan, info: GroupByServingInfo): ((key: Value) => Uint8Array) => {
  const own = keyCodecOf(plan.keys);
  const written = codecOf(structType('Key', plan.keys), JSON.parse(info.keyAvroSchema ?? ''));
  return (key) => {
    const bytes = written.encode(key);
    if (Buffer.compare(bytes, own.encode(key)) !== 0) throw new Error('the key schema is not that of keys');
    return bytes;
  };
};
