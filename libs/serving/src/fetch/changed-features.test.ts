import {
  type Arguments,
  DAY_MS,
  type Feature,
  type FeatureSpec,
  featureName,
  isAnswer,
  type OracleEvent,
  oracle,
  windowStart,
} from '@isochron/aggregation';
import type { PartPlan } from '@isochron/compiler';
import {
  type Field,
  getValue,
  longType,
  type OperationName,
  stringType,
  type Value,
  type Vector,
  vectorOf,
} from '@isochron/schema';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContributionCache } from '../cache/contribution-cache.ts';
import { StoredGenerations } from './generations.ts';
import { JoinReader } from './join-reader.ts';
import { readPlanOf } from './plan.ts';
import { type Event, featuresOfPart, keyBytesOf, partOf, ServedStore, withTiles, writerOf } from './served.fixture.ts';
import { Status } from './status.ts';

/**
 * A definition is changed in place, so that for a while uploads of the one are read by the other. Whatever the change: a value is that of the feature as its reader defines it, or
 * its status is ERROR.
 */

/** 2024-01-15 00:00. */
const E = 1_705_276_800_000;
const keys: readonly Field[] = [{ name: 'user', type: stringType }];
const inputs: readonly Field[] = [
  { name: 'amount', type: longType },
  { name: 'item', type: stringType },
];

/** Some that are called the same though they have other arguments; windows whose hops overlap. */
const pool: readonly FeatureSpec[] = (
  [
    ['BOUNDED_UNIQUE_COUNT', 'item', { k: '2' }],
    ['BOUNDED_UNIQUE_COUNT', 'item', { k: '8' }],
    ['HISTOGRAM', 'item', { k: '1' }],
    ['HISTOGRAM', 'item', {}],
    ['LAST_K', 'item', { k: '2' }],
    ['SUM', 'amount', {}],
    ['APPROX_PERCENTILE', 'amount', { percentiles: '[0.5]' }],
    ['APPROX_PERCENTILE', 'amount', { percentiles: '[0.1, 0.9]' }],
  ] as readonly (readonly [OperationName, string, Arguments])[]
).flatMap(([operation, input, args]) =>
  [DAY_MS, 2 * DAY_MS, 6 * DAY_MS, 7 * DAY_MS, 29 * DAY_MS, 30 * DAY_MS, null].map((windowMs) => {
    const parts = { operation, args, input, bucket: null, windowMs };
    return { ...parts, name: featureName(parts) };
  }),
);
const definition = fc.uniqueArray(fc.constantFrom(...pool), {
  selector: ({ name }) => name,
  minLength: 1,
  maxLength: 8,
});
/** Mostly a few features more, or less, or in another order. */
const change = fc.oneof(
  fc.tuple(definition, definition),
  definition.chain((before) =>
    fc.tuple(
      fc.constant(before),
      fc
        .tuple(fc.shuffledSubarray([...before]), definition)
        .map(([kept, added]) => [...added, ...kept].filter(isFirstOfItsName)),
    ),
  ),
);
const isFirstOfItsName = ({ name }: FeatureSpec, at: number, all: readonly FeatureSpec[]): boolean =>
  all.findIndex((each) => each.name === name) === at;

