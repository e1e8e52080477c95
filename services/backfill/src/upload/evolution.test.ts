import { eventSource, groupBy, join, part, table } from '@isochron/authoring';
import type { JoinPlan } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { batchDataset } from '@isochron/thrift';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { at, day, openWorkplace, type Workplace } from '../workplace.fixture.ts';
import { ServedJoin } from './served-join.fixture.ts';
import { type UploadReport, upload } from './upload.ts';

/**
 * A GroupBy that changes while it is served: of its second edition `price_max` is new, `item_last` is gone, and `score_sum` is of doubles where it was of longs.
 */
const orders = table('orders', {
  ...{ user: 'STRING', amount: 'INT64', item: 'STRING', score: 'INT64', price: 'FLOAT64' },
  ...{ ts: 'INT64', day: 'DATE' },
});

const first = (version: number) => {
  const select = { user: 'user', amount: 'amount', item: 'item', score: 'score' } as const;
  const source = eventSource({ table: orders, time: 'ts', select });
  const group = groupBy({
    ...{ version, accuracy: 'temporal', sources: [source], keys: ['user'] },
    aggregations: ({ amount, item, score }) => [amount.sum('3d'), item.last('3d'), score.sum('3d')],
  });
  return join({ version: 1, left: source, parts: [part(group)] });
};

const second = (version: number) => {
  const select = { user: 'user', amount: 'amount', score: 'CAST(score AS FLOAT64) / 2', price: 'price' } as const;
  const source = eventSource({ table: orders, time: 'ts', select });
  const group = groupBy({
    ...{ version, accuracy: 'temporal', sources: [source], keys: ['user'] },
    aggregations: ({ amount, score, price }) => [amount.sum('3d'), score.sum('3d'), price.max('3d')],
  });
  return join({ version: 1, left: source, parts: [part(group)] });
};

let place: Workplace;
let store: KeyValueStore;
beforeEach(async () => {
  place = await openWorkplace();
  store = await openLmdbStore({ home: place.home });
  const order = (n: number, amount: number, item: string, score: number, price: number) => ({
    ...{ user: 'ann', amount, item, score, price, ts: at(n, amount / 10), day: day(n) },
  });
  await place.load('orders', [
    ...[-2, -1, 0].map((n) => order(n, 0, 'none', 0, 0)),
    order(1, 5, 'tea', 2, 1.5),
    order(1, 7, 'jam', 3, 9.25),
    order(2, 100, 'rye', 10, 4),
  ]);
});
afterEach(async () => {
  await store.close();
  await place.dispose();
});

async function planned(definition: ReturnType<typeof first> | ReturnType<typeof second>): Promise<JoinPlan> {
  const plan = await place.plan(definition);
  if (plan.kind !== 'join') throw new Error('no plan of a join');
  return plan;
}

function uploadOf({ parts: [own] }: JoinPlan, on: string): Promise<UploadReport> {
  if (own === undefined) throw new Error('a join without parts');
  const { groupBy: plan } = own;
  return upload(
    { warehouse: place.warehouse, store, now: Date.now },
    {
      ...{ plan, groupBy: { metaData: { name: plan.name } }, dataset: batchDataset(plan.name), day: on },
      ...{ replacesLater: false, signal: new AbortController().signal, onProgress: () => undefined },
    },
  );
}

async function told(reader: ServedJoin, atMs: number) {
  const [row] = await reader.fetch([{ user: 'ann' }], atMs);
  return row?.told;
}

/** Reads as fetchers do while something happens: all the different answers there were. */
async function answersDuring(
  reader: ServedJoin,
  atMs: number,
  happening: Promise<unknown>,
): Promise<readonly string[]> {
  const answers = new Set<string>();
  let isOver = false;
  const over = happening.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await reader.refresh();
    answers.add(JSON.stringify(await told(reader, atMs)));
    await new Promise(setImmediate);
  }
  await over;
  return [...answers];
}

const sum = (amount: number) => ({ user_amount_sum_3d: ['PRESENT', amount] });

it('answers readers of either edition of one dataset rightly, or says that it cannot, while the second takes the place of the first', async () => {
  const [before, after] = [await planned(first(1)), await planned(second(1))];
  expect(batchDataset(before.parts[0]?.groupBy.name ?? '')).toBe(batchDataset(after.parts[0]?.groupBy.name ?? '-'));
  await uploadOf(before, day(1));
  const readers = { before: new ServedJoin(store, before), after: new ServedJoin(store, after) };
  await readers.before.refresh();
  await readers.after.refresh();

  // A value that is read is the one that was meant: what was never written, or of another type, is an error, never a number read wrongly and never a null that looks computed.
  const early = {
    before: { ...sum(12), user_item_last_3d: ['PRESENT', 'jam'], user_score_sum_3d: ['PRESENT', 5] },
    after: { ...sum(12), user_score_sum_3d: ['ERROR', null], user_price_max_3d: ['ERROR', null] },
  };
  expect(await told(readers.before, at(2))).toEqual(early.before);
  expect(await told(readers.after, at(2))).toEqual(early.after);

  const late = {
    before: { ...sum(112), user_item_last_3d: ['ERROR', null], user_score_sum_3d: ['ERROR', null] },
    after: { ...sum(112), user_score_sum_3d: ['PRESENT', 7.5], user_price_max_3d: ['PRESENT', 9.25] },
  };
  const switching = uploadOf(after, day(2));
  const seen = await Promise.all([
    answersDuring(readers.before, at(3), switching),
    answersDuring(readers.after, at(3), switching),
  ]);
  for (const name of ['before', 'after'] as const) {
    const reader = readers[name];
    await reader.refresh();
    expect(await told(reader, at(3))).toEqual(late[name]);
    // The generation before is held for instants before the new one's batch end, in the edition that it was written in.
    expect(await told(reader, at(3) - 1)).toEqual(early[name]);
    const right = [early[name], late[name]].map((answer) => JSON.stringify(answer));
    expect(seen[name === 'before' ? 0 : 1].filter((answer) => !right.includes(answer))).toEqual([]);
  }
});

