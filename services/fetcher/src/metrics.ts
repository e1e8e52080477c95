import { Counter, Gauge, type Registry } from '@isochron/service';
import type { ContributionCache, Fetched, JoinReader } from '@isochron/serving';
import type { ServedObject } from './served/served-object.ts';
import type { ServedSets } from './served/served-sets.ts';

export interface FetchMetrics {
  readonly fetched: (served: ServedObject, reader: JoinReader, fetched: Fetched) => void;
}

export interface FetchMetricsOptions {
  readonly sets: ServedSets;
  readonly cache: ContributionCache | null;
  /** Values are counted for so many features, those that are asked for first: each is seven time series. */
  readonly featuresMax: number;
}

export function createFetchMetrics(registry: Registry, options: FetchMetricsOptions): FetchMetrics {
  const registers = [registry];
  const rows = countRows(registers);
  const counts = new StatusCounts(options.featuresMax);
  countValues(counts, registers);
  watchCache(options.cache, registers);
  watchSets(options.sets, registers);
  return {
    fetched: (served, reader, fetched) => {
      rows.answered += fetched.rows;
      counts.add(served, reader, fetched);
    },
  };
}

/** Counted here and told when somebody asks. */
function countRows(registers: Registry[]): { answered: number } {
  const rows = { answered: 0 };
  new Counter({
    name: 'isochron_fetch_rows_total',
    help: 'Rows that were answered.',
    registers,
    collect() {
      this.reset();
      this.inc(rows.answered);
    },
  });
  return rows;
}

const STATUSES = ['unspecified', 'present', 'null', 'approximate', 'stale', 'not_found', 'error'] as const;

/** How often each feature had each status, whichever reader it was fetched by. */
class StatusCounts {
  /** By object and feature. */
  readonly features = new Map<string, Map<string, Float64Array>>();
  readonly #ofReader = new WeakMap<JoinReader, readonly Float64Array[]>();
  readonly #featuresMax: number;
  #size = 0;

  constructor(featuresMax: number) {
    this.#featuresMax = featuresMax;
  }

  add({ name }: ServedObject, reader: JoinReader, { rows, statuses, outputs }: Fetched): void {
    const counts = this.#ofReader.get(reader) ?? this.#begin(name, reader);
    const width = outputs.length;
    for (let at = 0; at < counts.length; at++) {
      const own = counts[at] as Float64Array;
      for (let row = 0; row < rows; row++) {
        const status = statuses[row * width + at] as number;
        own[status] = (own[status] as number) + 1;
      }
    }
  }

  /** One a feature, or none where there are too many. */
  #begin(name: string, reader: JoinReader): readonly Float64Array[] {
    const known = this.features.get(name) ?? new Map<string, Float64Array>();
    const outputs = reader.plan.outputs.map(({ field }) => field.name);
    const fresh = outputs.filter((feature) => !known.has(feature));
    const isCounted = this.#size + fresh.length <= this.#featuresMax;
    if (isCounted) {
      this.#size += fresh.length;
      for (const feature of fresh) known.set(feature, new Float64Array(STATUSES.length));
      this.features.set(name, known);
    }
    const counts = isCounted ? outputs.flatMap((feature) => known.get(feature) ?? []) : [];
    this.#ofReader.set(reader, counts);
    return counts;
  }
}

function countValues(counts: StatusCounts, registers: Registry[]): void {
  new Counter({
    name: 'isochron_feature_values_total',
    help: 'Values that were served, by feature and status: the share of status null is the null rate.',
    labelNames: ['object', 'feature', 'status'],
    registers,
    collect() {
      this.reset();
      for (const [object, features] of counts.features) {
        for (const [feature, own] of features) {
          for (const [at, status] of STATUSES.entries()) {
            if ((own[at] ?? 0) > 0) this.inc({ object, feature, status }, own[at]);
          }
        }
      }
    },
  });
}

function watchCache(cache: ContributionCache | null, registers: Registry[]): void {
  if (cache === null) return;
  new Counter({
    name: 'isochron_contribution_cache_reads_total',
    help: 'Reads of what batch halves contribute, by whether it was kept: the share of hit is the hit ratio.',
    labelNames: ['result'],
    registers,
    collect() {
      const { hits, misses } = cache.figures();
      this.reset();
      this.inc({ result: 'hit' }, hits);
      this.inc({ result: 'miss' }, misses);
    },
  });
  new Gauge({
    name: 'isochron_contribution_cache_bytes',
    help: 'What is kept of batch halves takes; at most the setting cache.bytesMax.',
    registers,
    collect() {
      this.set(cache.figures().bytes);
    },
  });
}

function watchSets(sets: ServedSets, registers: Registry[]): void {
  new Gauge({
    name: 'isochron_served_set_version',
    help: 'The version of the published set that is served.',
    registers,
    collect() {
      this.set(sets.current.version);
    },
  });
  new Gauge({
    name: 'isochron_served_objects',
    help: 'Published objects by whether they are served as they are published.',
    labelNames: ['state'],
    registers,
    collect() {
      const { entries } = sets.current;
      const current = entries.filter(({ fault }) => fault === null).length;
      const before = entries.filter(({ fault, served }) => fault !== null && served !== null).length;
      this.set({ state: 'current' }, current);
      this.set({ state: 'as_before' }, before);
      this.set({ state: 'not_served' }, entries.length - current - before);
    },
  });
  new Gauge({
    name: 'isochron_damaged_definitions',
    help: 'Published definitions whose text in the store is missing or not what its hash says.',
    registers,
    collect() {
      this.set(sets.damaged);
    },
  });
  new Gauge({
    name: 'isochron_served_state_age_seconds',
    help: 'How long ago it was read from the store what is uploaded.',
    registers,
    collect() {
      this.set(sets.ageMs / 1000);
    },
  });
  new Gauge({
    name: 'isochron_dataset_batch_end_seconds',
    help: 'The batch end of the generation in force, in seconds since the epoch: how old the batch halves are.',
    labelNames: ['dataset'],
    registers,
    collect() {
      this.reset();
      for (const { dataset, batchEndMs } of sets.generations()) this.set({ dataset }, batchEndMs / 1000);
    },
  });
}
