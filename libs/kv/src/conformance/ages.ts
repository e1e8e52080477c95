import { expect, it } from 'vitest';
import type { KeyValueStore } from '../store.ts';
import { conditionOf } from './conditions.ts';
import { expectError, read as readAll, rowOf, type Subject, scan as scanAll, TABLE } from './subject.ts';

const AGE_MS = 3_600_000;
const columns = [{ family: 'hour' }, { family: 'ever' }];
const read = (store: KeyValueStore, keys: readonly string[], versions?: number) =>
  readAll(store, keys, {
    columns: versions === undefined ? columns : [{ family: 'hour' }],
    ...(versions === undefined ? {} : { versions }),
  });

/** A table of which one family keeps three versions for an hour, the other one for ever. */
async function openAging(subject: Subject): Promise<KeyValueStore> {
  const store = await subject.open();
  const families = [
    { name: 'hour', versionsMax: 3, ageMaxMs: AGE_MS },
    { name: 'ever', versionsMax: 1 },
  ];
  await store.ensureTable({ name: TABLE, families });
  return store;
}

export function ages(subject: () => Subject): void {
  // The store's own clock says how old a cell is; a minute is more than clocks differ and tests take.
  const young = () => Date.now() - AGE_MS + 60_000;
  const old = () => Date.now() - AGE_MS - 60_000;

  it('shows no cell that is older than its family keeps them, whenever it was written', async () => {
    const store = await openAging(subject());
    const [kept, gone] = [young(), old()];
    await store.mutate(TABLE, [
      rowOf('a', `set hour:x@${kept}=kept`, `set hour:x@${gone}=gone`, `set hour:y@${gone}=gone`, `set ever:x@1=ever`),
      rowOf('b', `set hour:x@${gone}=gone`),
      rowOf('c', `replace hour:x@${gone}=gone`, `set ever:x@2=ever`),
    ]);
    expect(await read(store, ['a', 'b', 'c'])).toEqual([
      [`hour:x@${kept}=kept`, 'ever:x@1=ever'],
      [],
      ['ever:x@2=ever'],
    ]);
    expect(await read(store, ['a'], 3)).toEqual([[`hour:x@${kept}=kept`]]);
    expect(await scanAll(store, { columns })).toEqual([`a: hour:x@${kept}=kept ever:x@1=ever`, 'c: ever:x@2=ever']);
  });

  it('does not count a row of nothing but old cells among those of a scan', async () => {
    const store = await openAging(subject());
    const gone = old();
    await store.mutate(TABLE, [
      ...['a', 'b', 'c'].map((key) => rowOf(key, `set hour:x@${gone}=gone`)),
      rowOf('d', `set hour:x@${young()}=kept`),
    ]);
    const request = { from: new Uint8Array(), to: null, rowsMax: 1, columns, freshness: 'latest' } as const;
    let cells = 0;
    expect(await store.scan(TABLE, request, () => cells++)).toEqual({ rows: 1, next: null });
    expect(cells).toBe(1);
  });

  it('holds a condition against what is not too old', async () => {
    const store = await openAging(subject());
    const gone = old();
    await store.mutate(TABLE, [rowOf('a', `replace hour:x@${gone}=gone`)]);
    expect(await store.mutateIf(TABLE, rowOf('a', 'set ever:x@1=never'), conditionOf('hour:x=gone'))).toBe(false);
    expect(await read(store, ['a'])).toEqual([[]]);
    const kept = young();
    expect(await store.mutateIf(TABLE, rowOf('a', `replace hour:x@${kept}=kept`), conditionOf('hour:x'))).toBe(true);
    expect(await store.mutateIf(TABLE, rowOf('a', 'set ever:x@1=done'), conditionOf('hour:x=kept'))).toBe(true);
    expect(await read(store, ['a'])).toEqual([[`hour:x@${kept}=kept`, 'ever:x@1=done']]);
  });

  it('leaves cells alone that are young when old ones beside them go', async () => {
    const store = await openAging(subject());
    const [kept, gone] = [young(), old()];
    const rows = Array.from({ length: 200 }, (_, n) =>
      rowOf(`row ${n}`, `set hour:x@${kept}=${n}`, `set hour:y@${gone}=${n}`),
    );
    for (let round = 0; round < 5; round++) await store.mutate(TABLE, rows);
    const found = await scanAll(store, { columns });
    expect(found).toHaveLength(200);
    for (const row of found) expect(row).toMatch(/^row \d+: hour:x@\d+=\d+$/);
  });

  it('refuses to keep a family for another time than it does, and times that are none', async () => {
    const store = await openAging(subject());
    const hour = { name: 'hour', versionsMax: 3 };
    await expectError(
      store.ensureTable({ name: TABLE, families: [hour] }),
      'FAILED_PRECONDITION',
      '"hour"',
      String(AGE_MS),
    );
    const longer = [{ ...hour, ageMaxMs: 2 * AGE_MS }];
    await expectError(store.ensureTable({ name: TABLE, families: longer }), 'FAILED_PRECONDITION', String(2 * AGE_MS));
    for (const ageMaxMs of [0, -1, 0.5, Number.NaN]) {
      const families = [{ name: 'other', versionsMax: 1, ageMaxMs }];
      await expectError(store.ensureTable({ name: TABLE, families }), 'INVALID_ARGUMENT', String(ageMaxMs));
    }
  });
}
