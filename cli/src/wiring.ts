export {
  type BackfillReport,
  type BackfillService,
  openBackfill,
  type Progress,
  parseDayRange,
  type RunnablePlan,
  rangeText,
  readCatalog,
  runnable,
  runsOf,
  stepTables,
  type VerifyReport,
} from '@isochron/backfill/wiring';
