import { IsochronError, type Vector } from '@isochron/schema';
import type { States } from './operation.ts';

/** Writes the value of a slot into a row of an output; answers why it has none (a sum of longs beyond 64 bits), null where it has. */
export function finalizeOne(states: States, slot: number, output: Vector, row: number): IsochronError | null {
  try {
    states.finalize(slot, 1, output, row);
    return null;
  } catch (thrown) {
    if (thrown instanceof IsochronError) return thrown;
    throw thrown;
  }
}
