import type { Warehouse } from '@isochron/warehouse';
import { openDuckDbWarehouse } from '@isochron/warehouse-duckdb';
import { type BackfillReport, type BackfillRequest, backfill } from './backfill.ts';
import { readConfig } from './config.ts';
import { type SampleReport, type SampleRequest, sample } from './sample/sample.ts';
import { type VerifyReport, type VerifyRequest, verify } from './verify.ts';

export type { BackfillReport, BackfillRequest } from './backfill.ts';
export { stepTables } from './backfill.ts';
export { readCatalog } from './catalog.ts';
export { addDays, dayOf, dayStartMs, parseDay, parseDayRange, rangeText, runsOf } from './days.ts';
export type { OnProgress, Progress } from './progress.ts';
export { type RunnablePlan, runnable } from './runnable.ts';
export type { SampleReport, SampleRequest } from './sample/sample.ts';
export type { Mismatch, VerifyReport, VerifyRequest } from './verify.ts';

/** The backfill worker on its adapters. */
export interface BackfillService {
  readonly warehouse: Warehouse;
  /** Where the embedded state stands. */
  readonly home: string;
  backfill(request: BackfillRequest): Promise<BackfillReport>;
  verify(request: VerifyRequest): Promise<VerifyReport>;
  /** Writes nothing. */
  sample(request: SampleRequest): Promise<SampleReport>;
  close(): Promise<void>;
}

/** Opens the worker on the embedded warehouse under `home` (default: ISOCHRON_HOME, else `.isochron` in the working folder). */
export async function openBackfill(flags: { readonly home?: string | undefined }): Promise<BackfillService> {
  const config = readConfig(flags);
  const warehouse = await openDuckDbWarehouse({
    home: config.home,
    memoryLimit: `${config.memoryMaxMib}MiB`,
    ...(config.threads === null ? {} : { threads: config.threads }),
  });
  return {
    warehouse,
    home: config.home,
    backfill: (request) => backfill(warehouse, request),
    verify: (request) => verify(warehouse, request),
    sample: (request) => sample(warehouse, request),
    close: () => warehouse.close(),
  };
}
