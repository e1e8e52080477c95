import { IsochronError } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import { bytesOfText, textOfBytes } from './bytes.ts';
import { hostileStore, retryingStore } from './hostile.ts';
import { readRows, scanRows } from './rows.ts';
import type { CellVisitor, Freshness, KeyValueStore, RowMutation } from './store.ts';

const SEED = 7;
const CALM = { seed: SEED, delayMsMax: 0, lostRequests: 0, lostReplies: 0, staleReads: 0 };
const KEY = bytesOfText('key');

/** A store of one cell, of which nothing but that is used: `mutate` counts it up, `mutateIf` writes what it is given. */
function countingStore(): KeyValueStore & { value: string } {
  const show = (visit: CellVisitor): void => {
    const bytes = bytesOfText(`q${counting.value}`);
    const view = { family: 'f', timestampMs: 1, bytes, qualifierStart: 0, qualifierEnd: 1 };
    visit(0, KEY, { ...view, valueStart: 1, valueEnd: bytes.length });
  };
  const counting = {
    value: '0',
    ensureTable: async () => {},
    read: async (_table: string, _request: object, visit: CellVisitor) => show(visit),
    scan: async (_table: string, _request: object, visit: CellVisitor) => {
      show(visit);
      return { rows: 1, next: null };
    },
    mutate: async () => {
      counting.value = String(Number(counting.value) + 1);
    },
    mutateIf: async (_table: string, row: RowMutation, condition: { readonly value: Uint8Array | null }) => {
      if (condition.value === null || textOfBytes(condition.value) !== counting.value) return false;
      for (const mutation of row.mutations)
        if (mutation.kind === 'replace') counting.value = textOfBytes(mutation.value);
      return true;
    },
    close: async () => {},
  };
  return counting;
}

const rows = [{ key: KEY, mutations: [{ kind: 'delete-row' }] }] as const;

async function valueIn(store: KeyValueStore, freshness: Freshness, how: 'read' | 'scan' = 'read'): Promise<string> {
  const columns = [{ family: 'f' }];
  const cells =
    how === 'read'
      ? (await readRows(store, 't', { keys: [KEY], columns, freshness }))[0]
      : (await scanRows(store, 't', { from: KEY, to: null, rowsMax: 1, columns, freshness })).rows[0]?.cells;
  return textOfBytes(cells?.[0]?.value ?? bytesOfText('nothing'));
}

describe('a hostile store', () => {
  it('loses replies of calls that did happen, and requests of calls that did not', async () => {
    const inner = countingStore();
    const deaf = hostileStore(inner, { ...CALM, lostReplies: 1 });
    const thrown = await deaf.mutate('t', rows).catch(IsochronError.from);
    expect(thrown).toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('may have happened') });
    expect(inner.value).toBe('1');
    expect(deaf.events).toEqual(['lost the reply of mutate t']);
    const mute = hostileStore(inner, { ...CALM, lostRequests: 1 });
    await expect(mute.mutate('t', rows)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(inner.value).toBe('1');
    expect(mute.events).toEqual(['lost the request of mutate t']);
  });

  it.each(['read', 'scan'] as const)('answers a %s from the past, where the caller takes any', async (how) => {
    const inner = countingStore();
    const hostile = hostileStore(inner, { ...CALM, staleReads: 1 });
    expect(await valueIn(hostile, 'any', how)).toBe('0');
    inner.value = '5';
    expect(await valueIn(hostile, 'any', how)).toBe('0');
    inner.value = '6';
    expect(await valueIn(hostile, 'any', how)).toBe('5');
    expect(await valueIn(hostile, 'latest', how)).toBe('6');
    expect(hostile.events).toHaveLength(2);
  });

  it('does the same for the same seed, and gives in to who asks again', async () => {
    const stories = [1, 2].map(async () => {
      const inner = countingStore();
      const hostile = hostileStore(inner, { ...CALM, delayMsMax: 1, lostReplies: 0.4, lostRequests: 0.2 });
      const patient = retryingStore(hostile, 50);
      for (let call = 0; call < 10; call++) await patient.mutate('t', rows);
      return [inner.value, hostile.events];
    });
    const [first, second] = await Promise.all(stories);
    expect(first).toEqual(second);
    expect(Number(first?.[0])).toBeGreaterThan(10);
  });

  it('is not asked twice for a condition of which it lost the reply', async () => {
    const inner = countingStore();
    const patient = retryingStore(hostileStore(inner, { ...CALM, lostReplies: 0.5, lostRequests: 0.2 }), 50);
    for (let count = 0; count < 20; count++) {
      const next = { family: 'f', qualifier: bytesOfText('q'), timestampMs: 1, value: bytesOfText(`${count + 1}`) };
      const row = { key: KEY, mutations: [{ kind: 'replace', ...next }] } as const;
      const condition = { family: 'f', qualifier: next.qualifier, value: bytesOfText(`${count}`) };
      expect(await patient.mutateIf('t', row, condition)).toBe(true);
    }
    expect(inner.value).toBe('20');
  });

  it('is given up on after so many attempts', async () => {
    const hostile = hostileStore(countingStore(), { ...CALM, lostReplies: 1 });
    await expect(retryingStore(hostile, 3).mutate('t', rows)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(hostile.events).toHaveLength(3);
  });
});
