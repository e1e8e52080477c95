export {
  type BackfillReport,
  type BackfillService,
  addDays,
  dayOf,
  openBackfill,
  parseDayRange,
  type Progress,
  rangeText,
  stepTables,
  type VerifyReport,
} from '@isochron/backfill/wiring';
