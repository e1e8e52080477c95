export {
  type BackfillReport,
  type BackfillService,
  type FeatureWhy,
  type ListedEvent,
  openBackfill,
  type Progress,
  parseDay,
  parseDayRange,
  type RunnablePlan,
  rangeText,
  readCatalog,
  readInstant,
  runnable,
  runsOf,
  type SampleReport,
  type StoredValue,
  type UploadReport,
  type VerifyReport,
  type WhyReport,
} from '@isochron/backfill/wiring';

/** The compiler service in this process. It is read only when it is needed, because it takes a while. */
export const openCompiler = async (flags: { readonly home?: string | undefined }) =>
  (await import('@isochron/compiler-service/wiring')).openCompiler(flags);
