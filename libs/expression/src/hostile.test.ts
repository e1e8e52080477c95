import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from './analysis/analyze.ts';
import { compileTyped } from './javascript/compile.ts';
import { bigQueryOf, duckDbOf } from './sql/print.ts';
import { googleName, googleText } from './sql/text.ts';
import { parse, TEXT_MAX } from './syntax/parser.ts';
import { ITEMS_MAX } from './syntax/token-reader.ts';

const columns = [
  { name: 'a', type: { kind: 'long' } },
  { name: 'x', type: { kind: 'double' } },
  { name: 's', type: { kind: 'string' } },
] as const;

const messages = (text: string): readonly string[] => analyze(text, { columns }).faults.map(({ message }) => message);

/** As long as a text may be, made of one piece over and over. */
const filled = (piece: string, end = ''): string =>
  piece.repeat(Math.floor((TEXT_MAX - end.length) / piece.length)) + end;

describe('texts that want too much', () => {
  it('of a megabyte are refused as they are', () => {
    expect(messages('a'.repeat(1_000_000))).toEqual([
      `The expression is 1000000 characters long; the most that is read is ${TEXT_MAX}.`,
    ]);
  });

  it.each([
    ['parentheses', filled('(')],
    ['brackets', filled('[')],
    ['calls', filled('ABS(')],
    ['signs', filled('- ')],
    ['NOT', filled('NOT ')],
    ['CASE', filled('CASE WHEN ')],
    ['arrays of types', `CAST(a AS ${filled('ARRAY<').slice(0, 90_000)}`],
    ['operators in a row', filled('a + ', 'a')],
    ['conditions in a row', filled('a = 1 AND ', 'a = 1')],
    ['subscripts', `a${filled('[0]').slice(0, 90_000)}`],
    ['fields', `a${filled('.b').slice(0, 90_000)}`],
    ['lambdas', filled('x -> ')],
    ['casts', filled('CAST(')],
    ['intervals', filled('INTERVAL ')],
    ['an open string', `'${filled('x')}`.slice(0, TEXT_MAX)],
    ['an open comment', `/*${filled('*')}`.slice(0, TEXT_MAX)],
    ['escapes', `'${filled('\\')}`.slice(0, TEXT_MAX)],
    ['nesting of 10,000', `${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['a list without end', `a IN (${'1,'.repeat(ITEMS_MAX + 1)}1)`],
    ['faults without end', `COALESCE(${filled('(,').slice(0, 90_000)})`],
  ])('are refused with a place: %s', (_, text) => {
    const [first] = analyze(text, { columns }).faults;
    expect(first?.message).toBeTruthy();
    expect(first?.offset).toBeLessThanOrEqual(text.length);
  });

  it.each([
    ['a list', `a IN (${'1, '.repeat(ITEMS_MAX - 1)}2)`],
    ['branches', `CASE ${'WHEN a = 3 THEN 4 '.repeat(5_000)}ELSE 9 END`],
    ['choices', `COALESCE(${'NULL, '.repeat(9_000)}9)`],
    ['an array', `[${'1, '.repeat(ITEMS_MAX - 1)}2]`],
    ['a string', `'${'x'.repeat(TEXT_MAX - 2)}'`],
    ['operators', `${'a + '.repeat(200)}a`],
  ])('are read, compiled and run, as large as they may be: %s', (_, text) => {
    const { analyzed, faults } = analyze(text, { columns });
    expect(faults).toEqual([]);
    if (analyzed === null) return;
    const column = (at: number): string => `\`${analyzed.columns[at]?.name}\``;
    expect(compileTyped(analyzed.typed, text, analyzed.columns)(analyzed.columns.map(() => 7))).not.toBeUndefined();
    expect(bigQueryOf(analyzed.typed, column).length).toBeLessThan(40 * text.length + 1000);
    expect((duckDbOf(analyzed.typed, column) ?? '').length).toBeLessThan(40 * text.length + 1000);
  });

  it('are not handed to an engine that would have to write them out', () => {
    const sum = (terms: number): string => Array.from({ length: terms }, () => 'x').join(' + ');
    const text = (terms: number): string | null => {
      const { analyzed } = analyze(sum(terms), { columns });
      return analyzed === null ? '' : duckDbOf(analyzed.typed, () => '"x"');
    };
    expect(text(4)).toContain('"x"');
    expect(text(60)).toBeNull();
  });
});

describe('any text at all', () => {
  const pieces = [
    ...'( ) [ ] , . \' " ` \\ ; -- /* */ # => -> < > << >> = != + - * / || & | ^ ~ @ ? : { } $ %'.split(' '),
    ...'a x s NULL TRUE 1 1.5 0x1F CASE WHEN THEN ELSE END IF CAST SAFE_CAST AS INT64 STRING ARRAY STRUCT EXISTS SELECT FROM UNNEST'.split(
      ' ',
    ),
    ...'AND OR NOT IN LIKE BETWEEN IS DISTINCT INTERVAL DAY EXTRACT SAFE. COALESCE ABS b r rb DATE TIMESTAMP'.split(
      ' ',
    ),
    ' ',
    '\n',
    '\0',
    '\u{1F600}',
    '\uD800',
    "'text'",
    '`name`',
  ];
  const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
  const spaced = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(' '));

  it('is read, or refused with a place in it', () => {
    fc.assert(
      fc.property(fc.oneof(soup, spaced, fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        const parsed = parse(text);
        for (const { offset, length } of parsed.faults) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(text.length);
        }
        const { analyzed, faults } = analyze(text, { columns });
        expect(analyzed === null).toBe(faults.length > 0);
      }),
      { numRuns: 5_000 },
    );
  });

  it('that is a name or a string of an author stays one in every output', () => {
    const nasty = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
    const wellFormed = nasty.filter((text) => text.isWellFormed() && text !== '');
    fc.assert(
      fc.property(wellFormed, wellFormed, (name, value) => {
        const fields = [{ name, type: { kind: 'string' } }] as const;
        const quoted = googleName(name);
        const text = `${quoted} = ${googleText(value)}`;
        const { analyzed, faults } = analyze(text, { columns: fields });
        expect(faults).toEqual([]);
        if (analyzed === null) return;
        expect(analyzed.columns.map((column) => column.name)).toEqual([name]);
        const run = compileTyped(analyzed.typed, text, analyzed.columns);
        expect(run([value])).toBe(true);
        expect(run([`${value}!`])).toBe(false);
        // Written out and read again it is the same text: nothing in the name or the string has become SQL.
        const again = bigQueryOf(analyzed.typed, () => quoted);
        const second = analyze(again, { columns: fields });
        expect(second.faults).toEqual([]);
        expect(second.analyzed === null ? '' : bigQueryOf(second.analyzed.typed, () => quoted)).toBe(again);
      }),
      { numRuns: 2_000 },
    );
  });
});
