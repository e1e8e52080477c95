import { createVector, type Field, getValue, type Value, vectorOf } from '@isochron/schema';
import { expect, it } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { ExpressionError } from '../expression-error.ts';
import { type CompiledExpression, compileExpression } from './compile.ts';

const columns: readonly Field[] = [
  { name: 'n', type: { kind: 'long' } },
  { name: 'x', type: { kind: 'double' } },
];

function compiled(text: string): CompiledExpression {
  const { analyzed } = analyze(text, { columns });
  if (analyzed === null || 'unstorable' in analyzed.dataType) throw new Error(`${text} has no column.`);
  return compileExpression({ ...analyzed, dataType: analyzed.dataType });
}

function overVectors(expression: CompiledExpression, rows: readonly (readonly Value[])[]): readonly Value[] {
  const vectors = expression.columns.map(({ type }, at) =>
    vectorOf(
      type,
      rows.map((row) => row[at] ?? null),
    ),
  );
  const output = createVector(expression.type, rows.length);
  expression.evaluateVectors(vectors, rows.length, output);
  return rows.map((_, row) => getValue(expression.type, output, row));
}

it('gives the same over vectors and over rows', () => {
  const expression = compiled('IF(n > 1, x / n, n)');
  const rows = [
    [2, 5],
    [0, 1],
    [null, 1],
    [3, null],
  ];
  expect(overVectors(expression, rows)).toEqual([2.5, 0, null, null]);
  expect(rows.map((row) => expression.evaluate(row))).toEqual([2.5, 0, null, null]);
});

it('tells which row of a vector has no value, and what stood there', () => {
  const expression = compiled('x / n');
  expect(() =>
    overVectors(expression, [
      [5, 2],
      [5, 0],
    ]),
  ).toThrow(
    expect.objectContaining({
      constructor: ExpressionError,
      row: 1,
      value: '5, 0',
      reason: expect.stringContaining('division by zero'),
    }),
  );
});
