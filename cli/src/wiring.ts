export {
  type BackfillReport,
  type BackfillService,
  openBackfill,
  type Progress,
  parseDay,
  parseDayRange,
  type RunnablePlan,
  rangeText,
  readCatalog,
  runnable,
  runsOf,
  type SampleReport,
  stepTables,
  type UploadReport,
  type VerifyReport,
} from '@isochron/backfill/wiring';

/** The compiler service in this process. It is read only when it is needed, because it takes a while. */
export const openCompiler = async (flags: { readonly home?: string | undefined }) =>
  (await import('@isochron/compiler-service/wiring')).openCompiler(flags);
