import { randomUUID } from 'node:crypto';
import { IsochronError } from '@isochron/schema';
import { expect, it } from 'vitest';
import { bytesOfText, textOfBytes } from '../bytes.ts';
import { readRows, valueIn } from '../rows.ts';
import type { KeyValueStore } from '../store.ts';
import { BOTH, mutate, openTable, read, type Subject, TABLE } from './subject.ts';

const WRITERS = 6;
const COUNTS = 8;
const KEY = bytesOfText('counter');
const VERSION = { family: 'one', qualifier: bytesOfText('version') };

/**
 * One count more, as a writer does that may lose any reply: it counts under the version it read, and leaves its name, by which it finds out that it
 * has counted already.
 */
export async function countOnce(store: KeyValueStore, name: string): Promise<void> {
  for (;;) {
    const [cells = []] = await readRows(store, TABLE, { keys: [KEY], columns: BOTH, freshness: 'latest' });
    if (valueIn(cells, 'three', bytesOfText(name)) !== undefined) return;
    const version = valueIn(cells, VERSION.family, VERSION.qualifier) ?? null;
    const next = bytesOfText(`${version === null ? 1 : Number.parseInt(textOfBytes(version), 10) + 1} by ${name}`);
    const row = {
      key: KEY,
      mutations: [
        { kind: 'replace', ...VERSION, timestampMs: 0, value: next },
        { kind: 'set', family: 'three', qualifier: bytesOfText(name), timestampMs: 1, value: next },
      ],
    } as const;
    try {
      if (await store.mutateIf(TABLE, row, { ...VERSION, value: version })) return;
    } catch (thrown) {
      if (IsochronError.from(thrown).code !== 'UNAVAILABLE') throw thrown;
    }
  }
}

export function concurrency(subject: () => Subject): void {
  it('loses no count of writers that race under a condition', async () => {
    const stores = await Promise.all(Array.from({ length: WRITERS }, () => openTable(subject())));
    await Promise.all(
      stores.map(async (store) => {
        for (let count = 0; count < COUNTS; count++) await countOnce(store, `w${randomUUID().replaceAll('-', '')}`);
      }),
    );
    const [store] = stores;
    if (store === undefined) throw new Error('There is no writer.');
    const [cells = []] = await readRows(store, TABLE, { keys: [KEY], columns: BOTH, freshness: 'latest' });
    const numberIn = (value: Uint8Array): number => Number.parseInt(textOfBytes(value), 10);
    expect(numberIn(valueIn(cells, 'one', VERSION.qualifier) ?? KEY)).toBe(WRITERS * COUNTS);
    const counts = cells.filter(({ family }) => family === 'three').map(({ value }) => numberIn(value));
    expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: WRITERS * COUNTS }, (_, count) => count + 1));
  });

  it('lets one of many writers of a new row be first', async () => {
    const stores = await Promise.all(Array.from({ length: WRITERS }, () => openTable(subject())));
    const won = await Promise.all(
      stores.map((store, writer) => {
        const value = bytesOfText(`${writer}`);
        const mutations = [{ kind: 'replace', ...VERSION, timestampMs: 0, value }] as const;
        return store.mutateIf(TABLE, { key: KEY, mutations }, { ...VERSION, value: null }).catch(() => false);
      }),
    );
    const winner = won.indexOf(true);
    const [store] = stores;
    const found = store === undefined ? [] : await read(store, ['counter']);
    expect(won.filter((isFirst) => isFirst).length).toBeLessThanOrEqual(1);
    if (winner >= 0) expect(found).toEqual([[`one:version@0=${winner}`]]);
    else expect(found).toHaveLength(1);
  });

  it('shows a reader all mutations of a row, or none', async () => {
    const writer = await openTable(subject());
    const reader = await subject().open();
    const write = (n: number) =>
      mutate(writer, 'a', `replace one:x@1=${n}`, `replace three:x@1=${n}`, `replace three:y@1=${n}`);
    await write(0);
    let isWriting = true;
    const writing = (async () => {
      for (let n = 1; n <= 25; n++) await write(n);
      isWriting = false;
    })();
    while (isWriting) {
      const [cells = []] = await read(reader, ['a']);
      expect(cells).toHaveLength(3);
      expect(new Set(cells.map((cell) => cell.split('=')[1])).size).toBe(1);
      // A store that answers at once never lets a writer's turn come.
      await new Promise(setImmediate);
    }
    await writing;
    expect(await read(reader, ['a'])).toEqual([['one:x@1=25', 'three:x@1=25', 'three:y@1=25']]);
  });

  it('shows what another acknowledged', async () => {
    const stores = [await openTable(subject()), await openTable(subject())] as const;
    for (let n = 0; n < 20; n++) {
      await mutate(stores[n % 2 === 0 ? 0 : 1], 'a', `replace one:x@1=${n}`);
      expect(await read(stores[n % 2 === 0 ? 1 : 0], ['a'])).toEqual([[`one:x@1=${n}`]]);
    }
  });
}
