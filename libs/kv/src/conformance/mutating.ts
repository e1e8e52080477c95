import { expect, it } from 'vitest';
import { mutate, openTable, read, rowOf, type Subject, scan, TABLE } from './subject.ts';

export function mutating(subject: () => Subject): void {
  it('keeps the newest cells of a column, whatever order they came in', async () => {
    const store = await openTable(subject());
    await mutate(store, 'a', 'set one:x@7=seven', 'set three:x@7=seven');
    await mutate(store, 'a', 'set one:x@5=five', 'set three:x@5=five');
    await mutate(store, 'a', 'set three:x@9=nine', 'set three:x@6=six');
    expect(await read(store, ['a'], { columns: [{ family: 'one' }] })).toEqual([['one:x@7=seven']]);
    expect(await read(store, ['a'], { columns: [{ family: 'three' }], versions: 3 })).toEqual([
      ['three:x@9=nine', 'three:x@7=seven', 'three:x@6=six'],
    ]);
  });

  it('puts a cell in the place of one with its timestamp', async () => {
    const store = await openTable(subject());
    await mutate(store, 'a', 'set three:x@7=before');
    await mutate(store, 'a', 'set three:x@7=after');
    expect(await read(store, ['a'], { columns: [{ family: 'three' }], versions: 3 })).toEqual([['three:x@7=after']]);
  });

  it('replaces all cells of a column by one, even an older one', async () => {
    const store = await openTable(subject());
    await mutate(store, 'a', 'set three:x@7=a', 'set three:x@8=b', 'set three:y@9=y', 'set one:x@9=x');
    await mutate(store, 'a', 'replace three:x@1=c', 'replace one:x@2=d');
    const versions = { columns: [{ family: 'three' }], versions: 3 };
    expect(await read(store, ['a'], versions)).toEqual([['three:x@1=c', 'three:y@9=y']]);
    expect(await read(store, ['a'])).toEqual([['one:x@2=d', 'three:x@1=c', 'three:y@9=y']]);
  });

  it('applies the mutations of a row one after the other', async () => {
    const store = await openTable(subject());
    await mutate(store, 'a', 'set one:x@1=a', 'delete', 'set three:x@1=b', 'set three:y@1=c', 'delete three:x');
    expect(await read(store, ['a'])).toEqual([['three:y@1=c']]);
    await mutate(store, 'a', 'set one:x@1=d', 'delete three', 'replace one:x@0=e');
    expect(await read(store, ['a'])).toEqual([['one:x@0=e']]);
  });

  it('deletes a column, a family, a row; a row without cells is not there', async () => {
    const store = await openTable(subject());
    await mutate(store, 'a', 'set one:x@1=a', 'set one:y@1=b', 'set three:x@1=c', 'set three:x@2=d');
    await mutate(store, 'b', 'set one:x@1=a');
    await mutate(store, 'a', 'delete one:x');
    expect(await read(store, ['a'])).toEqual([['one:y@1=b', 'three:x@2=d']]);
    await mutate(store, 'a', 'delete three');
    expect(await read(store, ['a'])).toEqual([['one:y@1=b']]);
    await mutate(store, 'a', 'delete');
    expect(await scan(store)).toEqual(['b: one:x@1=a']);
    await mutate(store, 'b', 'delete one:x', 'delete three:nothing');
    expect(await scan(store)).toEqual([]);
  });

  it('deletes what is not there', async () => {
    const store = await openTable(subject());
    await mutate(store, 'a', 'delete');
    await mutate(store, 'a', 'delete one');
    await mutate(store, 'a', 'delete one:x');
    expect(await scan(store)).toEqual([]);
  });

  it('mutates many rows in a call, and leaves the same when it is made again', async () => {
    const store = await openTable(subject());
    const rows = Array.from({ length: 500 }, (_, n) =>
      rowOf(`row ${n}`, `set one:x@${n}=${n}`, `replace three:x@1=${n}`),
    );
    await store.mutate(TABLE, rows);
    const once = await scan(store);
    await store.mutate(TABLE, rows);
    expect(await scan(store)).toEqual(once);
    expect(once).toHaveLength(500);
    await store.mutate(TABLE, []);
  });

  it('takes thousands of cells of one row', async () => {
    const store = await openTable(subject());
    const names = Array.from({ length: 3_000 }, (_, n) => `id${String(n).padStart(5, '0')}`);
    await mutate(store, 'a', ...names.map((name) => `set one:${name}@1=`));
    await mutate(store, 'a', ...names.slice(1_000).map((name) => `delete one:${name}`));
    expect(await read(store, ['a'])).toEqual([names.slice(0, 1_000).map((name) => `one:${name}@1=`)]);
  });
}
