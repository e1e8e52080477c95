import { createVector, doubleType, setValue, stringType } from '@isochron/schema';
import { openDuckDbWarehouse } from './open.ts';

/**
 * A process for the crash test to kill: replaces two tables again and again, each time with one number in every row. Arguments: home,
 * then files to load in turn. Says `ready` when both tables stand.
 */
const [home = '', ...files] = process.argv.slice(2);
const warehouse = await openDuckDbWarehouse({ home, memoryLimit: '200MB' });
const days = { start: '2001-01-01', end: '2001-01-03' };
const scan = { days, where: [], time: 'UNIX_MILLIS(seen)', lagMs: 0 };

for (let turn = 0; ; turn++) {
  await warehouse.load({ table: 'trips', files: [files[turn % files.length] ?? ''], time: 'seen', contentHash: null });
  const step = await warehouse.fold({
    left: {
      kind: 'scan',
      scan: { ...scan, table: 'trips', columns: [{ name: 'id', expression: 'id' }] },
      keys: ['id'],
    },
    at: 'time',
    events: [{ ...scan, table: 'trips', columns: [{ name: 'id', expression: 'id' }] }],
    fromMs: Number.NEGATIVE_INFINITY,
    keys: [{ name: 'id', type: stringType }],
    inputs: [],
    outputs: [{ name: 'turn', type: doubleType }],
    orderTies: false,
  });
  for (let chunk = await step.read(); chunk !== null; chunk = await step.read()) {
    const rows = chunk.row.filter((row) => row >= 0);
    const turns = createVector(doubleType, rows.length);
    for (let row = 0; row < rows.length; row++) setValue(turns, row, turn);
    await step.write(rows, [turns], rows.length);
  }
  await step.publish({ table: 'turns', days, fingerprint: () => String(turn) }, 'joined');
  await step.close();
  if (turn === 0) process.stdout.write('ready');
}
