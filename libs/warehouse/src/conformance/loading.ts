import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { at, day, days, expectError, fileOf, loadRows, readRows, type Subject } from './subject.ts';

export function loading(subject: () => Subject): void {
  it('cuts files into days, with empty partitions between', async () => {
    const warehouse = await subject().open();
    const report = await loadRows(warehouse, subject(), 'trips', [
      { id: 'a', ts: at(1, 23) },
      { id: 'b', ts: at(4, 0) },
      { id: 'c', ts: at(4, 1) },
    ]);

    expect(report).toEqual({ unchanged: false, rows: 3, days: 4, first: day(1), last: day(4) });
    const described = await warehouse.describe('trips');
    expect(described?.columns).toEqual([
      { name: 'id', type: { kind: 'string' } },
      { name: 'ts', type: { kind: 'long' } },
    ]);
    expect(described?.partitions.map(({ day: of, rows, fingerprint }) => [of, rows, fingerprint])).toEqual([
      [day(1), 1, null],
      [day(2), 0, null],
      [day(3), 0, null],
      [day(4), 2, null],
    ]);
    expect(await readRows(warehouse, 'trips', days(1, 4), ['id'])).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
  });

  it('replaces the days that a load holds, whole, and no others', async () => {
    const warehouse = await subject().open();
    await loadRows(warehouse, subject(), 'trips', [
      { id: 'a', ts: at(1) },
      { id: 'b', ts: at(2) },
      { id: 'c', ts: at(2) },
    ]);
    const before = (await warehouse.describe('trips'))?.partitions.map(({ version }) => version);
    await loadRows(warehouse, subject(), 'trips', [{ id: 'd', ts: at(2) }]);

    expect(await readRows(warehouse, 'trips', days(1, 2), ['id'])).toEqual([{ id: 'a' }, { id: 'd' }]);
    const after = (await warehouse.describe('trips'))?.partitions.map(({ version }) => version);
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]).not.toBe(before?.[1]);
  });

  it('does nothing for content that still stands as it was loaded', async () => {
    const warehouse = await subject().open();
    const file = await fileOf(subject(), [
      { id: 'a', ts: at(1) },
      { id: 'b', ts: at(3) },
    ]);
    const request = { table: 'trips', files: [file], time: 'ts', contentHash: 'h1' };
    const first = await warehouse.load(request);
    const before = await warehouse.describe('trips');

    expect(await warehouse.load(request)).toEqual({ ...first, unchanged: true });
    expect(await warehouse.describe('trips')).toEqual(before);

    await warehouse.load({ ...request, contentHash: 'h2' });
    const versions = (await warehouse.describe('trips'))?.partitions.map(({ version }) => version);
    for (const { version } of before?.partitions ?? []) expect(versions).not.toContain(version);

    await warehouse.load(request);
    await loadRows(warehouse, subject(), 'trips', [{ id: 'c', ts: at(2) }]);
    await warehouse.load(request);
    expect(await readRows(warehouse, 'trips', days(1, 3), ['id'])).toEqual([{ id: 'a' }, { id: 'b' }]);
  });

  it.each([
    ['a timestamp with an offset', '2001-01-02T01:00:00+02:00', day(1)],
    ['a timestamp in UTC', '2001-01-02T01:00:00Z', day(2)],
    ['a timestamp without a zone', '2001-01-02 01:00:00', day(2)],
    ['a date', '2001-01-02', day(2)],
    ['milliseconds', at(2, 1), day(2)],
    ['milliseconds before 1970', -1, '1969-12-31'],
  ])('takes %s as a time', async (_, ts, expected) => {
    const warehouse = await subject().open();
    expect(await loadRows(warehouse, subject(), 'trips', [{ id: 'a', ts }])).toMatchObject({
      first: expected,
      last: expected,
    });
  });

  it('refuses rows without a time, with their count, and loads nothing', async () => {
    const warehouse = await subject().open();
    const rows = [
      { id: 'a', ts: '2001-01-01T00:00:00Z' },
      { id: 'b', ts: null },
      { id: 'c', ts: 'soon' },
    ];
    const file = await fileOf(subject(), rows);
    await expectError(
      warehouse.load({ table: 'trips', files: [file], time: 'ts', contentHash: null }),
      'INVALID_ARGUMENT',
      file,
      '"ts"',
      'soon',
      ' 1 row',
    );
    expect(await warehouse.describe('trips')).toBeUndefined();
  });

  it('names the file and the column of what it cannot load', async () => {
    const warehouse = await subject().open();
    const load = (files: readonly string[], time = 'ts') =>
      warehouse.load({ table: 'trips', files, time, contentHash: null });
    const good = await fileOf(subject(), [{ id: 'a', ts: at(1) }]);
    const other = await fileOf(subject(), [{ id: 1, ts: at(1) }]);
    const corrupt = join(subject().folder, 'broken.parquet');
    await writeFile(corrupt, 'PAR1 and nothing else');
    await expectError(load([corrupt]), 'INVALID_ARGUMENT', corrupt);
    await expectError(load([good], 'when'), 'INVALID_ARGUMENT', good, '"when"', 'id, ts');
    await expectError(load([good, other]), 'INVALID_ARGUMENT', other, good, '"id"');
    await expectError(load([join(subject().folder, 'none.csv')]), 'INVALID_ARGUMENT', 'none.csv');
    await expectError(load([join(subject().folder, 'rows.xlsx')]), 'INVALID_ARGUMENT', 'rows.xlsx');
    await expectError(load([]), 'INVALID_ARGUMENT');
    await expectError(
      warehouse.load({ table: '../up', files: [good], time: 'ts', contentHash: null }),
      'INVALID_ARGUMENT',
      '../up',
    );
    expect(await warehouse.tables()).toEqual([]);
  });

  it('refuses other columns unless every day is replaced', async () => {
    const warehouse = await subject().open();
    await loadRows(warehouse, subject(), 'trips', [
      { id: 'a', ts: at(1) },
      { id: 'b', ts: at(2) },
    ]);
    await expectError(
      loadRows(warehouse, subject(), 'trips', [{ id: 'a', more: 1, ts: at(2) }]),
      'FAILED_PRECONDITION',
      '"trips"',
      '"more"',
    );
    expect(await readRows(warehouse, 'trips', days(1, 2), ['id'])).toEqual([{ id: 'a' }, { id: 'b' }]);
    await loadRows(warehouse, subject(), 'trips', [
      { id: 'a', more: 1, ts: at(1) },
      { id: 'b', more: 2, ts: at(2) },
    ]);
    expect(await readRows(warehouse, 'trips', days(1, 2), ['more'])).toEqual([{ more: 1 }, { more: 2 }]);
  });

  it('reads CSV, and reports its progress to the end', async () => {
    const warehouse = await subject().open();
    const file = join(subject().folder, 'trips.csv');
    await writeFile(file, 'id,ts,fare\n');
    await appendFile(file, 'a,2001-01-01 10:00:00,1.5\nb,2001-01-01 11:00:00,\n');
    const seen: number[] = [];
    await warehouse.load({
      table: 'trips',
      files: [file],
      time: 'ts',
      contentHash: null,
      onProgress: (rows) => seen.push(rows),
    });
    expect(seen.at(-1)).toBe(2);
    expect(await readRows(warehouse, 'trips', days(1), ['id', 'ts', 'fare'])).toEqual([
      { id: 'a', ts: at(1, 10), fare: 1.5 },
      { id: 'b', ts: at(1, 11), fare: null },
    ]);
  });
}
