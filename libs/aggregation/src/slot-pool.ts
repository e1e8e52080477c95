import { FIRST_SLOT, type States } from './operation.ts';

/**
 * Hands out slots that several columns of states share, so that one score serves them all. Slots that come back are
 * used again.
 */
export class SlotPool {
  readonly #columns: readonly States[];
  readonly #free: number[] = [];
  #next = FIRST_SLOT;
  #slots: number;

  constructor(columns: readonly States[]) {
    this.#columns = columns;
    this.#slots = Math.min(...columns.map((states) => states.slots));
  }

  /** An empty slot. */
  take(): number {
    const freed = this.#free.pop();
    if (freed !== undefined) return freed;
    if (this.#next === this.#slots) {
      this.#slots *= 2;
      for (const states of this.#columns) states.grow(this.#slots);
    }
    return this.#next++;
  }

  /** Gives a slot back; what it held is let go of at once. */
  give(slot: number): void {
    for (const states of this.#columns) states.clear(slot, slot + 1);
    this.#free.push(slot);
  }

  /** How many slots are out. */
  get taken(): number {
    return this.#next - FIRST_SLOT - this.#free.length;
  }
}
