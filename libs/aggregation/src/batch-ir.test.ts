import { IsochronError, longType, structType, vectorOf } from '@isochron/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchIrType } from './batch-ir.ts';
import { BatchIrFold } from './batch-ir-fold.ts';
import { batchIrZones, cellOf, cellStart } from './batch-ir-zones.ts';
import type { KeyedEventRows } from './event-rows.ts';
import { collectFeatures } from './lambda.fixture.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './window.ts';

/** 2024-01-15 00:00. */
const E = 1_705_276_800_000;

type Event = readonly [key: number, ts: number, v0: number | null, v1?: number | null];

function rowsOf(events: readonly Event[]): KeyedEventRows {
  const columns = [events.map(([, , v0]) => v0), events.map(([, , , v1]) => v1 ?? null)];
  return {
    n: events.length,
    key: Int32Array.from(events, ([key]) => key),
    ts: Float64Array.from(events, ([, ts]) => ts),
    columns: columns.map((values) => vectorOf(longType, values)),
  };
}

describe('the type of a batch half', () => {
  test('has a collapsed IR a feature, and hops of an IR a base column', () => {
    const features = [...collectFeatures(0, [HOUR_MS, 7 * DAY_MS]), ...collectFeatures(1, [null])];
    const ir = features[0]?.bound.ir ?? longType;
    const hop = structType('HopIr', [
      { name: 'v0_histogram', type: ir },
      { name: 'v1_histogram', type: ir },
      { name: 'ts', type: longType },
    ]);
    expect(batchIrType(features, 'flights_IR')).toEqual(
      structType('flights_IR', [
        {
          name: 'collapsedIr',
          type: structType('WindowedIr', [
            { name: 'v0_histogram_1h', type: ir },
            { name: 'v0_histogram_7d', type: ir },
            { name: 'v1_histogram', type: ir },
          ]),
        },
        { name: 'tailHopIrs', type: { kind: 'list', element: { kind: 'list', element: hop } } },
      ]),
    );
  });

  test('numbers base columns of one name, and keeps the bucket at the end of it', () => {
    const [feature] = collectFeatures(0, [HOUR_MS]);
    if (feature === undefined) throw new Error('no feature');
    const other = { ...feature, state: 'another' };
    const spec = { ...feature.spec, name: 'v0_histogram_1h_by_v1', bucket: 'v1' };
    const bucketed = { ...feature, spec, state: 'bucketed' };
    const [, hops] = batchIrType([feature, other, bucketed]).fields;
    expect(JSON.stringify(hops)).toMatch(/"v0_histogram".*"v0_histogram_1".*"v0_histogram_by_v1"/);
  });
});

