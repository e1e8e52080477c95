import {
  binaryType,
  type DataType,
  type Decimal,
  decimalToNumber,
  floatType,
  listType,
  type Value,
} from '@isochron/schema';
import { KLL_K_MAX, KLL_K_MIN, KllSketch, kllImage, kllOfImage, RunSorter } from '@isochron/sketches';
import { numberKinds, refuseInput } from '../../accepts.ts';
import { ObjectStates, type StateRoom } from '../../object-states.ts';
import type { Operation } from '../../operation.ts';
import { wholeArgument } from '../../whole-argument.ts';
import { definition, isNear } from './definition.ts';
import { percentilesOf } from './percentiles-argument.ts';

const accepted = [...numberKinds, 'decimal'];

export const approxPercentile: Operation = {
  summary:
    'Percentiles as a list of floats: exact of up to k values, then near; of k = 128 at a rank within 2.1 % in 99 of 100 cases.',
  parameters: [
    {
      name: 'k',
      summary: `The size of the sketch, from ${KLL_K_MIN} to ${KLL_K_MAX}: the error is about 2.3 / k^0.97 of the rank.`,
      defaultText: '128',
    },
    { name: 'percentiles', summary: 'Which: a list of numbers from 0 to 1, [0.5, 0.99].', defaultText: '[0.5]' },
  ],
  timed: false,
  deletable: false,
  suffix: () => 'approx_percentile',
  definition,
  isNear,
  bind: (input, args) => {
    if (!accepted.includes(input.kind)) return refuseInput('APPROX_PERCENTILE', input, accepted);
    const k = wholeArgument('APPROX_PERCENTILE', 'k', args, KLL_K_MIN, KLL_K_MAX);
    if (typeof k === 'object') return k;
    const percentiles = percentilesOf(args);
    if ('refusal' in percentiles) return percentiles;
    return {
      input,
      output: listType(floatType),
      ir: binaryType,
      deletable: false,
      orderSensitive: true,
      states: (slots) => new ObjectStates(input, room(input, k, percentiles), slots),
    };
  },
};

function room(input: DataType, k: number, percentiles: readonly number[]): StateRoom<KllSketch> {
  const sorter = new RunSorter();
  return {
    create: () => KllSketch.create('floats', k, sorter),
    add: input.kind === 'decimal' ? addDecimal : (state, value) => state.update(Number(value)),
    absorb: (state, other) => state.merge(other),
    copy: (state) => state.copy(),
    value: (state) => percentilesIn(state, percentiles),
    toIr: kllImage,
    // The IR is binary.
    fromIr: (ir) => kllOfImage('floats', ir as Uint8Array, sorter),
  };
}

const addDecimal = (state: KllSketch, value: Value): void => state.update(decimalToNumber(value as Decimal));

/** A percentile that is infinite is null. Of nothing but NaN there is no value. */
function percentilesIn(state: KllSketch, percentiles: readonly number[]): Value {
  if (state.seen === 0) return null;
  const view = state.view();
  return percentiles.map((share) => {
    const quantile = view.quantile(share);
    return Number.isFinite(quantile) ? quantile : null;
  });
}
