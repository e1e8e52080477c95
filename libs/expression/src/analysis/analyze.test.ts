import { type Field, listType, structType } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import { compileTyped } from '../javascript/compile.ts';
import { bigQueryOf, duckDbOf } from '../sql/print.ts';
import { typeName } from '../types/sql-type.ts';
import type { SqlValue } from '../value.ts';
import { analyze } from './analyze.ts';

const columns: readonly Field[] = [
  { name: 'n', type: { kind: 'long' } },
  { name: 'x', type: { kind: 'double' } },
  { name: 'word', type: { kind: 'string' } },
  { name: 'list', type: listType({ kind: 'long' }) },
  { name: 'trip', type: structType('Trip', [{ name: 'miles', type: { kind: 'int' } }]) },
];
const values: Readonly<Record<string, SqlValue>> = {
  n: 7,
  x: 2.5,
  word: 'so',
  list: [1, 2, null],
  trip: { miles: 12 },
};

function analyzed(text: string) {
  const analysis = analyze(text, { columns });
  if (analysis.analyzed === null) throw new Error(analysis.faults.map(({ message }) => message).join(' '));
  return analysis.analyzed;
}

const run = (text: string): SqlValue => {
  const { typed, columns: read } = analyzed(text);
  return compileTyped(typed, text, read)(read.map(({ name }) => values[name] ?? null));
};

describe('types', () => {
  it.each([
    ['n + 1', 'INT64'],
    ['n / 2', 'FLOAT64'],
    ['n + CAST(n AS NUMERIC)', 'NUMERIC'],
    ['COALESCE(NULL, n, 1.5)', 'FLOAT64'],
    ['IF(TRUE, NULL, word)', 'STRING'],
    ['trip.MILES', 'INT64'],
    ['[1, 2.5]', 'ARRAY<FLOAT64>'],
    ['STRUCT(n, 1 AS one, 2)', 'STRUCT<n INT64, one INT64, INT64>'],
    ['ARRAY(SELECT e = 1 FROM UNNEST(list) AS e)', 'ARRAY<BOOL>'],
  ])('%s is of type %s', (text, type) => {
    expect(typeName(analyzed(text).type)).toBe(type);
  });
});

describe('values', () => {
  it.each<[string, SqlValue]>([
    ['n + 1', 8],
    ['9007199254740991 + n', 9007199254740998n],
    ['IF(n = 7, x, n / 0)', 2.5],
    ['n = 7 OR n / 0 = 1', true],
    ['CASE n WHEN 1 THEN "one" WHEN 7 THEN "seven" END', 'seven'],
    ['NULL IS NULL AND NOT (x = 1)', true],
    ['n IN (1, NULL)', null],
    ['n NOT IN (1, 2)', true],
    ['EXISTS(SELECT * FROM UNNEST(list) AS e WHERE e = 2)', true],
    ['ARRAY(SELECT e + p FROM UNNEST(list) AS e WITH OFFSET AS p)', [1, 3, null]],
    ['STRUCT(n AS a).a', 7],
    ['- (-1.5)', 1.5],
  ])('%s', (text, value) => {
    expect(run(text)).toEqual(value);
  });

  it('names the part that has none, and what it was given', () => {
    expect(() => run('IF(n > 1, x / (n - 7), 0)')).toThrow(
      'x / (n - 7) in IF(n > 1, x / (n - 7), 0): division by zero: 2.5 / 0 (2.5, 0)',
    );
  });
});

describe('faults', () => {
  it('tells every one that can be told, in the order of the text', () => {
    const { faults } = analyze('COALESCE(n + word, nope, (1 +), FOO(n), x = )', { columns });
    expect(faults.map(({ message }) => message)).toEqual([
      'Found ")" where a value is expected.',
      'Found ")" where a value is expected.',
    ]);
    const typed = analyze('COALESCE(n + word, nope, FOO(n))', { columns });
    expect(typed.faults.map(({ message, offset }) => [offset, message])).toEqual([
      [9, expect.stringContaining('add does not take (INT64, STRING)')],
      [19, 'There is no column nope.'],
      [25, 'There is no function FOO.'],
    ]);
  });
});

describe('the word NULL', () => {
  const messagesOf = (text: string): readonly string[] =>
    analyze(text, { columns }).faults.map(({ message }) => message);

  it('is no operand of an operator, unless it has a type, or the operator tests for it', () => {
    const message = 'This is null whatever stands beside NULL; IS NULL tests for it, and CAST(NULL AS …) has a type.';
    for (const text of ['n + NULL', 'NULL = n', 'n < (NULL)', '- NULL', 'NOT NULL'])
      expect(messagesOf(text)).toEqual([message]);
    for (const text of [
      'n + CAST(NULL AS INT64)',
      'n IN (NULL)',
      'NULL IS NULL',
      'NULL AND TRUE',
      'CASE n WHEN NULL THEN 1 END',
    ]) {
      expect(messagesOf(text)).toEqual([]);
    }
  });
});

describe('text', () => {
  const columnText = (text: string) => (at: number) => `\`${analyzed(text).columns[at]?.name}\``;

  it('for BigQuery is the same expression again', () => {
    const text = 'IF(n + 1 > 2 AND word != "it\'s", x, n)';
    const once = bigQueryOf(analyzed(text).typed, columnText(text));
    expect(bigQueryOf(analyzed(once).typed, columnText(once))).toBe(once);
    expect(once).toBe("IF((((`n` + 1) > 2) AND (`word` != 'it\\u0027s')), `x`, CAST(`n` AS FLOAT64))");
  });

  it('for BigQuery keeps the word NULL where a null of a type would be refused', () => {
    const text = 'DATE_SUB(NULL, INTERVAL n MILLISECOND)';
    expect(bigQueryOf(analyzed(text).typed, columnText(text))).toBe('DATE_SUB(NULL, INTERVAL `n` MILLISECOND)');
  });

  it('for BigQuery gives an ERROR the type of its place', () => {
    const text = "IF(n > 0, word, ERROR('no n'))";
    const { typed } = analyzed(text);
    expect(typed.type).toEqual({ kind: 'STRING' });
    expect(bigQueryOf(typed, columnText(text))).toBe("IF((`n` > 0), `word`, CAST(ERROR('no n') AS STRING))");
    expect(analyzed("ERROR('no n')").type).toEqual({ kind: 'INT64' });
  });

  it('for BigQuery calls no local as a column is called', () => {
    const text = 'ARRAY(SELECT e + n FROM UNNEST(list) AS e)';
    const renamed = bigQueryOf(analyzed(text).typed, (at) => `X${at}`);
    expect(renamed).toBe('ARRAY(SELECT (`xx0` + X1) FROM UNNEST(X0) AS `xx0` WITH OFFSET AS `xx1`)');
  });

  it('for DuckDB is null where DuckDB cannot say it', () => {
    const text = 'ARRAY(SELECT e FROM UNNEST(list) AS e)';
    expect(duckDbOf(analyzed(text).typed, columnText(text))).toBeNull();
    expect(duckDbOf(analyzed('n / x + CAST(NULL AS INT64)').typed, columnText('n / x'))).toBeNull();
    expect(duckDbOf(analyzed('COALESCE(x, 1 / 0)').typed, columnText('x'))).toBeNull();
    expect(duckDbOf(analyzed('n + 1').typed, columnText('n + 1'))).toBe("(`n` + CAST('1' AS BIGINT))");
  });
});
