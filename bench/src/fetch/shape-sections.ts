import { thriftName } from '@isochron/compiler';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { doubleType } from '@isochron/schema';
import { type LoadClient, startLoadClient } from '../load/load-client.ts';
import { measure, medianOf } from '../load/measure.ts';
import type { BenchOptions } from '../main.ts';
import { rounded, table, whole } from '../sketches/table.ts';
import { SET } from './data-set.ts';
import type { BenchJoin } from './definitions.ts';
import { shapesHome, smallHome } from './homes.ts';
import { publishJoins } from './publish-joins.ts';
import {
  type Cell,
  cellsTable,
  fetchJob,
  measureCell,
  startFetcherServer,
  startFloorServer,
  WARMING_REQUESTS,
  warmUp,
} from './wire.ts';

/** A Join of 1,000 features, and one whose keys have 365 daily hops. */
export async function shapeSection({ quick, runs }: BenchOptions): Promise<void> {
  const { home, atMs, wide, year } = await shapesHome();
  const server = await startFetcherServer(home);
  const floor = await startFloorServer();
  const client = await startLoadClient();
  try {
    const options = { turns: Math.min(runs, 3), durationMs: quick ? 200 : 1_500, atMs };
    const contenders = { client, server, floor };
    for (const join of [wide, year]) {
      await warmUp(contenders, join, 'grpc', { atMs, requestsMax: quick ? 1_000 : WARMING_REQUESTS });
      const cells: Cell[] = [];
      for (const concurrency of [1, 8])
        cells.push(await measureCell(contenders, join, { protocol: 'grpc', rows: 1, concurrency }, options));
      const { heapBytes, peakRssBytes } = await server.settledUsage();
      process.stdout.write(
        `${join.name}, ${join.plan.outputs.length} features\n\n${cellsTable(cells)}\n\nheap ${mib(heapBytes)} MiB, peak RSS ${mib(peakRssBytes)} MiB\n\n`,
      );
    }
  } finally {
    await client.stop();
    await Promise.all([server.stop(), floor.stop()]);
  }
}

/**
 * The same Join asked where it is the only one, and where thousands are registered that differ by their names alone; then these asked in turns, and thousands of
 * which each derives a column that no other has.
 */
export async function joinsSection({ quick, runs }: BenchOptions): Promise<void> {
  const joins = quick ? 200 : 10_000;
  const { home, atMs, numbers } = await smallHome(`fetch-joins-${joins}`, 2_000);
  const many = Array.from({ length: joins }, (_, at) => renamed(numbers, `many.join${at}`));
  const own = Array.from({ length: joins }, (_, at) => derivingOwn(renamed(numbers, `own.join${at}`), at));
  const store = await openLmdbStore({ home });
  await publishJoins(store, { ...SET, environment: 'many' }, many);
  await publishJoins(store, { ...SET, environment: 'own' }, own);
  await store.close();
  const options = { turns: Math.min(runs, 3), durationMs: quick ? 200 : 1_500, atMs };
  const client = await startLoadClient();
  try {
    const rows = [
      ...(await registered(
        client,
        { home, environment: SET.environment, joins: [numbers], asked: [numbers] },
        options,
      )),
      ...(await registered(client, { home, environment: 'many', joins: many, asked: many.slice(0, 1) }, options)),
      ...(await registered(client, { home, environment: 'many', joins: many, asked: many }, options)),
      ...(await registered(client, { home, environment: 'own', joins: own, asked: own }, options)),
    ];
    process.stdout.write(
      `${table(['registered', 'asked', 'c', 'CPU, us', 'p50, ms', 'p99', 'ready after, s', 'heap, MiB', 'RSS without pages of the store, MiB'], rows)}\n`,
    );
  } finally {
    await client.stop();
  }
}

const renamed = (join: BenchJoin, name: string): BenchJoin => {
  const full = `bench/${name}__1`;
  return {
    ...join,
    name: full,
    thrift: { ...join.thrift, metaData: { ...join.thrift.metaData, name: thriftName(full) } },
  };
};

/** With a column that no other number has, neither by its name nor by its code. */
const derivingOwn = (join: BenchJoin, number: number): BenchJoin => {
  const own = { name: `own_${number}`, expression: `user_amount_sum_7d * ${number} + user_amount_sum_1d` };
  const { thrift, plan } = join;
  return {
    ...join,
    thrift: { ...thrift, derivations: [...(thrift.derivations ?? []), own] },
    plan: { ...plan, outputs: [...plan.outputs, { name: own.name, type: doubleType }] },
  };
};

interface Registered {
  readonly home: string;
  readonly environment: string;
  readonly joins: readonly BenchJoin[];
  readonly asked: readonly BenchJoin[];
}

async function registered(
  client: LoadClient,
  { home, environment, joins, asked }: Registered,
  { turns, durationMs, atMs }: { readonly turns: number; readonly durationMs: number; readonly atMs: number },
): Promise<string[][]> {
  const started = performance.now();
  const server = await startFetcherServer(home, { environment });
  const readyMs = performance.now() - started;
  try {
    const rows: string[][] = [];
    for (const concurrency of [1, 8]) {
      const jobs = asked.map((join) =>
        fetchJob(server, join, 'grpc', {
          rows: 1,
          requests: asked.length === 1 ? 2_000 : 1,
          atMs,
          concurrency,
          durationMs,
        }),
      );
      const [first] = jobs;
      if (first === undefined) throw new Error('nothing is asked');
      const job = { ...first, bodies: jobs.flatMap(({ bodies }) => bodies) };
      // Each Join is compiled when it is first asked.
      await client.run({ ...job, concurrency: 8, durationMs: 120_000, requestsMax: job.bodies.length });
      const measured = [];
      for (let turn = 0; turn < turns; turn++) measured.push(await measure(client, server, job));
      const { serverMicros, p50Ms, p99Ms, errors, firstError } = medianOf(measured);
      if (errors > 0) throw new Error(`${errors} requests failed: ${firstError}`);
      const { heapBytes, anonymousBytes } = await server.settledUsage();
      rows.push([
        environment === 'own' ? `${whole(joins.length)}, each with a column of its own` : whole(joins.length),
        whole(asked.length),
        String(concurrency),
        whole(serverMicros),
        rounded(p50Ms),
        rounded(p99Ms),
        rounded(readyMs / 1000),
        mib(heapBytes),
        mib(anonymousBytes),
      ]);
    }
    return rows;
  } finally {
    await server.stop();
  }
}

const mib = (bytes: number): string => whole(Math.round(bytes / 2 ** 20));
