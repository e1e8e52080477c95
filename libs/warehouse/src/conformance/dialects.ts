import { doubleType, type Field, longType, stringType } from '@isochron/schema';
import { expect, it } from 'vitest';
import type { ExpressionText } from '../warehouse.ts';
import { at, day, days, expectError, loadRows, readRows, runFold, type Subject, target } from './subject.ts';

const ROWS = [
  { id: 'a', fare: 7, shares: 2, seen: '2001-01-01 01:00:00', ts: at(1, 1) },
  { id: 'a', fare: 5, shares: 0, seen: '2001-01-01 02:00:00', ts: at(1, 2) },
  { id: 'b', fare: 1, shares: 4, seen: 'at some time', ts: at(1, 3) },
];

const spark = (text: string, names?: Readonly<Record<string, string>>): ExpressionText => ({
  text,
  dialect: 'spark',
  ...(names !== undefined && { names }),
});

/** A key and a time that no engine of GoogleSQL computes by itself, and a quotient that is null by zero. */
const scan = {
  table: 'trips',
  days: days(1),
  columns: [
    { name: 'key', expression: spark("CONCAT(id, '!')") },
    { name: 'share', expression: spark('fare / shares') },
    { name: 'fare', expression: 'fare' },
  ],
  where: [spark("key <=> 'a!' OR share == 0.25"), 'fare > 0'],
  time: spark('UNIX_TIMESTAMP(seen) * 1000'),
  lagMs: 0,
};

export function dialects(subject: () => Subject): void {
  const trips = async () => {
    const warehouse = await subject().open();
    await loadRows(warehouse, subject(), 'trips', ROWS);
    return warehouse;
  };

  it('reads each expression in its dialect', async () => {
    const warehouse = await trips();
    expect(await warehouse.rows({ scan, orderBy: ['key', 'fare'], limit: 9 })).toEqual([
      { key: 'a!', share: null, fare: 5 },
      { key: 'a!', share: 3.5, fare: 7 },
      { key: 'b!', share: 0.25, fare: 1 },
    ]);
    const google = { ...scan, columns: [{ name: 'share', expression: 'fare / shares' }], where: [] };
    await expectError(warehouse.rows({ scan: google, limit: 9 }), 'INVALID_ARGUMENT', 'fare / shares', 'a');
  });

  it('reads names as an expression says they are called', async () => {
    const warehouse = await trips();
    const named = (names: Readonly<Record<string, string>>) => ({
      ...scan,
      columns: [{ name: 'same', expression: spark('fare == id', names) }],
      where: [],
    });
    const rows = await warehouse.rows({ scan: named({ fare: 'fare', id: 'shares' }), limit: 9 });
    expect(rows.map(({ same }) => same)).toEqual([false, false, false]);
    // Nothing else is known to it.
    await expectError(warehouse.rows({ scan: named({ fare: 'fare' }), limit: 9 }), 'INVALID_ARGUMENT', 'id');
  });

  it('folds events by keys and times of a dialect, and derives in it', async () => {
    const warehouse = await trips();
    const keys: readonly Field[] = [{ name: 'key', type: stringType }];
    const outputs: readonly Field[] = [{ name: 'answer', type: longType }];
    const step = await warehouse.fold({
      left: { kind: 'scan', scan, keys: ['key'] },
      at: 'time',
      events: [scan],
      fromMs: Number.NEGATIVE_INFINITY,
      keys,
      inputs: [{ name: 'share', type: doubleType }],
      outputs,
      orderTies: false,
    });
    expect(step.counts).toMatchObject({ leftRows: 3, leftWithoutTime: 1, events: 3, eventsWithoutTime: 1 });
    await step.close();
    const derive = [
      [
        { name: 'key', expression: '`key`' },
        { name: 'ratio', expression: spark('x / share', { x: 'answer', share: 'share' }) },
      ],
      [
        { name: 'key', expression: '`key`' },
        { name: 'whole', expression: spark('CAST(ratio AS INT)') },
      ],
    ];
    const request = { left: { kind: 'scan', scan, keys: ['key'] }, at: 'time', events: [scan] } as const;
    const rest = { fromMs: Number.NEGATIVE_INFINITY, keys, inputs: [], outputs, orderTies: false };
    const to = { ...target('out', days(1)), derive };
    await runFold(warehouse, { ...request, ...rest }, () => [13], to, 'joined');
    expect(await readRows(warehouse, 'out', days(1), ['key', 'whole'])).toEqual([
      { key: 'a!', whole: null },
      { key: 'a!', whole: 3 },
      { key: 'b!', whole: null },
    ]);
  });

  it('projects in it', async () => {
    const warehouse = await trips();
    await warehouse.project({ scan, target: target('left', days(1)) });
    expect(await readRows(warehouse, 'left', days(1), ['key', 'ts', 'share', 'ds'])).toEqual([
      { key: 'a!', ts: at(1, 1), share: 3.5, ds: day(1) },
      { key: 'a!', ts: at(1, 2), share: null, ds: day(1) },
      { key: 'b!', ts: null, share: 0.25, ds: day(1) },
    ]);
  });
}
