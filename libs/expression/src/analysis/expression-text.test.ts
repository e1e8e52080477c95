import { doubleType, type Field, longType, stringType } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import { compileSelection } from '../javascript/selection.ts';
import { analyzeText, inDialect, writtenText } from './expression-text.ts';
import { analyzeSelection, analyzeStages } from './selection.ts';

const columns: readonly Field[] = [
  { name: 'a', type: longType },
  { name: 'b', type: longType },
  { name: 'text', type: stringType },
  { name: 'x', type: doubleType },
];
const vectors = [
  { kind: 'longs', ...longs([7n, 8n]), valid: null },
  { kind: 'longs', ...longs([2n, 0n]), valid: null },
] as const;

function longs(values: readonly bigint[]) {
  const data = BigInt64Array.from(values);
  return { data, words: new Int32Array(data.buffer) };
}

it('an expression is GoogleSQL unless it says a dialect', () => {
  expect(inDialect('a / b', 'googlesql')).toBe('a / b');
  expect(writtenText(inDialect('a / b', 'spark'))).toBe('a / b');
  expect(analyzeText('a == b', columns).analyzed).toBeNull();
  expect(analyzeText(inDialect('a == b', 'spark'), columns).analyzed?.type.kind).toBe('BOOL');
});

describe('names of its own', () => {
  const named = (text: string, names: Readonly<Record<string, string>>) =>
    analyzeText({ text, dialect: 'spark', names }, columns);

  it('stand for the columns, which keep theirs', () => {
    expect(named('one DIV other', { one: 'b', other: 'a' }).analyzed?.columns.map(({ name }) => name)).toEqual([
      'b',
      'a',
    ]);
    // Two names for one column, and names of others for each other.
    expect(named('a + b + c', { a: 'b', b: 'a', c: 'a' }).analyzed?.columns.map(({ name }) => name)).toEqual([
      'b',
      'a',
      'a',
    ]);
  });

  it('are all that it knows', () => {
    expect(named('a', { b: 'b' }).faults.map(({ code }) => code)).toEqual(['unknown-column']);
    expect(named('gone', { gone: 'nowhere' }).faults.map(({ code }) => code)).toEqual(['unknown-column']);
    expect(named('toString', {}).faults.map(({ code }) => code)).toEqual(['unknown-column']);
  });
});

it('a selection has expressions of both dialects, and conditions that see columns of either', () => {
  const { selection, faults } = analyzeSelection(
    {
      columns: [
        { name: 'half', expression: inDialect('a / b', 'spark') },
        { name: 'sum', expression: 'a + b' },
      ],
      where: [inDialect('half <=> NULL OR sum == 9', 'spark'), 'sum > 0'],
    },
    columns,
  );
  expect(faults).toEqual([]);
  if (selection === null) return;
  const { rows, vectors: made } = compileSelection(selection).apply([...vectors], 2);
  expect([...rows]).toEqual([0, 1]);
  expect(made[0]).toMatchObject({ data: Float64Array.of(3.5, 0), valid: Uint8Array.of(1, 0) });
});

it('stages follow one another in their dialects', () => {
  const { selection } = analyzeStages(
    [
      [{ name: 'half', expression: { text: 'n / m', dialect: 'spark', names: { n: 'a', m: 'b' } } }],
      [{ name: 'is_null', expression: 'half IS NULL' }],
      [{ name: 'both', expression: inDialect('is_null == true', 'spark') }],
    ],
    columns,
  );
  const made = selection === null ? [] : compileSelection(selection).apply([...vectors], 2).vectors;
  expect(made[0]).toMatchObject({ data: Int32Array.of(0, 1) });
});

it('faults tell the text', () => {
  const { faults } = analyzeSelection(
    { columns: [{ name: 'it', expression: inDialect('FARM_FINGERPRINT(text)', 'spark') }], where: [] },
    columns,
  );
  expect(faults.map(({ text, fault }) => `${text}: ${fault.message}`)).toEqual([
    'FARM_FINGERPRINT(text): FARM_FINGERPRINT is a function of GoogleSQL, not of Spark SQL.',
  ]);
});
