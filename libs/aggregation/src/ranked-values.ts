import { type Compare, type DataType, listType, type Value } from '@isochron/schema';
import { numberKinds, refuseInput } from './accepts.ts';
import type { EncodedIr } from './encoded-ir.ts';
import { finiteReversedOf } from './finite.ts';
import { kOf } from './k-argument.ts';
import { ObjectStates, type StateRoom } from './object-states.ts';
import type { Arguments, Bound, Refusal } from './operation.ts';
import { insertRanked, mergeRanked, rankOf } from './ranking.ts';

const accepted = [...numberKinds, 'string', 'decimal'];

/** What TOP_K (`sign` 1) and BOTTOM_K (-1) share: the k best values, duplicates kept. The IR lists them best first, as the value does. */
export function bindRanked(operation: string, sign: 1 | -1, input: DataType, args: Arguments): Bound | Refusal {
  if (!accepted.includes(input.kind)) return refuseInput(operation, input, accepted);
  const k = kOf(operation, args);
  if (typeof k === 'object') return k;
  const room = rankedRoom(input, sign, k);
  return {
    input,
    output: listType(input),
    ir: listType(input),
    deletable: false,
    orderSensitive: false,
    states: (slots) => new ObjectStates(input, room, slots),
  };
}

/** `list` has the worst first. */
type Ranked = { list: Value[] };

function rankedRoom(input: DataType, sign: 1 | -1, k: number): StateRoom<Ranked> {
  const rank = rankOf(input, sign);
  const finite = finiteReversedOf(input);
  return {
    create: () => ({ list: [] }),
    add: ({ list }, value) => insertRanked(list, value, k, rank),
    absorb: (state, other) => {
      state.list = mergeRanked(state.list, other.list, k, rank);
    },
    absorbEncoded: (state, ir) => {
      state.list = mergeRanked(state.list, bestIn(ir, state.list, k, rank), k, rank);
    },
    copy: ({ list }) => ({ list: list.slice() }),
    value: ({ list }) => finite(list),
    toIr: ({ list }) => list.toReversed(),
    fromIr: (ir) => ({ list: (ir as readonly Value[]).toSorted(rank).slice(-k) }),
  };
}

/** The items of an IR, as far as they could come into a list of the k best; the worst first, as there. */
function bestIn(ir: EncodedIr, list: readonly Value[], k: number, rank: Compare): Value[] {
  const best: Value[] = [];
  const worst = list.length >= k ? (list[0] ?? null) : null;
  while (best.length < k && ir.next()) {
    if (worst !== null && rank(ir.item, worst) <= 0) break;
    best.push(ir.item);
  }
  return best.reverse();
}
