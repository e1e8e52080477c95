import { equalValues, operationNames } from '@isochron/aggregation';
import { eventSource, groupBy, join, part, table } from '@isochron/authoring';
import type { GroupByPlan, JoinPlan } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import type { Value } from '@isochron/schema';
import { batchDataset } from '@isochron/thrift';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomNumbers } from '../trips.fixture.ts';
import { at, DAY, day, days, HOUR, openWorkplace, type Row, type Workplace } from '../workplace.fixture.ts';
import { everyOperation, inputNames, plain, saleRows } from './every-operation.fixture.ts';
import { type FetchedRow, ServedJoin } from './served-join.fixture.ts';
import { type UploadReport, upload } from './upload.ts';

/**
 * What is fetched at an instant q is the row that a backfill computes at q, where both know of nothing after the batch end: of the generation that the answer names. There are two,
 * of the ends of days 1 and 2.
 */
const SEED = Math.floor(Math.random() * 2 ** 31);
const INSTANTS = 160;
const ROWS_AN_INSTANT = 9;
/** The inputs whose uploads switch under the reader, scalars and lists; a backfill of hundreds of columns takes a while. */
const SWITCHED: readonly string[] = ['amount', 'items'];

const asks = table('asks', { user: 'STRING', shop: 'INT64', ts: 'INT64', day: 'DATE' });

type StoredRow = Readonly<Record<string, Value>>;

let place: Workplace;
let store: KeyValueStore;
beforeAll(async () => {
  place = await openWorkplace('800MB');
  store = await openLmdbStore({ home: place.home });
  const random = randomNumbers(SEED);
  const sales = saleRows(random, 60);
  // Days after the cut must be there, and hold nothing of anybody who is asked for.
  const later = [2, 3, 4].map((n) => ({ ...sales[0], user: 'nobody', shop: 99, ts: at(n), day: day(n) }));
  for (const n of [1, 2]) {
    const before = sales.filter(({ ts }) => Number(ts) < at(n + 1));
    await place.load(`sales_${n}`, [...before, ...later]);
  }
  await place.load('sales', [...sales, ...later]);
  await place.load('asks', askRows(random));
});
afterAll(async () => {
  await store.close();
  await place.dispose();
});

/** Instants from the first batch end to two days after it, both included, many on the borders of hops. */
function askRows(random: () => number): readonly Row[] {
  const some = <T>(values: readonly T[]): T | null => values[Math.floor(random() * values.length)] ?? null;
  return Array.from({ length: INSTANTS }, (_, n) => {
    const within = n % 3 === 0 ? Math.floor(random() * 96) * (HOUR / 2) : Math.floor(random() * 2 * DAY);
    const ts = n === 0 ? at(2) : n === 1 ? at(4) : n === 2 ? at(3) : at(2) + within;
    const on = new Date(ts).toISOString().slice(0, 10);
    return Array.from({ length: ROWS_AN_INSTANT }, () => ({
      ...{ user: some(['ann', 'bob', 'çem', 'd'.repeat(50), 'unknown', null]), shop: some([1, 2, 3, null]) },
      ...{ ts, day: on },
    }));
  }).flat();
}

/** A Join of the asks with every operation on an input, reading the sales up to the end of day `n`. */
function joinOf(made: JoinPlan, input: string, n: number, accuracy: GroupByPlan['accuracy'] = 'TEMPORAL'): JoinPlan {
  const [own] = made.parts;
  if (own === undefined) throw new Error('a join without parts');
  const all = everyOperation(own.groupBy, accuracy, input);
  const scans = all.scans.map((scan) => ({ ...scan, table: `sales_${n}` }));
  const groupBy: GroupByPlan = { ...all, scans, semanticHash: `${all.semanticHash} of ${n}` };
  const table = `asks_${accuracy.toLowerCase()}_${input}_${n}`;
  const outputs = all.outputs;
  return {
    ...{ ...made, name: `team/${table}`, table, leftTable: `${table}_left`, semanticHash: table, outputs },
    parts: [{ ...own, table: `${table}_part`, groupBy, outputs, semanticHash: table }],
  };
}

async function backfilled(plan: JoinPlan): Promise<ReadonlyMap<number, readonly StoredRow[]>> {
  await place.backfill(plan, days(2, 4));
  const rows = await place.rows(plan.table, days(2, 4));
  return Map.groupBy(rows, ({ ts }) => Number(ts));
}

