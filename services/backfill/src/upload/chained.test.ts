import { columnsOf, type Definition, eventSource, groupBy, join, joinSource, part, table } from '@isochron/authoring';
import { compile, type GroupByPlan, type Plan, printDiagnostic } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import type { Value } from '@isochron/schema';
import { batchDataset } from '@isochron/thrift';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readCatalog } from '../catalog.ts';
import { randomNumbers } from '../trips.fixture.ts';
import { at, DAY, day, HOUR, openWorkplace, type Row, type Workplace } from '../workplace.fixture.ts';
import { lastDayOf } from './last-day.ts';
import { decoderOf, keyBytesOf, servingInfoIn, valuesIn } from './store.fixture.ts';
import { type UploadReport, upload } from './upload.ts';

/** A GroupBy over the rows of a Join: what each shop's visitors had spent, a day before they came. */

const SEED = Math.floor(Math.random() * 2 ** 31);
const SHOPS = [1, 2, 3, 4];
const LAST = 6;

const visits = table('visits', { user: 'STRING', amount: 'INT64', ts: 'INT64', day: 'DATE' });
const asks = table('asks', { user: 'STRING', shop: 'INT64', ts: 'INT64', day: 'DATE' });
const copies = table('copies', { shop: 'INT64', spent: 'INT64', ts: 'INT64', day: 'DATE' });

const byUser = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [eventSource({ table: visits, time: 'ts', select: { user: 'user', amount: 'amount' } })],
  keys: ['user'],
  aggregations: ({ amount }) => [amount.sum('1d')],
});
const parentOf = (byDay = byUser, bounds: { readonly start?: string; readonly end?: string } = {}, historical = true) =>
  join({
    version: 1,
    left: eventSource({ table: asks, time: 'ts', select: { user: 'user', shop: 'shop' }, ...bounds }),
    parts: [part(byDay)],
    ...(historical ? {} : { run: { historical } }),
  });
const parent = parentOf();

type ParentColumns = { shop: 'INT64'; user_amount_sum_1d: 'INT64' };
const ofParent = (of = parent) =>
  joinSource({
    join: of,
    columns: columnsOf<ParentColumns>(),
    time: 'ts',
    select: { shop: 'shop', spent: 'user_amount_sum_1d' },
  });
const ofCopies = () => eventSource({ table: copies, time: 'ts', select: { shop: 'shop', spent: 'spent' } });
type Accuracy = 'temporal' | 'snapshot';
const shops = (
  source: ReturnType<typeof ofParent> | ReturnType<typeof ofCopies>,
  accuracy: Accuracy,
  isEndless = true,
) =>
  groupBy({
    version: 1,
    accuracy,
    sources: [source],
    keys: ['shop'],
    aggregations: ({ spent }) => [
      ...[spent.sum('1d', '3d'), spent.average('2d'), spent.lastK(3, '3d'), spent.count('3d')],
      ...(isEndless ? [spent.max()] : []),
    ],
  });

let place: Workplace;
let store: KeyValueStore;
let visited: readonly Row[];
let asked: readonly Row[];
beforeEach(async () => {
  place = await openWorkplace();
  store = await openLmdbStore({ home: place.home });
  const random = randomNumbers(SEED);
  const some = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const events = (firstDay: number, of: () => Row): readonly Row[] =>
    Array.from({ length: 30 * LAST }, (_, row) => {
      const n = firstDay + (row % (LAST + 1 - firstDay));
      const ts = at(n) + Math.floor(random() * 24) * HOUR + some([0, 0, 1, 1_800_000]);
      return { ...of(), ts, day: day(n) };
    });
  const users = ['ann', 'bob', 'cem', 'dan'];
  // The first rows of the Join look back on a day before them.
  visited = events(0, () => ({ user: some(users), amount: Math.floor(random() * 100) }));
  asked = events(1, () => ({ user: some(users), shop: some(SHOPS.slice(0, 3)) }));
  await place.load('visits', visited);
  await place.load('asks', asked);
});
afterEach(async () => {
  await store.close();
  await place.dispose();
});

