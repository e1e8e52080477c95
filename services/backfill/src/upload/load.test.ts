import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileStore } from '@isochron/kv/hostile';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { retiredAgeMinMs, uploadSilenceMaxMs } from '@isochron/serving';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { load, type UploadedRow } from './load.ts';
import { cellsStored, DATASET, openShelf, readOnce, requestOf, rowsOf, type Shelf, saysOf } from './loading.fixture.ts';
import { servingInfoIn, stateIn } from './store.fixture.ts';

const COUNT = 3_000;
const SEED = Math.floor(Math.random() * 2 ** 31);

let shelf: Shelf;
beforeEach(async () => {
  shelf = await openShelf();
});
afterEach(() => shelf.dispose());

it('puts a generation in force, and keeps the one before', async () => {
  const first = await shelf.load(requestOf(10, rowsOf('first', COUNT)));
  expect(first.previous).toBeNull();
  expect(first.generation).toMatchObject({ id: 1_000_000, keys: COUNT, refusedKeys: 0, publishedAtMs: 1_000_000 });
  expect(first.generation.bytes).toBeGreaterThan(COUNT * 10);
  expect(await readOnce(shelf, COUNT)).toEqual(['first']);
  const second = await shelf.load(requestOf(11, rowsOf('second', COUNT)));
  expect(second.previous).toEqual(first.generation);
  expect(await readOnce(shelf, COUNT)).toEqual(['second']);
  expect(await saysOf(shelf.store, first.generation.id, COUNT)).toEqual(['first']);
  expect(await shelf.state()).toMatchObject({
    current: second.generation,
    previous: first.generation,
    loading: [],
    retired: [],
  });
});

it('tells in each generation how it is to be read', async () => {
  const { generation } = await shelf.load(
    requestOf(1, rowsOf('first', 1), { servingInfo: '{"batchEndDate":"1970-01-02"}' }),
  );
  expect(await servingInfoIn(shelf.store, DATASET, generation)).toEqual({ batchEndDate: '1970-01-02' });
  const same = await shelf.load(requestOf(1, rowsOf('again', 1), { servingInfo: '{"batchEndDate":"1970-01-02"}' }));
  expect(same.generation.servingInfoHash).toBe(generation.servingInfoHash);
});

it('keeps refusals of keys beside values', async () => {
  const rows = async function* (): AsyncGenerator<UploadedRow> {
    yield* rowsOf('told', 2);
    yield { key: Uint8Array.of(2, 9), value: { kind: 'refusal', reason: 'too large' } };
  };
  const { generation } = await shelf.load(requestOf(1, rows()));
  expect(generation).toMatchObject({ keys: 2, refusedKeys: 1 });
});

it('changes nothing for readers, and leaves nothing, when it fails half-way', async () => {
  const { generation } = await shelf.load(requestOf(10, rowsOf('first', COUNT)));
  const stored = await cellsStored(shelf.store);
  const failing = async function* (): AsyncGenerator<UploadedRow> {
    yield* rowsOf('half', COUNT - 1);
    throw new Error('the disk is gone');
  };
  await expect(shelf.load(requestOf(11, failing()))).rejects.toThrow('the disk is gone');
  expect(await readOnce(shelf, COUNT)).toEqual(['first']);
  expect(await shelf.state()).toMatchObject({ current: generation, previous: null, loading: [], retired: [] });
  expect(await cellsStored(shelf.store)).toBe(stored);

  const abort = new AbortController();
  const aborted = requestOf(11, rowsOf('half', COUNT), {
    signal: abort.signal,
    onRows: (rows) => {
      if (rows === COUNT) abort.abort(new Error('enough'));
    },
  });
  await expect(shelf.load(aborted)).rejects.toThrow('enough');
  expect(await shelf.state()).toMatchObject({ current: generation, loading: [], retired: [] });
  expect(await cellsStored(shelf.store)).toBe(stored);
});

