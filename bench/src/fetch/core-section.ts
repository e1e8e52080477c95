import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { createRegistry, observeStore, systemClock } from '@isochron/service';
import {
  ContributionCache,
  type FetchRequest,
  featuresTable,
  JoinReader,
  PartReaders,
  readPlanOf,
  valueColumns,
} from '@isochron/serving';
import { median } from '../contender.ts';
import type { BenchOptions } from '../main.ts';
import { table } from '../sketches/table.ts';
import { CoreJoin } from './core-join.ts';
import { benchHome } from './homes.ts';

/** The core of the fetcher in this process: microseconds of CPU a request of one row, by stage, beside the read of the store alone. */
export async function coreSection({ quick, runs }: BenchOptions): Promise<void> {
  const { home, numbers, mixed, ...instants } = await benchHome(quick);
  const store = await openLmdbStore({ home });
  try {
    for (const join of [numbers, mixed]) {
      const core = new CoreJoin(store, join, instants);
      await core.generations.refresh();
      say(`### ${join.name}: ${join.keys} keys, ${join.templates} different\n`);
      await measureStages(store, core, runs);
      // After all else of the same Join, whose figures their memory would raise.
      if (join === numbers && !quick) await measureJoins(store, core, runs);
    }
  } finally {
    await store.close();
  }
}

type Run = (at: number) => unknown;

interface Contender {
  readonly name: string;
  readonly run: Run;
  /** Of a request. */
  readonly rows: number;
}

async function measureStages(store: KeyValueStore, core: CoreJoin, runs: number): Promise<void> {
  const cache = new ContributionCache(64 << 20);
  const stages = await core.stages();
  const observed = observeStore(store, createRegistry(), systemClock);
  const one = (name: string, run: Run): Contender => ({ name, run, rows: 1 });
  const contenders: readonly Contender[] = [
    one('store read alone', storeReader(store, core)),
    one('keys to row keys', (at) => core.storeKeys(requestAt(core.requests, at))),
    one('decode batch halves', stages.decode),
    one('decode and merge batch halves', stages.batch),
    one('decode and merge rows of tiles (no batch half)', stages.tiles),
    one('finalize (nothing found)', stages.finish),
    one('whole row, no cache', fetcher(store, core, null, core.requests)),
    one('whole row, no cache, the store observed', fetcher(observed, core, null, core.requests)),
    one('whole row, cached', fetcher(store, core, cache, core.requests)),
    { name: 'a row of 100 rows, no cache', run: fetcher(store, core, null, core.batches), rows: 100 },
  ];
  say(`Of one row batch halves have ${stages.bytes.batch} bytes, tiles ${stages.bytes.tiles}.\n`);
  say(await measured(contenders, runs));
  const { hits, misses, bytes } = cache.figures();
  say(`cache: ${((100 * hits) / (hits + misses)).toFixed(1)} % hits, ${bytes} bytes\n`);
}

function storeReader(store: KeyValueStore, core: CoreJoin): Run {
  const lists = core.requests.map((request) => core.storeKeys(request));
  return (at) => {
    const request = { keys: lists[at % lists.length] ?? [], columns: valueColumns, freshness: 'latest' } as const;
    return store.read(featuresTable.name, request, () => undefined);
  };
}

function fetcher(
  store: KeyValueStore,
  { plan, generations }: CoreJoin,
  cache: ContributionCache | null,
  requests: readonly FetchRequest[],
): Run {
  const reader = new JoinReader(plan, { store, generations, cache });
  return async (at) => (await reader.fetch(requestAt(requests, at))).release();
}

/** They take turns, so that what else the machine does is spread over all. */
async function measured(contenders: readonly Contender[], runs: number): Promise<string> {
  const times = ({ rows }: Contender): number => (rows === 1 ? 10_000 : 50);
  const micros = contenders.map((): number[] => []);
  for (const each of contenders) await timed(each.run, times(each));
  for (let turn = 0; turn < runs; turn++) {
    for (const [index, each] of contenders.entries())
      micros[index]?.push((await timed(each.run, times(each))) / each.rows);
  }
  const rows = contenders.map(({ name }, at) => {
    const own = micros[at] ?? [];
    return [name, median(own).toFixed(2), Math.min(...own).toFixed(2)];
  });
  return table(['us of CPU a request', 'median', 'least'], rows);
}

const JOINS = 10_000;

/** Joins of the same GroupBys, each compiled by itself: what they take, and what asking many in turns costs. */
async function measureJoins(store: KeyValueStore, core: CoreJoin, runs: number): Promise<void> {
  const joins = manyJoins(store, core);
  const fetchOf = (count: number): Run => {
    return async (at) => {
      const reader = joins[at % count] as JoinReader;
      (await reader.fetch(requestAt(core.requests, at))).release();
    };
  };
  const before = bytesHeld();
  await timed(fetchOf(JOINS), JOINS);
  say(`A fetch of each adds ${kib((bytesHeld() - before) / JOINS)} KiB.\n`);
  const contenders = [1, 100, JOINS].map((count) => ({
    ...{ name: `whole row, no cache, of ${count} Joins in turns`, run: fetchOf(count), rows: 1 },
  }));
  say(await measured(contenders, runs));
}

function manyJoins(store: KeyValueStore, { served, options, generations }: CoreJoin): readonly JoinReader[] {
  const readers = new PartReaders();
  const before = bytesHeld();
  const started = process.cpuUsage();
  const joins = Array.from({ length: JOINS }, (_, number) => {
    const plan = readPlanOf({ ...served, name: `${served.name}_${number}` }, { ...options, readers });
    return new JoinReader(plan, { store, generations, cache: null });
  });
  const { user, system } = process.cpuUsage(started);
  const bytes = (bytesHeld() - before) / JOINS;
  say(`${JOINS} Joins compiled: ${((user + system) / JOINS / 1_000).toFixed(2)} ms and ${kib(bytes)} KiB each.\n`);
  return joins;
}

function bytesHeld(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const kib = (bytes: number): string => (bytes / 1_024).toFixed(1);

const requestAt = (requests: readonly FetchRequest[], at: number): FetchRequest =>
  requests[at % requests.length] as FetchRequest;

async function timed(run: Run, times: number): Promise<number> {
  const started = process.cpuUsage();
  for (let at = 0; at < times; at++) {
    const running = run(at);
    if (running instanceof Promise) await running;
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / times;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
