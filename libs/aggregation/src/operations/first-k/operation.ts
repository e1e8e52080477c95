import { FIRST } from '../../end-states.ts';
import { kParameter } from '../../k-argument.ts';
import type { Operation } from '../../operation.ts';
import { bindTimedList } from '../../timed-lists.ts';
import { definition } from './definition.ts';

export const firstK: Operation = {
  summary: 'The values of the k earliest events that have one, the earliest first. Lists and maps are taken whole.',
  parameters: [kParameter],
  timed: true,
  deletable: false,
  suffix: (args) => `first${args['k']}`,
  definition,
  bind: (input, args) => bindTimedList('FIRST_K', FIRST, input, args),
};
