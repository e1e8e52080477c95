import { IsochronError } from '@isochron/schema';
import type { DatasetState, Generation, Loading, Retired } from './dataset-state.ts';
import { retiredAgeMinMs } from './tables.ts';

/**
 * How the state of a dataset goes on. Functions of what it is now, for writers that put the answer in the place of exactly that; where another was faster,
 * they are asked again.
 */

/** An upload that has not said for so long that it is alive is taken for dead. It must say it several times as often. */
export const uploadSilenceMaxMs = 300_000;

const LOADING_MAX = 32;

/** An upload begins, under an id that no generation of the dataset has had. */
export function begun(
  state: DatasetState,
  { batchEndMs, owner, nowMs }: { readonly batchEndMs: number; readonly owner: string; readonly nowMs: number },
): DatasetState {
  if (state.loading.length >= LOADING_MAX)
    throw new IsochronError(
      'RESOURCE_EXHAUSTED',
      `${LOADING_MAX} uploads of one dataset are under way; wait for them.`,
    );
  const id = Math.max(nowMs, state.lastId + 1);
  return { ...state, lastId: id, loading: [...state.loading, { id, batchEndMs, owner, renewedAtMs: nowMs }] };
}

/** The entry of an upload; undefined where it ended, or was taken for dead. */
export const loadingOf = (state: DatasetState, owner: string): Loading | undefined =>
  state.loading.find((each) => each.owner === owner);

/** An upload is alive. */
export const renewed = (state: DatasetState, owner: string, nowMs: number): DatasetState => ({
  ...state,
  loading: state.loading.map((each) => (each.owner === owner ? { ...each, renewedAtMs: nowMs } : each)),
});

/** An upload came to nothing: nobody has read its rows. */
export function abandoned(state: DatasetState, owner: string): DatasetState {
  const own = loadingOf(state, owner);
  if (own === undefined) return state;
  const loading = state.loading.filter((each) => each !== own);
  return { ...state, loading, retired: [...state.retired, { id: own.id, retiredAtMs: null }] };
}

/** As {@link abandoned}, of all uploads that are taken for dead. */
export const buried = (state: DatasetState, nowMs: number): DatasetState =>
  state.loading
    .filter(({ renewedAtMs }) => nowMs - renewedAtMs > uploadSilenceMaxMs)
    .reduce((left, { owner }) => abandoned(left, owner), state);

/**
 * An upload's generation is in force. The one that was, or the one before, stays for instants before its batch end: of the two the later one
 * whose batch end is earlier than the new one's.
 */
export function published(state: DatasetState, owner: string, generation: Generation): DatasetState {
  const held = [state.current, state.previous].filter((each) => each !== null);
  const previous = held.find(({ batchEndMs }) => batchEndMs < generation.batchEndMs) ?? null;
  const gone = held.filter((each) => each !== previous);
  const retired = gone.map(({ id }): Retired => ({ id, retiredAtMs: generation.publishedAtMs }));
  return {
    ...state,
    current: generation,
    previous,
    loading: state.loading.filter((each) => each.owner !== owner),
    retired: [...state.retired, ...retired],
  };
}

/** What no reader can be reading any more. */
export const collectable = ({ retired }: DatasetState, nowMs: number): readonly number[] =>
  retired
    .filter(({ retiredAtMs }) => retiredAtMs === null || nowMs - retiredAtMs >= retiredAgeMinMs)
    .map(({ id }) => id);

/** The rows of these are deleted. */
export const collected = (state: DatasetState, ids: readonly number[]): DatasetState => ({
  ...state,
  retired: state.retired.filter(({ id }) => !ids.includes(id)),
});
