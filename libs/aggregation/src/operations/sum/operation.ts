import { type DataType, type Decimal, doubleType, longType, rescaleDecimal, type Value } from '@isochron/schema';
import { numberKinds, refuseInput, wholeKinds } from '../../accepts.ts';
import { ObjectStates, type StateRoom } from '../../object-states.ts';
import type { Bound, Operation } from '../../operation.ts';
import { SumOfDoubles } from '../../sum-of-doubles.ts';
import { SumOfLongs } from '../../sum-of-longs.ts';
import { definition } from './definition.ts';

const accepted = ['boolean', ...numberKinds, 'decimal'];

export const sum: Operation = {
  summary:
    'The sum of the values: a long of integers (true is 1), a double of floats and doubles, a decimal of decimals.',
  parameters: [],
  timed: false,
  deletable: true,
  suffix: () => 'sum',
  definition,
  bind: (input) => {
    if (input.kind === 'boolean' || wholeKinds.includes(input.kind)) {
      return bound(input, longType, (slots) => new SumOfLongs(slots));
    }
    if (input.kind === 'float' || input.kind === 'double') {
      return bound(input, doubleType, (slots) => new SumOfDoubles(slots));
    }
    if (input.kind === 'decimal') {
      const room = decimalRoom(input.scale);
      return bound(input, input, (slots) => new ObjectStates(input, room, slots));
    }
    return refuseInput('SUM', input, accepted);
  },
};

const bound = (input: DataType, output: DataType, states: Bound['states']): Bound => ({
  input,
  output,
  ir: output,
  deletable: true,
  orderSensitive: false,
  states,
});

type DecimalSum = { total: Decimal };

/** The scale is the input's, or the greatest that came where a value has more. The `as` hold because the input is a decimal. */
function decimalRoom(scale: number): StateRoom<DecimalSum> {
  return {
    create: () => ({ total: { unscaled: 0n, scale } }),
    add: (state, value) => {
      state.total = plus(state.total, value as Decimal, 1n);
    },
    subtract: (state, value) => {
      state.total = plus(state.total, value as Decimal, -1n);
    },
    absorb: (state, other) => {
      state.total = plus(state.total, other.total, 1n);
    },
    copy: ({ total }) => ({ total }),
    value: ({ total }) => total,
    toIr: ({ total }) => total,
    fromIr: (ir: Value) => ({ total: ir as Decimal }),
  };
}

function plus(a: Decimal, b: Decimal, sign: bigint): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { unscaled: rescaleDecimal(a, scale).unscaled + sign * rescaleDecimal(b, scale).unscaled, scale };
}
