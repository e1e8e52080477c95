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
  unusedByUpload,
  type VerifyReport,
  type WhyReport,
} from '@isochron/backfill/wiring';

/** The compiler service in this process. It is read only when it is needed, because it takes a while. */
export const openCompiler = async (flags: { readonly home?: string | undefined }) =>
  (await import('@isochron/compiler-service/wiring')).openCompiler(flags);

/** The fetcher in this process, and how it is stopped: read only when it is needed, too. */
export const fetcherService = () => import('@isochron/fetcher-service/wiring');
export type { StartedFetcher } from '@isochron/fetcher-service/wiring';
