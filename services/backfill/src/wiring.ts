import type { GroupByPlan } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import type { Warehouse } from '@isochron/warehouse';
import { openDuckDbWarehouse } from '@isochron/warehouse-duckdb';
import { type BackfillReport, type BackfillRequest, backfill } from './backfill.ts';
import { readConfig } from './config.ts';
import { type SampleReport, type SampleRequest, sample } from './sample/sample.ts';
import { lastDayOf } from './upload/last-day.ts';
import { type UploadReport, type UploadRequest, upload } from './upload/upload.ts';
import { type VerifyReport, type VerifyRequest, verify } from './verify.ts';
import { type WhyReport, type WhyRequest, why } from './why/why.ts';

export type { BackfillReport, BackfillRequest } from './backfill.ts';
export { readCatalog } from './catalog.ts';
export { addDays, dayOf, dayStartMs, parseDay, parseDayRange, rangeText, runsOf } from './days.ts';
export type { OnProgress, Progress } from './progress.ts';
export { type RunnablePlan, runnable } from './runnable.ts';
export { readInstant } from './said-values.ts';
export type { SampleReport, SampleRequest } from './sample/sample.ts';
export { unusedByUpload } from './settings.ts';
export type { UploadReport, UploadRequest } from './upload/upload.ts';
export { uploadTableOf } from './upload/upload-table.ts';
export type { Mismatch, VerifyReport, VerifyRequest } from './verify.ts';
export type { FeatureWhy } from './why/feature-why.ts';
export type { LeftOutReason, ListedEvent } from './why/listed-events.ts';
export type { StoredValue } from './why/stored-value.ts';
export type { WhyReport, WhyRequest } from './why/why.ts';

/** The backfill worker on its adapters. */
export interface BackfillService {
  readonly warehouse: Warehouse;
  /** Where the embedded state stands. */
  readonly home: string;
  backfill(request: BackfillRequest): Promise<BackfillReport>;
  /** The last day that {@link upload} can be asked for of all of these; null where their tables have no days. */
  lastDay(plans: readonly GroupByPlan[]): Promise<string | null>;
  /** Opens the store when it is first called. */
  upload(request: UploadRequest): Promise<UploadReport>;
  verify(request: VerifyRequest): Promise<VerifyReport>;
  /** Writes nothing. */
  sample(request: SampleRequest): Promise<SampleReport>;
  /** Writes nothing. */
  why(request: WhyRequest): Promise<WhyReport>;
  /** What is under way ends with an error; an upload takes back what it has stored before this resolves. */
  close(): Promise<void>;
}

/** Opens the worker on the embedded warehouse and store under `home` (default: ISOCHRON_HOME, else `.isochron` in the working folder). */
export async function openBackfill(flags: { readonly home?: string | undefined }): Promise<BackfillService> {
  const config = readConfig(flags);
  const warehouse = await openDuckDbWarehouse({
    home: config.home,
    memoryLimit: `${config.memoryMaxMib}MiB`,
    ...(config.threads === null ? {} : { threads: config.threads }),
  });
  let store: Promise<KeyValueStore> | undefined;
  const uploads = new Set<Promise<unknown>>();
  return {
    warehouse,
    home: config.home,
    backfill: (request) => backfill(warehouse, request),
    lastDay: (plans) => lastDayOf(warehouse, plans),
    upload: async (request) => {
      store ??= openLmdbStore({ home: config.home });
      const running = upload({ warehouse, store: await store, now: Date.now }, request);
      uploads.add(running);
      return running.finally(() => uploads.delete(running));
    },
    verify: (request) => verify(warehouse, request),
    sample: (request) => sample(warehouse, request),
    why: (request) => why(warehouse, request),
    close: async () => {
      await warehouse.close();
      await Promise.allSettled(uploads);
      await store?.then((opened) => opened.close());
    },
  };
}
