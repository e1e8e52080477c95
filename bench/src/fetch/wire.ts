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
  { cacheBytes = 0, environment = SET.environment, execArgv = [] }: FetcherSettings = {},
): Promise<Server<Ports>> =>
  startServer<Ports>(script('./fetcher-server.ts'), [home, String(cacheBytes), environment], execArgv);

export interface FetcherSettings {
  /** Not given: no cache, so that windows are merged anew for each request. */
  readonly cacheBytes?: number;
  /** Whose published set is served. */
  readonly environment?: string;
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

/** One cell of a table: floor and service in turns under the same load. */
export async function measureCell(
  {
    client,
    server,
    floor,
  }: { readonly client: LoadClient; readonly server: Server<Ports>; readonly floor: Server<Ports> },
  join: BenchJoin,
  { protocol, rows, concurrency }: Load,
  { turns, durationMs, atMs }: CellOptions,
): Promise<Cell> {
  const requests = Math.max(20, Math.floor(4_000 / rows));
  const jobOf = (schemaHash: string, lanes: number): Job =>
    fetchJob(server, join, protocol, { rows, requests, atMs, schemaHash, concurrency: lanes, durationMs });
  const first = await askOnce(client, jobOf('', 1));
  const schemaHash = protocol === 'grpc' ? checkedAnswer(first, join, rows) : checkedJson(first, join, rows);
  const job = jobOf(schemaHash, concurrency);
  const idle = await floorJob(floor, job, (await askOnce(client, job)).length);
  // Each once, so that what is read is in memory: a disk is not what is measured.
  await client.run({ ...job, concurrency: 8, durationMs: WARMING_MS_MAX, requestsMax: requests });
  const [ours, floors]: [Measured[], Measured[]] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    floors.push(await measure(client, floor, idle));
    ours.push(await measure(client, server, job));
  }
  return { protocol, rows, concurrency, join, measured: medianOf(ours), floor: medianOf(floors) };
}

const WARMING_MS_MAX = 60_000;

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
