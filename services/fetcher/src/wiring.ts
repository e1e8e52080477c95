import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { createHealth, openFrame, opening, type Running, systemClock } from '@isochron/service';
import type { FetcherConfig } from './config.ts';
import { openCore } from './core.ts';
import { addToRpc } from './grpc.ts';
import { addToHttp } from './http/routes.ts';
import { type OpenedFetcher, openInProcess } from './in-process.ts';
import type { ServedSets } from './served/served-sets.ts';

export { stop as stopFetcher } from '@isochron/service';
export { type FetcherConfig, readFetcherConfig } from './config.ts';
export type { OpenedFetcher } from './in-process.ts';

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
export const startFetcher = (config: FetcherConfig, openStore = openEmbedded): Promise<StartedFetcher> =>
  opening(async (opened) => {
    const { home, host, drain } = config;
    const { prefix: _, ...address } = config.set;
    const frame = opened.add(await openFrame({ service: 'fetcher', version: VERSION, config }));
    const { logger, registry, access } = frame;
    const core = opened.add(await openCore(config, { store: await openStore(home), logger, registry, access }));
    const health = createHealth({ checks: core.checks, clock: systemClock, logger });
    const { rpc, http, listen } = await frame.createServers({
      grpcPort: config.grpc.port,
      httpPort: config.http.port,
      requestBytesMax: config.limits.requestBytesMax,
      health,
      about: ABOUT,
    });
    addToRpc(rpc, core.api);
    addToHttp(http, core.api);
    const ports = await listen();
    logger.info({ ...ports, host, home, ...address }, 'listening');
    const drains = { drainDelayMs: drain.delayMs, drainTimeoutMs: drain.timeoutMs };
    return { logger, health, servers: [rpc, http], ...drains, ...ports, sets: core.sets, close: opened.close };
  });

/**
 * The fetcher in the caller's own process, for a model server in TypeScript that wants no network between: no port is opened and nobody is asked who he is. It reads the store that
 * the config names, follows what is published and uploaded, and holds itself to the config's limits; what is said of ports, TLS and tokens has no meaning here. Rejects where
 * the store cannot be read. `close()` it.
 */
export const openFetcher = async (config: FetcherConfig, openStore = openEmbedded): Promise<OpenedFetcher> =>
  openInProcess(config, { store: await openStore(config.home), version: VERSION });

const openEmbedded = (home: string): Promise<KeyValueStore> => openLmdbStore({ home });
