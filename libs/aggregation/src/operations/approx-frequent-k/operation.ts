import { frequentOperation } from '../../frequent-room.ts';
import type { Operation } from '../../operation.ts';
import { definition, isNear } from './definition.ts';

export const approxFrequentK: Operation = frequentOperation({
  name: 'APPROX_FREQUENT_K',
  suffix: 'approx_frequent_k',
  summary:
    'The k most frequent values, as text, with how often they occur, nearly; all that may be among them are considered, and of equal counts the least values stay.',
  errors: 'noFalseNegatives',
  definition,
  isNear,
});
