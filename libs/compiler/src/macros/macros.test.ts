import { dailyPartitions, partitionsOf } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { expandMacros, type MacroValues, readMacros, tablesAsked } from './index.ts';

const days = partitionsOf(dailyPartitions);
const january: MacroValues = {
  start: '2024-01-12',
  end: '2024-01-20',
  latest: '2024-01-25',
  newestOf: (table) => (table === 'ns.t' ? '2024-01-23' : null),
};

function expanded(text: string, partitions = days, values = january): string | readonly string[] {
  const expansion = expandMacros(text, partitions, values);
  return expansion.kind === 'text'
    ? expansion.text
    : expansion.faults.map(({ code, message }) => `${code}: ${message}`);
}

describe('a macro becomes its partition in quotes', () => {
  test.each([
    ['{{start_date}}', "'2024-01-12'"],
    ['{{   end_date   }}', "'2024-01-20'"],
    ['{{ latest_date() }}', "'2024-01-25'"],
    ['{{ max_date(table=ns.t) }}', "'2024-01-23'"],
    ["{{ max_date(table='ns.t', offset=-1) }}", "'2024-01-22'"],
    ['{{ start_date(offset=-3) }}', "'2024-01-09'"],
    ['{{ start_date( offset = +2 ) }}', "'2024-01-14'"],
    ["{{ start_date(offset=-3, lower_bound='2024-01-10') }}", "'2024-01-10'"],
    ['{{ start_date( offset=1,lower_bound=2024-01-01 ) }}', "'2024-01-13'"],
    ['{{ start_date(offset=1,) }}', "'2024-01-13'"],
    ['{{ end_date(upper_bound="2024-01-15") }}', "'2024-01-15'"],
    ["{{ end_date(offset=9, lower_bound=2024-01-15, upper_bound='2024-01-18') }}", "'2024-01-18'"],
    ["{{ start_date(lower_bound='2024-01-15', upper_bound='2024-01-15') }}", "'2024-01-15'"],
    [
      "SELECT * FROM t WHERE ds BETWEEN {{ start_date }} AND {{ end_date(offset=1) }} -- {{end_date}}\nAND x = '{'",
      "SELECT * FROM t WHERE ds BETWEEN '2024-01-12' AND '2024-01-21' -- '2024-01-20'\nAND x = '{'",
    ],
    ['SELECT 1', 'SELECT 1'],
    ['', ''],
  ])('%s', (text, expected) => expect(expanded(text)).toBe(expected));

  test('of the span and the format that the output has', () => {
    const thirds = partitionsOf({ format: 'yyyy-MM-dd-HH-mm', spanMs: 3 * 3_600_000 });
    const values = { ...january, start: '2023-01-10-01-00', end: '2023-01-10-07-00' };
    expect(expanded('{{ start_date(offset=-2) }} {{ end_date }}', thirds, values)).toBe(
      "'2023-01-09-19-00' '2023-01-10-07-00'",
    );
  });
});

describe('a macro that is wrong is told, and never left in the text', () => {
  test.each([
    ['{{ start_dat }}', 'unknown-macro: There is no macro start_dat.'],
    ['{{ ds }}', 'unknown-macro: There is no macro ds.'],
    ['{{ start_date', 'macro-syntax: Two braces open a macro here, and none close it.'],
    ['{{ }}', "macro-syntax: {{ }} is not a macro's name with its arguments in parentheses."],
    ['{{ start_date + 1 }}', "macro-syntax: {{ start_date + 1 }} is not a macro's name with its arguments"],
    ['{{ start_date(1) }}', 'macro-argument: "1" is not arguments of start_date.'],
    ['{{ start_date(offset=1 offset=2) }}', 'macro-argument: The offset of start_date is "1 offset=2"'],
    ['{{ start_date(offset=1,,) }}', 'macro-argument: "," is not arguments of start_date.'],
    ['{{ start_date(offset=1.5) }}', 'macro-argument: The offset of start_date is "1.5", which is not a whole number'],
    ['{{ start_date(offset=) }}', 'macro-argument: "offset=" is not arguments of start_date.'],
    ['{{ start_date(offset=9999999) }}', 'macro-argument: The offset of start_date is "9999999"'],
    ['{{ start_date(ofset=1) }}', 'macro-argument: The macro start_date has no argument ofset.'],
    ['{{ start_date(table=ns.t) }}', 'macro-argument: The macro start_date has no argument table.'],
    ['{{ start_date(offset=1, offset=2) }}', 'macro-argument: The argument offset of start_date is given twice.'],
    ['{{ start_date(lower_bound=20240101) }}', 'macro-argument: The lower_bound of start_date is "20240101", which'],
    ["{{ end_date(upper_bound='2024-02-30') }}", 'macro-argument: The upper_bound of end_date is "2024-02-30", which'],
    [
      "{{ end_date(lower_bound='2024-01-15', upper_bound=2024-01-05) }}",
      'macro-bounds: The bounds of end_date leave nothing between them: the lower, 2024-01-15, is after the upper, 2024-01-05.',
    ],
    ['{{ max_date }}', 'macro-argument: max_date needs the table that it asks.'],
    ["{{ max_date(table='') }}", 'macro-argument: max_date needs the table that it asks.'],
    ['{{ max_date(table=ns.none) }}', 'macro-argument: max_date asks the table ns.none, which has no partition yet.'],
  ])('%s', (text, fault) => {
    expect(expanded(text)).toEqual([expect.stringContaining(fault)]);
  });

  test('all of them at once, each with its place', () => {
    const { macros, faults } = readMacros('{{ a }} {{ max_date(table=x.y) }} {{ end_date(offset=x) }}', days);
    expect(faults.map(({ at }) => at)).toEqual([
      { offset: 0, length: 7 },
      { offset: 34, length: 24 },
    ]);
    expect(faults.map(({ hint }) => hint)).toEqual([
      'There are start_date, end_date, latest_date, max_date.',
      'Write offset=-3 for three partitions earlier.',
    ]);
    expect(tablesAsked(macros)).toEqual(['x.y']);
    expect(readMacros('{{ start_dat }}', days).faults[0]?.hint).toContain('start_date');
  });
});
