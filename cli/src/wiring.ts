export {
  type BackfillReport,
  type BackfillService,
  openBackfill,
  type Progress,
  parseDayRange,
  rangeText,
  readCatalog,
  runsOf,
  stepTables,
  type VerifyReport,
} from '@isochron/backfill/wiring';
