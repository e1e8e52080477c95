import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { LambdaColumns } from '@isochron/aggregation';
import { keyCodecOf } from '@isochron/avro';
import { bytesOfText, type KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { longType, stringType, type Vector, vectorOf } from '@isochron/schema';
import {
  BatchHalfDecoder,
  batchPrefixOf,
  ContributionCache,
  Cursor,
  featuresTable,
  type Generations,
  JoinReader,
  type JoinReaderOptions,
  PartReaders,
  type ReadOptions,
  type ReadPlan,
  readPlanOf,
  rowKeyOf,
  tileSchemaOf,
  tilesPrefixOf,
  valueColumns,
} from '@isochron/serving';
import { median } from '../contender.ts';
import type { BenchOptions } from '../main.ts';
import { table } from '../sketches/table.ts';
import { atMs, batchEndMs, bytesOfKey, features, join, keyOf, valueSchema } from './served-join.ts';

const TEMPLATES = 200;
const ROWS_PER_CALL = 5_000;

/** The core of the fetcher in this process: microseconds of CPU a request of one row, by stage, beside the read of the store alone. */
export async function coreSection({ quick, runs }: BenchOptions): Promise<void> {
  const keys = quick ? 5_000 : 100_000;
  const home = await mkdtemp(pathOf(tmpdir(), 'isochron-bench-'));
  const store = await openLmdbStore({ home });
  try {
    const templates = Array.from({ length: TEMPLATES }, (_, seed) => bytesOfKey(seed));
    const [first] = templates;
    say(
      `${cpus().length} cores, Node ${process.versions.node}; ${keys} keys, ${TEMPLATES} different; batch half ${first?.batch.length} bytes, tiles ${first?.tiles.length} bytes\n`,
    );
    await load(store, keys, templates);
    await measureAll(store, keys, templates, runs);
  } finally {
    await store.close();
    await rm(home, { recursive: true, force: true });
  }
}

type Templates = ReturnType<typeof bytesOfKey>[];

const batchPrefixes = join.parts.map(({ name }) => batchPrefixOf(`${name}_BATCH`, 1));
const tilesPrefixes = join.parts.map(({ name }) => tilesPrefixOf(`${name}_STREAMING`, 0));

async function load(store: KeyValueStore, keys: number, templates: Templates): Promise<void> {
  await store.ensureTable(featuresTable);
  for (const [part, { groupBy }] of join.parts.entries()) {
    const codec = keyCodecOf(groupBy.keys);
    const name = groupBy.keys[0]?.name ?? '';
    for (let from = 0; from < keys; from += ROWS_PER_CALL) {
      const numbers = Array.from({ length: Math.min(ROWS_PER_CALL, keys - from) }, (_, at) => from + at);
      const rows = numbers.flatMap((number) => {
        const bytes = codec.encode({ [name]: keyOf(part, number) });
        const { batch, tiles } = templates[number % TEMPLATES] as Templates[number];
        return [
          { key: rowKeyOf(batchPrefixes[part] as Uint8Array, bytes), mutations: [put(batch)] },
          { key: rowKeyOf(tilesPrefixes[part] as Uint8Array, bytes), mutations: [put(tiles)] },
        ];
      });
      await store.mutate(featuresTable.name, rows);
    }
  }
}

const put = (value: Uint8Array) =>
  ({ kind: 'replace', family: 'value', qualifier: bytesOfText('v'), timestampMs: 0, value }) as const;

const generations: Generations = {
  at: (dataset) => ({
    ...{ dataset, id: 1, batchEndMs, servingInfoHash: 'bench', valueSchema, columns: null },
    prefix: batchPrefixes[join.parts.findIndex(({ name }) => dataset === `${name}_BATCH`)] as Uint8Array,
  }),
};

const readOptions: ReadOptions = {
  datasetOf: ({ name }) => `${name}_BATCH`,
  tilesOf: ({ name }) => ({ prefix: tilesPrefixOf(`${name}_STREAMING`, 0), schemas: [tileSchemaOf(features)] }),
};

async function measureAll(store: KeyValueStore, keys: number, templates: Templates, runs: number): Promise<void> {
  const served = join.parts.map(({ name }) => generations.at(`${name}_BATCH`, atMs));
  const known: Generations = {
    at: (dataset) => served.find((each) => each.dataset === dataset) ?? generations.at(dataset, atMs),
  };
  const plan = readPlanOf(join, readOptions);
  const requests = Array.from({ length: Math.min(keys, 4_000) }, (_, at) => requestOf((at * 7919) % keys));
  const batches = Array.from({ length: 20 }, (_, at) => requestOf(at * 100, 100));
  const keyLists = requests.map(({ columns }) => storeKeys(plan, columns));
  const fetchOf = (cache: ContributionCache | null) => {
    const reader = new JoinReader(plan, { store, generations: known, cache });
    return async (at: number) => (await reader.fetch(requests[at % requests.length] as Request)).release();
  };
  const cache = new ContributionCache(64 << 20);
  const many = new JoinReader(plan, { store, generations: known, cache: null });
  const read = (both: boolean) => (at: number) => {
    const list = keyLists[at % keyLists.length] as StoreKeys;
    const request = {
      keys: both ? [...list.batch, ...list.tiles] : list.batch,
      columns: valueColumns,
      freshness: 'latest',
    } as const;
    return store.read(featuresTable.name, request, () => undefined);
  };
  const stages = stagesOf(plan, served, templates);
  const contenders: readonly (readonly [string, (at: number) => unknown, number])[] = [
    ['store read alone, 5 batch halves', read(false), 1],
    ['store read alone, and 5 rows of tiles', read(true), 1],
    ['keys to row keys', (at) => storeKeys(plan, (requests[at % requests.length] as Request).columns), 1],
    ['decode 5 batch halves', stages.decode, 1],
    ['decode and merge 5 batch halves', stages.batch, 1],
    ['decode and merge 5 rows of tiles (no batch half)', stages.tiles, 1],
    ['finalize 60 (nothing found)', stages.finish, 1],
    ['whole row, no cache', fetchOf(null), 1],
    ['whole row, cached', fetchOf(cache), 1],
    [
      'a row of 100 rows, no cache',
      async (at) => (await many.fetch(batches[at % batches.length] as Request)).release(),
      100,
    ],
  ];
  const micros = contenders.map((): number[] => []);
  for (const [, run, rows] of contenders) await timed(run, rows === 1 ? 10_000 : 100);
  for (let turn = 0; turn < runs; turn++) {
    for (const [index, [, run, rows]] of contenders.entries())
      micros[index]?.push((await timed(run, rows === 1 ? 10_000 : 100)) / rows);
  }
  const { hits, misses, bytes } = cache.figures();
  say(
    table(
      ['us of CPU a request', 'median', 'least'],
      contenders.map(([name], at) => [
        name,
        median(micros[at] ?? []).toFixed(2),
        Math.min(...(micros[at] ?? [])).toFixed(2),
      ]),
    ),
  );
  say(`cache: ${((100 * hits) / (hits + misses)).toFixed(1)} % hits, ${bytes} bytes\n`);
  await measureJoins({ store, generations: known, cache: null }, requests, runs);
}

/** After all else, whose figures their memory would raise. */
async function measureJoins(options: JoinReaderOptions, requests: readonly Request[], runs: number): Promise<void> {
  const joins = manyJoins(runs === 1 ? 1_000 : 10_000, options);
  const fetchOf = (count: number) => async (at: number) => {
    const reader = joins[at % count] as JoinReader;
    (await reader.fetch(requests[at % requests.length] as Request)).release();
  };
  const counts = [1, 100, joins.length];
  const micros = counts.map((): number[] => []);
  for (const count of counts) await timed(fetchOf(count), joins.length);
  for (let turn = 0; turn < runs; turn++) {
    for (const [index, count] of counts.entries()) micros[index]?.push(await timed(fetchOf(count), 10_000));
  }
  const rows = counts.map((count, at) => [
    `whole row, no cache, of ${count} Joins in turns`,
    median(micros[at] ?? []).toFixed(2),
    Math.min(...(micros[at] ?? [])).toFixed(2),
  ]);
  say(table(['us of CPU a request', 'median', 'least'], rows));
}

/** Joins of the same GroupBys, each compiled by itself; says what they take. */
function manyJoins(count: number, options: JoinReaderOptions): readonly JoinReader[] {
  const readers = new PartReaders();
  const before = bytesHeld();
  const started = process.cpuUsage();
  const joins = Array.from({ length: count }, (_, number) => {
    return new JoinReader(readPlanOf({ ...join, name: `bench_${number}` }, { ...readOptions, readers }), options);
  });
  const { user, system } = process.cpuUsage(started);
  const bytes = (bytesHeld() - before) / count;
  say(
    `${count} Joins compiled: ${((user + system) / count / 1_000).toFixed(2)} ms and ${(bytes / 1_024).toFixed(0)} KiB each\n`,
  );
  return joins;
}

function bytesHeld(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

type Request = ReturnType<typeof requestOf>;

function requestOf(first: number, rows = 1) {
  const columns = new Map<string, Vector>(
    join.left.columns.map(({ name }, part) => {
      const values = Array.from({ length: rows }, (_, row) => keyOf(part, first + row));
      return [name, vectorOf(part === 1 ? longType : stringType, values)];
    }),
  );
  return { rows, columns, atMs };
}

interface StoreKeys {
  readonly batch: readonly Uint8Array[];
  readonly tiles: readonly Uint8Array[];
}

function storeKeys(plan: ReadPlan, columns: ReadonlyMap<string, Vector>): StoreKeys {
  const batch: Uint8Array[] = [];
  const tiles: Uint8Array[] = [];
  plan.parts.forEach(({ keys }, part) => {
    const length = keys.encode(keys.columns(columns), 0);
    batch.push(rowKeyOf(batchPrefixes[part] as Uint8Array, keys.bytes, length));
    tiles.push(rowKeyOf(tilesPrefixes[part] as Uint8Array, keys.bytes, length));
  });
  return { batch, tiles };
}

function stagesOf(plan: ReadPlan, served: readonly ReturnType<Generations['at']>[], templates: Templates) {
  const cursor = new Cursor();
  const key = new Uint8Array(1);
  const decoders = join.parts.map(() => new BatchHalfDecoder(new LambdaColumns(features), valueSchema));
  const statuses = new Uint8Array(plan.base.length);
  const vectors = plan.base.map(({ type }) => vectorOf(type, [null]));
  const template = (at: number, part: number) => templates[(at + part) % templates.length] as Templates[number];
  const begin = (part: number) => {
    const { reader } = plan.parts[part] as ReadPlan['parts'][number];
    reader.begin(served[part] as ReturnType<Generations['at']>, atMs, atMs);
    return reader;
  };
  const each = (run: (at: number, part: number) => void) => (at: number) => {
    for (let part = 0; part < plan.parts.length; part++) run(at, part);
  };
  return {
    decode: each((at, part) => {
      const { batch } = template(at, part);
      cursor.start(batch, 0, batch.length);
      decoders[part]?.read(cursor, batchEndMs, atMs);
    }),
    batch: each((at, part) => {
      const { batch } = template(at, part);
      cursor.start(batch, 0, batch.length);
      begin(part).readBatch(cursor, key, null);
    }),
    tiles: each((at, part) => {
      const { tiles } = template(at, part);
      cursor.start(tiles, 0, tiles.length);
      begin(part).readTiles(cursor);
    }),
    finish: each((_at, part) => {
      const { first } = plan.parts[part] as ReadPlan['parts'][number];
      begin(part).finish({ vectors, statuses, width: plan.base.length, first }, 0);
    }),
  };
}

async function timed(run: (at: number) => unknown, times: number): Promise<number> {
  const started = process.cpuUsage();
  for (let at = 0; at < times; at++) {
    const running = run(at);
    if (running instanceof Promise) await running;
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / times;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
