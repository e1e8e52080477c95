import { clockParts } from '../../runtime/clock-part.ts';
import { addedDateParts, adderOf, COUNT_MAX, counterOf, dateParts, truncatorOf } from '../../runtime/date-part.ts';
import { dateText } from '../../runtime/date-time-text.ts';
import { inDates, microsOf, SECONDS_OF_DAY } from '../../runtime/instant.ts';
import {
  datetimeDifference,
  type MomentType,
  momentAdder,
  momentTruncator,
  timestampDifference,
} from '../../runtime/moment.ts';
import { UTC, zoneFinder } from '../../runtime/zone.ts';
import {
  dateAdd,
  dateDiff,
  dateTrunc,
  datetimeDiff,
  momentAdd,
  momentTrunc,
  timestampDiff,
} from '../../sql/date-parts.ts';
import type { Int64 } from '../../value.ts';
import { isUtc, ofParts, partHint, partOfCall } from '../date-part.ts';
import { type FunctionRow, type Implementation, row } from '../row.ts';

/** `DATE_ADD(x, INTERVAL n DAY)`. */
const withInterval =
  (name: string, type: string): FunctionRow['write'] =>
  ([value, count, part]) =>
    `${name}(${withoutType(value, [type])}, INTERVAL ${count} ${part})`;

const ofArguments =
  (name: string, types: readonly string[]): FunctionRow['write'] =>
  ([first, ...rest]) =>
    `${name}(${[withoutType(first, types), ...rest].join(', ')})`;

/** The word NULL takes more parts than a null of a type that lacks them, and is of the same type where the rest says so, or none does. */
const withoutType = (value: string | undefined, types: readonly string[]): string =>
  types.some((type) => value === `CAST(NULL AS ${type})`) ? 'NULL' : (value ?? '');

const addedParts = [...clockParts, ...addedDateParts];
const allParts = [...clockParts, ...dateParts];
const types = ['DATE', 'DATETIME', 'TIMESTAMP'] as const;

const negated = (count: Int64): Int64 => (typeof count === 'number' ? 0 - count : -count);

type DayType = 'DATE' | 'DATETIME';

/** A day is made a DATETIME by the functions of DATETIME and TIMESTAMP, with no more parts than a day has. */
const dayType = (type: string): DayType => (type === 'DATE' ? 'DATE' : 'DATETIME');
const dayAs = (type: DayType, days: number): Int64 => (type === 'DATE' ? days : microsOf(days * SECONDS_OF_DAY, 0));
const dayTextAs = (type: DayType, text: string): string => (type === 'DATE' ? text : `CAST(${text} AS TIMESTAMP)`);

function addDates(sign: 1 | -1, result: DayType): Implementation {
  return {
    ...ofParts(
      2,
      addedDateParts,
      (part) => {
        const add = adderOf(part);
        return (days: number, count: Int64) => {
          const what = (): string => `${dateText(days)} ${sign === 1 ? '+' : '-'} ${count} ${part}`;
          const isNear = typeof count === 'number' && Math.abs(count) <= COUNT_MAX;
          return dayAs(result, inDates(isNear ? add(days, sign * count) : Number.NaN, what));
        };
      },
      { partsOfNull: addedParts },
    ),
    duckdb: ([date = '', count = ''], call) => dayTextAs(result, dateAdd(partOfCall(call, 2), date, count, sign)),
    hints: ['', 'amount', partHint(addedDateParts)],
    pushdown: 'proven',
  };
}

function addMoments(type: MomentType, sign: 1 | -1): Implementation {
  const parts = [...clockParts, ...(type === 'TIMESTAMP' ? ['DAY'] : addedDateParts)];
  return {
    ...ofParts(
      2,
      parts,
      (part) => {
        const add = momentAdder(part, type);
        return sign === 1 ? add : (micros: Int64, count: Int64) => add(micros, negated(count));
      },
      { partsOfNull: addedParts },
    ),
    duckdb: ([moment = '', count = ''], call) => momentAdd(partOfCall(call, 2), moment, count, sign),
    hints: ['', 'amount', partHint(parts)],
    pushdown: 'proven',
  };
}

/** The functions of one type take the others too; each type comes first in its own, as literals are read by the first. */
export function inOrder(
  first: string,
  all: Readonly<Record<string, Implementation>>,
): Readonly<Record<string, Implementation>> {
  const entries = Object.entries(all);
  const isFirst = ([text]: readonly [string, unknown]): boolean => text.startsWith(`(${first},`);
  return Object.fromEntries([...entries.filter(isFirst), ...entries.filter((entry) => !isFirst(entry))]);
}