const nullable = <T extends Value>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 6 });
const event: fc.Arbitrary<Event> = fc.tuple(
  fc.oneof(
    fc.integer({ min: E - 31 * DAY_MS, max: E - 1 }),
    fc.integer({ min: E - 8 * DAY_MS, max: E + 2 * DAY_MS }),
    fc.constantFrom(E, E - 7 * DAY_MS, E - 30 * DAY_MS, E - 5 * DAY_MS),
  ),
  nullable(fc.integer({ min: -5, max: 5 })),
  nullable(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')),
);
const scenario = fc.record({
  change,
  events: fc.array(event, { minLength: 1, maxLength: 30 }),
  instants: fc.array(
    fc.oneof(fc.constant(E), fc.integer({ min: E, max: E + 2 * DAY_MS }), fc.constant(E + 2 * DAY_MS)),
    {
      minLength: 3,
      maxLength: 3,
    },
  ),
  chance: fc.nat(),
});

let served: ServedStore;
beforeAll(async () => {
  served = await ServedStore.open();
});
afterAll(() => served.dispose());

/** Uploads under the one definition, and tiles that whoever has the other one writes. */
async function upload(
  before: PartPlan,
  after: PartPlan,
  events: readonly Event[],
  atMs: number,
  id: number,
): Promise<void> {
  const keyBytes = keyBytesOf(before, { user: 'ann' });
  const bytes = writerOf(before).batch(events, E);
  await served.upload(before, {
    current: {
      ...{ id, batchEndMs: E },
      rows: bytes === null ? [] : [{ keyBytes, value: { kind: 'value', bytes } }],
    },
    tiles: [{ keyBytes, packed: writerOf(after).tiles(events.filter(([ts]) => ts >= E && ts < atMs)) }],
  });
}

const columns = new Map<string, Vector>([['user', vectorOf(stringType, ['ann'])]]);
let answered = 0;
let refused = 0;

test('of an upload by another definition a feature has its own value, or is ERROR', async () => {
  let id = 0;
  const cache = new ContributionCache(1 << 20);
  await fc.assert(
    fc.asyncProperty(scenario, async ({ change: [old, now], events, instants, chance }) => {
      const [before, after] = [old, now].map((specs) => partOf({ name: 'changed', keys, inputs, specs })) as [
        PartPlan,
        PartPlan,
      ];
      const plan = readPlanOf(
        { name: 'join', left: { columns: keys }, parts: [after], externals: [], derive: [], outputs: after.outputs },
        withTiles,
      );
      const some = after.outputs.map(({ name }) => name).filter((_, at) => (chance >> at) % 2 === 1);
      const features = featuresOfPart(after);
      const states = new Set(featuresOfPart(before).map(({ state, spec }) => `${spec.name} ${state}`));
      for (const atMs of instants) {
        await upload(before, after, events, atMs, ++id);
        const generations = new StoredGenerations(served.store, [withTiles.datasetOf(after)]);
        await generations.refresh();
        const [live, kept] = [null, cache].map(
          (each) => new JoinReader(plan, { store: served.store, generations, cache: each }),
        ) as [JoinReader, JoinReader];
        const readers = [live, kept, kept, ...(some.length === 0 ? [] : [live.narrowed(some), kept.narrowed(some)])];
        for (const reader of readers) {
          const fetched = await reader.fetch({ rows: 1, columns, atMs });
          fetched.outputs.forEach(({ name, type }, output) => {
            const feature = features.find(({ spec }) => spec.name === name) as Feature;
            const value = getValue(type, fetched.vectors[output] as Vector, 0);
            const status = fetched.status(0, output);
            const isKnown = states.has(`${name} ${feature.state}`);
            if (status === Status.ERROR) {
              expect([name, value, isKnown]).toEqual([name, null, false]);
              refused++;
            } else {
              expectAnswer(feature, events, atMs, value);
              answered++;
            }
          });
          fetched.release();
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(Math.min(answered, refused)).toBeGreaterThan(1_000);
}, 60_000);

function expectAnswer({ spec, input, bound }: Feature, events: readonly Event[], atMs: number, value: Value): void {
  const seen = events
    .filter(([ts]) => ts >= windowStart(atMs, spec.windowMs) && ts < atMs)
    .map((row): OracleEvent => ({ ts: row[0], value: row[input + 1] ?? null, bucket: null }));
  const question = { operation: spec.operation, args: spec.args, input: bound.input, bucketed: false };
  if (isAnswer(question, seen, bound.output, value)) return;
  expect(value, `${spec.name} ${JSON.stringify(spec.args)} at ${atMs}`).toEqual(oracle(question, seen));
}
