import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOfText, type KeyValueStore, scanRows } from '@isochron/kv';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLmdbStore } from './open.ts';

const HOUR_MS = 3_600_000;

let home = '';
let nowMs = 1_000 * HOUR_MS;
let store: KeyValueStore;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'isochron-kv-'));
  store = await openLmdbStore({ home, bytesMax: 8 * 2 ** 20, now: () => nowMs });
  const families = [
    { name: 'hour', versionsMax: 1, ageMaxMs: HOUR_MS },
    { name: 'ever', versionsMax: 1 },
  ];
  await store.ensureTable({ name: 't', families });
});
afterEach(async () => {
  await store.close();
  await rm(home, { recursive: true, force: true });
});

const set = (family: string, key: string, bytes: number) => ({
  key: bytesOfText(key),
  mutations: [
    { kind: 'set', family, qualifier: bytesOfText('q'), timestampMs: nowMs, value: new Uint8Array(bytes) } as const,
  ],
});

async function keysIn(family: string): Promise<number> {
  const request = { from: new Uint8Array(), to: null, rowsMax: 10_000, freshness: 'latest' } as const;
  return (await scanRows(store, 't', { ...request, columns: [{ family }] })).rows.length;
}

it('uses the space of what is too old again: a store that is written to for ever is never full', async () => {
  // Ten times as much as fits, of which a tenth is young at any time.
  for (let round = 0; round < 100; round++) {
    await store.mutate(
      't',
      Array.from({ length: 20 }, (_, n) => set('hour', `${round} ${n}`, 40_000)),
    );
    nowMs += HOUR_MS / 5;
  }
  expect(await keysIn('hour')).toBeGreaterThanOrEqual(5 * 20 - 20);
});

it('makes room even where every call is refused for want of it', async () => {
  const write = () =>
    store.mutate(
      't',
      Array.from({ length: 20 }, (_, n) => set('hour', `first ${n}`, 300_000)),
    );
  await write();
  const more = () =>
    store.mutate(
      't',
      Array.from({ length: 20 }, (_, n) => set('hour', `second ${n}`, 300_000)),
    );
  await expect(more()).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
  nowMs += 2 * HOUR_MS;
  let calls = 0;
  for (let isFull = true; isFull && calls < 100; calls++) {
    isFull = await more().then(
      () => false,
      () => true,
    );
  }
  expect(calls).toBeLessThan(20);
  expect(await keysIn('hour')).toBe(20);
});

it('takes nothing that is young, or of a family without an age, however often it goes round', async () => {
  await store.mutate(
    't',
    Array.from({ length: 300 }, (_, n) => set('ever', `ever ${n}`, 10)),
  );
  await store.mutate(
    't',
    Array.from({ length: 300 }, (_, n) => set('hour', `hour ${n}`, 10)),
  );
  nowMs += HOUR_MS;
  for (let call = 0; call < 100; call++) await store.mutate('t', [set('ever', 'ever 0', 10)]);
  expect(await keysIn('hour')).toBe(300);
  nowMs += 1;
  expect(await keysIn('hour')).toBe(0);
  for (let call = 0; call < 100; call++) await store.mutate('t', [set('ever', 'ever 0', 10)]);
  expect(await keysIn('ever')).toBe(300);
  // With a clock that is set back, what was taken out does not come back.
  nowMs -= HOUR_MS;
  expect(await keysIn('hour')).toBe(0);
});
