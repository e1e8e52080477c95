import { rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { report, startRun } from '../contender.ts';

/** One backfill of the bench's tables, into an empty table: `isochron-contender.ts HOME twelveScalars|withObjects`. */
enableCompileCache();
const [home, name] = process.argv.slice(2);
if (home === undefined || name === undefined) throw new Error('wants HOME DEFINITION');
const { openBackfill, runnable } = await import('@isochron/backfill/wiring');
const { planOfBench } = await import('./plan.ts');

const service = await openBackfill({ home });
const plan = runnable(await planOfBench(service.warehouse, name));
rmSync(`${home}/warehouse/${plan.table}`, { recursive: true, force: true });
const started = startRun();
await service.backfill({
  plan,
  days: { start: '2024-02-01', end: '2024-02-29' },
  signal: new AbortController().signal,
  onProgress: () => undefined,
});
const rows =
  (await service.warehouse.describe(plan.table))?.partitions.reduce((sum, partition) => sum + partition.rows, 0) ?? 0;
report(started, rows);
await service.close();