it('lets one of two uploads at once win, whole, and tells the other', async () => {
  await shelf.load(requestOf(10, rowsOf('first', COUNT)));
  const both = await Promise.allSettled([
    shelf.load(requestOf(11, rowsOf('one', COUNT))),
    shelf.load(requestOf(11, rowsOf('other', COUNT))),
  ]);
  const [lost] = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(lost).toMatchObject({ code: 'ABORTED', message: expect.stringContaining('Another upload of THINGS_BATCH') });
  expect(lost.message).toContain('1970-01-11');
  const says = await readOnce(shelf, COUNT);
  expect(says).toEqual([both[0].status === 'fulfilled' ? 'one' : 'other']);
  expect(await shelf.state()).toMatchObject({ loading: [], retired: [] });
  expect(await cellsStored(shelf.store)).toBe(2 * (COUNT + 1));
});

it('does not take a dataset back to an earlier day unless told to', async () => {
  await shelf.load(requestOf(11, rowsOf('later', COUNT)));
  const back = requestOf(10, rowsOf('earlier', COUNT));
  await expect(shelf.load(back)).rejects.toMatchObject({
    code: 'FAILED_PRECONDITION',
    message: expect.stringMatching(/1970-01-11.*1970-01-10.*--replace-later/),
  });
  expect(await readOnce(shelf, COUNT)).toEqual(['later']);
  const { previous } = await shelf.load({ ...back, rows: rowsOf('earlier', COUNT), replacesLater: true });
  expect(previous).toBeNull();
  expect(await readOnce(shelf, COUNT)).toEqual(['earlier']);
});

it('collects generations that nobody reads any more, and no others', async () => {
  for (const day of [1, 2, 3]) await shelf.load(requestOf(day, rowsOf(`day ${day}`, 10)));
  expect((await shelf.state()).retired).toHaveLength(1);
  expect(await cellsStored(shelf.store)).toBe(3 * 11);
  shelf.clock.nowMs += retiredAgeMinMs - 1;
  expect(await shelf.load(requestOf(4, rowsOf('day 4', 10)))).toMatchObject({ collected: 0 });
  shelf.clock.nowMs += 1;
  expect(await shelf.load(requestOf(4, rowsOf('day 4 again', 10)))).toMatchObject({ collected: 1 });
  const { current, previous } = await shelf.state();
  expect(await saysOf(shelf.store, current?.id ?? 0, 10)).toEqual(['day 4 again']);
  expect(await saysOf(shelf.store, previous?.id ?? 0, 10)).toEqual(['day 3']);
  shelf.clock.nowMs += retiredAgeMinMs;
  await shelf.load(requestOf(5, rowsOf('day 5', 10)));
  // Days 5 and 4, and day 3, which went out of force only now.
  expect(await cellsStored(shelf.store)).toBe(3 * 11);
});

it('collects what killed uploads have left, once they have been silent for long', async () => {
  let begun: () => void = () => undefined;
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  // It is as good as killed: it neither ends nor says anything.
  const stopped = async function* (): AsyncGenerator<UploadedRow> {
    yield* rowsOf('killed', COUNT);
    begun();
    await new Promise(() => undefined);
  };
  void shelf.load(requestOf(1, stopped())).catch(() => undefined);
  await hasBegun;
  await shelf.load(requestOf(1, rowsOf('alive', 10)));
  expect((await shelf.state()).loading).toHaveLength(1);
  shelf.clock.nowMs += uploadSilenceMaxMs + 1;
  expect(await shelf.load(requestOf(2, rowsOf('after', 10)))).toMatchObject({ collected: 1 });
  expect((await shelf.state()).loading).toEqual([]);
  expect(await cellsStored(shelf.store)).toBe(2 * 11);
});

