import {
  createVector,
  type DataType,
  decimalType,
  type Field,
  getValue,
  listType,
  mapType,
  structType,
  type Value,
  vectorOf,
} from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { isStorable } from '../analysis/selection.ts';
import { ExpressionError } from '../expression-error.ts';
import { type CodeFactory, compileColumns, compileExpression } from './compile.ts';

function compiled(text: string, columns: readonly Field[]) {
  const { analyzed, faults } = analyze(text, { columns });
  if (analyzed === null || !isStorable(analyzed)) throw new Error(faults.map(({ message }) => message).join(' '));
  return compileExpression(analyzed);
}

/** Both ways in and out: a row at a time, and whole columns. */
function values(text: string, type: DataType, of: readonly Value[]): readonly Value[] {
  const { evaluate, evaluateVectors, type: made } = compiled(text, [{ name: 'v', type }]);
  const output = createVector(made, of.length);
  evaluateVectors([vectorOf(type, of)], of.length, output);
  const byVectors = of.map((_, row) => getValue(made, output, row));
  expect(of.map((value) => evaluate([value]))).toEqual(byVectors);
  return byVectors;
}

describe('values pass in and out as columns hold them', () => {
  const cases: readonly (readonly [DataType, readonly Value[]])[] = [
    [{ kind: 'boolean' }, [true, false, null]],
    [{ kind: 'byte' }, [-128, 127, null]],
    [{ kind: 'int' }, [-(2 ** 31), 2 ** 31 - 1, null]],
    [{ kind: 'long' }, [2 ** 53 - 1, -(2n ** 63n), 2n ** 63n - 1n, null]],
    [{ kind: 'double' }, [-0, Number.NaN, Number.POSITIVE_INFINITY, 1.5, null]],
    [{ kind: 'string' }, ['', '\u{1F600}', null]],
    [{ kind: 'binary' }, [Uint8Array.of(0, 255), null]],
    [{ kind: 'date' }, [-719162, 0, null]],
    [{ kind: 'timestamp' }, [-62135596800000, 1, 253402300799999, null]],
    [decimalType(10, 2), [{ unscaled: 1230n, scale: 2 }, null]],
    [listType({ kind: 'timestamp' }), [[1, null], [], null]],
    [mapType({ kind: 'string' }, decimalType(5, 2)), [new Map([['a', { unscaled: 1n, scale: 2 }]]), null]],
    [structType('Item', [{ name: 'seen', type: { kind: 'timestamp' } }]), [{ seen: 5 }, { seen: null }, null]],
  ];

  it.each(cases.map(([type, of]) => [type.kind, type, of] as const))('%s', (_, type, of) => {
    expect(values('v', type, of)).toEqual(of);
    expect(values('IF(TRUE, v, NULL)', type, of).map((value) => value === null)).toEqual(
      of.map((value) => value === null),
    );
  });

  it('a decimal too wide for a NUMERIC passes as it is', () => {
    const of = [{ unscaled: -(10n ** 37n), scale: 1 }, null];
    expect(values('v', decimalType(38, 1), of)).toEqual(of);
  });

  it('longs beyond what a number holds are computed with exactly', () => {
    expect(values('v + 1', { kind: 'long' }, [2 ** 53 - 1, 2n ** 63n - 2n, -5, null])).toEqual([
      2n ** 53n,
      2n ** 63n - 1n,
      -4,
      null,
    ]);
  });
});

describe('code that is known', () => {
  const double: DataType = { kind: 'double' };
  const columns: readonly Field[] = ['v', 'w'].map((name) => ({ name, type: double }));
  const known = new Map<string, CodeFactory>();
  const made = (text: string) => {
    const { analyzed } = analyze(text, { columns });
    if (analyzed === null || !isStorable(analyzed)) throw new Error(text);
    return compileColumns(analyzed, known);
  };
  const value = (text: string, ...given: readonly number[]): Value => {
    const output = createVector(double, 1);
    const vectors = given.map((each) => vectorOf(double, [each]));
    made(text).evaluateVectors(vectors, 1, output);
    return getValue(double, output, 0);
  };

  it('is one for expressions that differ by names, each of which keeps its own columns', () => {
    expect(['v * 2.5 + 1', 'w * 2.5 + 1'].map((text) => value(text, 2))).toEqual([6, 6]);
    expect([value('v - w', 5, 3), value('w - v', 5, 3)]).toEqual([2, 2]);
    expect(known.size).toBe(2);
    expect(value('v * 3.5 + 1', 2)).toBe(8);
    expect(known.size).toBe(3);
    expect(made('w * 2.5').columns.map(({ name }) => name)).toEqual(['w']);
  });

  it('tells a fault with the text and the place of the expression that failed', () => {
    expect(() => value('1 / v', 0)).toThrow('1 / v: division by zero: 1 / 0 (1, 0)');
    expect(() => value('1 / w', 0)).toThrow('1 / w: division by zero: 1 / 0 (1, 0)');
    expect(known.size).toBe(5);
  });
});

describe('a row without a value', () => {
  const columns: readonly Field[] = [{ name: 'v', type: { kind: 'double' } }];

  it('is named by its place, with what the failing part was given', () => {
    const { evaluateVectors, type } = compiled('IF(v > 1, 10 / v, v / (v - 1))', columns);
    const output = createVector(type, 3);
    const run = (): void => evaluateVectors([vectorOf({ kind: 'double' }, [2, 1, 3])], 3, output);
    expect(run).toThrow(ExpressionError);
    expect(run).toThrow('v / (v - 1) in IF(v > 1, 10 / v, v / (v - 1)): division by zero: 1 / 0 (1, 0)');
    expect(getValue(type, output, 0)).toBe(5);
  });

  it('has a place in the text', () => {
    const text = 'v + 1 / v';
    let thrown: unknown;
    try {
      compiled(text, columns).evaluate([0]);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ position: { offset: 4, length: 5 }, value: '1, 0', row: null, expression: text });
  });
});