async function planOf(
  chained: Definition,
  name: string,
  upstream: readonly [string, Definition][] = [],
): Promise<GroupByPlan> {
  const definitions = [...upstream, [name, chained] as const].map(([own, definition]) => ({
    ...{ team: 'team', file: 'file', export: own, definition },
  }));
  const { plans, diagnostics } = compile(definitions, await readCatalog(place.warehouse));
  const plan: Plan | undefined = [...plans.values()].find((each) => each.name === `team/file.${name}__1`);
  if (plan?.kind !== 'group-by') throw new Error(diagnostics.map(printDiagnostic).join('\n'));
  return plan;
}
const UPSTREAM: readonly [string, Definition][] = [
  ['by_user', byUser],
  ['parent', parent],
];
const chainedPlan = (accuracy: Accuracy = 'temporal', isEndless = true) =>
  planOf(shops(ofParent(), accuracy, isEndless), 'chained', UPSTREAM);

const uploadDay = (plan: GroupByPlan, n: number, steps: string[] = []): Promise<UploadReport> =>
  upload(
    { warehouse: place.warehouse, store, now: Date.now },
    {
      ...{ plan, groupBy: { metaData: { name: plan.name } }, dataset: batchDataset(plan.name), day: day(n) },
      ...{ replacesLater: false, signal: new AbortController().signal },
      onProgress: (progress) => {
        if (progress.kind === 'start') steps.push(`${progress.step} ${progress.days}`);
      },
    },
  );

/** What the store has of each shop: its bytes, and its features as of the batch end. */
async function storedOf(plan: GroupByPlan, { dataset, generation }: UploadReport) {
  const info = await servingInfoIn(store, dataset, generation);
  const keyBytes = keyBytesOf(plan, info);
  const values = await valuesIn(
    store,
    dataset,
    generation.id,
    SHOPS.map((shop) => keyBytes({ shop })),
  );
  const decode = decoderOf(plan, info, generation.batchEndMs);
  const bytes = values.map((value) => (value?.kind === 'value' ? Buffer.from(value.bytes).toString('hex') : null));
  return { bytes, features: values.map(decode) };
}

/** The Join's rows by its definition, event by event. */
const rowsByHand = (): readonly { readonly shop: unknown; readonly spent: number | null; readonly ts: number }[] =>
  asked.map(({ user, shop, ts }) => {
    const from = Math.floor((Number(ts) - DAY) / HOUR) * HOUR;
    const own = visited.filter(
      (each) => each['user'] === user && Number(each['ts']) >= from && Number(each['ts']) < Number(ts),
    );
    return {
      shop,
      spent: own.length === 0 ? null : own.reduce((sum, each) => sum + Number(each['amount']), 0),
      ts: Number(ts),
    };
  });

/** The same GroupBy over a table that holds those rows. */
async function uploadOfCopies(n: number, accuracy: Accuracy, isEndless = true) {
  const rows = rowsByHand().map((row) => ({ ...row, day: new Date(row.ts).toISOString().slice(0, 10) }));
  await place.load('copies', rows);
  const plan = await planOf(shops(ofCopies(), accuracy, isEndless), 'copied');
  return storedOf(plan, await uploadDay(plan, n));
}

it.each(['temporal', 'snapshot'] as const)(
  `is uploaded as it would be over a table of the Join's rows, which are computed for it: %s (seed ${SEED})`,
  async (accuracy) => {
    const plan = await chainedPlan(accuracy);
    expect(await lastDayOf(place.warehouse, [plan])).toBe(day(LAST));
    const steps: string[] = [];
    const report = await uploadDay(plan, LAST - 1, steps);
    // Of all time: from the first day there is.
    expect(steps[0]).toBe(`team/file.parent__1 ${day(1)}..${day(LAST - 1)}`);
    const stored = await storedOf(plan, report);
    const copied = await uploadOfCopies(LAST - 1, accuracy);
    expect(stored).toEqual(copied);
    expect(stored.bytes.filter((bytes) => bytes !== null)).toHaveLength(3);
    const endMs = at(LAST);
    const sum3d = (shop: number): Value => {
      const own = rowsByHand().filter(
        (row) => row.shop === shop && row.spent !== null && row.ts >= endMs - 3 * DAY && row.ts < endMs,
      );
      return own.length === 0 ? null : own.reduce((sum, { spent }) => sum + Number(spent), 0);
    };
    const at3d = plan.features.findIndex(({ operation, windowMs }) => operation === 'SUM' && windowMs === 3 * DAY);
    expect(stored.features.map((features) => features[at3d])).toEqual(SHOPS.map(sum3d));
  },
);