it('goes on while it says that it is alive, and ends where it was taken for dead', async () => {
  const slow = async function* (stepMs: number): AsyncGenerator<UploadedRow> {
    for await (const row of rowsOf('slow', 3 * COUNT)) {
      shelf.clock.nowMs += stepMs;
      yield row;
    }
  };
  await shelf.load(requestOf(1, slow(100)));
  expect(await readOnce(shelf, 3 * COUNT)).toEqual(['slow']);

  const overslept = async function* (): AsyncGenerator<UploadedRow> {
    yield* rowsOf('overslept', COUNT);
    shelf.clock.nowMs += uploadSilenceMaxMs + 1;
    await shelf.load(requestOf(2, rowsOf('faster', 10)));
    yield* rowsOf('overslept', COUNT);
  };
  await expect(shelf.load(requestOf(2, overslept()))).rejects.toMatchObject({
    code: 'ABORTED',
    message: expect.stringContaining('taken for dead'),
  });
  expect(await readOnce(shelf, 10)).toEqual(['faster']);
  expect((await shelf.state()).retired.every(({ retiredAtMs }) => retiredAtMs !== null)).toBe(true);
});

it('shows readers one generation or the other, whole, while they switch', async () => {
  await shelf.load(requestOf(1, rowsOf('upload 0', COUNT)));
  let isLoading = true;
  const seen = new Map<string, number>();
  const read = async (): Promise<void> => {
    while (isLoading) {
      const says = await readOnce(shelf, COUNT, 31);
      if (says === null) continue;
      expect(says).toHaveLength(1);
      seen.set(says[0] ?? '', (seen.get(says[0] ?? '') ?? 0) + 1);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const readers = [read(), read()];
  for (let upload = 1; upload <= 12; upload++) {
    // Some of the same day; and time goes by, so that what went out of force is collected under the readers.
    await shelf.load(requestOf(1 + Math.floor(upload / 3), rowsOf(`upload ${upload}`, COUNT)));
    shelf.clock.nowMs += retiredAgeMinMs / 2;
  }
  isLoading = false;
  await Promise.all(readers);
  expect(seen.has('nothing')).toBe(false);
  expect(seen.size).toBeGreaterThan(6);
});

it(`does well on a store that loses requests and replies (seed ${SEED})`, async () => {
  const hostile = hostileStore(shelf.store, {
    ...{ seed: SEED, delayMsMax: 1, lostRequests: 0.2, lostReplies: 0.2, staleReads: 0.5 },
  });
  const place = { store: hostile, now: () => shelf.clock.nowMs };
  for (let day = 1; day <= 6; day++) {
    shelf.clock.nowMs += retiredAgeMinMs;
    const { generation } = await load(place, requestOf(day, rowsOf(`day ${day}`, COUNT)));
    expect((await shelf.state()).current, hostile.events.join('\n')).toEqual(generation);
    expect(await readOnce(shelf, COUNT), hostile.events.join('\n')).toEqual([`day ${day}`]);
  }
  expect(hostile.events.length).toBeGreaterThan(0);
  const { loading, retired } = await shelf.state();
  expect([loading, retired.length]).toEqual([[], 1]);
  expect(await cellsStored(shelf.store)).toBe(3 * (COUNT + 1));
});

it('says what to do where the store is full, and leaves nothing', async () => {
  const home = await mkdtemp(join(tmpdir(), 'isochron-full-'));
  const store = await openLmdbStore({ home, bytesMax: 2 * 2 ** 20 });
  const place = { store, now: () => 1_000_000 };
  const { generation } = await load(place, requestOf(1, rowsOf('first', 100)));
  const large = rowsOf('x'.repeat(5_000), COUNT);
  await expect(load(place, requestOf(2, large))).rejects.toMatchObject({
    code: 'RESOURCE_EXHAUSTED',
    message: expect.stringMatching(/is full: .* Delete rows or open it with a larger bytesMax/),
  });
  expect(await stateIn(store, DATASET)).toMatchObject({ current: generation, loading: [], retired: [] });
  expect(await cellsStored(store)).toBe(100 + 1);
  await load(place, requestOf(2, rowsOf('second', 100)));
  expect(await saysOf(store, (await stateIn(store, DATASET)).current?.id ?? 0, 100)).toEqual(['second']);
  await store.close();
  await rm(home, { recursive: true, force: true });
});
