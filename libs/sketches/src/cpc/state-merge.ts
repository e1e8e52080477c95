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
  // First, because it reads the source's window from its start to its end: what is looked up in it then is near the processor.
  target.coupons += orShifted(window, sourceWindow, target.offset - source.offset);
  target.coupons += addBefore(target, source, sourceWindow);
  target.coupons += addSurprises(target, window, source);
  while (target.coupons >= target.nextChange) {
    moveWindow(target);
    target.nextChange = nextChangeOf(target);
  }
}

/** Coupons missing before the target's window that the source has. How many they were, as of the others below. */
function addBefore(target: CpcState, source: CpcState, sourceWindow: Uint8Array): number {
  const found: number[] = [];
  target.pairs.forEach((pair) => {
    if ((pair & 63) < target.offset && hasCoupon(source, sourceWindow, pair)) found.push(pair);
  });
  for (const pair of found) target.pairs.delete(pair);
  return found.length;
}

/** The source's surprises in the target's window and after it. */
function addSurprises(target: CpcState, window: Uint8Array, source: CpcState): number {
  let added = 0;
  source.pairs.forEach((pair) => {
    const column = (pair & 63) - target.offset;
    const seen = window[pair >>> 6] as number;
    if (column >= 8) {
      if (target.pairs.add(pair)) added++;
    } else if (column >= 0 && ((seen >>> column) & 1) === 0) {
      window[pair >>> 6] = seen | (1 << column);
      added++;
    }
  });
  return added;
}

function hasCoupon(state: CpcState, window: Uint8Array, pair: number): boolean {
  const column = (pair & 63) - state.offset;
  if (column < 0) return !state.pairs.has(pair);
  if (column >= 8) return state.pairs.has(pair);
  return (((window[pair >>> 6] as number) >>> column) & 1) === 1;
}

/** target |= source >>> shift, byte by byte; four at once. How many ones are new. */
function orShifted(target: Uint8Array, source: Uint8Array, shift: number): number {
  if (shift >= 8) return 0;
  const kept = (0xff >>> shift) * 0x01010101;
  const from = wordsOf(source);
  const to = wordsOf(target);
  let added = 0;
  for (let at = 0; at < to.length; at++) {
    const word = to[at] as number;
    const more = ((from[at] as number) >>> shift) & kept & ~word;
    if (more === 0) continue;
    to[at] = word | more;
    added += onesIn(more);
  }
  return added;
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