const adding = (name: string, type: string, sign: 1 | -1): FunctionRow =>
  row(
    name,
    'date and time',
    `So many parts ${sign === 1 ? 'later' : 'earlier'}. A day that a month lacks becomes its last; a fault beyond the years 0001 to 9999.`,
    inOrder(type, {
      [`(DATE, INT64, PART) -> ${dayType(type)}`]: addDates(sign, dayType(type)),
      '(DATETIME, INT64, PART) -> DATETIME': addMoments('DATETIME', sign),
      '(TIMESTAMP, INT64, PART) -> TIMESTAMP': addMoments('TIMESTAMP', sign),
    }),
    withInterval(name, type),
  );

const timestampDiffParts = [...clockParts, 'DAY'];

const datesDiffer: Implementation = {
  ...ofParts(
    2,
    dateParts,
    (part) => {
      const count = counterOf(part);
      return (a: number, b: number) => count(a) - count(b);
    },
    { partsOfNull: allParts },
  ),
  duckdb: ([a = '', b = ''], call) => dateDiff(partOfCall(call, 2), a, b),
  hints: ['', '', partHint(dateParts)],
  pushdown: 'proven',
};

/** DATE_DIFF of a DATE and a DATETIME has the parts of its first. */
const datetimesDiffer = (type: string): Implementation => ({
  ...ofParts(2, allParts, datetimeDifference, {
    partsOf: (first) => (type === 'DATE' && first?.type.kind === 'DATE' ? dateParts : allParts),
  }),
  duckdb: ([a = '', b = ''], call) => datetimeDiff(partOfCall(call, 2), a, b),
  hints: ['', '', partHint(allParts)],
  pushdown: 'proven',
});

const timestampsDiffer: Implementation = {
  ...ofParts(2, timestampDiffParts, timestampDifference, { partsOfNull: allParts }),
  duckdb: ([a = '', b = ''], call) => timestampDiff(partOfCall(call, 2), a, b),
  hints: ['', '', partHint(timestampDiffParts)],
  pushdown: 'proven',
};

/** Each reads a text as its own type alone. Days are told apart by DATE_DIFF; to the others they are DATETIMEs. */
const differing = (name: string, type: string): FunctionRow =>
  row(
    name,
    'date and time',
    'How many parts lie between: of TIMESTAMPs whole ones, cut toward zero; of DATEs and DATETIMEs how often the part begins.',
    inOrder(type, {
      ...(type === 'DATE' ? { '(DATE, DATE, PART) -> INT64': datesDiffer } : {}),
      '(DATETIME, DATETIME, PART) -> INT64': { ...datetimesDiffer(type), readsTexts: type === 'DATETIME' },
      '(TIMESTAMP, TIMESTAMP, PART) -> INT64': { ...timestampsDiffer, readsTexts: type === 'TIMESTAMP' },
    }),
    ofArguments(name, types),
  );

const truncating = (name: string, type: string): FunctionRow =>
  row(
    name,
    'date and time',
    'The beginning of the part, of a TIMESTAMP by the clock of the time zone (UTC without one); a fault before the year 0001.',
    inOrder(type, {
      [`(DATE, PART) -> ${dayType(type)}`]: {
        ...ofParts(
          1,
          dateParts,
          (part) => {
            const truncate = truncatorOf(part);
            return (days: number) =>
              dayAs(
                dayType(type),
                inDates(truncate(days), () => `${dateText(days)} cut to ${part}`),
              );
          },
          { partsOfNull: allParts },
        ),
        duckdb: ([date = ''], call) => dayTextAs(dayType(type), dateTrunc(partOfCall(call, 1), date)),
        hints: ['', partHint(dateParts)],
        pushdown: 'proven',
      },
      '(DATETIME, PART) -> DATETIME': {
        ...ofParts(1, allParts, (part) => {
          const truncate = momentTruncator(part, 'DATETIME');
          return (micros: Int64) => truncate(micros, UTC);
        }),
        duckdb: ([moment = ''], call) => momentTrunc(partOfCall(call, 1), moment),
        hints: ['', partHint(allParts)],
        pushdown: 'proven',
      },
      '(TIMESTAMP, PART, optional STRING) -> TIMESTAMP': {
        ...ofParts(1, allParts, (part) => {
          const truncate = momentTruncator(part, 'TIMESTAMP');
          const zoneOf = zoneFinder();
          return (micros: Int64, _part: string, zone = 'UTC') => truncate(micros, zoneOf(zone));
        }),
        duckdb: ([moment = ''], call) => (isUtc(call, 2) ? momentTrunc(partOfCall(call, 1), moment) : null),
        hints: ['', partHint(allParts), 'time-zone'],
        pushdown: 'proven',
      },
    }),
    ofArguments(name, [type]),
  );

export const dateTimePartRows: readonly FunctionRow[] = types.flatMap((type) => [
  adding(`${type}_ADD`, type, 1),
  adding(`${type}_SUB`, type, -1),
  differing(`${type}_DIFF`, type),
  truncating(`${type}_TRUNC`, type),
]);
