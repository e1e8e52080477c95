import { localClock, localDay } from '../../runtime/moment.ts';
import { checkParseFormat, parseTimestamp } from '../../runtime/strptime.ts';
import { UTC, zoneFinder } from '../../runtime/zone.ts';
import type { Int64, SqlValue } from '../../value.ts';
import { type Difference, type FunctionRow, made, row } from '../row.ts';
import { remembered } from './date-time-formats.ts';

const doc = (type: string): string =>
  `The ${type} that text tells by a format of % elements; what it does not tell is that of 1970-01-01 00:00:00. White space in the format stands for any.`;

const weekdays: Difference = {
  reason:
    'ZetaSQL reads ISO weeks, and weekdays beside weeks, and then says that they are not built; BigQuery documents them.',
  covers: ([format]) => typeof format === 'string' && /%O?[UWV]/.test(format),
};

const parseRow = (type: 'DATE' | 'TIME' | 'DATETIME', of: (micros: Int64) => SqlValue): FunctionRow =>
  row(`PARSE_${type}`, 'date and time', doc(type), {
    [`(STRING, STRING) -> ${type}`]: {
      js: made(() => {
        const zoneOf = zoneFinder();
        const check = remembered((format) => checkParseFormat(format, type));
        return (format: string, text: string) => {
          check(format);
          return of(parseTimestamp(format, text, UTC, zoneOf));
        };
      }),
      givesNull: false,
      hints: ['strptime-format', 'strptime-text'],
      differs: weekdays,
    },
  });

export const parseRows: readonly FunctionRow[] = [
  parseRow('DATE', (micros) => localDay(micros, UTC)),
  parseRow('DATETIME', (micros) => micros),
  parseRow('TIME', (micros) => localClock(micros, UTC)),
  row('PARSE_TIMESTAMP', 'date and time', doc('TIMESTAMP'), {
    '(STRING, STRING, optional STRING) -> TIMESTAMP': {
      js: made(() => {
        const zoneOf = zoneFinder();
        return (format: string, text: string, zone = 'UTC') => parseTimestamp(format, text, zoneOf(zone), zoneOf);
      }),
      givesNull: false,
      hints: ['strptime-format', 'strptime-text', 'time-zone'],
      differs: weekdays,
    },
  }),
];
