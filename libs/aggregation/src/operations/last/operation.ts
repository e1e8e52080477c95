import { endStates, LAST } from '../../end-states.ts';
import type { Operation } from '../../operation.ts';
import { timePairType } from '../../time-pair.ts';
import { definition } from './definition.ts';

export const last: Operation = {
  summary:
    'The value of the latest event that has one; of one instant the greatest value. Lists and maps are taken whole.',
  parameters: [],
  timed: true,
  deletable: false,
  suffix: () => 'last',
  definition,
  bind: (input) => ({
    input,
    output: input,
    ir: timePairType(input),
    deletable: false,
    orderSensitive: false,
    states: (slots) => endStates(input, LAST, slots),
  }),
};
