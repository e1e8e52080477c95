export {
  type BackfillReport,
  type BackfillService,
  openBackfill,
  type Progress,
  parseDayRange,
  rangeText,
  runsOf,
  stepTables,
  type VerifyReport,
} from '@isochron/backfill/wiring';
