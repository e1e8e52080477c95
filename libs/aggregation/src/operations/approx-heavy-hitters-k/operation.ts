import { frequentOperation } from '../../frequent-room.ts';
import type { Operation } from '../../operation.ts';
import { definition, isNear } from './definition.ts';

export const approxHeavyHittersK: Operation = frequentOperation({
  name: 'APPROX_HEAVY_HITTERS_K',
  suffix: 'approx_heavy_hitters_k',
  summary:
    'The k most frequent values, as text, with how often they occur, nearly; only those that surely are frequent are shown, and of equal counts the least values stay.',
  errors: 'noFalsePositives',
  definition,
  isNear,
});
