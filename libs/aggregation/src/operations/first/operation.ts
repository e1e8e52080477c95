import { endStates, FIRST } from '../../end-states.ts';
import type { Operation } from '../../operation.ts';
import { timePairType } from '../../time-pair.ts';
import { definition } from './definition.ts';

export const first: Operation = {
  summary:
    'The value of the earliest event that has one; of one instant the least value. Lists and maps are taken whole.',
  parameters: [],
  timed: true,
  deletable: false,
  suffix: () => 'first',
  definition,
  bind: (input) => ({
    input,
    output: input,
    ir: timePairType(input),
    deletable: false,
    orderSensitive: false,
    states: (slots) => endStates(input, FIRST, slots),
  }),
};
