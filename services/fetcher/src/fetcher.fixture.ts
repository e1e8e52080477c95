import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type DefinitionObject,
  fileOf,
  objectJson,
  servedPlanOfGroupBy,
  type UploadedColumns,
} from '@isochron/compiler';
import { objectHash, openMetadataStore, type SetAddress } from '@isochron/metadata';
import { call, createClient } from '@isochron/rpc';
import { FetcherClient, type FetchJoinRequest, type FetchResponse } from '@isochron/rpc/fetcher';
import { doubleType, longType, stringType, type Value } from '@isochron/schema';
import { stop } from '@isochron/service';
import { batchBytes, type Event, keyBytesOf, ServedStore, tileBytes } from '@isochron/serving/served-store';
import { Accuracy, batchDataset, type GroupBy, type Join, Operation, TimeUnit } from '@isochron/thrift';
import { readFetcherConfig, type StartedFetcher, startFetcher } from './wiring.ts';

export const ADDRESS: SetAddress = { repository: 'shop', environment: 'dev', branch: 'main' };

/** 2024-01-15 00:00. */
export const E = 1_705_276_800_000;
export const HOUR_MS = 3_600_000;

export const columns: UploadedColumns = {
  keys: [{ name: 'user', type: stringType }],
  inputs: [
    { name: 'amount', type: longType },
    { name: 'price', type: doubleType },
    { name: 'item', type: stringType },
  ],
};

export const aggregate = (inputColumn: string, operation: Operation, ...days: readonly number[]) => ({
  inputColumn,
  operation,
  argMap: {},
  ...(days.length > 0 && { windows: days.map((length) => ({ length, timeUnit: TimeUnit.DAYS })) }),
});

/** What users have bought. */
export const byUser = (changes: Partial<GroupBy> = {}, version = 1): GroupBy => ({
  metaData: { name: `shop.orders.byUser__${version}`, team: 'shop', online: true, version: String(version) },
  sources: [
    { events: { table: 'orders', topic: 'orders', query: { timeColumn: 'ts', startPartition: '2024-01-01' } } },
  ],
  keyColumns: ['user'],
  accuracy: Accuracy.TEMPORAL,
  aggregations: [
    aggregate('amount', Operation.SUM, 1, 7),
    aggregate('price', Operation.MAX),
    aggregate('item', Operation.LAST, 7),
    { ...aggregate('item', Operation.LAST_K, 7), argMap: { k: '3' } },
    { ...aggregate('item', Operation.HISTOGRAM, 7), argMap: { k: '0' } },
  ],
  ...changes,
});

/** A join of them, with a derivation and a value that the caller gives. */
export const profile = (changes: Partial<Join> = {}, groupBy = byUser()): Join => ({
  metaData: { name: 'shop.serving.profile__1', team: 'shop', online: true, version: '1' },
  left: { events: { table: 'orders', query: { selects: { user: 'user' }, timeColumn: 'ts' } } },
  joinParts: [{ groupBy, useLongNames: false }],
  onlineExternalParts: [
    {
      source: {
        metadata: { name: 'contextual' },
        keySchema: { kind: 13, params: [{ name: 'basket', dataType: { kind: 6 } }] },
        valueSchema: { kind: 13, params: [{ name: 'basket', dataType: { kind: 6 } }] },
      },
    },
  ],
  derivations: [
    { name: '*', expression: '*' },
    { name: 'share', expression: 'ext_contextual_basket / user_amount_sum_7d' },
  ],
  useLongNames: false,
  ...changes,
});

export const PROFILE = 'shop/serving.profile__1';

/** A home with a store in which definitions are published and uploads put in force. */
export class Shop {
  readonly home: string;
  readonly served: ServedStore;

  private constructor(home: string, served: ServedStore) {
    this.home = home;
    this.served = served;
  }

  static async open(): Promise<Shop> {
    const home = await mkdtemp(join(tmpdir(), 'isochron-fetcher-'));
    return new Shop(home, await ServedStore.open(home));
  }

  async dispose(): Promise<void> {
    await this.served.dispose();
    await rm(this.home, { recursive: true, force: true });
  }

