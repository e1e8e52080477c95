import { bytesOfText } from '@isochron/kv';
import type { Job } from '../../load/job.ts';
import type { LoadClient } from '../../load/load-client.ts';
import { type Measured, measure, medianOf } from '../../load/measure.ts';
import { rounded, table, whole } from '../../sketches/table.ts';
import { install, type OnlineStore } from './feast-home.ts';
import { type FeastServer, type FeastStore, startFeast, startStore } from './feast-server.ts';

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

const stores: readonly OnlineStore[] = ['sqlite', 'redis'];
const servers = [
  { name: 'as it comes', flags: [] },
  { name: 'workers never restarted', flags: ['--max-requests', '0'] },
] as const;

/** Sixty plain floats an entity, served by `feast serve` and asked for by the same client. */
export async function measureFeast(client: LoadClient, options: FeastOptions): Promise<readonly FeastRow[]> {
  install();
  const rows: FeastRow[] = [];
  for (const each of stores) {
    const store = await startStore(each, options.entities);
    try {
      for (const { name, flags } of servers) {
        const server = await startFeast(store, flags);
        try {
          for (const concurrency of options.concurrencies)
            rows.push(await row({ client, store, server, name: `Python, ${each}, ${name}` }, concurrency, options));
        } finally {
          await server.stop();
        }
      }
    } finally {
      await store.stop();
    }
  }
  return rows;
}

interface Contender {
  readonly client: LoadClient;
  readonly store: FeastStore;
  readonly server: FeastServer;
  readonly name: string;
}

async function row(
  { client, store, server, name }: Contender,
  concurrency: number,
  { entities, turns, durationMs }: FeastOptions,
): Promise<FeastRow> {
  const { address } = server;
  const path = '/get-online-features';
  const job: Job = { protocol: 'http', address, path, bodies: bodiesOf(entities), concurrency, durationMs };
  const measured: Measured[] = [];
  const before = store.usage()?.cpuMicros ?? 0;
  for (let turn = 0; turn < turns; turn++) measured.push(await measure(client, server, job));
  const median = medianOf(measured);
  // Warming up, a quarter beside each turn, is among what Redis has done.
  const storeMicros = ((store.usage()?.cpuMicros ?? 0) - before) / (1.25 * median.requests);
  return { server: name, concurrency, measured: median, storeMicros };
}

const bodiesOf = (entities: number): readonly Uint8Array[] =>
  Array.from({ length: Math.min(2_000, entities) }, (_, at) => {
    const user = `user_${(at * 7919) % entities}`;
    return bytesOfText(JSON.stringify({ feature_service: 'served', entities: { user_id: [user] } }));
  });

export function feastTable(rows: readonly FeastRow[]): string {
  return table(
    [
      'Feast 0.67.0, 60 floats of 1 entity',
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
