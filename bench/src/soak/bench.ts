import { setTimeout as pause } from 'node:timers/promises';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { FetchResponse } from '@isochron/rpc/fetcher';
import { checkedAnswer } from '../fetch/answers.ts';
import { freshHome } from '../fetch/homes.ts';
import { askOnce, fetchJob, startFetcherServer } from '../fetch/wire.ts';
import type { Job } from '../load/job.ts';
import { type LoadClient, startLoadClient } from '../load/load-client.ts';
import type { Usage } from '../load/server.ts';
import type { BenchOptions } from '../main.ts';
import { rounded, table, whole } from '../sketches/table.ts';
import { type Changes, keepChanging } from './changing.ts';
import { slope } from './slope.ts';

/** Stages before the slope is taken: code is compiled, pools and the cache are filled. */
const WARM_STAGES = 3;
const STAGES = WARM_STAGES + 10;
/** So little that the first generations fill it: a cache that fills is no memory that grows without end, and looks like it. */
const CACHE_BYTES = 2 ** 20;
const SLOPE_MIB_MAX = 1;

interface Stage {
  readonly requests: number;
  readonly errors: number;
  readonly firstError: string | null;
  readonly usage: Usage;
}

/**
 * 1,000,000 requests after warm-up, half of them over gRPC and half over HTTP, while generations switch and new versions of the Join are published: none may fail, and what the service
 * holds once garbage is collected may not grow with them. It ends with an error where it does; `--quick` is too short to tell growth from noise, and looks at failures alone.
 */
export async function soakBench({ quick }: BenchOptions): Promise<void> {
  const requests = quick ? 2_000 : 100_000;
  const { home, numbers, batchEndMs, atMs } = await freshHome('soak', 500);
  const server = await startFetcherServer(home, { cacheBytes: CACHE_BYTES });
  const client = await startLoadClient();
  const store = await openLmdbStore({ home });
  const stopping = new AbortController();
  try {
    const asked = { rows: 1, requests: 2_000, atMs, concurrency: 8, durationMs: Number.MAX_SAFE_INTEGER };
    const [grpc, http] = [fetchJob(server, numbers, 'grpc', asked), fetchJob(server, numbers, 'http', asked)];
    checkedAnswer(await askOnce(client, grpc), numbers, 1);
    const everyMs = quick ? 300 : 3_000;
    const changing = keepChanging(store, numbers, { batchEndMs, atMs }, { everyMs, signal: stopping.signal });
    const stages: Stage[] = [];
    for (let at = 0; at < STAGES; at++)
      stages.push(await stage(client, server, { ...(at % 2 === 0 ? grpc : http), requestsMax: requests }));
    stopping.abort();
    const changes = await changing;
    await arrives(client, grpc, changes);
    judge(stages, changes, quick);
  } finally {
    stopping.abort();
    await client.stop();
    await server.stop();
    await store.close();
  }
}

async function stage(client: LoadClient, server: { settledUsage(): Promise<Usage> }, job: Job): Promise<Stage> {
  const { requests, errors, firstError } = await client.run(job);
  return { requests, errors, firstError, usage: await server.settledUsage() };
}

const ARRIVING_MS_MAX = 30_000;

/** Waits until an answer is of the last version and the last generation: proof that the service took them while it worked. */
async function arrives(client: LoadClient, job: Job, { says, generation }: Changes): Promise<void> {
  const until = performance.now() + ARRIVING_MS_MAX;
  for (;;) {
    const { strings, parts } = FetchResponse.decode(await askOnce(client, job));
    const isLast = strings?.values.at(-1) === says && parts.every((part) => part.generation === generation);
    if (isLast) return;
    if (performance.now() > until)
      throw new Error(`the service still answers "${strings?.values.at(-1)}" where "${says}" was published`);
    await pause(100);
  }
}

function judge(stages: readonly Stage[], { generations, versions }: Changes, quick: boolean): void {
  const total = stages.reduce((sum, { requests }) => sum + requests, 0);
  const errors = stages.reduce((sum, stage) => sum + stage.errors, 0);
  let sent = 0;
  const points = stages.map(({ requests, usage }) => {
    sent += requests;
    return {
      sent,
      heapMib: usage.heapBytes / 2 ** 20,
      rssMib: usage.anonymousBytes / 2 ** 20,
      allMib: usage.rssBytes / 2 ** 20,
    };
  });
  const rows = points.map(({ sent: at, heapMib, rssMib, allMib }) => [
    whole(at),
    heapMib.toFixed(1),
    rssMib.toFixed(1),
    allMib.toFixed(0),
  ]);
  say(table(['requests', 'heap, MiB', 'RSS without pages of files, MiB', 'RSS, MiB'], rows));
  const warm = points.slice(WARM_STAGES);
  const xs = warm.map((point) => point.sent / 100_000);
  const [heap, rss] = [
    slope(
      xs,
      warm.map(({ heapMib }) => heapMib),
    ),
    slope(
      xs,
      warm.map(({ rssMib }) => rssMib),
    ),
  ];
  say(
    `\nsoak: ${whole(total)} requests, ${errors} failed, ${generations} generations and ${versions} versions switched; a 100,000 requests after warm-up add ${rounded(heap)} MiB of heap, ${rounded(rss)} MiB of RSS (goal: under ${SLOPE_MIB_MAX})`,
  );
  if (errors > 0)
    throw new Error(`${errors} requests failed: ${stages.find(({ firstError }) => firstError)?.firstError}`);
  if (!quick && (heap >= SLOPE_MIB_MAX || rss >= SLOPE_MIB_MAX)) throw new Error('memory grows with requests');
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
