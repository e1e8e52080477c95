import { LAST } from '../../end-states.ts';
import { kParameter } from '../../k-argument.ts';
import type { Operation } from '../../operation.ts';
import { bindTimedList } from '../../timed-lists.ts';
import { definition } from './definition.ts';

export const lastK: Operation = {
  summary: 'The values of the k latest events that have one, the latest first. Lists and maps are taken whole.',
  parameters: [kParameter],
  timed: true,
  deletable: false,
  suffix: (args) => `last${args['k']}`,
  definition,
  bind: (input, args) => bindTimedList('LAST_K', LAST, input, args),
};
