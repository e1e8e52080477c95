import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Accuracy,
  BatchIrFold,
  batchIrType,
  boundFeatures,
  type Feature,
  type FeatureSpec,
  type KeyedEventRows,
  TileStates,
  tileIrType,
} from '@isochron/aggregation';
import { avroSchemaOf, codecOf, fingerprintOf, keyCodecOf, keySchemaOf, wrapSingleObject } from '@isochron/avro';
import type { ServedPart } from '@isochron/compiler';
import { bytesOfText, type KeyValueStore, type Mutation } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { type Field, structType, type Value, vectorOf } from '@isochron/schema';
import {
  type BatchValue,
  batchCellNamesOf,
  batchCellOf,
  batchHalfSchemaOf,
  type DatasetState,
  datasetKeyOf,
  datasetsTable,
  encodeDatasetState,
  featuresTable,
  packTiles,
  rowKeyOf,
  rowPrefixOf,
  servingInfoKey,
  stateColumn,
  tileSchemaOf,
  tilesCellNameOf,
} from '../layout/index.ts';
import type { ReadOptions } from './plan.ts';

/** One event: its time, and a value a column of the inputs. */
export type Event = readonly [ts: number, ...values: Value[]];

export interface GroupByParts {
  readonly name: string;
  readonly keys: readonly Field[];
  readonly inputs: readonly Field[];
  readonly specs: readonly FeatureSpec[];
  readonly accuracy?: Accuracy;
}

/** A part as the compiler plans it, but for where rows come from, which serving does not look at. */
export function partOf({ name, keys, inputs, specs, accuracy = 'TEMPORAL' }: GroupByParts, prefix = ''): ServedPart {
  const features = boundFeatures(name, specs, inputs);
  const outputs = features.map(({ spec, bound }) => ({ name: spec.name, type: bound.output }));
  return {
    name,
    groupBy: { name, accuracy, keys, inputs, shape: 'aggregated', features: specs, outputs },
    keys: keys.map((key) => ({ left: key.name, right: key.name })),
    outputs: outputs.map((output) => ({ ...output, name: prefix + output.name })),
  };
}

export const featuresOfPart = ({ name, groupBy }: ServedPart): readonly Feature[] =>
  boundFeatures(name, groupBy.features, groupBy.inputs);

const datasetOf = ({ name }: ServedPart): string => `${name}_BATCH`;

/** Tiles of a part are in the rows of its dataset. */
export const withTiles: ReadOptions = {
  datasetOf,
  tilesOf: (part) => ({ name: tilesCellNameOf(0), schemas: [tileSchemaOf(featuresOfPart(part))] }),
};

export function rowsOf(inputs: readonly Field[], events: readonly Event[]): KeyedEventRows {
  return {
    n: events.length,
    key: new Int32Array(events.length),
    ts: Float64Array.from(events, ([ts]) => ts),
    columns: inputs.map(({ type }, column) =>
      vectorOf(
        type,
        events.map((event) => event[column + 1] ?? null),
      ),
    ),
  };
}

/** How a part's bytes are written. */
export interface PartWriter {
  /** Batch bytes of a key's events before the batch end; null where no window sees any. */
  batch(events: readonly Event[], batchEndMs: number): Uint8Array | null;
  /** Packed tiles of a key's events from the batch end on. */
  tiles(events: readonly Event[]): Uint8Array;
}

export function writerOf(part: ServedPart): PartWriter {
  const features = featuresOfPart(part);
  const { inputs } = part.groupBy;
  const batchCodec = codecOf(batchIrType(features));
  const schema = tileSchemaOf(features);
  const tileCodec = codecOf(tileIrType(features), schema);
  const fingerprint = fingerprintOf(schema);
  return {
    batch: (events, batchEndMs) => {
      const fold = new BatchIrFold(features, batchEndMs);
      fold.update(rowsOf(inputs, events));
      const ir = fold.read(0);
      return ir === null ? null : batchCodec.encode(ir);
    },
    tiles: (events) => {
      const states = new TileStates(features);
      states.update(rowsOf(inputs, events));
      const bytesOf = (key: number, startMs: number): Uint8Array =>
        wrapSingleObject(fingerprint, tileCodec.encode(states.read(key, startMs)));
      return packTiles(states.dirty().map(({ key, startMs }) => ({ startMs, bytes: bytesOf(key, startMs) })));
    },
  };
}

export const batchBytes = (part: ServedPart, events: readonly Event[], batchEndMs: number): Uint8Array | null =>
  writerOf(part).batch(events, batchEndMs);

export const tileBytes = (part: ServedPart, events: readonly Event[]): Uint8Array => writerOf(part).tiles(events);

