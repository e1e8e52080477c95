import type { Typed } from '../../analysis/typed.ts';
import type { Atom, Emitter } from '../../javascript/emitter.ts';
import { type Difference, type FunctionRow, inline, row, sql } from '../row.ts';

/** AND and OR: the right side is asked only where the left one leaves it open. */
const shortCircuit =
  (decisive: 'true' | 'false') =>
  (emitter: Emitter, [left, right]: readonly Typed[]): Atom => {
    if (left === undefined || right === undefined) throw new Error('AND and OR have two sides.');
    const first = emitter.value(left);
    const result = emitter.assign(first.code, true);
    emitter.block(`if (${result.code} !== ${decisive})`, () => {
      const second = emitter.value(right);
      emitter.line(
        `${result.code} = ${second.code} === ${decisive} ? ${decisive} : ${first.code} === null ? null : ${second.code};`,
      );
    });
    return result;
  };

const decidedByLeft = (decisive: boolean): Difference => ({
  reason:
    'the right side is not asked where the left one decides; GoogleSQL leaves it open whether it is, and so whether its failure counts',
  covers: ([left]) => left === decisive,
});

const test = (name: string, doc: string, code: string, text: string): FunctionRow =>
  row(
    name,
    'logic',
    doc,
    {
      [name === '$is_null' ? '(T1) -> BOOL' : '(BOOL) -> BOOL']: {
        nulls: 'own',
        givesNull: false,
        js: inline(([a]) => `${a} === ${code}`),
        duckdb: sql(`($1 IS ${text})`),
        pushdown: 'proven',
      },
    },
    ([a]) => `(${a} IS ${text})`,
  );

export const logicRows: readonly FunctionRow[] = [
  row(
    '$and',
    'logic',
    'FALSE if either is FALSE, else NULL if either is NULL, else TRUE.',
    {
      '(BOOL, BOOL) -> BOOL': {
        nulls: 'own',
        js: { kind: 'lazy', emit: shortCircuit('false') },
        duckdb: sql('($1 AND $2)'),
        pushdown: 'proven',
        differs: decidedByLeft(false),
      },
    },
    ([a, b]) => `(${a} AND ${b})`,
  ),
  row(
    '$or',
    'logic',
    'TRUE if either is TRUE, else NULL if either is NULL, else FALSE.',
    {
      '(BOOL, BOOL) -> BOOL': {
        nulls: 'own',
        js: { kind: 'lazy', emit: shortCircuit('true') },
        duckdb: sql('($1 OR $2)'),
        pushdown: 'proven',
        differs: decidedByLeft(true),
      },
    },
    ([a, b]) => `(${a} OR ${b})`,
  ),
  row(
    '$not',
    'logic',
    'TRUE for FALSE, FALSE for TRUE.',
    {
      '(BOOL) -> BOOL': { js: inline(([a]) => `!${a}`), givesNull: false, duckdb: sql('(NOT $1)'), pushdown: 'proven' },
    },
    ([a]) => `(NOT ${a})`,
  ),
  test('$is_null', 'Whether a value is null.', 'null', 'NULL'),
  test('$is_true', 'Whether a condition is TRUE: neither FALSE nor NULL.', 'true', 'TRUE'),
  test('$is_false', 'Whether a condition is FALSE: neither TRUE nor NULL.', 'false', 'FALSE'),
];
