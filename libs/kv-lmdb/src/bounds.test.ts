import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOfText, type KeyValueStore, readRows } from '@isochron/kv';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLmdbStore } from './open.ts';

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'isochron-kv-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const QUALIFIER = bytesOfText('q');

async function opened(bytesMax: number): Promise<KeyValueStore> {
  const store = await openLmdbStore({ home, bytesMax });
  await store.ensureTable({ name: 't', families: [{ name: 'f', versionsMax: 1 }] });
  return store;
}

function put(store: KeyValueStore, key: string, bytes: number): Promise<void> {
  const value = new Uint8Array(bytes).fill(7);
  const cell = { kind: 'replace', family: 'f', qualifier: QUALIFIER, timestampMs: 1, value } as const;
  return store.mutate('t', [{ key: bytesOfText(key), mutations: [cell] }]);
}

const read = async (store: KeyValueStore, key: string): Promise<number | undefined> => {
  const columns = [{ family: 'f' }];
  const [cells] = await readRows(store, 't', { keys: [bytesOfText(key)], columns, freshness: 'latest' });
  return cells?.[0]?.value.length;
};

it('says that it is full, goes on reading, and takes more once something was deleted', async () => {
  const store = await opened(4 * 2 ** 20);
  let kept = 0;
  const filling = async () => {
    for (; kept < 100; kept++) await put(store, `row ${kept}`, 200_000);
  };
  await expect(filling()).rejects.toMatchObject({
    code: 'RESOURCE_EXHAUSTED',
    message: expect.stringContaining('bytesMax'),
  });
  expect(kept).toBeGreaterThan(5);
  expect(kept).toBeLessThan(21);
  expect(await read(store, 'row 0')).toBe(200_000);
  expect(await read(store, `row ${kept}`)).toBeUndefined();
  const rows = Array.from(
    { length: 5 },
    (_, row) => ({ key: bytesOfText(`row ${row}`), mutations: [{ kind: 'delete-row' }] }) as const,
  );
  await store.mutate('t', rows);
  await put(store, 'after', 200_000);
  expect(await read(store, 'after')).toBe(200_000);
  await store.close();
});

it('leaves a row as it was when there is no room for all of its families', async () => {
  const store = await opened(2 * 2 ** 20);
  await store.ensureTable({ name: 't', families: [{ name: 'g', versionsMax: 1 }] });
  await put(store, 'a', 1_000);
  const value = (bytes: number) => ({ qualifier: QUALIFIER, timestampMs: 1, value: new Uint8Array(bytes) });
  const both = [
    { kind: 'replace', family: 'f', ...value(2_000) },
    { kind: 'replace', family: 'g', ...value(4_000_000) },
  ] as const;
  const row = { key: bytesOfText('a'), mutations: both };
  await expect(store.mutate('t', [row])).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
  expect(await read(store, 'a')).toBe(1_000);
  await store.close();
});

it('opens with a larger bound what was closed with a smaller one', async () => {
  const small = await opened(2 ** 20);
  await expect(put(small, 'a', 2_000_000)).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' });
  await small.close();
  const large = await opened(2 ** 26);
  await put(large, 'a', 2_000_000);
  expect(await read(large, 'a')).toBe(2_000_000);
  await large.close();
});

it('says what is wrong with files that are not its own', async () => {
  await (await opened(2 ** 20)).close();
  const file = join(home, 'kv', 'data.mdb');
  await truncate(file, 0);
  await writeFile(file, 'something else entirely'.repeat(2_000));
  await expect(opened(2 ** 20)).rejects.toMatchObject({ code: 'DATA_LOSS', message: expect.stringContaining(home) });
});

it('writes no more into files that were taken away or replaced', async () => {
  const store = await opened(2 ** 20);
  await put(store, 'a', 10);
  await rm(join(home, 'kv', 'data.mdb'));
  await expect(put(store, 'b', 10)).rejects.toMatchObject({
    code: 'DATA_LOSS',
    message: expect.stringContaining('taken away'),
  });
  await writeFile(join(home, 'kv', 'data.mdb'), 'another');
  await expect(put(store, 'b', 10)).rejects.toMatchObject({
    code: 'DATA_LOSS',
    message: expect.stringContaining('replaced'),
  });
  await store.close();
});
