import { eventSource, groupBy, join, part, table } from '@isochron/authoring';
import { limits } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { batchDataset } from '@isochron/thrift';
import { expect, it } from 'vitest';
import { at, day, openWorkplace, type Row } from '../workplace.fixture.ts';
import { ServedJoin } from './served-join.fixture.ts';
import { upload } from './upload.ts';

const visits = table('visits', { user: 'STRING', page: 'STRING', amount: 'INT64', ts: 'INT64', day: 'DATE' });
const source = eventSource({ table: visits, time: 'ts', select: { user: 'user', page: 'page', amount: 'amount' } });
const pages = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [source],
  keys: ['user'],
  aggregations: ({ page, amount }) => [page.uniqueCount(), amount.sum()],
});
const amounts = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [source],
  keys: ['page'],
  aggregations: ({ amount }) => [amount.sum()],
});
const served = join({ version: 1, left: source, parts: [part(pages), part(amounts)] });

const PAGE_LETTERS = 2_000;
/** Together they are more than a cell may hold. */
const PAGES = Math.ceil(limits.valueBytes / PAGE_LETTERS) + 10;

it('answers the keys whose state is above 10 MB with an error and its reason, and all others with their values', async () => {
  const place = await openWorkplace();
  const store = await openLmdbStore({ home: place.home });
  const visit = (user: string, page: string): Row => ({ user, page, amount: 3, ts: at(1), day: day(1) });
  const rows = Array.from({ length: PAGES }, (_, n) => visit('crawler', String(n).padEnd(PAGE_LETTERS, 'x')));
  await place.load('visits', [...rows, visit('ann', 'home'), visit('ann', 'about')]);
  const plan = await place.plan(served);
  if (plan.kind !== 'join') throw new Error('no plan of a join');
  for (const { groupBy: own } of plan.parts) {
    const { generation } = await upload(
      { warehouse: place.warehouse, store, now: Date.now },
      {
        ...{ plan: own, groupBy: { metaData: { name: own.name } }, dataset: batchDataset(own.name), day: day(1) },
        ...{ replacesLater: false, signal: new AbortController().signal, onProgress: () => undefined },
      },
    );
    const refusedKeys = own.keys[0]?.name === 'user' ? 1 : 0;
    expect(generation).toMatchObject({ refusedKeys, keys: refusedKeys === 1 ? 1 : PAGES + 2 });
  }
  const reader = new ServedJoin(store, plan);
  await reader.refresh();
  const asked = ['crawler', 'ann', 'nobody'].map((user) => ({ user, page: 'home' }));
  const [crawler, ann, nobody] = await reader.fetch(asked, at(2));
  expect(crawler?.told).toEqual({
    user_page_unique_count: ['ERROR', null],
    user_amount_sum: ['ERROR', null],
    page_amount_sum: ['PRESENT', 3],
  });
  expect(crawler?.errors[0]).toMatch(/Its value has \d{8} bytes; 10485760 is the most\. Cap its states\./);
  expect(crawler?.errors[1]).toBeNull();
  expect(ann?.told).toEqual({
    user_page_unique_count: ['PRESENT', 2],
    user_amount_sum: ['PRESENT', 6],
    page_amount_sum: ['PRESENT', 3],
  });
  expect(nobody?.told).toMatchObject({ user_amount_sum: ['NOT_FOUND', null], page_amount_sum: ['PRESENT', 3] });
  await store.close();
  await place.dispose();
}, 60_000);
