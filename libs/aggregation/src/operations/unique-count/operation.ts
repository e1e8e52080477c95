import {
  compareOf,
  type DataType,
  keepOf,
  keyOf,
  listType,
  longType,
  type Value,
  type ValueKey,
} from '@isochron/schema';
import { numberKinds, refuseInput } from '../../accepts.ts';
import { ObjectStates, type StateRoom } from '../../object-states.ts';
import type { Operation } from '../../operation.ts';
import { definition } from './definition.ts';

const accepted = [...numberKinds, 'string', 'binary', 'decimal'];

export const uniqueCount: Operation = {
  summary: 'How many different values there are, exactly; every one of them is kept.',
  parameters: [],
  withoutCap: 'BOUNDED_UNIQUE_COUNT keeps no more than k values, and APPROX_UNIQUE_COUNT a sketch of fixed size.',
  timed: false,
  deletable: false,
  suffix: () => 'unique_count',
  definition,
  bind: (input) => {
    if (!accepted.includes(input.kind)) return refuseInput('UNIQUE_COUNT', input, accepted);
    return {
      input,
      output: longType,
      ir: listType(input),
      deletable: false,
      orderSensitive: false,
      states:
        input.kind === 'binary' || input.kind === 'decimal'
          ? (slots) => new ObjectStates(input, keyedRoom(input), slots)
          : (slots) => new ObjectStates(input, plainRoom(input), slots),
    };
  },
};

/** For values that a `Set` compares as we do: it takes NaN for itself and -0 for 0. The IR lists them in canonical order. */
function plainRoom(input: DataType): StateRoom<Set<Value>> {
  const compare = compareOf(input);
  return {
    create: () => new Set(),
    add: (state, value) => {
      state.add(value);
    },
    absorb: (state, other) => {
      for (const value of other) state.add(value);
    },
    absorbEncoded: (state, ir) => {
      while (ir.next()) state.add(ir.item);
    },
    copy: (state) => new Set(state),
    value: (state) => state.size,
    toIr: (state) => [...state].sort(compare),
    fromIr: (ir) => new Set(ir as readonly Value[]),
  };
}

function keyedRoom(input: DataType): StateRoom<Map<ValueKey, Value>> {
  const compare = compareOf(input);
  const keep = keepOf(input);
  const key = keyOf(input);
  const offer = (state: Map<ValueKey, Value>, at: ValueKey, value: Value): void => {
    const held = state.get(at);
    state.set(at, held === undefined ? value : keep(held, value));
  };
  return {
    create: () => new Map(),
    add: (state, value) => offer(state, key(value), value),
    absorb: (state, other) => {
      for (const [at, value] of other) offer(state, at, value);
    },
    absorbEncoded: (state, ir) => {
      while (ir.next()) offer(state, key(ir.item), ir.item);
    },
    copy: (state) => new Map(state),
    value: (state) => state.size,
    toIr: (state) => [...state.values()].sort(compare),
    fromIr: (ir) => new Map((ir as readonly Value[]).map((value) => [key(value), value])),
  };
}
