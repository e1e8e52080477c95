import { kParameter } from '../../k-argument.ts';
import type { Operation } from '../../operation.ts';
import { bindRanked } from '../../ranked-values.ts';

export const topK: Operation = {
  summary: 'The k greatest values, the greatest first; duplicates are kept.',
  parameters: [kParameter],
  timed: false,
  deletable: false,
  suffix: (args) => `top${args['k']}`,
  bind: (input, args) => bindRanked('TOP_K', 1, input, args),
};
