import { BitMatrix } from './bit-matrix.ts';
import { CpcState, nextChangeOf } from './cpc-state.ts';
import { flavorOf, offsetOf } from './flavor.ts';

/**
 * Collects the coupons of many states: while they are few as a sparse state, then as a matrix. A coupon is that of the same item at every k, but
 * for the row's high bits, so that states of unequal k meet at the smaller one.
 */
export class StateUnion {
  #sparse: CpcState;
  #matrix: BitMatrix | null = null;

  constructor(lgK: number) {
    this.#sparse = emptyMerged(lgK);
  }

  get lgK(): number {
    return this.#matrix?.lgK ?? this.#sparse.lgK;
  }

  /** Adds all coupons of a state, which stays as it is. An empty state leaves even k as it is. */
  add(state: CpcState): void {
    if (state.coupons === 0) return;
    if (state.lgK < this.lgK) this.#shrink(state.lgK);
    if (this.#matrix === null && state.window !== null) this.#open();
    if (this.#matrix === null) addPairs(state, this.#sparse);
    else addToMatrix(state, this.#matrix);
    if (this.#sparse.window !== null) this.#open();
  }

  /** The union as a state of its own; its meaning depends on the set of coupons alone. */
  result(): CpcState {
    return this.#matrix === null ? this.#sparse.copy() : stateOf(this.#matrix);
  }

  #open(): void {
    const matrix = new BitMatrix(this.#sparse.lgK);
    addToMatrix(this.#sparse, matrix);
    this.#matrix = matrix;
    this.#sparse = emptyMerged(this.#sparse.lgK);
  }

  #shrink(lgK: number): void {
    if (this.#matrix !== null) {
      const matrix = new BitMatrix(lgK);
      matrix.or(this.#matrix);
      this.#matrix = matrix;
      return;
    }
    const before = this.#sparse;
    this.#sparse = emptyMerged(lgK);
    addPairs(before, this.#sparse);
    if (this.#sparse.window !== null) this.#open();
  }
}

function emptyMerged(lgK: number): CpcState {
  const state = new CpcState(lgK);
  state.merged = true;
  return state;
}

/** Adds the coupons of a state without a window. */
function addPairs(source: CpcState, target: CpcState): void {
  const mask = 2 ** (target.lgK + 6) - 1;
  source.pairs.forEach((pair) => {
    target.add(pair & mask);
  });
}

function addToMatrix(state: CpcState, matrix: BitMatrix): void {
  if (state.window !== null) matrix.or(BitMatrix.of(state.lgK, state.window, state.offset, state.pairs));
  else {
    state.pairs.forEach((pair) => {
      matrix.set(pair);
    });
  }
}

/** The state of a matrix with a window, that is of 3k/32 coupons or more. */
function stateOf(matrix: BitMatrix): CpcState {
  const state = emptyMerged(matrix.lgK);
  state.coupons = matrix.count();
  if (flavorOf(matrix.lgK, state.coupons) === 'sparse') throw new Error(`a matrix of only ${state.coupons} coupons`);
  state.offset = offsetOf(matrix.lgK, state.coupons);
  const { window, surprises, firstColumn } = matrix.split(state.offset);
  state.window = window;
  state.pairs = surprises;
  state.firstColumn = firstColumn;
  state.nextChange = nextChangeOf(state);
  return state;
}
