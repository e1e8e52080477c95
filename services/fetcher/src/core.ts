import { hostname } from 'node:os';
import { join } from 'node:path';
import type { KeyValueStore } from '@isochron/kv';
import { openMetadataStore } from '@isochron/metadata';
import { IsochronError } from '@isochron/schema';
import {
  type AccessPolicy,
  type HealthCheck,
  type Logger,
  type Opened,
  observeStore,
  opening,
  type Registry,
  systemClock,
} from '@isochron/service';
import { ContributionCache, datasetsTable, featuresTable } from '@isochron/serving';
import { createVectorLog, openFileSink, type VectorLog } from '@isochron/vector-log';
import { FetcherApi } from './api.ts';
import type { FetcherConfig } from './config.ts';
import { createExternalSources } from './external/index.ts';
import { InFlight } from './in-flight.ts';
import { createFetchMetrics } from './metrics.ts';
import { Reloading } from './served/reloading.ts';
import { datasetNamesIn } from './served/served-object.ts';
import { ServedSets } from './served/served-sets.ts';

/** The fetcher but for those who ask it: what it serves, kept current, and how it is fetched. */
export interface FetcherCore {
  readonly api: FetcherApi;
  readonly sets: ServedSets;
  readonly checks: { readonly served: HealthCheck; readonly store: HealthCheck };
  /** After the last request. */
  close(): Promise<void>;
}

export interface CoreSurroundings {
  /** The core's to close. */
  readonly store: KeyValueStore;
  readonly logger: Logger;
  readonly registry: Registry;
  readonly access: AccessPolicy;
}

/** Resolves once it serves what is published. Where that fails, what was opened for it is closed, the store among it. */
export const openCore = (config: FetcherConfig, surroundings: CoreSurroundings): Promise<FetcherCore> =>
  opening(async (opened) => {
    opened.add(surroundings.store);
    return { ...(await openParts(config, surroundings, opened)), close: opened.close };
  });

async function openParts(
  config: FetcherConfig,
  { store: unobserved, logger, registry, access }: CoreSurroundings,
  opened: Opened,
): Promise<Omit<FetcherCore, 'close'>> {
  const store = observeStore(unobserved, registry, systemClock);
  const { limits, cache, refreshMs } = config;
  const { prefix, ...address } = config.set;
  // Before the first upload there is nothing in them.
  for (const table of [datasetsTable, featuresTable]) await store.ensureTable(table);
  const metadata = await openMetadataStore(store);
  const contributions = cache.bytesMax === 0 ? null : new ContributionCache(cache.bytesMax);
  const clock = systemClock;
  const datasets = datasetNamesIn({ prefix });
  const sets = new ServedSets({ store, metadata, address, datasets, cache: contributions, clock, logger });
  const reloading = new Reloading(sets, { metadata, address, refreshMs, logger });
  opened.add({ close: () => reloading.stop() });
  await reloading.start();
  const externals = createExternalSources(config.external, { clock, registry });
  opened.add(externals);
  const metrics = createFetchMetrics(registry, { sets, cache: contributions, featuresMax: config.countedFeaturesMax });
  const inFlight = new InFlight(limits, () => clock.elapsedMs());
  const vectorLog = await openVectorLog(config, registry, logger);
  if (vectorLog !== null) opened.add(vectorLog);
  return {
    api: new FetcherApi({ access, sets, inFlight, externals, metrics, vectorLog, limits, clock }),
    sets,
    checks: { served: async () => checkServed(sets), store: () => metadata.probe() },
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
