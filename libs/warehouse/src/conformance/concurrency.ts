import { doubleType, stringType } from '@isochron/schema';
import { expect, it } from 'vitest';
import {
  at,
  day,
  days,
  expectError,
  loadRows,
  readAll,
  readRows,
  type Subject,
  scan,
  target,
  timed,
} from './subject.ts';

const WRITES = 6;

export function concurrency(subject: () => Subject): void {
  it('shows a reader all days of a write, or none', async () => {
    const writer = await subject().open();
    const reader = await subject().open();
    const write = (fare: number) =>
      loadRows(
        writer,
        subject(),
        'trips',
        [1, 2, 3].flatMap((n) => [
          { fare, ts: at(n) },
          { fare, ts: at(n, 1) },
        ]),
      );
    await write(0);
    let isWriting = true;
    const writing = (async () => {
      for (let fare = 1; fare <= WRITES; fare++) await write(fare);
      isWriting = false;
    })();
    const seen = new Set<unknown>();
    while (isWriting) {
      const rows = await readRows(reader, 'trips', days(1, 3), ['fare']);
      expect(rows).toHaveLength(6);
      expect(new Set(rows.map(({ fare }) => fare)).size).toBe(1);
      seen.add(rows[0]?.['fare']);
    }
    await writing;
    expect((await readRows(reader, 'trips', days(3), ['fare']))[0]).toEqual({ fare: WRITES });
    expect(seen.size).toBeGreaterThan(0);
  });

  it('lets a fold go on over what it opened, while its tables are replaced', async () => {
    const warehouse = await subject().open();
    const other = await subject().open();
    await loadRows(warehouse, subject(), 'trips', [{ id: 'a', ts: at(1), fare: 1.5 }]);
    const step = await warehouse.fold({
      left: { kind: 'every-key', days: days(1) },
      at: 'time',
      events: [timed('trips', days(1), ['id', 'fare'])],
      fromMs: Number.NEGATIVE_INFINITY,
      keys: [{ name: 'id', type: stringType }],
      inputs: [{ name: 'fare', type: doubleType }],
      outputs: [],
      orderTies: false,
    });
    for (const fare of [2.5, 3.5]) await loadRows(other, subject(), 'trips', [{ id: 'a', ts: at(1), fare }]);
    const [event] = await readAll(step, [{ name: 'fare', type: doubleType }]);
    expect(event?.[3]).toBe(1.5);
    await step.close();
  });

  it('takes writers of different days of one table, and of different tables, at once', async () => {
    const writers = await Promise.all(Array.from({ length: WRITES }, () => subject().open()));
    await Promise.all(
      writers.flatMap((writer, n) => [
        loadRows(writer, subject(), 'trips', [{ fare: n, ts: at(n + 1) }]),
        loadRows(writer, subject(), `trips_${n}`, [{ fare: n, ts: at(n + 1) }]),
      ]),
    );
    const reader = await subject().open();
    expect((await reader.describe('trips'))?.partitions.map((partition) => partition.day)).toEqual(
      writers.map((_, n) => day(n + 1)),
    );
    expect(await readRows(reader, 'trips', days(1, WRITES), ['fare'])).toEqual(writers.map((_, fare) => ({ fare })));
    expect(await reader.tables()).toHaveLength(WRITES + 1);
  });

  it('lets one of two writers of a partition win, whole', async () => {
    const writers = await Promise.all(Array.from({ length: WRITES }, () => subject().open()));
    await Promise.all(
      writers.map((writer, fare) =>
        loadRows(
          writer,
          subject(),
          'trips',
          [1, 2].flatMap((n) => [
            { fare, ts: at(n) },
            { fare, ts: at(n, 1) },
          ]),
        ),
      ),
    );
    const rows = await readRows(await subject().open(), 'trips', days(1, 2), ['fare']);
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(({ fare }) => fare)).size).toBe(1);
  });

  it('leaves a table as it was when a write fails', async () => {
    const warehouse = await subject().open();
    await loadRows(warehouse, subject(), 'trips', [
      { fare: 'x', ts: at(1) },
      { fare: '1', ts: at(2) },
    ]);
    const copy = (expression: string) =>
      warehouse.project({
        scan: { ...timed('trips', days(1, 2), []), columns: [{ name: 'fare', expression }] },
        target: target('copy', days(1, 2)),
      });
    await copy("IF(fare = 'x', 'y', fare)");
    const before = await warehouse.describe('copy');
    await expectError(
      copy("IF(fare = 'x', CAST(CAST(fare AS INT64) AS STRING), fare)"),
      'INVALID_ARGUMENT',
      'CAST(fare AS INT64) in IF(',
      'the row is of table "trips" with fare without a value',
      '"x"',
    );
    expect(await warehouse.describe('copy')).toEqual(before);
    expect(await readRows(warehouse, 'copy', days(1, 2), ['fare'])).toEqual([{ fare: '1' }, { fare: 'y' }]);
  });

  it('aborts every call after it was closed, and what was under way', async () => {
    const warehouse = await subject().open();
    await loadRows(warehouse, subject(), 'trips', [{ id: 'a', fare: 1, ts: at(1) }]);
    const under = warehouse.summarize('trips', days(1), ['fare']).then(
      () => 'done',
      (thrown: { code?: string }) => thrown.code,
    );
    await warehouse.close();
    expect(['done', 'ABORTED']).toContain(await under);
    await expectError(warehouse.tables(), 'ABORTED');
    await expectError(warehouse.describe('trips'), 'ABORTED');
    await expectError(warehouse.rows({ scan: scan('trips', days(1), ['id']), limit: 1 }), 'ABORTED');
    await expectError(loadRows(warehouse, subject(), 'trips', [{ id: 'a', fare: 1, ts: at(1) }]), 'ABORTED');
    await warehouse.close();
    expect(await readRows(await subject().open(), 'trips', days(1), ['id'])).toEqual([{ id: 'a' }]);
  });
}
