import { DAY_MS, type FeatureSpec, featureName, HOUR_MS } from '@isochron/aggregation';
import { type Field, getValue, stringType, type Vector, vectorOf } from '@isochron/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContributionCache } from '../cache/contribution-cache.ts';
import { StoredGenerations } from './generations.ts';
import { JoinReader } from './join-reader.ts';
import { readPlanOf } from './plan.ts';
import { batchBytes, type Event, keyBytesOf, partOf, ServedStore, tileBytes, withTiles } from './served.fixture.ts';

/** 2024-01-15 00:00. */
const E = 1_705_276_800_000;
const user: Field = { name: 'user', type: stringType };
const distinct = (k: string, windowMs: number): FeatureSpec => {
  const parts = { operation: 'BOUNDED_UNIQUE_COUNT', args: { k }, input: 'item', bucket: null, windowMs } as const;
  return { ...parts, name: featureName(parts) };
};
/** Without their windows both are called the same, so that tiles and hops have a number behind the name of the second. */
const part = partOf({
  name: 'alike',
  keys: [user],
  inputs: [{ name: 'item', type: stringType }],
  specs: [distinct('2', 7 * DAY_MS), distinct('8', 30 * DAY_MS)],
});
const [, ofMonth] = part.outputs.map(({ name }) => name);
const before: readonly Event[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((item) => [E - 29.5 * DAY_MS, item]);
const live: readonly Event[] = ['g', 'h'].map((item) => [E + HOUR_MS, item]);

let served: ServedStore;
let generations: StoredGenerations;
beforeAll(async () => {
  served = await ServedStore.open();
  const keyBytes = keyBytesOf(part, { user: 'ann' });
  const bytes = batchBytes(part, before, E) ?? new Uint8Array();
  await served.upload(part, {
    current: { id: 1, batchEndMs: E, rows: [{ keyBytes, value: { kind: 'value', bytes } }] },
    tiles: [{ keyBytes, packed: tileBytes(part, live) }],
  });
  generations = new StoredGenerations(served.store, [withTiles.datasetOf(part)]);
  await generations.refresh();
});
afterAll(() => served.dispose());

test('a feature that is read alone has its own hops and tiles, though others are called as it is', async () => {
  const plan = readPlanOf(
    { name: 'join', left: { columns: [user] }, parts: [part], externals: [], derive: [], outputs: part.outputs },
    withTiles,
  );
  const reader = new JoinReader(plan, { store: served.store, generations, cache: new ContributionCache(1 << 20) });
  const asked = [reader, reader.narrowed([ofMonth ?? '']), reader.narrowed([ofMonth ?? ''])];
  const columns = new Map<string, Vector>([['user', vectorOf(stringType, ['ann'])]]);
  for (const [atMs, wanted] of [
    [E, 6],
    [E + 2 * HOUR_MS, 8],
  ] as const) {
    for (const each of asked) {
      const fetched = await each.fetch({ rows: 1, columns, atMs });
      const output = fetched.outputs.findIndex(({ name }) => name === ofMonth);
      const { type } = fetched.outputs[output] as Field;
      expect(getValue(type, fetched.vectors[output] as Vector, 0)).toBe(wanted);
      fetched.release();
    }
  }
});