  async publish(...objects: readonly DefinitionObject[]): Promise<void> {
    const metadata = await openMetadataStore(this.served.store);
    const head = await metadata.head(ADDRESS);
    await metadata.publish({
      address: ADDRESS,
      expectedHash: head?.hash ?? null,
      objects: objects.map(publishedOf),
      who: 'a test',
      message: '',
    });
  }

  /** A generation of events by user, and tiles of those from the batch end on. */
  async upload(
    id: number,
    batchEndMs: number,
    events: Readonly<Record<string, readonly Event[]>>,
    groupBy = byUser(),
    uploaded = columns,
  ): Promise<void> {
    const { plan, diagnostics } = servedPlanOfGroupBy(groupBy, { uploadedOf: () => uploaded });
    const part = plan?.parts[0];
    if (part === undefined) throw new Error(diagnostics.map(({ message }) => message).join(' '));
    const name = part.groupBy.name;
    const users = Object.entries(events).map(([user, own]) => ({ keyBytes: keyBytesOf(part, { user }), own }));
    await this.served.upload(part, {
      dataset: batchDataset(name),
      current: {
        id,
        batchEndMs,
        rows: users.flatMap(({ keyBytes, own }) => {
          const bytes = batchBytes(
            part,
            own.filter(([ts]) => ts < batchEndMs),
            batchEndMs,
          );
          return bytes === null ? [] : [{ keyBytes, value: { kind: 'value' as const, bytes } }];
        }),
      },
      tiles: users.map(({ keyBytes, own }) => {
        const live = own.filter(([ts]) => ts >= batchEndMs);
        return { keyBytes, packed: live.length === 0 ? new Uint8Array() : tileBytes(part, live) };
      }),
    });
  }
}

function publishedOf(object: DefinitionObject) {
  const json = objectJson(object);
  const summary = {
    ...{ kind: object.kind, name: object.name, team: 'shop', tags: [], columns: [], description: null },
    isOnline: object.thrift.metaData?.online === true,
  };
  const hash = objectHash(json);
  return { file: fileOf(object), hash, stored: { hash, json, summary, lineage: '{}' } };
}

export const joinOf = (thrift: Join): DefinitionObject => ({ kind: 'join', name: PROFILE, thrift });
export const groupByOf = (thrift: GroupBy): DefinitionObject => ({
  kind: 'group-by',
  name: (thrift.metaData?.name ?? '').replace('.', '/'),
  thrift,
});

export const order = (ts: number, amount: Value, price: Value, item: Value): Event => [ts, amount, price, item];

export interface Workplace {
  readonly service: StartedFetcher;
  readonly client: InstanceType<typeof FetcherClient>;
  /** `http://127.0.0.1:…`. */
  readonly base: string;
  dispose(): Promise<void>;
}

type OpenStore = Parameters<typeof startFetcher>[1];

/** The service in this process, over the home of a shop. */
export async function openFetcher(home: string, settings: object = {}, openStore?: OpenStore): Promise<Workplace> {
  const flags = {
    home,
    set: ADDRESS,
    refreshMs: 100,
    grpc: { port: 0 },
    http: { port: 0 },
    drain: { delayMs: 0, timeoutMs: 1_000 },
    log: { level: 'fatal' },
    ...settings,
  };
  const service = await startFetcher(readFetcherConfig(flags, {}), openStore);
  const client = createClient(FetcherClient, `127.0.0.1:${service.grpcPort}`);
  return {
    service,
    client,
    base: `http://127.0.0.1:${service.httpPort}`,
    dispose: async () => {
      client.close();
      await stop(service);
    },
  };
}

export const column = (more: object) => ({
  strings: [],
  longs: [],
  doubles: [],
  bools: [],
  blobs: [],
  nulls: [],
  ...more,
});
export const request = (users: readonly string[], more: Partial<FetchJoinRequest> = {}): FetchJoinRequest => ({
  join: PROFILE,
  rows: users.length,
  keys: { user: column({ strings: users }) },
  context: { ext_contextual_basket: column({ doubles: [14] }) },
  atMs: E + 2 * HOUR_MS,
  features: [],
  schemaHash: '',
  ...more,
});
export const fetchJoin = (
  { client }: Pick<Workplace, 'client'>,
  asked: FetchJoinRequest,
  timeoutMs = 10_000,
): Promise<FetchResponse> => call(client, client.fetchJoin, asked, { timeoutMs, attemptsMax: 1 });
