import { type CpcState, moveWindow, nextChangeOf } from './cpc-state.ts';
import { onesIn } from './ones.ts';
import { StateUnion } from './state-union.ts';

/**
 * The union of two states that are not empty, as a `StateUnion` of both has it. The first is used up: where the form of one can take in the other
 * as it is, no matrix of all rows is made.
 */
export function mergedState(target: CpcState, source: CpcState): CpcState {
  if (target.lgK !== source.lgK) return unionOf(target, source);
  const [into, from] = isFurther(source, target) ? [source.copy(), target] : [target, source];
  into.merged = true;
  if (into.window !== null && from.window !== null) addWindow(into, into.window, from, from.window);
  else {
    from.pairs.forEach((pair) => {
      into.add(pair);
    });
  }
  into.firstColumn = firstSurprise(into);
  return into;
}

function unionOf(target: CpcState, source: CpcState): CpcState {
  const union = new StateUnion(target.lgK);
  union.add(target);
  union.add(source);
  return union.result();
}

/** A window takes in what stands before it, not what stands after. */
function isFurther(a: CpcState, b: CpcState): boolean {
  if (a.window === null || b.window === null) return a.window !== null && b.window === null;
  return a.offset > b.offset;
}

/** Adds a window that does not stand after the target's, and its surprises. */
function addWindow(target: CpcState, window: Uint8Array, source: CpcState, sourceWindow: Uint8Array): void {
  const missing: number[] = [];
  target.pairs.forEach((pair) => {
    if ((pair & 63) < target.offset && hasCoupon(source, sourceWindow, pair)) missing.push(pair);
  });
  for (const pair of missing) target.pairs.delete(pair);
  orShifted(window, sourceWindow, target.offset - source.offset);
  source.pairs.forEach((pair) => {
    const column = (pair & 63) - target.offset;
    if (column >= 8) target.pairs.add(pair);
    else if (column >= 0) window[pair >>> 6] = (window[pair >>> 6] as number) | (1 << column);
  });
  target.coupons = countOf(target);
  target.nextChange = nextChangeOf(target);
  while (target.coupons >= target.nextChange) {
    moveWindow(target);
    target.nextChange = nextChangeOf(target);
  }
}

function hasCoupon(state: CpcState, window: Uint8Array, pair: number): boolean {
  const column = (pair & 63) - state.offset;
  if (column < 0) return !state.pairs.has(pair);
  if (column >= 8) return state.pairs.has(pair);
  return (((window[pair >>> 6] as number) >>> column) & 1) === 1;
}

/** target |= source >>> shift, byte by byte; four at once. */
function orShifted(target: Uint8Array, source: Uint8Array, shift: number): void {
  if (shift >= 8) return;
  const kept = (0xff >>> shift) * 0x01010101;
  const from = wordsOf(source);
  const to = wordsOf(target);
  for (let at = 0; at < to.length; at++) to[at] = (to[at] as number) | (((from[at] as number) >>> shift) & kept);
}

/** How many coupons there are. */
export function countOf(state: CpcState): number {
  const seen = state.window === null ? 0 : onesOf(wordsOf(state.window));
  return (state.rowMask + 1) * state.offset + seen + countSurprises(state);
}

function onesOf(words: Int32Array): number {
  let count = 0;
  for (let at = 0; at < words.length; at++) count += onesIn(words[at] as number);
  return count;
}

/** How many coupons stand after the window, less those missing before it. */
function countSurprises({ pairs, offset }: CpcState): number {
  let count = 0;
  pairs.forEach((pair) => {
    count += (pair & 63) < offset ? -1 : 1;
  });
  return count;
}

/** The first column in which anything surprises, that of the window at most. */
function firstSurprise(state: CpcState): number {
  let first = state.offset;
  state.pairs.forEach((pair) => {
    first = Math.min(first, pair & 63);
  });
  return first;
}

/** A window has memory of its own, and 16 rows at least. */
function wordsOf(window: Uint8Array): Int32Array {
  return new Int32Array(window.buffer, window.byteOffset, window.length >>> 2);
}
