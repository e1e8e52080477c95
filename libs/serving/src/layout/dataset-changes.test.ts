import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  abandoned,
  begun,
  buried,
  collectable,
  collected,
  loadingOf,
  published,
  renewed,
  uploadSilenceMaxMs,
} from './dataset-changes.ts';
import { type DatasetState, emptyDatasetState, type Generation } from './dataset-state.ts';
import { retiredAgeMinMs } from './tables.ts';

const DAY_MS = 86_400_000;

const generation = (id: number, day: number, publishedAtMs = 0): Generation => ({
  ...{ id, batchEndMs: day * DAY_MS, servingInfoHash: '', keys: 0, refusedKeys: 0, bytes: 0, publishedAtMs },
});

/** An upload of a day from its beginning to its end. */
function uploaded(state: DatasetState, day: number, nowMs: number): DatasetState {
  const loading = begun(state, { batchEndMs: day * DAY_MS, owner: 'me', nowMs });
  return published(loading, 'me', generation(loadingOf(loading, 'me')?.id ?? -1, day, nowMs));
}

const days = ({ current, previous }: DatasetState) =>
  [current, previous].map((each) => (each === null ? null : each.batchEndMs / DAY_MS));

it('keeps the generation before, for instants before the batch end', () => {
  let state = uploaded(emptyDatasetState, 10, 1_000);
  expect(days(state)).toEqual([10, null]);
  state = uploaded(state, 11, 2_000);
  expect(days(state)).toEqual([11, 10]);
  state = uploaded(state, 12, 3_000);
  expect(days(state)).toEqual([12, 11]);
  expect(state.retired).toEqual([{ id: 1_000, retiredAtMs: 3_000 }]);
  // The same day again: the one before stays what it was.
  state = uploaded(state, 12, 4_000);
  expect(days(state)).toEqual([12, 11]);
  expect(state.retired.map(({ id }) => id)).toEqual([1_000, 3_000]);
  // An earlier day in place of a later one.
  state = uploaded(state, 11, 5_000);
  expect(days(state)).toEqual([11, null]);
  expect(state.retired.map(({ id }) => id)).toEqual([1_000, 3_000, 4_000, 2_000]);
});

it('collects what nobody reads any more, and not before', () => {
  const state = uploaded(uploaded(uploaded(emptyDatasetState, 1, 10), 2, 20), 3, 30);
  expect(collectable(state, 30 + retiredAgeMinMs - 1)).toEqual([]);
  expect(collectable(state, 30 + retiredAgeMinMs)).toEqual([10]);
  expect(collected(state, [10]).retired).toEqual([]);
  const killed = abandoned(begun(state, { batchEndMs: 4 * DAY_MS, owner: 'killed', nowMs: 40 }), 'killed');
  expect(killed.loading).toEqual([]);
  expect(collectable(killed, 40)).toEqual([40]);
  expect(abandoned(killed, 'killed')).toEqual(killed);
});

it('takes uploads that say nothing for dead, and only those', () => {
  const one = begun(emptyDatasetState, { batchEndMs: DAY_MS, owner: 'one', nowMs: 0 });
  const two = begun(one, { batchEndMs: DAY_MS, owner: 'two', nowMs: 0 });
  const alive = renewed(two, 'two', 1);
  const left = buried(alive, uploadSilenceMaxMs + 1);
  expect(left.loading.map(({ owner }) => owner)).toEqual(['two']);
  expect(left.retired).toEqual([{ id: 1, retiredAtMs: null }]);
  expect(buried(alive, uploadSilenceMaxMs)).toEqual(alive);
});

it('never gives an id twice, whatever the clock says', () => {
  const step = fc.record({
    nowMs: fc.integer({ min: 0, max: 20 }),
    ends: fc.constantFrom('published', 'abandoned', 'loading'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let state = emptyDatasetState;
      const ids: number[] = [];
      steps.forEach(({ nowMs, ends }, at) => {
        const owner = `upload ${at}`;
        state = begun(state, { batchEndMs: DAY_MS, owner, nowMs });
        const id = loadingOf(state, owner)?.id ?? -1;
        for (const other of ids) expect(id).toBeGreaterThan(other);
        ids.push(id);
        if (ends === 'published') state = published(state, owner, generation(id, 1, nowMs));
        if (ends === 'abandoned') state = collected(abandoned(state, owner), [id]);
      });
    }),
  );
});

it('refuses uploads without end', () => {
  let state = emptyDatasetState;
  const more = () => {
    state = begun(state, { batchEndMs: DAY_MS, owner: String(state.loading.length), nowMs: 0 });
  };
  for (let n = 0; n < 32; n++) more();
  expect(more).toThrow(expect.objectContaining({ code: 'RESOURCE_EXHAUSTED' }));
});
