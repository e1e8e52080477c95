import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { IsochronError } from '@isochron/schema';
import { expect, it } from 'vitest';
import { at, day, days, expectError, loadRows, readColumns, type Subject, scan } from './subject.ts';

const ROWS = [
  { id: 'b', fare: 2, tags: ['x', null], ts: at(1, 1) },
  { id: 'a', fare: 1, tags: [], ts: at(1, 2) },
  { id: null, fare: null, tags: null, ts: at(2) },
];

export function reading(subject: () => Subject): void {
  const trips = async () => {
    const warehouse = await subject().open();
    await loadRows(warehouse, subject(), 'trips', ROWS);
    return warehouse;
  };

  it('lists tables by name, and has none at first', async () => {
    const warehouse = await subject().open();
    expect(await warehouse.tables()).toEqual([]);
    expect(await warehouse.describe('trips')).toBeUndefined();
    for (const table of ['b', 'B', 'a.x', 'a']) await loadRows(warehouse, subject(), table, ROWS);
    expect(await warehouse.tables()).toEqual(['B', 'a', 'a.x', 'b']);
  });

  it('gives rows as values, in the order asked for', async () => {
    const warehouse = await trips();
    const found = await warehouse.rows({
      scan: scan('trips', days(1, 2), ['id', 'fare', 'tags']),
      orderBy: ['id'],
      limit: 3,
    });
    expect(found).toHaveLength(3);
    expect(found).toContainEqual({ id: 'b', fare: 2, tags: ['x', null] });
    expect(found).toContainEqual({ id: null, fare: null, tags: null });
    expect(found.filter(({ id }) => id !== null).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('keeps a byte order mark at the beginning of a text, wherever the text is read', async () => {
    const warehouse = await subject().open();
    const [short, long] = ['\ufeffa', `\ufeff${'b'.repeat(20)}`];
    await loadRows(warehouse, subject(), 'texts', [{ id: short, tags: [short, long, ''], ts: at(1) }]);
    const columns = [
      ...['id', 'tags'].map((name) => ({ name, expression: name })),
      // No engine but that of the expressions has these.
      { name: 'again', expression: 'CODE_POINTS_TO_STRING(TO_CODE_POINTS(id))' },
      { name: 'points', expression: 'ARRAY_LENGTH(TO_CODE_POINTS(tags[1]))' },
    ];
    expect(await warehouse.rows({ scan: { table: 'texts', days: days(1), columns, where: [] }, limit: 1 })).toEqual([
      { id: short, tags: [short, long, ''], again: short, points: 21 },
    ]);
  });

  it('asks conditions of aliases first, then of the columns', async () => {
    const warehouse = await trips();
    const request = { table: 'trips', days: days(1, 2), columns: [{ name: 'fare', expression: 'fare * 10' }] };
    const ask = async (where: readonly string[]) =>
      (await warehouse.rows({ scan: { ...request, where }, limit: 9 })).map(({ fare }) => fare);
    expect(await ask(['fare > 10'])).toEqual([20]);
    expect(await ask(["id = 'a'"])).toEqual([10]);
    expect(await ask([`ds = '${day(2)}'`])).toEqual([null]);
    expect(await ask(['fare > 0 OR fare IS NULL', 'fare < 15'])).toEqual([10]);
  });

  it('reads rows as columns, to their end', async () => {
    const warehouse = await subject().open();
    const rows = Array.from({ length: 5_000 }, (_, id) => ({
      id,
      half: id / 2,
      tags: [`t${id}`, null],
      ts: at(1 + (id % 2)),
    }));
    await loadRows(warehouse, subject(), 'many', rows);
    const reader = await warehouse.read(scan('many', days(1, 2), ['id', 'half', 'tags', 'ds'], ['id >= 10']));
    expect(reader.fields.map(({ name }) => name)).toEqual(['id', 'half', 'tags', 'ds']);
    const found = await readColumns(reader);
    expect(found.sort(([a], [b]) => Number(a) - Number(b))).toEqual(
      rows.slice(10).map(({ id, half, tags }) => [id, half, tags, day(1 + (id % 2))]),
    );
    expect(await reader.read()).toBeNull();
    await reader.close();
  });

  it('reads what there was when it began, whoever replaces it', async () => {
    const warehouse = await trips();
    const reader = await warehouse.read(scan('trips', days(1, 2), ['id']));
    await loadRows(await subject().open(), subject(), 'trips', [{ ...ROWS[0], id: 'new' }]);
    expect((await readColumns(reader)).flat()).toEqual(expect.arrayContaining(['a', 'b', null]));
    await reader.close();
    const empty = await warehouse.read(scan('trips', days(1, 2), [], ["id = 'nobody'"]));
    expect(await empty.read()).toBeNull();
    await empty.close();
    await expectError(warehouse.read(scan('trips', days(1, 3), ['id'])), 'FAILED_PRECONDITION', day(3));
    await expectError(warehouse.read(scan('trips', days(1), ['nope'])), 'INVALID_ARGUMENT', 'nope');
  });

  it('fails aloud in the middle of reading', async () => {
    const warehouse = await subject().open();
    const rows = Array.from({ length: 50_000 }, (_, id) => ({ id, ts: at(1) }));
    await loadRows(warehouse, subject(), 'many', rows);
    const columns = [{ name: 'x', expression: 'DIV(1, 49990 - id)' }];
    const read = async (): Promise<unknown> => {
      const reader = await warehouse.read({ table: 'many', days: days(1), columns, where: [] });
      try {
        return await readColumns(reader);
      } finally {
        await reader.close();
      }
    };
    const thrown: unknown = await read().catch((reason: unknown) => reason);
    expect(thrown).toBeInstanceOf(IsochronError);
    expect(String(thrown)).toContain('x');
  });

  it('refuses more rows than the limit, and names what is missing', async () => {
    const warehouse = await trips();
    await expectError(
      warehouse.rows({ scan: scan('trips', days(1, 2), ['id']), limit: 2 }),
      'INVALID_ARGUMENT',
      '"trips"',
      '2',
    );
    await expectError(
      warehouse.rows({ scan: scan('trips', days(1, 4), ['id']), limit: 9 }),
      'FAILED_PRECONDITION',
      '"trips"',
      day(3),
      day(4),
    );
    await expectError(warehouse.rows({ scan: scan('none', days(1), ['id']), limit: 9 }), 'NOT_FOUND', '"none"');
    await expectError(warehouse.rows({ scan: scan('trips', days(1), ['nope']), limit: 9 }), 'INVALID_ARGUMENT', 'nope');
    await expectError(
      warehouse.rows({ scan: scan('trips', days(2, 1), ['id']), limit: 9 }),
      'INVALID_ARGUMENT',
      day(2),
      day(1),
    );
    await expectError(
      warehouse.rows({ scan: scan('trips', { start: '2001-02-30', end: '2001-03-01' }, ['id']), limit: 9 }),
      'INVALID_ARGUMENT',
      '2001-02-30',
    );
  });

  it('gives the same sample for the same seed', async () => {
    const warehouse = await subject().open();
    await loadRows(
      warehouse,
      subject(),
      'many',
      Array.from({ length: 500 }, (_, id) => ({ id, ts: at(1) })),
    );
    const sample = (seed: number) =>
      warehouse.rows({ scan: scan('many', days(1), ['id']), sample: { rows: 20, seed }, limit: 20 });
    const first = await sample(1);
    expect(first).toHaveLength(20);
    expect(new Set(first.map(({ id }) => id)).size).toBe(20);
    expect(await sample(1)).toEqual(first);
    expect(await sample(2)).not.toEqual(first);
  });

  it('summarizes numbers, and sizes of lists', async () => {
    const warehouse = await trips();
    expect(await warehouse.summarize('trips', days(1, 2), ['fare', 'tags', 'id'])).toEqual([
      { name: 'fare', rows: 3, nulls: 1, least: 1, mean: 1.5, greatest: 2 },
      { name: 'tags', rows: 3, nulls: 1, least: 0, mean: 1, greatest: 2 },
      { name: 'id', rows: 3, nulls: 1, least: null, mean: null, greatest: null },
    ]);
    await expectError(warehouse.summarize('trips', days(1), ['nope']), 'INVALID_ARGUMENT', '"nope"');
  });

  it('exports a file, and leaves it alone when it cannot', async () => {
    const warehouse = await trips();
    const file = join(subject().folder, 'out', 'trips.parquet');
    expect(await warehouse.exportTo('trips', days(1, 2), file)).toEqual({ rows: 3 });
    expect(existsSync(file)).toBe(true);
    await expectError(warehouse.exportTo('trips', days(1, 3), file), 'FAILED_PRECONDITION', day(3));
    expect(existsSync(file)).toBe(true);
  });
}