export const keyBytesOf = (part: ServedPart, key: Readonly<Record<string, Value>>): Uint8Array =>
  keyCodecOf(part.groupBy.keys).encode(key);

export interface StoredGeneration {
  readonly id: number;
  readonly batchEndMs: number;
  readonly rows: readonly { readonly keyBytes: Uint8Array; readonly value: BatchValue }[];
  /** Default: that of batch halves. */
  readonly schema?: unknown;
}

export interface Uploaded {
  readonly current: StoredGeneration;
  readonly previous?: StoredGeneration | null;
  readonly tiles?: readonly { readonly keyBytes: Uint8Array; readonly packed: Uint8Array }[];
  /** Default: under the part's name. */
  readonly dataset?: string;
}

/** An embedded store in a folder of its own, and what uploads and tilers would write to it. */
export class ServedStore {
  readonly store: KeyValueStore;
  readonly #home: string | null;

  private constructor(store: KeyValueStore, home: string | null) {
    this.store = store;
    this.#home = home;
  }

  /** `home`: of a store that is opened by others as well; it stays theirs. */
  static async open(home?: string): Promise<ServedStore> {
    const own = home ?? (await mkdtemp(join(tmpdir(), 'isochron-serving-')));
    const store = await openLmdbStore({ home: own, bytesMax: 2 ** 32 });
    await store.ensureTable(datasetsTable);
    await store.ensureTable(featuresTable);
    return new ServedStore(store, home === undefined ? own : null);
  }

  async dispose(): Promise<void> {
    await this.store.close();
    if (this.#home !== null) await rm(this.#home, { recursive: true, force: true });
  }

  /** Puts generations in force, and tiles beside them; a key without tiles loses those it had. */
  async upload(
    part: ServedPart,
    { current, previous = null, tiles = [], dataset = datasetOf(part) }: Uploaded,
  ): Promise<void> {
    const { keys, inputs } = part.groupBy;
    const info = (schema: unknown): BatchValue => ({
      kind: 'value',
      bytes: bytesOfText(
        JSON.stringify({
          batchValueAvroSchema: JSON.stringify(schema),
          keyAvroSchema: JSON.stringify(keySchemaOf(keys)),
          selectedAvroSchema: JSON.stringify(avroSchemaOf(structType('Value', inputs), 'Value')),
        }),
      ),
    });
    const prefix = rowPrefixOf(dataset);
    const tilesName = tilesCellNameOf(0);
    const values = [current, ...(previous === null ? [] : [previous])].flatMap(({ id, rows, schema }) => {
      const names = batchCellNamesOf(id);
      const own = schema ?? batchHalfSchemaOf(featuresOfPart(part));
      return [
        { key: rowKeyOf(prefix, servingInfoKey), ...batchCellOf(names, info(own)) },
        ...rows.map(({ keyBytes, value }) => ({ key: rowKeyOf(prefix, keyBytes), ...batchCellOf(names, value) })),
      ];
    });
    const changes: readonly { readonly key: Uint8Array; readonly mutation: Mutation }[] = [
      ...values.map(({ key, qualifier, value }) => ({ key, mutation: put(qualifier, value) })),
      ...tiles.map(({ keyBytes, packed }) => ({
        key: rowKeyOf(prefix, keyBytes),
        mutation: packed.length === 0 ? drop(tilesName) : put(tilesName, packed),
      })),
    ];
    // A key stands in a call once.
    const rows = Map.groupBy(changes, ({ key }) => Buffer.from(key).toString('hex')).values();
    await this.store.mutate(
      featuresTable.name,
      [...rows].map((own) => ({
        key: own[0]?.key ?? new Uint8Array(),
        mutations: own.map(({ mutation }) => mutation),
      })),
    );
    const told = ({ id, batchEndMs, rows, schema }: StoredGeneration) => ({
      ...{ id, batchEndMs, servingInfoHash: `${dataset} ${JSON.stringify(schema ?? null)}`, keys: rows.length },
      ...{ refusedKeys: 0, bytes: 0, publishedAtMs: 0 },
    });
    const state: DatasetState = {
      current: told(current),
      previous: previous === null ? null : told(previous),
      lastId: current.id,
      loading: [],
      retired: [],
    };
    await this.store.mutate(datasetsTable.name, [
      {
        key: datasetKeyOf(dataset),
        mutations: [{ kind: 'replace', ...stateColumn, timestampMs: 0, value: encodeDatasetState(state) }],
      },
    ]);
  }
}

const drop = (qualifier: Uint8Array) => ({ kind: 'delete-column', family: 'value', qualifier }) as const;

const put = (qualifier: Uint8Array, value: Uint8Array) =>
  ({ kind: 'replace', family: 'value', qualifier, timestampMs: 0, value }) as const;
