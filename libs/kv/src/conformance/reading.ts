import { expect, it } from 'vitest';
import { bytesOfText, keyAfter, keyAfterPrefix, textOfBytes } from '../bytes.ts';
import { scanRows } from '../rows.ts';
import { limits } from '../store.ts';
import { BOTH, mutate, openTable, read, rowOf, type Subject, scan, TABLE } from './subject.ts';

export function reading(subject: () => Subject): void {
  const filled = async () => {
    const store = await openTable(subject());
    await store.mutate(TABLE, [
      rowOf('b', 'set one:x@1=b1', 'set three:x@1=old', 'set three:x@2=new', 'set three:y@1=by'),
      rowOf('a', 'set one:z@5=az', 'set one:x@5=ax', 'set one:@5=none'),
      rowOf('c', 'set three:x@1=c'),
    ]);
    return store;
  };

  it('gives rows in the order they are asked for, missing ones empty, and one asked twice twice', async () => {
    const store = await filled();
    expect(await read(store, ['c', 'nothing', 'a', 'c'])).toEqual([
      ['three:x@1=c'],
      [],
      ['one:@5=none', 'one:x@5=ax', 'one:z@5=az'],
      ['three:x@1=c'],
    ]);
    expect(await read(store, [])).toEqual([]);
  });

  it('gives families as they are asked for, qualifiers in order, the newest cells first', async () => {
    const store = await filled();
    expect(await read(store, ['b'])).toEqual([['one:x@1=b1', 'three:x@2=new', 'three:y@1=by']]);
    const columns = [{ family: 'three' }, { family: 'one' }];
    expect(await read(store, ['b'], { columns })).toEqual([['three:x@2=new', 'three:y@1=by', 'one:x@1=b1']]);
    expect(await read(store, ['b'], { columns: [{ family: 'three' }], versions: 2 })).toEqual([
      ['three:x@2=new', 'three:x@1=old', 'three:y@1=by'],
    ]);
  });

  it('gives the qualifiers of a range, its end left out', async () => {
    const store = await filled();
    const of = (from: string | null, to: string | null) =>
      read(store, ['a'], {
        columns: [
          {
            family: 'one',
            ...(from === null ? {} : { from: bytesOfText(from) }),
            ...(to === null ? {} : { to: bytesOfText(to) }),
          },
        ],
      });
    expect(await of('x', null)).toEqual([['one:x@5=ax', 'one:z@5=az']]);
    expect(await of(null, 'x')).toEqual([['one:@5=none']]);
    expect(await of('x', 'z')).toEqual([['one:x@5=ax']]);
    expect(await of('x', 'x')).toEqual([[]]);
  });

  it('scans keys in the order of their bytes, a prefix before what it begins', async () => {
    const store = await openTable(subject());
    const keys = [[0], [0, 0], [0, 255], [1], [127], [128], [255], [255, 0], [255, 255]].map((key) =>
      Uint8Array.from(key),
    );
    const mutations = rowOf('', 'set one:x@1=').mutations;
    await store.mutate(
      TABLE,
      keys.toReversed().map((key) => ({ key, mutations })),
    );
    const all = { to: null, rowsMax: 100, columns: BOTH, freshness: 'latest' } as const;
    const { rows, next } = await scanRows(store, TABLE, { ...all, from: new Uint8Array() });
    expect(rows.map(({ key }) => [...key])).toEqual(keys.map((key) => [...key]));
    expect(next).toBeNull();
    const from = Uint8Array.from([0]);
    const below = await scanRows(store, TABLE, { ...all, from, to: keyAfterPrefix(from) });
    expect(below.rows.map(({ key }) => [...key])).toEqual([[0], [0, 0], [0, 255]]);
    expect(keyAfterPrefix(Uint8Array.from([255]))).toBeNull();
  });

  it('scans page by page, and counts only rows that have what is asked for', async () => {
    const store = await filled();
    expect(await scan(store, { from: bytesOfText('a'), to: bytesOfText('c') })).toEqual([
      'a: one:@5=none one:x@5=ax one:z@5=az',
      'b: one:x@1=b1 three:x@2=new three:y@1=by',
    ]);
    expect(await scan(store, { from: keyAfter(bytesOfText('a')) })).toHaveLength(2);
    expect(await scan(store, { from: bytesOfText('d') })).toEqual([]);
    const columns = [{ family: 'three' }];
    const page = { from: new Uint8Array(), to: null, rowsMax: 1, columns, freshness: 'latest' } as const;
    const seen: string[] = [];
    for (let from: Uint8Array | null = page.from; from !== null; ) {
      const end: { rows: number; next: Uint8Array | null } = await store.scan(TABLE, { ...page, from }, (row, key) => {
        expect(row).toBe(0);
        if (seen.at(-1) !== textOfBytes(key)) seen.push(textOfBytes(key));
      });
      expect(end.rows).toBeLessThanOrEqual(1);
      from = end.next;
    }
    expect(seen).toEqual(['b', 'c']);
  });

  it('takes keys, qualifiers and values up to its limits, of any bytes', async () => {
    const store = await openTable(subject());
    const key = new Uint8Array(limits.keyBytes).fill(255);
    const qualifier = new Uint8Array(limits.qualifierBytes).fill(0);
    const value = Uint8Array.from({ length: limits.valueBytes }, (_, index) => index % 251);
    await store.mutate(TABLE, [
      { key, mutations: [{ kind: 'set', family: 'one', qualifier, timestampMs: 8.64e15, value }] },
    ]);
    const from = key.subarray(0, 10);
    const { rows } = await scanRows(store, TABLE, { from, to: null, rowsMax: 1, columns: BOTH, freshness: 'latest' });
    expect(rows).toHaveLength(1);
    expect(Buffer.compare(rows[0]?.key ?? from, key)).toBe(0);
    const cell = rows[0]?.cells[0];
    expect(cell?.timestampMs).toBe(8.64e15);
    expect(Buffer.compare(cell?.qualifier ?? from, qualifier)).toBe(0);
    expect(Buffer.compare(cell?.value ?? from, value)).toBe(0);
  });

  it('rejects with what its visitor throws', async () => {
    const store = await filled();
    const request = { keys: [bytesOfText('a')], columns: BOTH, freshness: 'latest' } as const;
    const mine = Object.assign(new Error('mine'), { code: 7 });
    const visit = () => {
      throw mine;
    };
    await expect(store.read(TABLE, request, visit)).rejects.toBe(mine);
    const all = { from: new Uint8Array(), to: null, rowsMax: 9, columns: BOTH, freshness: 'latest' } as const;
    await expect(store.scan(TABLE, all, visit)).rejects.toBe(mine);
    await mutate(store, 'd', 'set one:x@1=d');
    expect(await scan(store)).toHaveLength(4);
  });
}
