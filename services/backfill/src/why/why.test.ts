import { equalValues, isAnswer } from '@isochron/aggregation';
import { type Definition, eventSource, groupBy, join, part } from '@isochron/authoring';
import { type Value, valueText } from '@isochron/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputsOf } from '../features.ts';
import type { RunnablePlan } from '../runnable.ts';
import type { SaidValue } from '../said-values.ts';
import {
  approximate,
  askRows,
  byPlace,
  byUser,
  leftSource,
  randomNumbers,
  tripRows,
  tripSource,
  trips,
} from '../trips.fixture.ts';
import { days, openWorkplace, type Row, type Workplace } from '../workplace.fixture.ts';
import type { FeatureWhy } from './feature-why.ts';
import { independentFold, isFolded } from './independent-fold.fixture.ts';
import { type WhyReport, type WhyRequest, why } from './why.ts';

const SEED = Math.floor(Math.random() * 2 ** 31);
const ASKED = days(2, 3);
/** Of each table, and about half of their features. */
const ROWS = 5;

/** Of a source with conditions, one of which names a selected column. */
const dearTrips = eventSource({
  table: trips,
  time: 'ts',
  lag: '1d',
  select: tripSource.select,
  where: ["place != 'place_2'", 'fare IS NULL OR fare >= 5 -- the cheap ones are noise'],
});
const many = groupBy({
  version: 1,
  accuracy: 'temporal',
  sources: [dearTrips],
  keys: ['user'],
  aggregations: ({ fare, kind, tags }) => [
    fare.sum('1h', '1d'),
    fare.average('1d').by('kind'),
    fare.variance('7d'),
    fare.min('7d'),
    fare.first('1d'),
    fare.last('1d'),
    fare.firstK(2, '7d'),
    fare.topK(3, '7d'),
    fare.bottomK(2, '1d'),
    kind.histogram('1d'),
    tags.uniqueCount('7d'),
    tags.histogram('1d').by('kind'),
    fare.count(),
  ],
  derive: { dear_share: 'SAFE_DIVIDE(fare_sum_1d, fare_min_7d)' },
});
const joined = join({
  version: 1,
  left: leftSource,
  parts: [part(many), part(byUser, { prefix: 'plain' }), part(byPlace, { on: { destination: 'place' }, prefix: 'to' })],
  derive: { twice: '2 * user_dear_share', noted: 'IF(note > 5, user_fare_sum_1d, NULL)' },
});

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  const random = randomNumbers(SEED);
  await place.load('trips', tripRows(random, 80));
  await place.load('asks', askRows(random, 1, 4));
});
afterAll(() => place.dispose());

const ask = (plan: RunnablePlan, asked: Partial<WhyRequest> & Pick<WhyRequest, 'column'>): Promise<WhyReport> =>
  why(place.warehouse, { plan, said: [], atMs: null, day: null, eventsMax: 100_000, ...asked });

/** What a person would type for a row of a table. */
function typed(plan: RunnablePlan, row: Row): Pick<WhyRequest, 'said' | 'atMs' | 'day'> {
  const columns = plan.kind === 'join' ? plan.left.columns : plan.keys;
  const said = columns.flatMap(({ name, type }): SaidValue[] => {
    const value = (row[name] ?? null) as Value;
    return value === null || type.kind === 'double' ? [] : [{ column: name, text: valueText(type, value) }];
  });
  const ts = row['ts'] ?? null;
  return { said, atMs: ts === null ? null : Number(ts), day: String(row['ds']) };
}

describe(`why (seed ${SEED})`, () => {
  const definitions: readonly (readonly [string, Definition])[] = [
    ['a join with conditions, lists, buckets and derivations', joined],
    ['a temporal group-by', many],
    ['a snapshot group-by', byPlace],
  ];
  it.each(definitions)(
    'lists the events whose fold is the value in the table: %s',
    async (_, definition) => {
      const plan = await place.plan(definition);
      await place.backfill(plan, ASKED);
      const rows = (await place.rows(plan.table, ASKED)).filter(
        (row) => plan.kind === 'group-by' || row['ts'] !== null,
      );
      const random = randomNumbers(SEED + 1);
      let pairs = 0;
      let changed = 0;
      for (const row of [...rows].sort(() => random() - 0.5).slice(0, ROWS)) {
        for (const { name } of outputsOf(plan)) {
          const report = await ask(plan, { column: name, ...typed(plan, row) });
          const told = `${name} of ${JSON.stringify(row)}`;
          expect(report.stored, told).toMatchObject({ kind: 'stored', agrees: true });
          expect(report.agrees, told).toBe(true);
          for (const feature of report.features) {
            const stored = report.written.length === 0 ? (row[name] ?? null) : feature.value;
            changed += expectFold(feature, stored, told);
            pairs++;
          }
        }
      }
      expect(pairs).toBeGreaterThan(2);
      expect(changed).toBeGreaterThan(pairs / 4);
    },
    120_000,
  );

  it('shows the events of approximate features all the same', async () => {
    const plan = await place.plan(approximate);
    await place.backfill(plan, ASKED);
    const rows = await place.rows(plan.table, ASKED);
    for (const row of rows.filter(({ user, ts }) => user !== null && ts !== null).slice(0, 4)) {
      for (const { name } of outputsOf(plan)) {
        const report = await ask(plan, { column: name, ...typed(plan, row) });
        expect(report.agrees, name).toBe(true);
        const [feature] = report.features;
        expect(feature?.events.length).toBe(feature?.counted);
        expect(report.stored).toMatchObject({ kind: 'stored', agrees: true });
      }
    }
  }, 60_000);
});

/** The listed events folded by a fold of this test's; how many events change the value when they are left out. */
function expectFold(
  { spec, output, events, counted, buckets, input, value }: FeatureWhy,
  stored: Value,
  told: string,
): number {
  expect(events).toHaveLength(counted);
  if (!isFolded(spec)) {
    const asked = { operation: spec.operation, args: spec.args, input: input.type, bucketed: spec.bucket !== null };
    const seen = events.map((event) => ({ ts: event.timeMs ?? Number.NaN, value: event.value, bucket: event.bucket }));
    expect(isAnswer(asked, seen, output.type, stored, 1e-9), told).toBe(true);
    return 0;
  }
  const same = (a: Value, b: Value): boolean => equalValues(output.type, a, b, 1e-6);
  const folded = independentFold(spec, events);
  if (!same(folded, stored)) expect(folded, told).toEqual(stored);
  let changed = 0;
  for (const event of events) {
    const without = independentFold(
      spec,
      events.filter((other) => other !== event),
    );
    // What is told of an event is what the rest folds to, of its bucket where there are buckets.
    const told_ =
      spec.bucket === null
        ? without
        : without instanceof Map
          ? ((without as ReadonlyMap<Value, Value>).get(event.bucket) ?? null)
          : null;
    const type = spec.bucket !== null && output.type.kind === 'map' ? output.type.value : output.type;
    if (!equalValues(type, told_, event.without ?? null, 1e-6)) expect(event.without, told).toEqual(told_);
    if (!same(without, stored)) changed++;
    else expect(['SUM', 'COUNT'].includes(spec.operation) && event.value !== 0, told).toBe(false);
  }
  for (const { bucket, events: n, value: own } of buckets ?? []) {
    expect(events.filter((event) => event.bucket === bucket)).toHaveLength(n);
    expect(own).toEqual((value as ReadonlyMap<Value, Value>).get(bucket));
  }
  return changed;
}
