import { compareStrings, type DataType, intType, mapType, stringType } from '@isochron/schema';
import { kOf, kParameter } from '../../k-argument.ts';
import { ObjectStates, type StateRoom } from '../../object-states.ts';
import type { Operation } from '../../operation.ts';
import { textOf } from '../../value-text.ts';
import { definition } from './definition.ts';

export const histogram: Operation = {
  summary: 'How often each value occurs, as text; with k, the k most frequent, and of equal counts the least values.',
  parameters: [{ ...kParameter, summary: 'How many values to show; 0 for all.', defaultText: '0' }],
  withoutCap: 'APPROX_FREQUENT_K and APPROX_HEAVY_HITTERS_K keep no more than k values.',
  timed: false,
  deletable: true,
  suffix: () => 'histogram',
  definition,
  bind: (input, args) => {
    const k = kOf('HISTOGRAM', args, 0);
    if (typeof k === 'object') return k;
    const output = mapType(stringType, intType);
    const room = histogramRoom(input, k);
    return {
      input,
      output,
      ir: output,
      deletable: true,
      orderSensitive: false,
      states: (slots) => new ObjectStates(input, room, slots),
    };
  },
};

type Counts = Map<string, number>;

/** A count of 0 is not kept; removals may leave counts below 0. */
function histogramRoom(input: DataType, k: number): StateRoom<Counts> {
  const text = textOf(input);
  return {
    create: () => new Map(),
    add: (state, value) => count(state, text(value), 1),
    subtract: (state, value) => count(state, text(value), -1),
    absorb: (state, other) => {
      for (const [value, times] of other) count(state, value, times);
    },
    absorbEncoded: (state, ir) => {
      while (ir.next()) count(state, ir.key, Number(ir.item));
    },
    copy: (state) => new Map(state),
    value: (state) => sorted(state, k > 0 && state.size > k ? mostFrequent(state, k) : [...state.keys()]),
    toIr: (state) => sorted(state, [...state.keys()]),
    fromIr: (ir) => new Map(ir as ReadonlyMap<string, number>),
  };
}

function count(state: Counts, value: string, times: number): void {
  const total = (state.get(value) ?? 0) + times;
  if (total === 0) state.delete(value);
  else state.set(value, total);
}

/** Maps come out in one order (that of UTF-16), so that equal states give equal bytes. */
function sorted(state: Counts, values: string[]): Counts {
  const counts: Counts = new Map();
  for (const value of values.sort()) counts.set(value, state.get(value) ?? 0);
  return counts;
}

const mostFrequent = (state: Counts, k: number): string[] =>
  [...state]
    .sort((a, b) => b[1] - a[1] || compareStrings(a[0], b[0]))
    .slice(0, k)
    .map(([value]) => value);
