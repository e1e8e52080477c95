import { booleanType, dateType, type Field, longType, stringType, timestampType } from '@isochron/schema';
import { expect, it } from 'vitest';
import { readInstant, readSaid } from './said-values.ts';

const fields: readonly Field[] = [
  { name: 'user', type: stringType },
  { name: 'count', type: longType },
  { name: 'isNew', type: booleanType },
  { name: 'born', type: dateType },
  { name: 'seen', type: timestampType },
  { name: 'price', type: { kind: 'double' } },
];
const read = (column: string, text: string) => readSaid([{ column, text }], fields, 'it').values[0];

it('reads values by the types of their columns', () => {
  expect(read('user', ' a=b ')).toBe(' a=b ');
  expect(read('user', '')).toBe('');
  expect(read('count', '-12')).toBe(-12);
  expect(read('count', '9223372036854775807')).toBe(9223372036854775807n);
  expect(read('isNew', 'false')).toBe(false);
  expect(read('born', '1970-01-11')).toBe(10);
  expect(read('seen', '2001-06-26T11:45:00.250Z')).toBe(Date.UTC(2001, 5, 26, 11, 45, 0, 250));
});

it('refuses what is no value of its column', () => {
  const refused = [
    ['count', '1.5', 'count is "1.5": it must be a whole number.'],
    ['isNew', 'yes', 'isNew is "yes": it must be true or false.'],
    ['born', '2001-02-30', 'born is "2001-02-30": it must be a day as yyyy-MM-dd.'],
    ['seen', 'today', 'seen is "today": it must be a time as 2001-06-26T11:45:00Z, or milliseconds.'],
    ['price', '1', 'Rows cannot be looked for by price: it is a double.'],
    ['usr', 'x', 'it has no column usr to look for; it has user, count, isNew, born, seen, price.'],
  ] as const;
  for (const [column, text, message] of refused) expect(() => read(column, text)).toThrow(message);
  const twice = [
    { column: 'user', text: 'a' },
    { column: 'user', text: 'b' },
  ];
  expect(() => readSaid(twice, fields, 'it')).toThrow('user was given twice');
});

it('reads instants in UTC, and milliseconds', () => {
  const noon = Date.UTC(2001, 5, 26, 12);
  for (const text of [
    '2001-06-26T12:00:00Z',
    '2001-06-26 12:00',
    '2001-06-26T12:00Z',
    '2001-06-26T12:00:00.000Z',
    String(noon),
  ])
    expect(readInstant(text), text).toBe(noon);
  expect(readInstant('2001-06-26')).toBe(Date.UTC(2001, 5, 26));
  for (const text of [
    '',
    'noon',
    '2001-06-26T25:00',
    '2001-13-01',
    '2001-02-30T10:00Z',
    '2001-06-26T12:00+02:00',
    '2001',
  ])
    expect(readInstant(text), text).toBeNull();
});
