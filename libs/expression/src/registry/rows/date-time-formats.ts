import { floorModulo } from '../../runtime/calendar.ts';
import { dateText, datetimeText, timestampText, timeText } from '../../runtime/date-time-text.ts';
import { MICROS_OF_DAY, microsOf, SECONDS_OF_DAY } from '../../runtime/instant.ts';
import { type Shown, shownAt } from '../../runtime/shown.ts';
import { formatter, withoutElements } from '../../runtime/time-format.ts';
import { UTC, zoneFinder } from '../../runtime/zone.ts';
import type { Int64 } from '../../value.ts';
import { type CallSite, type Difference, type FunctionRow, fn, type Implementation, made, row } from '../row.ts';

type FormattedType = keyof typeof withoutElements;

/** What is made of a text that mostly is the same in each row: once for the same text in a row of them. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly made: T } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) };
    return last.made;
  };
}

const isoDayOfYear: Difference = {
  reason: 'ZetaSQL knows %J and has not built it; BigQuery documents it.',
  covers: ([format]) => typeof format === 'string' && format.includes('%J'),
};

const formatRow = (
  type: FormattedType,
  signatures: Readonly<Record<string, (format: (text: string) => (at: Shown) => string) => Implementation['js']>>,
): FunctionRow =>
  row(
    `FORMAT_${type}`,
    'date and time',
    `Text of a ${type} by a format of % elements; elements of what a ${type} has not stand as they are.`,
    Object.fromEntries(
      Object.entries(signatures).map(([text, make]) => [
        text,
        {
          js: make(remembered((format) => formatter(format, withoutElements[type]))),
          givesNull: false,
          hints: ['strftime-format', '', 'time-zone'],
          differs: isoDayOfYear,
        },
      ]),
    ),
  );

const ofDatetime = (format: (text: string) => (at: Shown) => string) =>
  fn((text: string, micros: Int64) => format(text)(shownAt(micros, UTC)));
const ofDate = (format: (text: string) => (at: Shown) => string) =>
  fn((text: string, days: number) => format(text)(shownAt(microsOf(days * SECONDS_OF_DAY, 0), UTC)));
const ofTimestamp = (format: (text: string) => (at: Shown) => string) =>
  made((_call: CallSite) => {
    const zoneOf = zoneFinder();
    return (text: string, micros: Int64, zone = 'UTC') => format(text)(shownAt(micros, zoneOf(zone)));
  });

export const formatRows: readonly FunctionRow[] = [
  formatRow('DATE', { '(STRING, DATE) -> STRING': ofDate }),
  formatRow('DATETIME', { '(STRING, DATETIME) -> STRING': ofDatetime }),
  formatRow('TIME', {
    '(STRING, TIME) -> STRING': (format) =>
      fn((text: string, micros: number) => format(text)(shownAt(floorModulo(micros, MICROS_OF_DAY), UTC))),
  }),
  formatRow('TIMESTAMP', { '(STRING, TIMESTAMP, optional STRING) -> STRING': ofTimestamp }),
];

/** What STRING has besides JSON: the texts that CAST gives, of a TIMESTAMP by the clock of a time zone (UTC without one). */
export const dateTimeStrings: Readonly<Record<string, Implementation>> = {
  '(DATE) -> STRING': { js: fn(dateText), givesNull: false },
  '(TIMESTAMP, optional STRING) -> STRING': {
    js: made(() => {
      const zoneOf = zoneFinder();
      return (micros: Int64, zone = 'UTC') => timestampText(micros, zoneOf(zone));
    }),
    givesNull: false,
    hints: ['', 'time-zone'],
  },
  '(TIME) -> STRING': { js: fn(timeText), givesNull: false },
  '(DATETIME) -> STRING': { js: fn(datetimeText), givesNull: false },
};
