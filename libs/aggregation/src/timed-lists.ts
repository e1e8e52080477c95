import { type DataType, listType, type Value } from '@isochron/schema';
import type { EncodedIr } from './encoded-ir.ts';
import { type End, LAST } from './end-states.ts';
import { finiteReversedOf } from './finite.ts';
import { kOf } from './k-argument.ts';
import { ObjectStates, type StateRoom } from './object-states.ts';
import type { Arguments, Bound, Refusal } from './operation.ts';
import { rankOf } from './ranking.ts';
import { type TimePair, timePairType } from './time-pair.ts';

/** What FIRST_K and LAST_K share: the values of the k events nearest their end of time, that one first, by (ts, value). */
export function bindTimedList(operation: string, end: End, input: DataType, args: Arguments): Bound | Refusal {
  const k = kOf(operation, args);
  if (typeof k === 'object') return k;
  const room = timedRoom(input, end, k);
  return {
    input,
    output: listType(input),
    ir: listType(timePairType(input)),
    deletable: false,
    orderSensitive: false,
    states: (slots) => new ObjectStates(input, room, slots),
  };
}

/** Two arrays side by side, so that an event makes no object; the event farthest from the end comes first. */
type TimedList = { times: number[]; values: Value[] };
type Rank = (timeA: number, a: Value, timeB: number, b: Value) => number;

function timedRoom(input: DataType, end: End, k: number): StateRoom<TimedList> {
  const rankValue = rankOf(input, end);
  const rank: Rank = (timeA, a, timeB, b) => (timeA === timeB ? rankValue(a, b) : end * (timeA - timeB));
  const finite = finiteReversedOf(input);
  return {
    create: () => ({ times: [], values: [] }),
    add: (state, value, ts) => insert(state, ts, value, k, rank),
    absorb: (state, other) => absorb(state, other, k, rank),
    absorbEncoded: (state, ir) => {
      const near = nearestIn(ir, state, k, rank);
      if (near !== null) absorb(state, near, k, rank);
    },
    ...(end === LAST ? { lastFirst: true } : {}),
    copy: ({ times, values }) => ({ times: times.slice(), values: values.slice() }),
    value: ({ values }) => finite(values),
    toIr: ({ times, values }) =>
      times.map((epochMillis, at) => ({ epochMillis, payload: values[at] ?? null })).reverse(),
    fromIr: (ir) => {
      // The caller says that it is a list of time pairs.
      const state: TimedList = { times: [], values: [] };
      for (const { epochMillis, payload } of (ir as readonly TimePair<Value>[]).toReversed()) {
        insert(state, epochMillis, payload, k, rank);
      }
      return state;
    },
  };
}

function insert(state: TimedList, time: number, value: Value, k: number, rank: Rank): void {
  const { times, values } = state;
  const full = times.length >= k;
  if (full && rank(time, value, times[0] as number, values[0] as Value) <= 0) return;
  const place = placeOf(state, time, value, rank);
  if (place === times.length) {
    times.push(time);
    values.push(value);
  } else {
    times.splice(place, 0, time);
    values.splice(place, 0, value);
  }
  if (full) {
    times.shift();
    values.shift();
  }
}

/** How many of the list rank below the event or with it; events mostly come in the order of time, so the end is tried first. */
function placeOf({ times, values }: TimedList, time: number, value: Value, rank: Rank): number {
  let low = 0;
  let high = times.length;
  if (high > 0 && rank(time, value, times[high - 1] as number, values[high - 1] as Value) >= 0) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rank(time, value, times[middle] as number, values[middle] as Value) >= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes the k nearest of both, from their near ends. Where one list lies wholly before the other, as in a fold, no merging is needed. */
function absorb(state: TimedList, other: TimedList, k: number, rank: Rank): void {
  const { times, values } = state;
  let left = times.length - 1;
  let right = other.times.length - 1;
  if (left >= 0 && right >= 0) {
    if (rank(other.times[0] as number, other.values[0] as Value, times[left] as number, values[left] as Value) >= 0) {
      append(state, other, k);
      return;
    }
    const full = times.length >= k;
    const nearest = other.values[right] as Value;
    if (full && rank(times[0] as number, values[0] as Value, other.times[right] as number, nearest) >= 0) return;
  }
  const newTimes: number[] = [];
  const newValues: Value[] = [];
  while (newTimes.length < k && (left >= 0 || right >= 0)) {
    const takesLeft =
      right < 0 ||
      (left >= 0 &&
        rank(
          times[left] as number,
          values[left] as Value,
          other.times[right] as number,
          other.values[right] as Value,
        ) >= 0);
    newTimes.push((takesLeft ? times[left] : other.times[right]) as number);
    newValues.push((takesLeft ? values[left--] : other.values[right--]) as Value);
  }
  state.times = newTimes.reverse();
  state.values = newValues.reverse();
}

/** The items of an IR, which come the nearest first, as far as they could come into the state; null where none could. */
function nearestIn(ir: EncodedIr, { times, values }: TimedList, k: number, rank: Rank): TimedList | null {
  const isFull = times.length >= k;
  let near: TimedList | null = null;
  for (let left = k; left > 0 && ir.next(); left--) {
    // The caller says that it is a list of time pairs.
    const { epochMillis, payload } = ir.item as TimePair<Value>;
    if (isFull && rank(epochMillis, payload, times[0] as number, values[0] as Value) <= 0) break;
    near ??= { times: [], values: [] };
    near.times.push(epochMillis);
    near.values.push(payload);
  }
  near?.times.reverse();
  near?.values.reverse();
  return near;
}

function append({ times, values }: TimedList, other: TimedList, k: number): void {
  const drop = Math.min(times.length, Math.max(0, times.length + other.times.length - k));
  if (drop > 0) {
    times.splice(0, drop);
    values.splice(0, drop);
  }
  for (let at = Math.max(0, other.times.length - k); at < other.times.length; at++) {
    times.push(other.times[at] as number);
    values.push(other.values[at] as Value);
  }
}
