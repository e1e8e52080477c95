import { IsochronError, longType, type Value, vectorOf } from '@isochron/schema';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BatchIrFold } from './batch-ir-fold.ts';
import type { EventRows, KeyedEventRows } from './event-rows.ts';
import type { Feature } from './feature.ts';
import { collectFeatures } from './lambda.fixture.ts';
import { LambdaFold, type Tile } from './lambda.ts';
import { tileSizeMs } from './tile.ts';
import { TileStates } from './tile-states.ts';
import { DAY_MS, HOUR_MS, hopStart, MINUTE_MS, windowStart } from './window.ts';

/** 2024-01-15 00:00. */
const E = 1_705_276_800_000;
const minutes5 = 5 * MINUTE_MS;

type Event = readonly [ts: number, v0: number | null, v1: number | null];

function rowsOf(events: readonly Event[]): KeyedEventRows {
  return {
    n: events.length,
    key: new Int32Array(events.length),
    ts: Float64Array.from(events, ([ts]) => ts),
    columns: [
      vectorOf(
        longType,
        events.map(([, v0]) => v0),
      ),
      vectorOf(
        longType,
        events.map(([, , v1]) => v1),
      ),
    ],
  };
}

function batchIrOf(features: readonly Feature[], events: readonly Event[]): Value {
  const fold = new BatchIrFold(features, E);
  fold.update(rowsOf(events));
  return fold.read(0);
}

const liveRows = (events: readonly Event[]): EventRows => rowsOf(events.filter(([ts]) => ts >= E));

function tilesOf(features: readonly Feature[], events: readonly Event[]): Tile[] {
  const states = new TileStates(features);
  states.update(rowsOf(events));
  return states.dirty().map(({ key, startMs }) => ({ startMs, ir: states.read(key, startMs) }));
}

/**
 * What the window rule says, event by event. From the batch end on, an event counts at the start of its tile, where
 * there are tiles.
 */
function naive(features: readonly Feature[], events: readonly Event[], atMs: number, tileMs = 1): Value[] {
  const counted = (ts: number): number => (ts < E ? ts : hopStart(ts, tileMs));
  return features.map(({ input, spec }) => {
    const seen = events
      .filter(([ts]) => counted(ts) >= windowStart(atMs, spec.windowMs) && counted(ts) < atMs)
      .map((event) => event[input === 0 ? 1 : 2])
      .filter((value) => value !== null);
    return seen.length === 0 ? null : seen.sort((a, b) => a - b);
  });
}

const windows = fc.oneof(
  fc.constant(null),
  fc.constantFrom(5 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS, 13 * HOUR_MS, DAY_MS, 2 * DAY_MS),
  fc.constantFrom(
    49 * HOUR_MS,
    54 * HOUR_MS,
    3 * DAY_MS,
    7 * DAY_MS,
    250 * HOUR_MS,
    11 * DAY_MS,
    12 * DAY_MS,
    13 * DAY_MS,
    30 * DAY_MS,
  ),
);

const scenario = fc
  .record({
    windows0: fc.uniqueArray(windows, { minLength: 1, maxLength: 5 }),
    windows1: fc.uniqueArray(windows, { minLength: 0, maxLength: 3 }),
    atMs: fc.oneof(
      fc.constantFrom(E, E + 1, E + minutes5, E + HOUR_MS, E + DAY_MS, E + 2 * DAY_MS),
      fc.integer({ min: E, max: E + 2 * DAY_MS }),
      fc.integer({ min: 0, max: 576 }).map((hop) => E + hop * minutes5),
    ),
  })
  .chain(({ windows0, windows1, atMs }) => {
    const features = [...collectFeatures(0, windows0), ...collectFeatures(1, windows1)];
    const borders = features.flatMap(({ spec: { windowMs } }) =>
      windowMs === null ? [] : [E - windowMs, E - windowMs + 2 * DAY_MS, windowStart(atMs, windowMs), atMs - windowMs],
    );
    const time = fc.oneof(
      fc
        .tuple(fc.constantFrom(E, atMs, E - DAY_MS, ...borders), fc.constantFrom(-minutes5, -1, 0, 0, 1, minutes5))
        .map(([border, off]) => border + off),
      fc.integer({ min: E - 33 * DAY_MS, max: E + 3 * DAY_MS }),
      fc.integer({ min: E - DAY_MS, max: E + HOUR_MS }),
    );
    const value = fc.option(fc.integer({ min: 0, max: 1000 }), { freq: 8 });
    return fc.record({
      features: fc.constant(features),
      atMs: fc.constant(atMs),
      events: fc.array(fc.tuple(time, value, value), { maxLength: 60 }),
    });
  });

