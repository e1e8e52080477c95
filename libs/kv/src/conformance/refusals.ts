import { expect, it } from 'vitest';
import { bytesOfText } from '../bytes.ts';
import { readRows, scanRows } from '../rows.ts';
import { type ColumnRange, limits, type Mutation } from '../store.ts';
import { conditionOf } from './conditions.ts';
import { BOTH, expectError, mutate, openTable, read, rowOf, type Subject, scan, TABLE } from './subject.ts';

export function refusals(subject: () => Subject): void {
  it('knows only tables and families that were declared', async () => {
    const store = await openTable(subject());
    const key = bytesOfText('a');
    const request = { keys: [key], columns: BOTH, freshness: 'latest' } as const;
    await expectError(readRows(store, 'nothing', request), 'NOT_FOUND', '"nothing"');
    await expectError(store.mutate('nothing', [rowOf('a', 'set one:x@1=')]), 'NOT_FOUND', '"nothing"');
    await expectError(read(store, ['a'], { columns: [{ family: 'four' }] }), 'NOT_FOUND', '"four"', 'one, three');
    await expectError(scan(store, { columns: [{ family: 'four' }] }), 'NOT_FOUND', '"four"');
    await expectError(mutate(store, 'a', 'set one:x@1=', 'set four:x@1='), 'NOT_FOUND', '"four"');
    await expectError(store.mutateIf(TABLE, rowOf('a', 'set one:x@1='), conditionOf('four:x')), 'NOT_FOUND', '"four"');
    expect(await scan(store)).toEqual([]);
  });

  it('declares tables again, and adds families, but changes none', async () => {
    const first = await openTable(subject());
    await mutate(first, 'a', 'set one:x@1=kept');
    const second = await openTable(subject());
    expect(await read(second, ['a'])).toEqual([['one:x@1=kept']]);
    await second.ensureTable({ name: TABLE, families: [{ name: 'four', versionsMax: 1 }] });
    await mutate(first, 'a', 'set four:x@1=too');
    expect(await read(second, ['a'], { columns: [...BOTH, { family: 'four' }] })).toEqual([
      ['one:x@1=kept', 'four:x@1=too'],
    ]);
    const other = [
      { name: 'five', versionsMax: 1 },
      { name: 'three', versionsMax: 2 },
    ];
    await expectError(first.ensureTable({ name: TABLE, families: other }), 'FAILED_PRECONDITION', '"three"', '3', '2');
    await expectError(read(first, ['a'], { columns: [{ family: 'five' }] }), 'NOT_FOUND');
  });

  it('refuses names that a table or family cannot have', async () => {
    const store = await subject().open();
    for (const name of ['', 'A', '1a', 'a-b', 'ä', 'a.b', 'a'.repeat(limits.nameLength + 1)]) {
      await expectError(store.ensureTable({ name, families: [] }), 'INVALID_ARGUMENT', JSON.stringify(name));
      const families = [{ name, versionsMax: 1 }];
      await expectError(store.ensureTable({ name: 'a', families }), 'INVALID_ARGUMENT', JSON.stringify(name));
    }
    for (const versionsMax of [0, -1, 1.5, Number.NaN, limits.versionsMax + 1]) {
      const families = [{ name: 'f', versionsMax }];
      await expectError(store.ensureTable({ name: 'a', families }), 'INVALID_ARGUMENT', String(versionsMax));
    }
    const twice = [1, 1].map((versionsMax) => ({ name: 'f', versionsMax }));
    await expectError(store.ensureTable({ name: 'a', families: twice }), 'INVALID_ARGUMENT', '"f" twice');
  });

  it('refuses reads beyond its limits', async () => {
    const store = await openTable(subject());
    const refused = (call: Promise<unknown>, ...words: readonly string[]) =>
      expectError(call, 'INVALID_ARGUMENT', ...words);
    await refused(read(store, ['']), 'no bytes');
    await refused(read(store, ['k'.repeat(limits.keyBytes + 1)]), '4001', '4000');
    await refused(read(store, Array(limits.keysPerRead + 1).fill('a')), '10001', 'keys of a read');
    await refused(read(store, ['a'], { columns: [] }), 'No family');
    await refused(read(store, ['a'], { columns: [{ family: 'one' }, { family: 'one' }] }), '"one" is asked for twice');
    await refused(read(store, ['a'], { versions: 2 }), '2 versions', '"one"', 'keeps 1');
    await refused(read(store, ['a'], { versions: 0 }), 'versions is 0');
    for (const rowsMax of [0, 1.5, limits.rowsPerScan + 1]) await refused(scan(store, { rowsMax }), String(rowsMax));
    const columns: readonly ColumnRange[] = [{ family: 'one', from: bytesOfText('b'), to: bytesOfText('a') }];
    await refused(read(store, ['a'], { columns }), 'end before they begin');
    const all = { from: new Uint8Array(), rowsMax: 1, columns: BOTH, freshness: 'latest' } as const;
    await refused(scanRows(store, TABLE, { ...all, to: new Uint8Array(limits.keyBytes + 1) }), '4001');
  });

  it('refuses mutations beyond its limits, and then mutates nothing', async () => {
    const store = await openTable(subject());
    const good = rowOf('good', 'set one:x@1=');
    const cell = {
      kind: 'set',
      family: 'one',
      qualifier: bytesOfText('x'),
      timestampMs: 1,
      value: bytesOfText(''),
    } as const;
    const refused = (key: Uint8Array, mutation: Mutation, ...words: readonly string[]) =>
      expectError(store.mutate(TABLE, [good, { key, mutations: [mutation] }]), 'INVALID_ARGUMENT', ...words);
    const key = bytesOfText('bad');
    await refused(new Uint8Array(), cell, 'no bytes');
    await refused(new Uint8Array(limits.keyBytes + 1), cell, '4001');
    await refused(key, { ...cell, qualifier: new Uint8Array(limits.qualifierBytes + 1) }, '4001', '"bad"');
    await refused(
      key,
      { ...cell, value: new Uint8Array(limits.valueBytes + 1) },
      String(limits.valueBytes + 1),
      '"bad"',
    );
    for (const timestampMs of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      await refused(key, { ...cell, timestampMs }, String(timestampMs));
    await refused(good.key, cell, '"good" stands twice');
    await expectError(store.mutate(TABLE, [good, { key, mutations: [] }]), 'INVALID_ARGUMENT', 'Nothing', '"bad"');
    const many = { key, mutations: Array<Mutation>(limits.mutationsPerCall).fill(cell) };
    await expectError(store.mutate(TABLE, [good, many]), 'INVALID_ARGUMENT', '100001 mutations');
    const large = { ...cell, value: new Uint8Array(limits.valueBytes) };
    const seven = { key, mutations: Array<Mutation>(7).fill(large) };
    await expectError(store.mutate(TABLE, [good, seven]), 'INVALID_ARGUMENT', 'bytes of a call');
    await expectError(store.mutateIf(TABLE, seven, conditionOf('one:x')), 'INVALID_ARGUMENT', 'bytes of a call');
    expect(await scan(store)).toEqual([]);
  });

  it('refuses a row that grows beyond its limit, and leaves it whole', async () => {
    const store = await openTable(subject());
    const value = new Uint8Array(limits.valueBytes);
    const key = bytesOfText('a');
    const mutationsOf = (names: readonly string[]): readonly Mutation[] => [
      {
        kind: 'replace',
        family: 'three',
        qualifier: bytesOfText('last'),
        timestampMs: 1,
        value: bytesOfText(names.join()),
      },
      ...names.map(
        (name): Mutation => ({ kind: 'set', family: 'one', qualifier: bytesOfText(name), timestampMs: 1, value }),
      ),
    ];
    const add = (...names: readonly string[]) => store.mutate(TABLE, [{ key, mutations: mutationsOf(names) }]);
    await add('a', 'b', 'c', 'd', 'e', 'f');
    await expectError(add('g'), 'RESOURCE_EXHAUSTED', '"a"', '"one"', String(limits.familyBytes));
    expect(await read(store, ['a'], { columns: [{ family: 'three' }] })).toEqual([['three:last@1=a,b,c,d,e,f']]);
    let cells = 0;
    await store.read(TABLE, { keys: [key], columns: [{ family: 'one' }], freshness: 'latest' }, () => cells++);
    expect(cells).toBe(6);
  });

  it('aborts every call after it was closed', async () => {
    const store = await openTable(subject());
    const other = await subject().open();
    const under = mutate(store, 'a', 'set one:x@1=v').then(
      () => 'done',
      (thrown: { code?: string }) => thrown.code,
    );
    await store.close();
    const outcome = await under;
    expect(['done', 'ABORTED']).toContain(outcome);
    await expectError(store.ensureTable({ name: 'a', families: [] }), 'ABORTED');
    await expectError(read(store, ['a']), 'ABORTED');
    await expectError(scan(store), 'ABORTED');
    await expectError(mutate(store, 'a', 'set one:x@1=w'), 'ABORTED');
    await expectError(store.mutateIf(TABLE, rowOf('a', 'set one:x@1=w'), conditionOf('one:x')), 'ABORTED');
    await store.close();
    expect(await read(other, ['a'])).toEqual([outcome === 'done' ? ['one:x@1=v'] : []]);
  });
}
