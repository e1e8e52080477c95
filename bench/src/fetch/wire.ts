import { fileURLToPath } from 'node:url';
import type { Job } from '../load/job.ts';
import type { LoadClient } from '../load/load-client.ts';
import { type Measured, measure, medianOf } from '../load/measure.ts';
import { type Server, startServer } from '../load/server.ts';
import { rounded, table, whole } from '../sketches/table.ts';
import { checkedAnswer, checkedJson } from './answers.ts';
import { SET } from './data-set.ts';
import type { BenchJoin } from './definitions.ts';
import { type Asked, grpcBodies, httpBodies } from './requests.ts';

/** Where a server listens. */
export interface Ports {
  readonly grpcPort: number;
  readonly httpPort: number;
}

export type Protocol = Job['protocol'];

/** The service on a home, in a process of its own. */
export const startFetcherServer = (
  home: string,
  { cacheBytes = 0, environment = SET.environment, guard = {}, execArgv = [] }: FetcherSettings = {},
): Promise<Server<Ports>> =>
  startServer<Ports>(
    script('./fetcher-server.ts'),
    [home, String(cacheBytes), environment, JSON.stringify(guard)],
    execArgv,
  );

export interface FetcherSettings {
  /** Not given: no cache, so that windows are merged anew for each request. */
  readonly cacheBytes?: number;
  /** Whose published set is served. */
  readonly environment?: string;
  /** Settings that say how it is guarded; not given: it is not. */
  readonly guard?: object;
  /** For Node; `--cpu-prof`. */
  readonly execArgv?: readonly string[];
}

export const startFloorServer = (): Promise<Server<Ports>> => startServer<Ports>(script('./floor-server.ts'), []);

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const addressOf = ({ ready }: Server<Ports>, protocol: Protocol): string =>
  `127.0.0.1:${protocol === 'grpc' ? ready.grpcPort : ready.httpPort}`;

/** Requests of a Join, to be sent to the service. */
export function fetchJob(
  server: Server<Ports>,
  join: BenchJoin,
  protocol: Protocol,
  asked: Asked & { readonly concurrency: number; readonly durationMs: number },
): Job {
  const { concurrency, durationMs } = asked;
  const address = addressOf(server, protocol);
  if (protocol === 'grpc') {
    const path = '/isochron.fetcher.v1.Fetcher/FetchJoin';
    return { protocol, address, path, bodies: grpcBodies(join, asked), concurrency, durationMs };
  }
  const path = `/v1/fetch/join/${encodeURIComponent(join.name)}`;
  return { protocol, address, path, bodies: httpBodies(join, asked), concurrency, durationMs };
}

/** The same requests, to be answered with as many bytes by nobody who thinks. */
export async function floorJob(floor: Server<Ports>, job: Job, answerBytes: number): Promise<Job> {
  await floor.ask(`answer ${answerBytes}`);
  const { protocol } = job;
  return { ...job, address: addressOf(floor, protocol), path: protocol === 'grpc' ? '/floor.Floor/Answer' : '/floor' };
}

export interface Load {
  readonly protocol: Protocol;
  readonly rows: number;
  readonly concurrency: number;
}

export interface Cell extends Load {
  readonly join: BenchJoin;
  readonly measured: Measured;
  readonly floor: Measured;
}

export interface CellOptions {
  readonly turns: number;
  readonly durationMs: number;
  readonly atMs: number;
}

/** One who asks, the service, and the floor beside it. */
export interface Contenders {
  readonly client: LoadClient;
  readonly server: Server<Ports>;
  readonly floor: Server<Ports>;
}

/**
 * So that figures are those of a service that has run for a while: requests of one row until the engine has compiled all three ends, before the first cell. A cold echo takes
 * half as long again as a warm one.
 */
export async function warmUp(
  contenders: Contenders,
  join: BenchJoin,
  protocol: Protocol,
  { atMs, requestsMax }: { readonly atMs: number; readonly requestsMax: number },
): Promise<void> {
  const load = { protocol, rows: 1, concurrency: WARMING_LANES };
  const { ours, idle } = await cellJobs(contenders, join, load, { durationMs: WARMING_MS_MAX, atMs });
  for (const job of [idle, ours]) await contenders.client.run({ ...job, requestsMax });
}

/** How many requests `warmUp` makes of each where figures are to be kept. */
export const WARMING_REQUESTS = 20_000;
const WARMING_LANES = 8;
const WARMING_MS_MAX = 60_000;

/** One cell of a table: floor and service in turns under the same load. */
export async function measureCell(
  contenders: Contenders,
  join: BenchJoin,
  load: Load,
  { turns, ...options }: CellOptions,
): Promise<Cell> {
  const { client, server, floor } = contenders;
  const { ours, idle } = await cellJobs(contenders, join, load, options);
  // Each once, so that what is read is in memory: a disk is not what is measured.
  const once = { concurrency: WARMING_LANES, durationMs: WARMING_MS_MAX, requestsMax: ours.bodies.length };
  for (const job of [idle, ours]) await client.run({ ...job, ...once });
  const [measured, floors]: [Measured[], Measured[]] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    floors.push(await measure(client, floor, idle));
    measured.push(await measure(client, server, ours));
  }
  return { ...load, join, measured: medianOf(measured), floor: medianOf(floors) };
}

/** What the service is asked, its answer checked, and the floor as often for as many bytes. */
async function cellJobs(
  { client, server, floor }: Contenders,
  join: BenchJoin,
  { protocol, rows, concurrency }: Load,
  { durationMs, atMs }: Omit<CellOptions, 'turns'>,
): Promise<{ readonly ours: Job; readonly idle: Job }> {
  const requests = Math.max(20, Math.floor(4_000 / rows));
  const jobOf = (schemaHash: string): Job =>
    fetchJob(server, join, protocol, { rows, requests, atMs, schemaHash, concurrency, durationMs });
  const first = await askOnce(client, jobOf(''));
  const schemaHash = protocol === 'grpc' ? checkedAnswer(first, join, rows) : checkedJson(first, join, rows);
  const ours = jobOf(schemaHash);
  return { ours, idle: await floorJob(floor, ours, (await askOnce(client, ours)).length) };
}

/** The answer to the first of a job's requests. */
export async function askOnce(client: LoadClient, job: Job): Promise<Uint8Array> {
  const { lastAnswer, firstError } = await client.run({ ...job, concurrency: 1, requestsMax: 1 });
  if (lastAnswer === null) throw new Error(`${job.path} failed: ${firstError}`);
  return lastAnswer;
}

export function cellsTable(cells: readonly Cell[]): string {
  return table(
    [
      'rows',
      'c',
      'CPU, us',
      'floor',
      'ratio',
      'us a feature',
      'p50, ms',
      'p99',
      'p99.9',
      'floor p50',
      'p99',
      'requests/s',
      'bytes',
      'failed',
    ],
    cells.map(({ rows, concurrency, join, measured, floor }) => [
      String(rows),
      String(concurrency),
      whole(measured.serverMicros),
      whole(floor.serverMicros),
      (measured.serverMicros / floor.serverMicros).toFixed(2),
      rounded(measured.serverMicros / (rows * join.plan.outputs.length)),
      rounded(measured.p50Ms),
      rounded(measured.p99Ms),
      rounded(measured.p999Ms),
      rounded(floor.p50Ms),
      rounded(floor.p99Ms),
      whole(measured.requestsPerSecond),
      whole(measured.answerBytes),
      failures(measured),
    ]),
  );
}

/** A failed request is said with why. */
const failures = ({ errors, firstError }: Measured): string => (errors === 0 ? '0' : `${errors}: ${firstError}`);
