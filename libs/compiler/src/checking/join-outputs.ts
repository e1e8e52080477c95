import { longType } from '@isochron/schema';
import type { CheckedJoin } from './checked.ts';
import type { Output } from './checked-expression.ts';

/** The columns of a join's table: those of its left side, their time, and the features. */
export const joinOutputs = ({ left, derivations }: CheckedJoin): readonly Output[] => [
  ...left.selects.map(({ name, type }) => ({ name, type })),
  { name: 'ts', type: longType },
  ...derivations.outputs.map(({ name, type }) => ({ name, type })),
];