describe('the fold of batch halves', () => {
  const features = collectFeatures(0, [HOUR_MS, 12 * HOUR_MS, 2 * DAY_MS, 7 * DAY_MS, 30 * DAY_MS, null]);

  // The worked example of windows: each event at a border, and a millisecond before it.
  test('puts each event into the hops and collapsed IRs that windows need, from E - W inclusive', () => {
    const fold = new BatchIrFold(features, E);
    fold.update(
      rowsOf([
        [0, E, 99],
        [0, E - 1, 1],
        [0, E - HOUR_MS, 2],
        [0, E - HOUR_MS - 1, 3],
        [0, E - 2 * DAY_MS, 4],
        [0, E - 5 * DAY_MS, 5],
        [0, E - 5 * DAY_MS - 1, 6],
        [0, E - 7 * DAY_MS, 7],
        [0, E - 28 * DAY_MS, 8],
        [0, E - 28 * DAY_MS - 1, 9],
        [0, E - 30 * DAY_MS, 10],
        [0, E - 30 * DAY_MS - 1, 11],
      ]),
    );
    expect(fold.read(0)).toEqual({
      collapsedIr: {
        v0_histogram_1h: null,
        v0_histogram_12h: null,
        v0_histogram_2d: null,
        v0_histogram_7d: [1, 2, 3, 4, 5],
        v0_histogram_30d: [1, 2, 3, 4, 5, 6, 7, 8],
        v0_histogram: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
      },
      tailHopIrs: [
        [
          { v0_histogram: [10], ts: E - 30 * DAY_MS },
          { v0_histogram: [9], ts: E - 29 * DAY_MS },
        ],
        [
          { v0_histogram: [7], ts: E - 7 * DAY_MS },
          { v0_histogram: [6], ts: E - 5 * DAY_MS - HOUR_MS },
          { v0_histogram: [4], ts: E - 2 * DAY_MS },
          { v0_histogram: [3], ts: E - 2 * HOUR_MS },
          { v0_histogram: [1, 2], ts: E - HOUR_MS },
        ],
        [
          { v0_histogram: [2], ts: E - HOUR_MS },
          { v0_histogram: [1], ts: E - 5 * MINUTE_MS },
        ],
      ],
    });
  });

  test('gives each column the hops of its own windows', () => {
    const fold = new BatchIrFold([...collectFeatures(0, [HOUR_MS]), ...collectFeatures(1, [12 * HOUR_MS])], E);
    fold.update(rowsOf([[0, E - 1, 1, 2]]));
    expect(fold.read(0)).toMatchObject({
      tailHopIrs: [
        [],
        [{ v0_histogram: null, v1_histogram: [2], ts: E - HOUR_MS }],
        [{ v0_histogram: [1], v1_histogram: null, ts: E - 5 * MINUTE_MS }],
      ],
    });
  });

  test('has a hop for a null, and nothing for a key that no window sees', () => {
    const fold = new BatchIrFold(collectFeatures(0, [HOUR_MS]), E);
    fold.update(
      rowsOf([
        [0, E - 1, null],
        [1, E - HOUR_MS - 1, 1],
        [1, E, 1],
      ]),
    );
    expect(fold.keys()).toEqual([0]);
    expect(fold.read(0)).toMatchObject({ tailHopIrs: [[], [], [{ v0_histogram: null, ts: E - 5 * MINUTE_MS }]] });
    expect(fold.read(1)).toBeNull();
  });

  test('keeps keys apart, in any order of events, however they are batched, and when keys have come and gone', () => {
    const event = fc.tuple(
      fc.integer({ min: 0, max: 3 }),
      fc.oneof(fc.integer({ min: E - 31 * DAY_MS, max: E }), fc.integer({ min: E - 2 * HOUR_MS, max: E })),
      fc.option(fc.integer({ min: 0, max: 99 }), { freq: 5 }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 80 }), fc.integer({ min: 0, max: 80 }), (events, cut) => {
        const all = new BatchIrFold(features, E);
        all.update(rowsOf(events.slice(cut)));
        for (const key of all.keys()) all.read(key);
        all.update(rowsOf(events.slice(0, cut)));
        const oneByOne = new BatchIrFold(features, E);
        for (let key = 0; key < 4; key++) {
          oneByOne.update(rowsOf(events.filter((row) => row[0] === key)));
          expect(oneByOne.read(key)).toEqual(all.read(key));
          oneByOne.free(key);
        }
        expect(oneByOne.keys()).toEqual([]);
      }),
    );
  });

  test('takes the memory of hops, not of events', () => {
    let slots = 0;
    const counted = features.map((feature) => ({
      ...feature,
      bound: {
        ...feature.bound,
        states(count: number) {
          const states = feature.bound.states(count);
          const grow = states.grow.bind(states);
          states.grow = (to) => {
            slots = Math.max(slots, to);
            grow(to);
          };
          return states;
        },
      },
    }));
    const fold = new BatchIrFold(counted, E);
    for (let day = 0; day < 40; day++) {
      const start = E - (day + 1) * DAY_MS;
      fold.update(rowsOf(Array.from({ length: 3000 }, (_, i): Event => [0, start + i * 28_800, null])));
    }
    fold.read(0);
    expect(slots).toBeLessThanOrEqual(256);
  });

  test('ends at a midnight', () => {
    expect(() => new BatchIrFold(features, E + HOUR_MS)).toThrow(IsochronError);
  });
});

test('zones leave no gap, and a cell lies in one hop of every window', () => {
  const windows = fc.uniqueArray(
    fc.oneof(
      fc.constant(null),
      fc.integer({ min: 1, max: 143 }).map((n) => n * 5 * MINUTE_MS),
      fc.integer({ min: 12, max: 287 }).map((n) => n * HOUR_MS),
      fc.integer({ min: 12, max: 60 }).map((n) => n * DAY_MS),
    ),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(windows, fc.double({ min: 0, max: 1, noNaN: true }), (windowsMs, where) => {
      const zones = batchIrZones(E, windowsMs);
      expect(zones.at(-1)?.toMs).toBe(E);
      zones.forEach((zone, index) => {
        if (index > 0) expect(zone.fromMs).toBe(zones[index - 1]?.toMs);
        if (zone.fromMs === -Infinity) return;
        const time = Math.min(zone.toMs - 1, Math.floor(zone.fromMs + where * (zone.toMs - zone.fromMs)));
        const cell = cellOf(zone, time);
        expect(cell).toBeLessThan(zones[index + 1]?.firstCell ?? Infinity);
        for (const hop of zone.hopsMs) {
          expect(Math.floor(cellStart(zone, cell) / hop)).toBe(Math.floor(time / hop));
        }
      });
    }),
  );
});
