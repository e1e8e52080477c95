import { type Compare, compareOf, type DataType, keepOf, listType, longType, type Value } from '@isochron/schema';
import { numberKinds, refuseInput } from '../../accepts.ts';
import type { EncodedIr } from '../../encoded-ir.ts';
import { kOf, kParameter } from '../../k-argument.ts';
import { ObjectStates, type StateRoom } from '../../object-states.ts';
import type { Operation } from '../../operation.ts';
import { definition } from './definition.ts';

const accepted = [...numberKinds, 'string', 'binary', 'decimal'];

export const boundedUniqueCount: Operation = {
  summary: 'How many different values there are, but at most k.',
  parameters: [{ ...kParameter, summary: 'Where to stop counting.', defaultText: '8' }],
  timed: false,
  deletable: false,
  suffix: () => 'bounded_unique_count',
  definition,
  bind: (input, args) => {
    if (!accepted.includes(input.kind)) return refuseInput('BOUNDED_UNIQUE_COUNT', input, accepted);
    const k = kOf('BOUNDED_UNIQUE_COUNT', args);
    if (typeof k === 'object') return k;
    const room = leastRoom(input, k);
    return {
      input,
      output: longType,
      ir: listType(input),
      deletable: false,
      orderSensitive: false,
      states: (slots) => new ObjectStates(input, room, slots),
    };
  },
};

/**
 * Keeps the k least of the different values, in order: of all sets of k this one does not depend on the order of events, and is the
 * same however they are grouped.
 */
type Least = { list: Value[] };

function leastRoom(input: DataType, k: number): StateRoom<Least> {
  const compare = compareOf(input);
  const keep = keepOf(input);
  return {
    create: () => ({ list: [] }),
    add: ({ list }, value) => insert(list, value, k, compare, keep),
    absorb: (state, other) => {
      state.list = union(state.list, other.list, k, compare, keep);
    },
    absorbEncoded: (state, ir) => {
      state.list = union(state.list, leastIn(ir, state.list, k, compare), k, compare, keep);
    },
    copy: ({ list }) => ({ list: list.slice() }),
    value: ({ list }) => list.length,
    toIr: ({ list }) => list.slice(),
    fromIr: (ir) => ({ list: (ir as readonly Value[]).toSorted(compare).slice(0, k) }),
  };
}

/** The items of an IR, the least first, as far as they could come among the k least. */
function leastIn(ir: EncodedIr, list: readonly Value[], k: number, compare: Compare): Value[] {
  const least: Value[] = [];
  const greatest = list.length >= k ? (list[k - 1] ?? null) : null;
  while (least.length < k && ir.next()) {
    if (greatest !== null && compare(ir.item, greatest) > 0) break;
    least.push(ir.item);
  }
  return least;
}

type Keep = (a: Value, b: Value) => Value;

function insert(list: Value[], value: Value, k: number, compare: Compare, keep: Keep): void {
  if (list.length >= k && compare(value, list[k - 1] ?? null) > 0) return;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(list[middle] ?? null, value) < 0) low = middle + 1;
    else high = middle;
  }
  const held = list[low];
  if (held !== undefined && compare(held, value) === 0) list[low] = keep(held, value);
  else {
    list.splice(low, 0, value);
    if (list.length > k) list.pop();
  }
}

function union(a: readonly Value[], b: readonly Value[], k: number, compare: Compare, keep: Keep): Value[] {
  const all: Value[] = [];
  let left = 0;
  let right = 0;
  while (all.length < k && (left < a.length || right < b.length)) {
    const x = a[left];
    const y = b[right];
    const order = x === undefined ? 1 : y === undefined ? -1 : compare(x, y);
    const next = order < 0 ? x : order > 0 ? y : keep(x ?? null, y ?? null);
    all.push(next ?? null);
    if (order <= 0) left++;
    if (order >= 0) right++;
  }
  return all;
}
