import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join as pathOf } from 'node:path';
import { avroSchemaOf, keyCodecOf, keySchemaOf } from '@isochron/avro';
import type { GroupByPlan } from '@isochron/compiler';
import { bytesOfText, type KeyValueStore, type RowMutation } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { structType } from '@isochron/schema';
import {
  batchCellNamesOf,
  batchHalfSchemaOf,
  datasetKeyOf,
  datasetsTable,
  emptyDatasetState,
  encodeDatasetState,
  featuresTable,
  type Generation,
  rowKeyOf,
  rowPrefixOf,
  servingInfoKey,
  stateColumn,
  tilesCellNameOf,
} from '@isochron/serving';
import { batchDataset, groupByServingInfoStruct, toJson } from '@isochron/thrift';
import type { BenchGroupBy, BenchJoin } from './definitions.ts';
import { type Instants, todaysInstants } from './instants.ts';
import { publishJoins } from './publish-joins.ts';
import { type StoredKey, storedKey } from './stored-key.ts';

/** A home that the service can be started on. */
export interface DataSet extends Instants {
  readonly home: string;
}

const COMPLETE = 'complete.json';

/** Raised where what is made changes. */
const FORMAT = 4;

/** Makes the home of a data set in a folder, unless it is there from a run of the same day: what stands in the store of these Joins, and their published set. */
export async function dataSetIn(folder: string, joins: readonly BenchJoin[]): Promise<DataSet> {
  const instants = todaysInstants(Date.now());
  const marker = pathOf(folder, COMPLETE);
  const made = JSON.stringify({ ...instants, format: FORMAT, joins: joins.map(({ name, keys }) => [name, keys]) });
  if (existsSync(marker) && readFileSync(marker, 'utf8') === made) return { home: folder, ...instants };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const store = await openLmdbStore({ home: folder });
  try {
    for (const table of [datasetsTable, featuresTable]) await store.ensureTable(table);
    for (const join of joins) for (const groupBy of join.groupBys) await writeGroupBy(store, groupBy, join, instants);
    await publishJoins(
      store,
      SET,
      joins.map(({ thrift, plan }) => ({ thrift, plan })),
    );
  } finally {
    await store.close();
  }
  writeFileSync(marker, made);
  return { home: folder, ...instants };
}

/** Where the Joins are published. */
export const SET = { repository: 'bench', environment: 'bench', branch: 'main' } as const;

/** The first generation of a GroupBy, and its tiles, as an upload and a tiler leave them. */
export async function writeGroupBy(
  store: KeyValueStore,
  groupBy: BenchGroupBy,
  { keys, templates }: Pick<BenchJoin, 'keys' | 'templates'>,
  instants: Instants,
  generation = 1,
): Promise<void> {
  const { plan, features, events } = groupBy;
  const stored = Array.from({ length: templates }, (_, seed) =>
    storedKey(features, events, instants, seed + generation),
  );
  const prefix = rowPrefixOf(batchDataset(plan.name));
  const { value } = batchCellNamesOf(generation);
  const tilesName = tilesCellNameOf(0);
  const codec = keyCodecOf(plan.keys);
  const name = plan.keys[0]?.name ?? '';
  let rows: RowMutation[] = [
    { key: rowKeyOf(prefix, servingInfoKey), mutations: [put(value, servingInfo(groupBy, instants))] },
  ];
  for (let number = 0; number < keys; number++) {
    const key = codec.encode({ [name]: groupBy.keyOf(number) });
    const { batch, tiles } = stored[number % templates] as StoredKey;
    const live = generation === 1 ? [put(tilesName, tiles)] : [];
    rows.push({ key: rowKeyOf(prefix, key), mutations: [put(value, batch), ...live] });
    if (rows.length < Math.max(50, ROWS_BYTES / (batch.length + tiles.length))) continue;
    await store.mutate(featuresTable.name, rows);
    rows = [];
  }
  await store.mutate(featuresTable.name, rows);
  await putInForce(store, plan, { keys, generation, batchEndMs: instants.batchEndMs });
}

/** About as much as one call should carry. */
const ROWS_BYTES = 8e6;

async function putInForce(
  store: KeyValueStore,
  { name }: GroupByPlan,
  { keys, generation, batchEndMs }: { readonly keys: number; readonly generation: number; readonly batchEndMs: number },
): Promise<void> {
  const dataset = batchDataset(name);
  const servingInfoHash = createHash('sha256').update(`${name} ${batchEndMs}`).digest('hex');
  const current: Generation = {
    ...{ id: generation, batchEndMs, servingInfoHash, keys, refusedKeys: 0, bytes: 0, publishedAtMs: Date.now() },
  };
  const value = encodeDatasetState({ ...emptyDatasetState, current, lastId: generation });
  const mutations = [{ kind: 'replace', ...stateColumn, timestampMs: Date.now(), value }] as const;
  await store.mutate(datasetsTable.name, [{ key: datasetKeyOf(dataset), mutations }]);
}

function servingInfo({ thrift, plan, features }: BenchGroupBy, { batchEndMs }: Instants): Uint8Array {
  const json = toJson(groupByServingInfoStruct, {
    groupBy: thrift,
    keyAvroSchema: JSON.stringify(keySchemaOf(plan.keys)),
    selectedAvroSchema: JSON.stringify(selectedSchemaOf(plan)),
    batchValueAvroSchema: JSON.stringify(batchHalfSchemaOf(features)),
    batchEndDate: new Date(batchEndMs).toISOString().slice(0, 10),
    dateFormat: 'yyyy-MM-dd',
  });
  return bytesOfText(json);
}

const selectedSchemaOf = ({ inputs }: GroupByPlan) => avroSchemaOf(structType('Value', inputs), 'Value');

const put = (qualifier: Uint8Array, value: Uint8Array) =>
  ({ kind: 'replace', family: 'value', qualifier, timestampMs: 0, value }) as const;