it('leaves readers of version 1 alone while version 2 is uploaded beside it', async () => {
  const [before, after] = [await planned(first(1)), await planned(second(2))];
  await uploadOf(before, day(2));
  const readers = { before: new ServedJoin(store, before), after: new ServedJoin(store, after) };
  await readers.before.refresh();
  await readers.after.refresh();
  const whole = { ...sum(112), user_item_last_3d: ['PRESENT', 'rye'], user_score_sum_3d: ['PRESENT', 15] };
  expect(await told(readers.before, at(3))).toEqual(whole);
  const [missing] = await readers.after.fetch([{ user: 'ann' }], at(3));
  expect(missing?.errors).toEqual([expect.stringContaining('has no upload')]);
  expect(Object.values(missing?.told ?? {})).toEqual([
    ['ERROR', null],
    ['ERROR', null],
    ['ERROR', null],
  ]);
  expect(await answersDuring(readers.before, at(3), uploadOf(after, day(2)))).toEqual([JSON.stringify(whole)]);
  await readers.after.refresh();
  expect(await told(readers.after, at(3))).toEqual({
    ...{ ...sum(112), user_score_sum_3d: ['PRESENT', 7.5], user_price_max_3d: ['PRESENT', 9.25] },
  });
  expect(await told(readers.before, at(3))).toEqual(whole);
});

/** `items`: how many different ones are counted, in which window, in the order of the definition. */
const counting = (
  accuracy: 'temporal' | 'snapshot',
  items: readonly (readonly [k: number, window: '3d' | '20d'])[],
) => {
  const source = eventSource({ table: orders, time: 'ts', select: { user: 'user', item: 'item' } });
  const group = groupBy({
    ...{ version: 1, accuracy, sources: [source], keys: ['user'] },
    aggregations: ({ item }) => items.map(([k, window]) => item.boundedUniqueCount({ k }, window)),
  });
  return join({ version: 1, left: source, parts: [part(group)] });
};

it.each(['temporal', 'snapshot'] as const)(
  'a feature that is put before one that is called as it is but for its window is never read in its place: %s',
  async (accuracy) => {
    const history = Array.from({ length: 25 }, (_, n) => n - 22);
    await place.load(
      'orders',
      history.map((n) => ({
        ...{ user: 'ann', amount: 1, item: `item ${n}`, score: 1, price: 0.5, ts: at(n, 1), day: day(n) },
      })),
    );
    const [before, after] = [
      await planned(counting(accuracy, [[8, '20d']])),
      await planned(
        counting(accuracy, [
          [2, '3d'],
          [8, '20d'],
        ]),
      ),
    ];
    await uploadOf(before, day(2));
    const readers = { before: new ServedJoin(store, before), after: new ServedJoin(store, after) };
    await readers.before.refresh();
    await readers.after.refresh();
    const ofMonth = { user_item_bounded_unique_count_20d: ['PRESENT', 8] };
    expect(await told(readers.before, at(3))).toEqual(ofMonth);
    const refused = { user_item_bounded_unique_count_3d: ['ERROR', null], ...ofMonth };
    expect(await told(readers.after, at(3))).toEqual(refused);
    const [row] = await readers.after.fetch([{ user: 'ann' }], at(3));
    expect(row?.errors).toEqual([
      'The upload was made by another definition, which does not have item_bounded_unique_count_3d as defined now. Upload the GroupBy anew.',
    ]);

    // With other arguments under the same name.
    const fewer = new ServedJoin(store, await planned(counting(accuracy, [[3, '20d']])));
    await fewer.refresh();
    expect(await told(fewer, at(3))).toEqual({ user_item_bounded_unique_count_20d: ['ERROR', null] });

    await uploadOf(after, day(2));
    await readers.before.refresh();
    await readers.after.refresh();
    expect(await told(readers.before, at(3))).toEqual(ofMonth);
    expect(await told(readers.after, at(3))).toEqual({
      ...ofMonth,
      user_item_bounded_unique_count_3d: ['PRESENT', 2],
    });
  },
);