it(`computes no more of the Join than its windows see, nothing twice, and anew what has changed (seed ${SEED})`, async () => {
  const plan = await chainedPlan('temporal', false);
  const first: string[] = [];
  await uploadDay(plan, LAST - 1, first);
  expect(first[0]).toBe(`team/file.parent__1 ${day(LAST - 3)}..${day(LAST - 1)}`);
  const second: string[] = [];
  expect(await uploadDay(plan, LAST - 1, second)).toMatchObject({ isComputed: false, isLoaded: false });
  expect(second).toEqual(expect.not.arrayContaining([expect.stringContaining('parent')]));
  const next: string[] = [];
  await uploadDay(plan, LAST, next);
  expect(next[0]).toBe(`team/file.parent__1 ${day(LAST)}`);

  // What the Join reads is loaded anew: its rows are too, before it is uploaded again.
  visited = visited.map((row) => (row['day'] === day(LAST) ? { ...row, amount: 1_000 } : row));
  await place.load('visits', visited);
  const again: string[] = [];
  const report = await uploadDay(plan, LAST, again);
  expect(report.isComputed).toBe(true);
  expect(again.some((step) => step.startsWith('team/file.parent__1 '))).toBe(true);
  expect(rowsByHand().some(({ spent }) => Number(spent) >= 1_000)).toBe(true);
  expect(await storedOf(plan, report)).toEqual(await uploadOfCopies(LAST, 'temporal', false));
});

it('is refused, before anything is computed, where the Join cannot be', async () => {
  await expect(uploadDay(await chainedPlan(), LAST + 1)).rejects.toMatchObject({
    code: 'FAILED_PRECONDITION',
    message: expect.stringContaining(`lacks the partition ${day(LAST + 1)}`),
  });
  expect((await place.warehouse.tables()).filter((name) => name.startsWith('team_'))).toEqual([]);
  const plan = await chainedPlan();
  const scans = plan.scans.map((scan) =>
    scan.upstream?.kind === 'join'
      ? { ...scan, upstream: { ...scan.upstream, left: { ...scan.upstream.left, isCumulative: true } } }
      : scan,
  );
  await expect(uploadDay({ ...plan, scans }, LAST)).rejects.toMatchObject({
    code: 'UNIMPLEMENTED',
    message: expect.stringContaining('team/file.parent__1: this backfill does not compute'),
  });
});

it(`computes all days that its windows see of a Join whose author wants the newest alone (seed ${SEED})`, async () => {
  const newest = parentOf(byUser, {}, false);
  const plan = await planOf(shops(ofParent(newest), 'temporal', false), 'chained', [
    ['by_user', byUser],
    ['parent', newest],
  ]);
  const report = await uploadDay(plan, LAST);
  expect(await storedOf(plan, report)).toEqual(await uploadOfCopies(LAST, 'temporal', false));
});

it(`begins and ends with the left side of the Join (seed ${SEED})`, async () => {
  const [from, to] = [LAST - 1, LAST - 1];
  const bounded = parentOf(byUser, { start: day(from), end: day(to) });
  const plan = await planOf(shops(ofParent(bounded), 'temporal', false), 'chained', [
    ['by_user', byUser],
    ['parent', bounded],
  ]);
  const steps: string[] = [];
  const report = await uploadDay(plan, LAST, steps);
  expect(steps[0]).toBe(`team/file.parent__1 ${day(from)}`);
  asked = asked.filter((row) => row['day'] === day(from));
  const copied = eventSource({
    table: copies,
    time: 'ts',
    select: { shop: 'shop', spent: 'spent' },
    start: day(from),
    end: day(to),
  });
  await place.load(
    'copies',
    rowsByHand().map((row) => ({ ...row, day: day(from) })),
  );
  const copiedPlan = await planOf(shops(copied, 'temporal', false), 'copied');
  expect(await storedOf(plan, report)).toEqual(await storedOf(copiedPlan, await uploadDay(copiedPlan, LAST)));
});
