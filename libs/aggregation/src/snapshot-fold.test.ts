import { longType, vectorOf } from '@isochron/schema';
import { expect, test } from 'vitest';
import { bindFeature } from './bind.ts';
import type { Feature } from './feature.ts';
import { featureName } from './feature-name.ts';
import { SnapshotFold } from './snapshot-fold.ts';
import { DAY_MS } from './window.ts';

const E = 20 * DAY_MS;

const features = [DAY_MS, 2 * DAY_MS, null].map((windowMs): Feature => {
  const parts = { operation: 'SUM', args: {}, input: 'n', bucket: null, windowMs } as const;
  const feature = bindFeature({ ...parts, name: featureName(parts) }, [{ name: 'n', type: longType }]);
  if ('refusal' in feature) throw new Error(feature.refusal);
  return feature;
});

const rowsOf = (...events: readonly (readonly [key: number, ts: number, n: number | bigint | null])[]) => ({
  n: events.length,
  key: Int32Array.from(events, ([key]) => key),
  ts: Float64Array.from(events, ([, ts]) => ts),
  columns: [
    vectorOf(
      longType,
      events.map(([, , n]) => n),
    ),
  ],
});

test('gives the values at the batch end, key by key, and lets go of them', () => {
  const fold = new SnapshotFold(features, E);
  fold.update(
    rowsOf([0, E - DAY_MS, 1], [0, E - DAY_MS - 1, 2], [0, E - 2 * DAY_MS - 1, 4], [0, E, 8], [1, E - 1, null]),
  );
  fold.update(rowsOf([0, E - 1, 16], [2, E, 32]));
  expect(fold.read(0)).toEqual([17, 19, 23]);
  expect(fold.read(0)).toEqual([17, 19, 23]);
  expect(fold.read(1)).toEqual([null, null, null]);
  expect(fold.read(2)).toBeNull();
  fold.free(0);
  expect(fold.read(0)).toBeNull();
  fold.update(rowsOf([0, E - 1, 5]));
  expect(fold.read(0)).toEqual([5, 5, 5]);
});

test('a key whose value cannot be told is refused, and the others are told', () => {
  const fold = new SnapshotFold(features, E);
  fold.update(rowsOf([0, E - 1, 2n ** 63n - 1n], [0, E - 1, 1], [1, E - 1, 1]));
  expect(() => fold.read(0)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE' }));
  expect(fold.read(1)).toEqual([1, 1, 1]);
  fold.free(0);
  expect(fold.read(0)).toBeNull();
});

test('refuses a batch end that is not a midnight', () => {
  expect(() => new SnapshotFold(features, E + 1)).toThrow('not a midnight');
});
