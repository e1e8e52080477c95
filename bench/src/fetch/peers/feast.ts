import { bytesOfText } from '@isochron/kv';
import type { Job } from '../../load/job.ts';
import type { LoadClient } from '../../load/load-client.ts';
import { type Measured, measure, medianOf } from '../../load/measure.ts';
import { rounded, table, whole } from '../../sketches/table.ts';
import { buildGoServer } from './feast-go.ts';
import { type OnlineStore, version } from './feast-home.ts';
import { type FeastServer, type FeastStore, startFeast, startGoFeast, startStore } from './feast-server.ts';

export interface FeastOptions {
  readonly entities: number;
  readonly turns: number;
  readonly durationMs: number;
  readonly concurrencies: readonly number[];
}

/** What Feast did under one load. */
export interface FeastRow {
  readonly server: string;
  readonly concurrency: number;
  readonly measured: Measured;
  /** Of Redis, which does a part of the work in a process of its own; 0 without one. */
  readonly storeMicros: number;
}

/** A way to serve what a store holds. */
interface Serving {
  readonly name: string;
  readonly protocol: Job['protocol'];
  start(store: FeastStore): Promise<FeastServer>;
}

const pythonServings: readonly Serving[] = [
  { name: 'as it comes', flags: [] },
  { name: 'workers never restarted', flags: ['--max-requests', '0'] },
].map(({ name, flags }) => ({ name: `Python, ${name}`, protocol: 'http', start: (store) => startFeast(store, flags) }));

const goServings = (program: string): readonly Serving[] =>
  (['http', 'grpc'] as const).map((protocol) => ({
    name: `Go, ${protocol === 'http' ? 'HTTP' : 'gRPC'}`,
    protocol,
    start: (store) => startGoFeast(program, store, protocol),
  }));

/** Sixty plain floats an entity, served by Feast's servers and asked for by the same client. Go's is left out, and said to be, where there is no Go. */
export async function measureFeast(client: LoadClient, options: FeastOptions): Promise<readonly FeastRow[]> {
  const program = buildGoServer();
  if (program === null) process.stdout.write('there is no go on this machine: the server in Go is left out\n');
  const redisServings = [...pythonServings, ...(program === null ? [] : goServings(program))];
  return [
    ...(await measureStore(client, 'sqlite', pythonServings, options)),
    ...(await measureStore(client, 'redis', redisServings, options)),
  ];
}

async function measureStore(
  client: LoadClient,
  kind: OnlineStore,
  servings: readonly Serving[],
  options: FeastOptions,
): Promise<readonly FeastRow[]> {
  const store = await startStore(kind, options.entities);
  try {
    const rows: FeastRow[] = [];
    for (const serving of servings) {
      const server = await serving.start(store);
      try {
        for (const concurrency of options.concurrencies)
          rows.push(await row({ client, store, server, serving, kind }, concurrency, options));
      } finally {
        await server.stop();
      }
    }
    return rows;
  } finally {
    await store.stop();
  }
}

interface Contender {
  readonly client: LoadClient;
  readonly store: FeastStore;
  readonly server: FeastServer;
  readonly serving: Serving;
  readonly kind: OnlineStore;
}

async function row(
  { client, store, server, serving, kind }: Contender,
  concurrency: number,
  { entities, turns, durationMs }: FeastOptions,
): Promise<FeastRow> {
  const { protocol, name } = serving;
  const path = protocol === 'http' ? '/get-online-features' : '/feast.serving.ServingService/GetOnlineFeatures';
  const bodies = protocol === 'http' ? httpBodiesOf(entities) : grpcBodiesOf(entities);
  const job: Job = { protocol, address: server.address, path, bodies, concurrency, durationMs };
  const measured: Measured[] = [];
  const before = store.usage()?.cpuMicros ?? 0;
  for (let turn = 0; turn < turns; turn++) measured.push(await measure(client, server, job));
  const median = medianOf(measured);
  // Warming up, a quarter beside each turn, is among what Redis has done.
  const storeMicros = ((store.usage()?.cpuMicros ?? 0) - before) / (1.25 * median.requests);
  return { server: `${name}, ${kind}`, concurrency, measured: median, storeMicros };
}

const usersOf = (entities: number): readonly string[] =>
  Array.from({ length: Math.min(2_000, entities) }, (_, at) => `user_${(at * 7919) % entities}`);

const httpBodiesOf = (entities: number): readonly Uint8Array[] =>
  usersOf(entities).map((user) =>
    bytesOfText(JSON.stringify({ feature_service: 'served', entities: { user_id: [user] } })),
  );

/** GetOnlineFeaturesRequest { feature_service = 1, entities = 3: map of RepeatedValue { Value val = 1 { string_val = 2 } } } */
const grpcBodiesOf = (entities: number): readonly Uint8Array[] =>
  usersOf(entities).map((user) => {
    const values = field(1, field(2, Buffer.from(user)));
    const entry = Buffer.concat([field(1, Buffer.from('user_id')), field(2, values)]);
    return Buffer.concat([field(1, Buffer.from('served')), field(3, entry)]);
  });

/** Of a protocol buffer; shorter than 128 bytes, as all here are. */
const field = (number: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);

export function feastTable(rows: readonly FeastRow[]): string {
  return table(
    [
      `Feast ${version()}, 60 floats of 1 entity`,
      'c',
      'server CPU, us',
      'Redis CPU, us',
      'p50, ms',
      'p99, ms',
      'requests/s',
      'failed',
      'peak RSS, MiB',
    ],
    rows.map(({ server, concurrency, measured, storeMicros }) => [
      server,
      String(concurrency),
      whole(measured.serverMicros),
      storeMicros === 0 ? '–' : whole(storeMicros),
      rounded(measured.p50Ms),
      rounded(measured.p99Ms),
      whole(measured.requestsPerSecond),
      `${measured.errors} of ${whole(measured.requests)}`,
      whole(measured.peakRssMib),
    ]),
  );
}
