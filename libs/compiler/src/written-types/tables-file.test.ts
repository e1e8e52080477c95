import { doubleType, type Field, listType, longType, stringType, timestampType } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import { tablesFile } from './tables-file.ts';

const flights: readonly Field[] = [
  { name: 'date', type: timestampType },
  { name: 'delay', type: longType },
];
const written = (tables: Readonly<Record<string, readonly Field[]>>, before: string | null = null): string => {
  const file = tablesFile(new Map(Object.entries(tables)), before);
  if ('refusal' in file) throw new Error(file.refusal);
  return file.text;
};

it('a constant a table, in the order of their names, columns in their own', () => {
  const others = [{ name: "it's", type: listType(doubleType) }];
  expect(written({ 'raw.user-visits': others, flights, empty: [] })).toBe(`import { table } from '@isochron/authoring';

export const empty = table('empty', {
});

export const flights = table('flights', {
  date: 'TIMESTAMP',
  delay: 'INT64',
});

export const rawUserVisits = table('raw.user-visits', {
  'it\\'s': 'ARRAY<FLOAT64>',
});
`);
});

it('names of constants are apart from each other and from the words of TypeScript', () => {
  const names = [
    ...written({ a_b: [], 'a.b': [], table: [], class: [], '2024': [], 'x.Y': [] }).matchAll(/const (\w+)/g),
  ];
  expect(names.map(([, name]) => name)).toEqual(['table2024', 'aB', 'aB2', 'class2', 'table2', 'xY']);
});

describe('written over what is there', () => {
  const before = `import { table } from '@isochron/authoring';

/** Three million flights; a row a flight. */
export const usFlights = table('flights', {
  /**
   * On the clock of its airport.
   */
  date: 'TIMESTAMP',
  // Gone from the warehouse.
  distance: 'INT64',
  delay: 'INT64',
});

export const gone = table('gone', { });
`;

  it('it keeps comments and names of constants, takes what is new and drops what is gone', () => {
    const more = [...flights, { name: 'origin', type: stringType }];
    const text = written({ flights: more }, before.replace("\nexport const gone = table('gone', { });\n", ''));
    expect(text).toBe(`import { table } from '@isochron/authoring';

/** Three million flights; a row a flight. */
export const usFlights = table('flights', {
  /**
   * On the clock of its airport.
   */
  date: 'TIMESTAMP',
  delay: 'INT64',
  origin: 'STRING',
});
`);
    expect(written({ flights: more }, text)).toBe(text);
  });

  it('it takes either quotes, as formatters leave them', () => {
    const double = written({ flights }, before.split('\nexport const gone')[0] ?? '').replaceAll("'", '"');
    expect(written({ flights }, double)).toContain("export const usFlights = table('flights', {\n  /**");
  });

  it.each([
    ['another statement', 'export const x = 7;\n', 'line 1, "export const x = 7;", is not of a table'],
    [
      'what is written in another shape',
      before,
      'line 14, "export const gone = table(\'gone\', { });", is not of a table',
    ],
    [
      'a computed column',
      "export const a = table('a', {\n  ...columns,\n});\n",
      'line 2, "...columns,", is not of a table',
    ],
  ])('it refuses %s', (_, text, why) => {
    expect(tablesFile(new Map(), text)).toEqual({ refusal: expect.stringContaining(why) });
  });
});
