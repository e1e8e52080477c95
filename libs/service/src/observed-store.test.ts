import type { CellView, KeyValueStore, RowMutation } from '@isochron/kv';
import { IsochronError } from '@isochron/schema';
import { expect, test } from 'vitest';
import { createRegistry } from './metrics.ts';
import { observeStore } from './observed-store.ts';

const KEYS = [Uint8Array.of(1), Uint8Array.of(2)];
const ASKED = { keys: KEYS, columns: [{ family: 'v' }], freshness: 'latest' } as const;
const ROWS: readonly RowMutation[] = [{ key: Uint8Array.of(1), mutations: [{ kind: 'delete-row' }] }];
const CELL: CellView = {
  ...{ family: 'v', timestampMs: 0, bytes: new Uint8Array() },
  ...{ qualifierStart: 0, qualifierEnd: 0, valueStart: 0, valueEnd: 0 },
};

/** A store that takes 3 ms before each cell and 4 ms after all, at once or later, by a clock that the test moves. */
function slow({ isLate = false, fault = null as Error | null } = {}) {
  const time = { ms: 0 };
  const clock = { nowMs: () => time.ms, elapsedMs: () => time.ms };
  const show = (visit: (row: number, key: Uint8Array, cell: CellView) => void): void => {
    for (const [row, key] of KEYS.entries()) {
      time.ms += 3;
      visit(row, key, CELL);
    }
    time.ms += 4;
    if (fault !== null) throw fault;
  };
  const answer = async <T>(value: T): Promise<T> => {
    time.ms += 4;
    if (fault !== null) throw fault;
    return value;
  };
  const inner: KeyValueStore = {
    ensureTable: () => answer(undefined),
    read: async (_table, _request, visit) => {
      if (isLate) await null;
      show(visit);
    },
    scan: async (_table, _request, visit) => {
      show(visit);
      return { rows: 2, next: null };
    },
    mutate: () => answer(undefined),
    mutateIf: () => answer(true),
    close: () => answer(undefined),
  };
  const registry = createRegistry();
  return { time, registry, store: observeStore(inner, registry, clock) };
}

test.each([false, true])(
  'is told the time of the store, and not of who looks at its cells (late: %s)',
  async (isLate) => {
    const { time, registry, store } = slow({ isLate });
    const seen: number[] = [];
    const reading = store.read('features', ASKED, (row) => {
      seen.push(row);
      time.ms += 1_000;
    });
    // A visitor is called when the store inside calls it.
    expect(seen).toEqual(isLate ? [] : [0, 1]);
    await reading;
    expect(seen).toEqual([0, 1]);
    const text = await registry.metrics();
    expect(text).toContain('isochron_store_call_seconds_sum{table="features",operation="read"} 0.01\n');
    expect(text).toContain('isochron_store_calls_total{table="features",operation="read",code="OK"} 1\n');
    expect(text).toContain('isochron_store_rows_total{table="features",operation="read"} 2\n');
  },
);

test('of reads a sixteenth is timed and all are counted; of other calls all are both', async () => {
  const { registry, store } = slow();
  for (let time = 0; time < 33; time++) await store.read('features', ASKED, () => undefined);
  const range = {
    ...{ from: new Uint8Array(), to: null, rowsMax: 9 },
    columns: ASKED.columns,
    freshness: 'any',
  } as const;
  for (let time = 0; time < 2; time++) {
    expect(await store.scan('features', range, () => undefined)).toEqual({ rows: 2, next: null });
    await store.mutate('features', ROWS);
    expect(await store.mutateIf('features', ROWS[0] as RowMutation, { ...CONDITION })).toBe(true);
    await store.ensureTable({ name: 'features', families: [] });
  }
  const text = await registry.metrics();
  const counts = ['read', 'scan', 'mutate', 'mutate_if', 'ensure_table'].map((operation) => [
    operation,
    told(text, `isochron_store_call_seconds_count{table="features",operation="${operation}"}`),
    told(text, `isochron_store_calls_total{table="features",operation="${operation}",code="OK"}`),
    told(text, `isochron_store_rows_total{table="features",operation="${operation}"}`),
  ]);
  expect(counts).toEqual([
    ['read', 3, 33, 66],
    ['scan', 2, 2, 4],
    ['mutate', 2, 2, 2],
    ['mutate_if', 2, 2, 2],
    ['ensure_table', 2, 2, Number.NaN],
  ]);
});

test('faults are counted by their codes, and reach who called as they are', async () => {
  for (const [fault, code] of [
    [new IsochronError('UNAVAILABLE', 'The store is gone.'), 'UNAVAILABLE'],
    [new TypeError('ours'), 'INTERNAL'],
  ] as const) {
    const { registry, store } = slow({ fault });
    for (let time = 0; time < 2; time++)
      await expect(store.read('features', ASKED, () => undefined)).rejects.toBe(fault);
    await expect(store.mutate('metadata', ROWS)).rejects.toBe(fault);
    const text = await registry.metrics();
    expect(text).toContain(`isochron_store_calls_total{table="features",operation="read",code="${code}"} 2\n`);
    expect(text).toContain(`isochron_store_calls_total{table="metadata",operation="mutate",code="${code}"} 1\n`);
    expect(text).not.toContain('code="OK"');
  }
});

const CONDITION = { family: 'v', qualifier: new Uint8Array(), value: null };

const told = (text: string, series: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length) ?? Number.NaN,
  );
