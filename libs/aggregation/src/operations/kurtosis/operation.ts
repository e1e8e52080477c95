import { doubleType } from '@isochron/schema';
import { numberKinds, refuseInput } from '../../accepts.ts';
import { MomentStates, momentsIr, type Statistic } from '../../moment-states.ts';
import type { Operation } from '../../operation.ts';
import { definition } from './definition.ts';

const accepted = [...numberKinds, 'decimal'];

export const kurtosis: Operation = {
  summary:
    'The excess kurtosis of the values, m4 / m2^2 - 3 of their central moments: null below four values and where all are equal.',
  parameters: [],
  timed: false,
  deletable: true,
  suffix: () => 'kurtosis',
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
      : refuseInput('KURTOSIS', input, accepted),
};

const statistic: Statistic = (n, m2, _m3, m4) => (n < 4 || m2 <= 0 ? Number.NaN : (n * m4) / (m2 * m2) - 3);
