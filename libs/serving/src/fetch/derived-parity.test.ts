import { DAY_MS, type FeatureSpec, featureName, HOUR_MS, MINUTE_MS, oracle, windowStart } from '@isochron/aggregation';
import type { ServedPart } from '@isochron/compiler';
import {
  doubleType,
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
import type { Fetched } from './fetched.ts';
import { StoredGenerations } from './generations.ts';
import { JoinReader } from './join-reader.ts';
import { readPlanOf } from './plan.ts';
import { type Event, keyBytesOf, partOf, ServedStore, withTiles, writerOf } from './served.fixture.ts';
import { Status } from './status.ts';

/** 2024-01-15 00:00, the batch end of the generation in force; the one before ends a day earlier. */
const E = 1_705_276_800_000;
const E_BEFORE = E - DAY_MS;
const TILE_MS = 5 * MINUTE_MS;

const user: Field = { name: 'user', type: stringType };
const inputs: readonly Field[] = [
  { name: 'amount', type: longType },
  { name: 'price', type: doubleType },
];
const windowsMs = [HOUR_MS, DAY_MS, 7 * DAY_MS, 30 * DAY_MS, null];
const specs = (['SUM', 'COUNT', 'AVERAGE', 'MAX'] as const).flatMap((operation: OperationName) =>
  windowsMs.map((windowMs): FeatureSpec => {
    const parts = { operation, args: {}, input: operation === 'SUM' ? 'amount' : 'price', bucket: null, windowMs };
    return { ...parts, name: featureName(parts) };
  }),
);
const parts = ['buys', 'clicks'].map((name) => partOf({ name, keys: [user], inputs, specs }, `${name}_`));

/** A row of a request as derivations see it, by names. */
type Seen = (name: string) => Value;
const number = (value: Value): number | null => (value === null ? null : Number(value));
const both = (a: Value, b: Value, of: (a: number, b: number) => number | null): number | null =>
  a === null || b === null ? null : of(Number(a), Number(b));

/** Each with its expression, and the same by hand. */
const derived: readonly (Field & { readonly expression: string; readonly byHand: (seen: Seen) => Value })[] = [
  {
    ...{ name: 'ratio', type: doubleType, expression: 'SAFE_DIVIDE(buys_amount_sum_7d, clicks_price_count_7d)' },
    byHand: (seen) =>
      both(seen('buys_amount_sum_7d'), seen('clicks_price_count_7d'), (a, b) => (b === 0 ? null : a / b)),
  },
  {
    ...{ name: 'gap', type: doubleType, expression: 'buys_price_average_1h - buys_price_average' },
    byHand: (seen) => both(seen('buys_price_average_1h'), seen('buys_price_average'), (a, b) => a - b),
  },
  {
    ...{
      name: 'best',
      type: doubleType,
      expression: 'COALESCE(buys_price_max_1d, 0) + COALESCE(clicks_price_max, -1)',
    },
    byHand: (seen) => (number(seen('buys_price_max_1d')) ?? 0) + (number(seen('clicks_price_max')) ?? -1),
  },
  {
    ...{
      name: 'more',
      type: stringType,
      expression: "IF(buys_price_count_30d > clicks_price_count_30d, 'buys', user)",
    },
    byHand: (seen) =>
      both(seen('buys_price_count_30d'), seen('clicks_price_count_30d'), (a, b) => (a > b ? 1 : null)) === null
        ? seen('user')
        : 'buys',
  },
  {
    ...{ name: 'slot', type: longType, expression: 'DIV(ts, 300000) + COALESCE(clicks_amount_sum, 0)' },
    byHand: (seen) => Math.floor(Number(seen('ts')) / 300_000) + (number(seen('clicks_amount_sum')) ?? 0),
  },
  {
    ...{ name: 'day', type: stringType, expression: "CONCAT(ds, '/', user)" },
    byHand: (seen) => `${seen('ds')}/${seen('user')}`,
  },
];

const base = parts.flatMap(({ outputs }) => outputs);
const plan = readPlanOf(
  {
    name: 'join',
    left: { columns: [user] },
    parts,
    externals: [],
    derive: [[...base.map((field) => ({ ...field, expression: field.name })), ...derived]],
    outputs: [...base, ...derived].map(({ name, type }) => ({ name, type })),
  },
  withTiles,
);

const USERS = 12;
const users = Array.from({ length: USERS }, (_, row) => `user ${row}`);
const SWITCHES = 3;

const nullable = <T extends Value>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 6 });
const eventIn = (fromMs: number, toMs: number): fc.Arbitrary<Event> =>
  fc.tuple(
    fc.oneof(fc.integer({ min: fromMs, max: toMs - 1 }), fc.constantFrom(fromMs, toMs - 1)),
    nullable(fc.integer({ min: -5, max: 5 })),
    nullable(fc.integer({ min: -40, max: 40 }).map((n) => n / 4)),
  );
