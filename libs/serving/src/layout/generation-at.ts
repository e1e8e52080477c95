import type { DatasetState, Generation } from './dataset-state.ts';

/**
 * The generation that a request at an instant (milliseconds) is answered from: the one in force, or, where that has seen later events, the one before; null where
 * none is held that has not.
 */
export function generationAt({ current, previous }: DatasetState, atMs: number): Generation | null {
  if (current !== null && atMs >= current.batchEndMs) return current;
  return previous !== null && atMs >= previous.batchEndMs ? previous : null;
}
