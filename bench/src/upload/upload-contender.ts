import { rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { report, startRun } from '../contender.ts';
import { DAY } from './definitions.ts';

/** Uploads the bench's day into a store that has nothing: `upload-contender.ts HOME numbers|daily`. */
enableCompileCache();
const [home, name] = process.argv.slice(2);
if (home === undefined || name === undefined) throw new Error('wants HOME DEFINITION');
const { openBackfill, uploadTableOf } = await import('@isochron/backfill/wiring');
const { batchDataset } = await import('@isochron/thrift');
const { plannedOfBench } = await import('./plan.ts');

rmSync(`${home}/kv`, { recursive: true, force: true });
const service = await openBackfill({ home });
const { plan, groupBy } = await plannedOfBench(service.warehouse, name);
rmSync(`${home}/warehouse/${uploadTableOf(plan)}`, { recursive: true, force: true });
const started = startRun();
const { computeMs, loadMs, generation } = await service.upload({
  ...{ plan, groupBy, dataset: batchDataset(plan.name), day: DAY, replacesLater: false },
  signal: new AbortController().signal,
  onProgress: () => undefined,
});
report(started, generation.keys, { computeMs, loadMs, bytes: generation.bytes });
await service.close();