const eventsOfUsers = (fromMs: number, toMs: number, maxLength: number) =>
  fc.array(fc.array(eventIn(fromMs, toMs), { maxLength }), { minLength: USERS, maxLength: USERS });
const history = (endMs: number) => eventsOfUsers(endMs - 33 * DAY_MS, endMs, 12);

/** Generations differ in their histories, as those do of a source that was corrected: a vector of two generations would be found out. */
const scenario = fc.record({
  live: fc.tuple(eventsOfUsers(E_BEFORE, E + 3 * DAY_MS, 12), eventsOfUsers(E_BEFORE, E + 3 * DAY_MS, 12)),
  histories: fc.array(
    fc.record({ current: fc.tuple(history(E), history(E)), previous: fc.tuple(history(E_BEFORE), history(E_BEFORE)) }),
    { minLength: SWITCHES, maxLength: SWITCHES },
  ),
  // At the edges of tiles, so that what a tile holds of later is not asked for.
  instants: fc.array(
    fc.oneof(
      fc.constantFrom(E, E - TILE_MS, E_BEFORE, E + 2 * DAY_MS, E + HOUR_MS),
      fc.integer({ min: E_BEFORE / TILE_MS, max: (E + 2 * DAY_MS) / TILE_MS }).map((tile) => tile * TILE_MS),
    ),
    { minLength: 12, maxLength: 12 },
  ),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

let pairs = 0;
let mixed = 0;
/** Generations are never numbered again: rows of those before stay in the store. */
let lastId = 0;
let served: ServedStore;
beforeAll(async () => {
  served = await ServedStore.open();
});
afterAll(() => served.dispose());

/** The events of a user that a generation has, and what came after its end: by the generation's id. */
type Histories = Map<number, { readonly endMs: number; readonly events: readonly (readonly Event[])[] }>;

async function upload(
  part: ServedPart,
  at: number,
  round: number,
  histories: Histories,
  { live, histories: all }: Scenario,
) {
  const writer = writerOf(part);
  const { current, previous } = all[round] as Scenario['histories'][number];
  const generation = (id: number, endMs: number, events: readonly (readonly Event[])[]) => {
    histories.set(id, { endMs, events });
    const rows = events.flatMap((own, row) => {
      const bytes = writer.batch(own, endMs);
      const keyBytes = keyBytesOf(part, { user: users[row] ?? null });
      return bytes === null ? [] : [{ keyBytes, value: { kind: 'value', bytes } as const }];
    });
    return { id, batchEndMs: endMs, rows };
  };
  const first = lastId + 1;
  lastId += 2;
  await served.upload(part, {
    previous: generation(first, E_BEFORE, previous[at] ?? []),
    current: generation(first + 1, E, current[at] ?? []),
    tiles: users.map((name, row) => ({
      keyBytes: keyBytesOf(part, { user: name }),
      packed: writer.tiles(live[at]?.[row] ?? []),
    })),
  });
}

/** Quarters are summed exactly; averages and quotients may differ in the last bits. */
const isClose = (value: Value, wanted: Value): boolean =>
  value === wanted ||
  (typeof value === 'number' &&
    typeof wanted === 'number' &&
    Math.abs(value - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)));

function expectRow(
  fetched: Fetched,
  row: number,
  atMs: number,
  histories: readonly Histories[],
  { live }: Scenario,
): void {
  const values = new Map<string, Value>([
    ['user', users[row] ?? null],
    ['ts', atMs],
    ['ds', new Date(atMs).toISOString().slice(0, 10)],
  ]);
  parts.forEach((part, at) => {
    const history = histories[at]?.get(fetched.parts[at]?.generation ?? -1);
    if (history === undefined) throw new Error(`${part.name} was answered by a generation that nobody uploaded`);
    expect(fetched.parts[at]).toMatchObject({ batchEndMs: history.endMs, error: null });
    const known = [
      ...(history.events[row] ?? []),
      ...(live[at]?.[row] ?? []).filter(([ts]) => ts >= history.endMs && ts < atMs),
    ];
    specs.forEach(({ operation, args, input, windowMs }, index) => {
      const column = inputs.findIndex(({ name }) => name === input);
      const seen = known.filter(([ts]) => ts >= windowStart(atMs, windowMs) && ts < atMs);
      const events = seen.map((event) => ({ ts: event[0], value: event[column + 1] ?? null, bucket: null }));
      const question = { operation, args, input: inputs[column]?.type ?? longType, bucketed: false };
      values.set(part.outputs[index]?.name ?? '', oracle(question, events));
    });
  });
  for (const { name, byHand } of derived)
    values.set(
      name,
      byHand((column) => values.get(column) ?? null),
    );
  fetched.outputs.forEach(({ name, type }, output) => {
    const value = getValue(type, fetched.vectors[output] as Vector, row);
    const wanted = values.get(name) ?? null;
    const status = fetched.status(row, output);
    const isTold = value === null ? status === Status.NULL || status === Status.NOT_FOUND : status === Status.PRESENT;
    // One call of `expect` for each value would take longer than all the rest.
    if (isTold && isClose(value, wanted)) return;
    expect({ value, status }, `${name} of ${users[row]} at ${atMs}`).toEqual({ value: wanted, status: 'another' });
  });
}

test('derivations are what they are by hand of the features of the generation that the answer names, while generations switch', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async (given) => {
      const histories: readonly Histories[] = parts.map(() => new Map());
      const generations = new StoredGenerations(served.store, parts.map(withTiles.datasetOf));
      const uploadAll = async (next: number) => {
        for (const [at, part] of parts.entries()) {
          await upload(part, at, next, histories[at] as Histories, given);
          await generations.refresh();
        }
      };
      await uploadAll(0);
      const cache = new ContributionCache(1 << 20);
      const readers = [null, cache, cache].map(
        (each) => new JoinReader(plan, { store: served.store, generations, cache: each, rowsPerRead: 5 }),
      );
      const columns = new Map<string, Vector>([['user', vectorOf(stringType, users)]]);
      const switching = (async () => {
        for (let next = 1; next < SWITCHES; next++) await uploadAll(next);
      })();
      let isSwitching = true;
      void switching.finally(() => {
        isSwitching = false;
      });
      for (let turn = 0; turn === 0 || isSwitching || turn < 2; turn++) {
        for (const atMs of given.instants) {
          for (const reader of readers) {
            const fetched = await reader.fetch({ rows: USERS, columns, atMs });
            for (let row = 0; row < USERS; row++) expectRow(fetched, row, atMs, histories, given);
            if (fetched.parts[0]?.generation !== fetched.parts[1]?.generation) mixed++;
            fetched.release();
            pairs += USERS;
          }
        }
      }
      await switching;
      round++;
    }),
    { numRuns: 12 },
  );
  expect(round).toBe(12);
  expect(pairs).toBeGreaterThan(10_000);
  // While datasets switch one after the other, some answers were of two generations, each compared with its own.
  expect(mixed).toBeGreaterThan(0);
}, 120_000);
