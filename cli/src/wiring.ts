export {
  type BackfillReport,
  type BackfillService,
  openBackfill,
  parseDayRange,
  type Progress,
  rangeText,
  runsOf,
  stepTables,
  type VerifyReport,
} from '@isochron/backfill/wiring';
