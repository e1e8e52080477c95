import { doubleType } from '@isochron/schema';
import { numberKinds, refuseInput } from '../../accepts.ts';
import { MomentStates, momentsIr, type Statistic } from '../../moment-states.ts';
import type { Operation } from '../../operation.ts';
import { definition } from './definition.ts';

const accepted = [...numberKinds, 'decimal'];

export const skew: Operation = {
  summary:
    'The skewness of the values, m3 / m2^1.5 of their central moments: null below three values and where all are equal.',
  parameters: [],
  timed: false,
  deletable: true,
  suffix: () => 'skew',
  definition,
  bind: (input) =>
    accepted.includes(input.kind)
      ? {
          input,
          output: doubleType,
          ir: momentsIr,
          deletable: true,
          orderSensitive: true,
          states: (slots) => new MomentStates(slots, statistic),
        }
      : refuseInput('SKEW', input, accepted),
};

const statistic: Statistic = (n, m2, m3) => (n < 3 || m2 <= 0 ? Number.NaN : (Math.sqrt(n) * m3) / m2 ** 1.5);
