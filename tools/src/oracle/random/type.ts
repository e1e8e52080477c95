import { arrayOf, castRows, type ScalarKind, type SqlType, scalar, scalarKinds, structOf } from '@isochron/expression';
import type { Draw } from './draw.ts';

const common: readonly ScalarKind[] = [
  'INT64',
  'INT64',
  'FLOAT64',
  'STRING',
  'STRING',
  'BOOL',
  'TIMESTAMP',
  'DATE',
  'NUMERIC',
];

/** What a type variable of a signature may stand for: mostly a scalar, the common ones oftener. */
export function typeOf(draw: Draw): SqlType {
  return draw.either<SqlType>(
    [8, () => elementTypeOf(draw)],
    [1, () => arrayOf(elementTypeOf(draw))],
    [
      1,
      () =>
        structOf([
          { name: 'a', type: scalarOf(draw) },
          { name: 'b', type: draw.chance(200) ? arrayOf(scalarOf(draw)) : scalarOf(draw) },
        ]),
    ],
  );
}

/** The same, but for arrays, which arrays do not hold. */
export function elementTypeOf(draw: Draw): SqlType {
  return scalarOf(draw);
}

const scalarOf = (draw: Draw): SqlType => scalar(draw.chance(500) ? draw.pick(common) : draw.pick(scalarKinds));

/** STRING mostly, else a type that a function of any text takes as well. */
export const textualType = (draw: Draw): SqlType => scalar(draw.chance(750) ? 'STRING' : draw.pick(textual));

const textual: readonly ScalarKind[] = castRows
  .filter(({ from, to }) => to === 'STRING' && from !== 'BYTES' && from !== 'JSON')
  .map(({ from }) => from);
