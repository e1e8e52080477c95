import { type Field, vectorOf } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import { analyzeSelection, type SelectionText } from '../analysis/selection.ts';
import { ExpressionError } from '../expression-error.ts';
import { compileSelection } from './selection.ts';

const fields: readonly Field[] = [
  { name: 'n', type: { kind: 'int' } },
  { name: 'd', type: { kind: 'int' } },
  { name: 'list', type: { kind: 'list', element: { kind: 'int' } } },
];
const rows = { n: [6, 7, null, 9], d: [2, 0, 3, 3], list: [[1], [2, 3], null, [9]] };

function select(text: SelectionText) {
  const { selection, faults } = analyzeSelection(text, fields);
  if (selection === null) throw new Error(faults.map(({ fault }) => fault.message).join(' '));
  const compiled = compileSelection(selection);
  const vectors = compiled.reads.map(({ name, type }) => vectorOf(type, rows[name as keyof typeof rows]));
  const { rows: kept, vectors: made } = compiled.apply(vectors, 4);
  return {
    kept: [...kept],
    made: made.map(({ data }) => [...data]),
    types: compiled.makes.map(({ type }) => type.kind),
  };
}

describe('a selection', () => {
  it('keeps rows where every condition is true, and makes columns of those alone', () => {
    expect(select({ columns: [{ name: 'q', expression: 'n / d' }], where: ['d != 0', 'n > 6'] })).toEqual({
      kept: [3],
      made: [[3]],
      types: ['double'],
    });
  });

  it('lets a condition name a selected column, which hides one of the row', () => {
    const columns = [{ name: 'n', expression: 'd * 2' }];
    expect(select({ columns, where: ['n = 6'] }).kept).toEqual([2, 3]);
  });

  it('keeps apart the locals of a selected column and of a condition that names it', () => {
    const columns = [{ name: 'big', expression: 'ARRAY(SELECT e FROM UNNEST(list) AS e WHERE e > 1)' }];
    const where = ['EXISTS(SELECT 1 FROM UNNEST(list) AS x WHERE x IN UNNEST(big) AND x < 9)'];
    expect(select({ columns, where }).kept).toEqual([1]);
  });

  it('names the row of the batch that has no value', () => {
    let thrown: unknown;
    try {
      select({ columns: [{ name: 'q', expression: 'n / d' }], where: ['n > 6'] });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ExpressionError);
    expect(thrown).toMatchObject({ row: 1, value: '7, 0', reason: 'division by zero: 7 / 0', expression: 'n / d' });
  });

  it('refuses a condition that is no condition, and a value that no column holds', () => {
    const text = { columns: [{ name: 'i', expression: 'NULLIF(1, n)' }], where: ['i', 'list[0'] };
    const { faults } = analyzeSelection(text, fields);
    expect(faults.map(({ text: of, fault }) => [of, fault.code])).toEqual([
      ['i', 'type'],
      ['list[0', 'syntax'],
    ]);
  });
});
