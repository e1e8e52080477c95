import { booleanType, longType, structType, vectorOf } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import type { KeyedEventRows } from './event-rows.ts';
import { collectFeatures } from './lambda.fixture.ts';
import { tileIrType, tileSizeMs } from './tile.ts';
import { TileStates } from './tile-states.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './window.ts';

/** 2024-01-15 00:00. */
const T = 1_705_276_800_000;

type Event = readonly [key: number, ts: number, v0: number | null, v1: number | null];

function rowsOf(...events: readonly Event[]): KeyedEventRows {
  const columns = [events.map(([, , v0]) => v0), events.map(([, , , v1]) => v1)];
  return {
    n: events.length,
    key: Int32Array.from(events, ([key]) => key),
    ts: Float64Array.from(events, ([, ts]) => ts),
    columns: columns.map((values) => vectorOf(longType, values)),
  };
}

describe('tiles', () => {
  const features = [...collectFeatures(0, [12 * HOUR_MS, 30 * DAY_MS]), ...collectFeatures(1, [null])];

  test('are as large as the smallest tail hop, a day without windows', () => {
    expect(tileSizeMs(features)).toBe(HOUR_MS);
    expect(tileSizeMs(collectFeatures(0, [HOUR_MS, null]))).toBe(5 * MINUTE_MS);
    expect(tileSizeMs(collectFeatures(0, [null]))).toBe(DAY_MS);
  });

  test('are one IR a base column', () => {
    const ir = features[0]?.bound.ir ?? longType;
    const base = structType('WindowedIr', [
      { name: 'v0_histogram', type: ir },
      { name: 'v1_histogram', type: ir },
    ]);
    expect(tileIrType(features)).toEqual(
      structType('TILE_IR', [
        { name: 'collapsedIr', type: base },
        { name: 'isComplete', type: booleanType },
      ]),
    );
  });

  test('take events of many keys in any order; those that changed are dirty until they are clean', () => {
    const states = new TileStates(features);
    states.update(rowsOf([3, T + 1, 1, null], [5, T, 2, 20], [3, T, 3, null], [3, T + HOUR_MS, 4, null]));
    expect(states.dirty()).toMatchObject([
      { key: 3, startMs: T },
      { key: 5, startMs: T },
      { key: 3, startMs: T + HOUR_MS },
    ]);
    expect(states.read(3, T)).toEqual({ collapsedIr: { v0_histogram: [1, 3], v1_histogram: null }, isComplete: false });
    expect(states.read(5, T, true)).toEqual({
      collapsedIr: { v0_histogram: [2], v1_histogram: [20] },
      isComplete: true,
    });
    expect(states.read(5, T + HOUR_MS)).toBeNull();
    for (const { key, startMs } of states.dirty()) states.clean(key, startMs);
    expect(states.dirty()).toEqual([]);
    states.update(rowsOf([5, T + 2, 6, null]));
    expect(states.dirty()).toMatchObject([{ key: 5, startMs: T, dirty: true }]);
  });

  test('are written over by what the store has, or merged with it; what is given stays as it was', () => {
    const states = new TileStates(features);
    states.update(rowsOf([0, T, 1, 10]));
    const stored = { collapsedIr: { v0_histogram: [7], v1_histogram: null }, isComplete: false };
    states.merge(0, T, stored);
    expect(states.read(0, T)).toEqual({ collapsedIr: { v0_histogram: [1, 7], v1_histogram: [10] }, isComplete: false });
    expect(states.dirty()).toHaveLength(1);
    states.write(0, T, stored);
    expect(states.read(0, T)).toEqual(stored);
    expect(states.dirty()).toEqual([]);
    states.update(rowsOf([0, T, 2, null]));
    expect(stored.collapsedIr.v0_histogram).toEqual([7]);
    expect(states.held).toBe(1);
  });

  test('are let go of, and their slots used again, empty', () => {
    const states = new TileStates(features);
    for (let hour = 0; hour < 2000; hour++) {
      states.update(rowsOf([0, T + hour * HOUR_MS, hour, null]));
      states.free(0, T + (hour - 1) * HOUR_MS);
    }
    expect(states.held).toBe(1);
    expect(states.read(0, T + 1999 * HOUR_MS)).toMatchObject({ collapsedIr: { v0_histogram: [1999] } });
    expect(states.dirty()).toHaveLength(1);
    expect(() => states.write(0, T + 1, null)).toThrow(/no tile of 3600000 ms starts at 1705276800001/);
  });
});