describe('the lambda fold', () => {
  test('answers what the window rule says, from events', () => {
    fc.assert(
      fc.property(scenario, ({ features, atMs, events }) => {
        const fold = new LambdaFold(features);
        fold.batch(E, batchIrOf(features, events));
        expect(fold.values(atMs, { rows: liveRows(events) })).toEqual(naive(features, events, atMs));
      }),
      { numRuns: 400 },
    );
  });

  test('answers the same from the tiles of what has happened', () => {
    fc.assert(
      fc.property(scenario, ({ features, atMs, events }) => {
        const seen = events.filter(([ts]) => ts < atMs);
        const fold = new LambdaFold(features);
        fold.batch(E, batchIrOf(features, seen));
        expect(fold.values(atMs, { tiles: tilesOf(features, seen) })).toEqual(naive(features, events, atMs));
      }),
      { numRuns: 300 },
    );
  });

  test('one batch half answers any number of instants, in any order, and is left as it was', () => {
    const instants = fc.array(fc.integer({ min: E, max: E + 2 * DAY_MS }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(scenario, instants, ({ features, events }, times) => {
        const ir = batchIrOf(features, events);
        const tiles = tilesOf(features, events);
        const before = structuredClone({ ir, tiles });
        const fold = new LambdaFold(features);
        fold.batch(E, ir);
        for (const atMs of times) {
          expect(fold.values(atMs, { tiles })).toEqual(naive(features, events, atMs, tileSizeMs(features)));
          expect(fold.values(atMs, { rows: liveRows(events) })).toEqual(naive(features, events, atMs));
        }
        expect({ ir, tiles }).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  test('windows that share hops neither leak into each other nor count twice', () => {
    const features = collectFeatures(0, [30 * MINUTE_MS, 6 * HOUR_MS, 3 * DAY_MS, 7 * DAY_MS]);
    const events: Event[] = [
      [E - 7 * DAY_MS, 1, null],
      [E - 5 * DAY_MS, 2, null],
      [E - 3 * DAY_MS, 3, null],
      [E - 6 * HOUR_MS, 4, null],
      [E - 30 * MINUTE_MS, 5, null],
      [E - 1, 6, null],
    ];
    const fold = new LambdaFold(features);
    fold.batch(E, batchIrOf(features, events));
    const atEnd = [
      [5, 6],
      [4, 5, 6],
      [3, 4, 5, 6],
      [1, 2, 3, 4, 5, 6],
    ];
    expect(fold.values(E, {})).toEqual(atEnd);
    expect(fold.values(E + 10 * MINUTE_MS, {})).toEqual([[6], [5, 6], [3, 4, 5, 6], [1, 2, 3, 4, 5, 6]]);
    expect(fold.values(E + HOUR_MS, {})).toEqual([null, [5, 6], [4, 5, 6], [2, 3, 4, 5, 6]]);
    expect(fold.values(E, {})).toEqual(atEnd);
  });

  test('a key without a batch half has its live half', () => {
    const features = collectFeatures(0, [HOUR_MS, null]);
    const fold = new LambdaFold(features);
    fold.batch(E, batchIrOf(features, [[E - 1, 1, null]]));
    fold.batch(E, null);
    expect(fold.values(E + 2, { rows: liveRows([[E, 7, null]]) })).toEqual([[7], [7]]);
    expect(fold.values(E, {})).toEqual([null, null]);
  });

  test('refuses an instant before the batch end', () => {
    const fold = new LambdaFold(collectFeatures(0, [HOUR_MS]));
    fold.batch(E, null);
    expect(() => fold.values(E - 1, {})).toThrow(IsochronError);
    expect(() => fold.values(E - 1, {})).toThrow(/1705276799999 is before the batch end 1705276800000/);
  });

  test('past two days from the batch end, windows longer than two days are stale, and given', () => {
    const features = collectFeatures(0, [HOUR_MS, 2 * DAY_MS, 3 * DAY_MS, null]);
    const fold = new LambdaFold(features);
    fold.batch(E, batchIrOf(features, [[E - DAY_MS, 1, null]]));
    fold.values(E + 2 * DAY_MS, {});
    expect(fold.stale).toEqual([false, false, false, false]);
    expect(fold.values(E + 4 * DAY_MS, {})).toEqual([null, null, [1], [1]]);
    expect(fold.stale).toEqual([false, false, true, false]);
  });

  test('uses its slots again: a thousand keys take no more than one', () => {
    const features = collectFeatures(0, [HOUR_MS, 7 * DAY_MS]);
    const events = Array.from({ length: 200 }, (_, hour): Event => [E - 7 * DAY_MS + hour * HOUR_MS, hour, null]);
    const slots = { most: 0 };
    const watched = features.map((feature) => ({ ...feature, bound: { ...feature.bound, states: watch } }));
    const fold = new LambdaFold(watched);
    const ir = batchIrOf(features, events);
    const tiles = tilesOf(features, events);
    fold.batch(E, ir);
    fold.values(E + DAY_MS, { tiles });
    const first = slots.most;
    for (let call = 0; call < 1000; call++) {
      fold.batch(E, ir);
      fold.values(E + call, { tiles });
    }
    expect(slots.most).toBe(first);

    function watch(count: number) {
      const states = (features[0] as Feature).bound.states(count);
      const grow = states.grow.bind(states);
      states.grow = (to) => {
        slots.most = Math.max(slots.most, to);
        grow(to);
      };
      return states;
    }
  });
});
