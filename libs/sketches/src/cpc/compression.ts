import { columnsOfNumbers, numbersOfColumns } from './column-order.ts';
import type { CpcState } from './cpc-state.ts';
import { type Flavor, flavorOf } from './flavor.ts';
import { PairSet } from './pair-set.ts';
import { windowPhase } from './window-code.ts';

/**
 * The pairs that an image of a sketch lists, ascending: of a sparse or hybrid one all coupons, else the surprises, with their columns numbered
 * so that likely ones are small (Lang 2017, section 5).
 */
export function listedPairs(state: Readonly<CpcState>): Uint32Array {
  const { lgK, coupons, offset } = state;
  switch (flavorOf(lgK, coupons)) {
    case 'empty':
    case 'sparse':
      return state.pairs.sorted();
    case 'hybrid':
      return withWindow(state);
    case 'pinned':
      return state.pairs.sorted().map((pair) => pair - 8);
    case 'sliding': {
      const numbers = numbersOfColumns[windowPhase(lgK, coupons)] as Uint8Array; // Every phase has them.
      const pairs = state.pairs.sorted();
      return pairs.map((pair) => pair - (pair & 63) + (numbers[(pair - offset - 8) & 63] as number)).sort();
    }
  }
}

/** Undoes `listedPairs`: gives an empty state its window, where it has one, and its pairs. A sentence says what cannot be. */
export function takeListedPairs(state: CpcState, window: Uint8Array | null, listed: Uint32Array): string | undefined {
  const flavor = flavorOf(state.lgK, state.coupons);
  state.window = flavor === 'hybrid' ? new Uint8Array(2 ** state.lgK) : window;
  state.pairs = new PairSet(flavor === 'hybrid' ? 0 : listed.length);
  const columnOf = columnReader(state, flavor);
  for (const pair of listed) {
    const column = columnOf(pair & 63);
    if (!(column <= 63)) return `a pair has column number ${pair & 63}`;
    take(state, flavor, (pair - (pair & 63) + column) | 0);
  }
  return undefined;
}

function columnReader(state: CpcState, flavor: Flavor): (number: number) => number {
  if (flavor === 'pinned') return (number) => number + 8;
  if (flavor !== 'sliding') return (number) => number;
  const columns = columnsOfNumbers[windowPhase(state.lgK, state.coupons)] as Uint8Array; // Every phase has them.
  return (number) => (number < 56 ? ((columns[number] as number) + state.offset + 8) & 63 : Number.NaN);
}

function take(state: CpcState, flavor: Flavor, pair: number): void {
  const row = pair >>> 6;
  const column = pair & 63;
  const window = state.window;
  if (flavor === 'hybrid' && window !== null && column < 8) window[row] = (window[row] as number) | (1 << column);
  else state.pairs.add(pair);
}

function withWindow(state: Readonly<CpcState>): Uint32Array {
  const pairs = new Uint32Array(state.coupons);
  let end = state.pairs.copyTo(pairs, 0);
  const window = state.window ?? [];
  for (let row = 0; row < window.length; row++) {
    for (let left = window[row] as number; left !== 0; left &= left - 1) {
      pairs[end++] = row * 64 + 31 - Math.clz32(left & -left);
    }
  }
  return pairs.sort();
}
