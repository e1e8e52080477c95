import { kParameter } from '../../k-argument.ts';
import type { Operation } from '../../operation.ts';
import { bindRanked } from '../../ranked-values.ts';
import { definition } from './definition.ts';

export const bottomK: Operation = {
  summary: 'The k least values, the least first; duplicates are kept.',
  parameters: [kParameter],
  timed: false,
  deletable: false,
  suffix: (args) => `bottom${args['k']}`,
  definition,
  bind: (input, args) => bindRanked('BOTTOM_K', -1, input, args),
};
