import { hostname } from 'node:os';
import { join } from 'node:path';
import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { openMetadataStore } from '@isochron/metadata';
import { createRpcServer } from '@isochron/rpc';
import { IsochronError } from '@isochron/schema';
import {
  createHealth,
  createHttpServer,
  type Logger,
  openFrame,
  type Registry,
  type Running,
  systemClock,
} from '@isochron/service';
import { ContributionCache, datasetsTable, featuresTable } from '@isochron/serving';
import { createVectorLog, openFileSink, type VectorLog } from '@isochron/vector-log';
import { FetcherApi } from './api.ts';
import type { FetcherConfig } from './config.ts';
import { createExternalSources } from './external/index.ts';
import { addToRpc } from './grpc.ts';
import { addToHttp } from './http/routes.ts';
import { InFlight } from './in-flight.ts';
import { createFetchMetrics } from './metrics.ts';
import { Reloading } from './served/reloading.ts';
import { datasetNamesIn } from './served/served-object.ts';
import { ServedSets } from './served/served-sets.ts';

export { stop as stopFetcher } from '@isochron/service';
export { type FetcherConfig, readFetcherConfig } from './config.ts';

const VERSION = '0.1.0';
const ABOUT = {
  title: 'Isochron fetcher',
  version: VERSION,
  description: 'Vectors of Joins and GroupBys, as they are at an instant.',
};

export interface StartedFetcher extends Running {
  readonly grpcPort: number;
  readonly httpPort: number;
  /** What is served. */
  readonly sets: ServedSets;
}

/**
 * The service, listening, once it serves what is published. Its caller stops it with `stop` of `@isochron/service`, as `run` does. `openStore`: default the embedded
 * store under `home`.
 */
export async function startFetcher(
  config: FetcherConfig,
  openStore: (home: string) => Promise<KeyValueStore> = (home) => openLmdbStore({ home }),
): Promise<StartedFetcher> {
  const { home, host, limits, drain, cache, refreshMs } = config;
  const { prefix, ...address } = config.set;
  const frame = await openFrame({ service: 'fetcher', version: VERSION, config });
  const { logger, registry } = frame;
  const store = await openStore(home);
  // Before the first upload there is nothing in them.
  for (const table of [datasetsTable, featuresTable]) await store.ensureTable(table);
  const metadata = await openMetadataStore(store);
  const contributions = cache.bytesMax === 0 ? null : new ContributionCache(cache.bytesMax);
  const sets = new ServedSets({
    store,
    metadata,
    address,
    datasets: datasetNamesIn({ prefix }),
    cache: contributions,
    clock: systemClock,
    logger,
  });
  const reloading = new Reloading(sets, { metadata, address, refreshMs, logger });
  await reloading.start();
  const externals = createExternalSources(config.external, { clock: systemClock, registry });
  const metrics = createFetchMetrics(registry, { sets, cache: contributions, featuresMax: config.countedFeaturesMax });
  const inFlight = new InFlight(limits);
  const vectorLog = await openVectorLog(config, registry, logger);
  const api = new FetcherApi({
    access: frame.access,
    sets,
    inFlight,
    externals,
    metrics,
    vectorLog,
    limits,
    clock: systemClock,
  });
  const health = createHealth({
    checks: { served: async () => checkServed(sets), store: () => metadata.probe() },
    clock: systemClock,
  });
  const rpc = createRpcServer({
    ...frame.guarded,
    port: config.grpc.port,
    requestBytesMax: limits.requestBytesMax,
    isReady: async () => (await health.readiness()).isReady,
  });
  addToRpc(rpc, api);
  const http = await createHttpServer({
    ...frame.guarded,
    ...frame.guardedHttp,
    port: config.http.port,
    bodyBytesMax: limits.requestBytesMax,
    health,
    about: ABOUT,
  });
  addToHttp(http, api);
  const [grpcPort, httpPort] = [await rpc.listen(), await http.listen()];
  logListening(logger, { grpcPort, httpPort, host, home, ...address });
  return {
    logger,
    health,
    servers: [rpc, http],
    drainDelayMs: drain.delayMs,
    drainTimeoutMs: drain.timeoutMs,
    grpcPort,
    httpPort,
    sets,
    close: async () => {
      await reloading.stop();
      await externals.close();
      await vectorLog?.close();
      await store.close();
      await frame.close();
    },
  };
}

async function openVectorLog(
  { home, vectorLog }: FetcherConfig,
  registry: Registry,
  logger: Logger,
): Promise<VectorLog | null> {
  if (!vectorLog.isOn) return null;
  const config = { ...vectorLog, folder: vectorLog.folder ?? join(home, 'vectors') };
  const instance = `${HOST}.${process.pid}`;
  const sink = await openFileSink({ config, instance, isRunning, clock: systemClock, registry, logger });
  return createVectorLog(sink, { registry, logger });
}

const HOST = hostname().replaceAll(/[^\w.-]/g, '_');

/** Of other machines nothing is known. */
function isRunning(instance: string): boolean {
  const pid = Number(instance.slice(HOST.length + 1));
  if (!instance.startsWith(`${HOST}.`) || !Number.isSafeInteger(pid)) return true;
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    // A process of somebody else is one as well.
    return !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH');
  }
}

const logListening = (logger: Logger, fields: object): void => logger.info(fields, 'listening');

/**
 * A fetcher that nobody published for is no use to who asks; one that has lost sight of the store answers nothing either. One that serves some of what is published
 * is ready, and says how many it does not; it says no names, for readiness is told to anybody.
 */
function checkServed({ current, damaged, ageMs }: ServedSets): string | null {
  if (current.version === 0) throw new IsochronError('UNAVAILABLE', 'No set is published yet.');
  const { entries } = current;
  if (!entries.some(({ served }) => served !== null) && entries.length > 0)
    throw new IsochronError('UNAVAILABLE', `None of ${entries.length} published objects can be served yet.`);
  if (ageMs > AGE_MAX_MS)
    throw new IsochronError('UNAVAILABLE', `The store was last read ${Math.round(ageMs)} ms ago.`);
  const faults = entries.filter(({ fault }) => fault !== null).length;
  if (faults === 0) return null;
  return `${faults} of ${entries.length} published objects are not served as they are published; the stored definitions of ${damaged} are damaged.`;
}

const AGE_MAX_MS = 45_000;
