import { clockExtractorOf, clockParts } from '../../runtime/clock-part.ts';
import { extractedDateParts, extractorOf } from '../../runtime/date-part.ts';
import { dateOfMoment, datetimeOfTimestamp, localClock, momentExtractor } from '../../runtime/moment.ts';
import { UTC, type Zone, zoneFinder } from '../../runtime/zone.ts';
import { clockExtract, dateExtract, momentExtract } from '../../sql/date-parts.ts';
import { INT64, type SqlType, scalar } from '../../types/sql-type.ts';
import type { Int64, SqlValue } from '../../value.ts';
import { isUtc, ofParts, partHint, partOfCall } from '../date-part.ts';
import { type CallSite, type FunctionRow, row } from '../row.ts';
import { intervalExtractions } from './interval.ts';

const datetimeParts = [...clockParts, ...extractedDateParts, 'DATE', 'TIME'];
const timestampParts = [...datetimeParts, 'DATETIME'];

const typeOfPart = (call: CallSite): SqlType => {
  const part = partOfCall(call, 0);
  return part === 'DATE' || part === 'TIME' || part === 'DATETIME' ? scalar(part) : INT64;
};

function extractorOfMoment(part: string): (micros: Int64, zone: Zone) => SqlValue {
  if (part === 'DATE') return dateOfMoment;
  if (part === 'TIME') return localClock;
  return part === 'DATETIME' ? datetimeOfTimestamp : momentExtractor(part);
}

export const extractRow: FunctionRow = row(
  'EXTRACT',
  'date and time',
  'One part of a date or a time, of a TIMESTAMP as the clock of a time zone shows it (UTC without one). Weeks are counted from the first in the year; ISOWEEK and ISOYEAR by ISO 8601.',
  {
    '(PART, DATE) -> INT64': {
      ...ofParts(
        0,
        extractedDateParts,
        (part) => {
          const extract = extractorOf(part);
          return (_part: string, days: number) => extract(days);
        },
        { partsOfNull: timestampParts },
      ),
      resultOf: typeOfPart,
      duckdb: ([, date = ''], call) => dateExtract(partOfCall(call, 0), date),
      hints: [partHint(extractedDateParts)],
      pushdown: 'proven',
    },
    '(PART, TIMESTAMP, optional STRING) -> INT64': {
      ...ofParts(0, timestampParts, (part) => {
        const extract = extractorOfMoment(part);
        const zoneOf = zoneFinder();
        return (_part: string, micros: Int64, zone = 'UTC') => extract(micros, zoneOf(zone));
      }),
      resultOf: typeOfPart,
      duckdb: ([, moment = ''], call) => (isUtc(call, 2) ? momentExtract(partOfCall(call, 0), moment) : null),
      hints: [partHint(timestampParts), '', 'time-zone'],
      pushdown: 'proven',
    },
    '(PART, DATETIME) -> INT64': {
      ...ofParts(0, datetimeParts, (part) => {
        const extract = extractorOfMoment(part);
        return (_part: string, micros: Int64) => extract(micros, UTC);
      }),
      resultOf: typeOfPart,
      duckdb: ([, moment = ''], call) => momentExtract(partOfCall(call, 0), moment),
      hints: [partHint(datetimeParts)],
      pushdown: 'proven',
    },
    '(PART, TIME) -> INT64': {
      ...ofParts(0, clockParts, (part) => {
        const extract = clockExtractorOf(part);
        return (_part: string, micros: number) => extract?.(micros) ?? null;
      }),
      resultOf: typeOfPart,
      duckdb: ([, time = ''], call) => clockExtract(partOfCall(call, 0), `epoch_us(${time})`),
      hints: [partHint(clockParts)],
      pushdown: 'proven',
    },
    ...intervalExtractions,
  },
  ([part, value, zone]) => `EXTRACT(${part} FROM ${value}${zone === undefined ? '' : ` AT TIME ZONE ${zone}`})`,
);
