import { kParameter } from '../../k-argument.ts';
import type { Operation } from '../../operation.ts';
import { bindRanked } from '../../ranked-values.ts';
import { definition } from './definition.ts';

export const topK: Operation = {
  summary: 'The k greatest values, the greatest first; duplicates are kept.',
  parameters: [kParameter],
  timed: false,
  deletable: false,
  suffix: (args) => `top${args['k']}`,
  definition,
  bind: (input, args) => bindRanked('TOP_K', 1, input, args),
};