const uploadOf = ({ parts: [own] }: JoinPlan, on: string): Promise<UploadReport> => {
  if (own === undefined) throw new Error('a join without parts');
  const { groupBy: plan } = own;
  return upload(
    { warehouse: place.warehouse, store, now: Date.now },
    {
      ...{ plan, groupBy: { metaData: { name: plan.name } }, dataset: batchDataset(plan.name), day: on },
      ...{ replacesLater: false, signal: new AbortController().signal, onProgress: () => undefined },
    },
  );
};

const isSameAsk = (a: StoredRow, b: StoredRow | undefined): boolean =>
  a['user'] === b?.['user'] && a['shop'] === b?.['shop'];

let compared = 0;
let comparedInPart = 0;
let comparedWhileSwitching = 0;

function expectEqual({ outputs }: Pick<JoinPlan, 'outputs'>, fetched: FetchedRow, wanted: StoredRow): void {
  for (const { name, type } of outputs) {
    const told = fetched.told[name];
    if (told === undefined) continue;
    const [status, value] = told;
    const isEqual = equalValues(type, value, wanted[name] ?? null, 1e-6);
    const story = `${name} of ${JSON.stringify(wanted['user'])}, ${wanted['shop']} at ${wanted['ts']}, ${status}, seed ${SEED}`;
    if (!isEqual) expect(value, story).toEqual(wanted[name]);
    const statuses = value === null ? ['NULL', 'NOT_FOUND'] : ['PRESENT'];
    if (!statuses.includes(status)) expect(status, story).toBe(statuses.join(' or '));
  }
}

const random = randomNumbers(SEED + 1);
const SOME = 6;
const PARTS_EVERY = 4;
let turn = 0;

/** The names of a few features, in any order. */
const someOf = ({ outputs }: JoinPlan): readonly string[] =>
  Array.from({ length: SOME }, () => outputs[Math.floor(random() * outputs.length)]?.name ?? '');

/** Fetches the rows of instants and compares each with that of the generation that the answer names; answers those it named. */
async function compareAll(
  reader: ServedJoin,
  plan: JoinPlan,
  wanted: ReadonlyMap<number, ReadonlyMap<number, readonly StoredRow[]>>,
  instants: readonly number[],
): Promise<ReadonlySet<number>> {
  const named = new Set<number>();
  const [first] = wanted.values();
  for (const ts of instants) {
    const asked = first?.get(ts) ?? [];
    // A reader of some features is compiled for them, which takes a while.
    const some = turn++ % PARTS_EVERY === 0 ? someOf(plan) : null;
    const inPart = some === null ? [] : await reader.fetch(asked, ts, some);
    const rows = [...(await reader.fetch(asked, ts)), ...inPart];
    for (const [n, fetched] of rows.entries()) {
      const isWhole = n < asked.length;
      const at = n % asked.length;
      const width = isWhole ? plan.outputs.length : new Set(some).size;
      if (Object.keys(fetched.told).length !== width) throw new Error(`${width} features were asked for, seed ${SEED}`);
      const generation = fetched.generations[0] ?? -1;
      const row = wanted
        .get(generation)
        ?.get(ts)
        ?.find((each) => isSameAsk(each, asked[at]));
      if (row === undefined) throw new Error(`generation ${generation} at ${ts}: no such row, seed ${SEED}`);
      named.add(generation);
      expectEqual(plan, fetched, row);
      if (isWhole) compared++;
      else comparedInPart++;
    }
  }
  return named;
}

