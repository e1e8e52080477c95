import { describe, expect, it } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import type { DialectName } from '../../analysis/dialect.ts';
import { functionElsewhere, readableElsewhere } from '../../analysis/elsewhere.ts';
import { googleInSpark, sparkInGoogle } from './words.ts';

/** What is wrong with a text besides that its columns are not there. */
const faults = (text: string, dialect: DialectName) =>
  analyze(text, { columns: [], dialect }).faults.filter(({ code }) => code !== 'unknown-column');

describe('what is written instead', () => {
  it.each([...sparkInGoogle])('of %s in GoogleSQL is read there: %s', (_, text) =>
    expect(faults(text, 'googlesql')).toEqual([]),
  );

  it.each([...googleInSpark])('of %s in Spark SQL is read there: %s', (_, text) =>
    expect(faults(text, 'spark')).toEqual([]),
  );

  it('is for functions that the other dialect alone has', () => {
    const words = (texts: ReadonlyMap<string, string>) => [...texts.keys()].filter((name) => /^[A-Z]/.test(name));
    const cast = ['SAFE_CAST', 'TRY_CAST'];
    const operators = ['DIV', 'RLIKE', 'REGEXP', 'ILIKE'];
    const known = [...cast, ...operators];
    const strays = (texts: ReadonlyMap<string, string>, dialect: DialectName) =>
      words(texts).filter((name) => !known.includes(name) && functionElsewhere(name, dialect) === null);
    expect(strays(sparkInGoogle, 'googlesql')).toEqual([]);
    expect(strays(googleInSpark, 'spark')).toEqual([]);
  });
});

it.each<[string, DialectName, ReturnType<typeof functionElsewhere>]>([
  ['datediff', 'googlesql', { dialect: 'spark', label: 'Spark SQL', instead: 'DATE_DIFF(x, y, DAY)' }],
  ['ARRAY_DISTINCT', 'googlesql', { dialect: 'spark', label: 'Spark SQL', instead: null }],
  ['SAFE_DIVIDE', 'spark', { dialect: 'googlesql', label: 'GoogleSQL', instead: 'x / y' }],
  ['FROBNICATE', 'spark', null],
  ['CONCAT', 'spark', null],
])('%s is not of %s', (name, dialect, found) => expect(functionElsewhere(name, dialect)).toEqual(found));

it('a text that one dialect stops at may be read by the other', () => {
  expect(readableElsewhere('a == b', 'googlesql', '==')?.instead).toBe('x = y');
  expect(readableElsewhere('a <=> b', 'googlesql', '<=>')?.dialect).toBe('spark');
  expect(readableElsewhere('SAFE_CAST(x AS INT64)', 'spark', '')?.dialect).toBe('googlesql');
  expect(readableElsewhere('a +', 'googlesql', '')).toBeNull();
});