it(`fetches what the backfill computes, of every operation, from either generation and while they switch (seed ${SEED})`, async () => {
  const left = eventSource({ table: asks, time: 'ts', select: { user: 'user', shop: 'shop' } });
  const made = await place.plan(join({ version: 1, left, parts: [part(plain)] }));
  if (made.kind !== 'join') throw new Error('no plan of a join');
  const tested = new Set<string>();
  for (const input of inputNames) {
    const early = joinOf(made, input, 1);
    for (const { operation } of early.parts[0]?.groupBy.features ?? []) tested.add(operation);
    const known = await backfilled(early);
    const instants = [...known.keys()];
    const first = (await uploadOf(early, day(1))).generation.id;
    const wanted = new Map([[first, known]]);
    const reader = new ServedJoin(store, early);
    await reader.refresh();
    expect([...(await compareAll(reader, early, wanted, instants))]).toEqual([first]);

    if (!SWITCHED.includes(input)) continue;
    const late = joinOf(made, input, 2);
    const coming = await backfilled(late);
    let isSwitching = true;
    const switching = uploadOf(late, day(2)).then(({ generation }) => {
      isSwitching = false;
      return generation.id;
    });
    for (let n = 0; isSwitching; n++) {
      await reader.refresh();
      // Of all rows of one request the generation is the same; which the new one is, is not known before it is in force.
      const ts = instants[n % instants.length] ?? at(4);
      const asked = known.get(ts) ?? [];
      const answers = await reader.fetch(asked, ts);
      const ids = new Set(answers.map(({ generations: [id] }) => id));
      expect(ids.size, `seed ${SEED}`).toBe(1);
      const edition = (ids.has(first) ? known : coming).get(ts) ?? [];
      for (const [index, fetched] of answers.entries()) {
        const same = edition.find((each) => isSameAsk(each, asked[index]));
        if (same === undefined) throw new Error(`no such row at ${ts}, seed ${SEED}`);
        expectEqual(early, fetched, same);
        comparedWhileSwitching++;
      }
      await new Promise(setImmediate);
    }
    const second = await switching;
    wanted.set(second, coming);
    await reader.refresh();
    expect([...(await compareAll(reader, early, wanted, instants))].sort()).toEqual([first, second]);
  }
  expect([...tested].sort()).toEqual([...operationNames].sort());
  expect(compared).toBeGreaterThan(10_000);
  expect(comparedInPart).toBeGreaterThan(2_000);
  expect(comparedWhileSwitching).toBeGreaterThan(100);
}, 120_000);

it(`fetches on the day after the batch end what the backfill computes of SNAPSHOT accuracy, of every operation (seed ${SEED})`, async () => {
  const left = eventSource({ table: asks, time: 'ts', select: { user: 'user', shop: 'shop' } });
  const made = await place.plan(join({ version: 1, left, parts: [part(plain)] }), 'snapshots');
  if (made.kind !== 'join') throw new Error('no plan of a join');
  const before = compared;
  for (const input of inputNames) {
    const plan = joinOf(made, input, 1, 'SNAPSHOT');
    await place.backfill(plan, days(2));
    const known = Map.groupBy(await place.rows(plan.table, days(2)), ({ ts }) => Number(ts));
    const { id } = (await uploadOf(plan, day(1))).generation;
    const reader = new ServedJoin(store, plan);
    await reader.refresh();
    expect([...(await compareAll(reader, plan, new Map([[id, known]]), [...known.keys()]))]).toEqual([id]);
  }
  expect(compared - before).toBeGreaterThan(2_000);
}, 60_000);

it(`fetches what the backfill derives (seed ${SEED})`, async () => {
  const sales = table('sales_1', {
    user: 'STRING',
    shop: 'INT64',
    amount: 'INT64',
    price: 'FLOAT64',
    ts: 'INT64',
    day: 'DATE',
  });
  const select = { user: 'user', shop: 'shop', amount: 'amount', price: 'price' } as const;
  const group = groupBy({
    ...{ version: 1, accuracy: 'temporal', keys: ['user', 'shop'] },
    sources: [eventSource({ table: sales, time: 'ts', select })],
    aggregations: ({ amount, price }) => [amount.sum('3d', '12d'), amount.count('3d'), price.max('3d')],
    derive: { mean_3d: 'SAFE_DIVIDE(amount_sum_3d, amount_count_3d)', '*': '*' },
  });
  const left = eventSource({ table: asks, time: 'ts', select: { user: 'user', shop: 'shop' } });
  const derive = {
    share: 'SAFE_DIVIDE(user_shop_amount_sum_3d, user_shop_amount_sum_12d)',
    dear: 'user_shop_price_max_3d > 7 OR user_shop_mean_3d > 500',
  };
  const plan = await place.plan(join({ version: 1, left, parts: [part(group)], derive }), 'derived');
  if (plan.kind !== 'join') throw new Error('no plan of a join');
  expect(plan.outputs.map(({ name }) => name)).toEqual(expect.arrayContaining(['share', 'dear', 'user_shop_mean_3d']));
  const rows = await backfilled(plan);
  const { id } = (await uploadOf(plan, day(1))).generation;
  const reader = new ServedJoin(store, plan);
  await reader.refresh();
  const before = compared;
  expect([...(await compareAll(reader, plan, new Map([[id, rows]]), [...rows.keys()]))]).toEqual([id]);
  expect(compared - before).toBe(INSTANTS * ROWS_AN_INSTANT);
}, 60_000);
