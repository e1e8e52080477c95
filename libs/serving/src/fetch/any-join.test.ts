import {
  type Feature,
  isAnswer,
  type OracleEvent,
  operationNames,
  oracle,
  SnapshotFold,
  windowStart,
} from '@isochron/aggregation';
import { codecOf } from '@isochron/avro';
import type { ServedPart } from '@isochron/compiler';
import { type Field, getValue, stringType, structType, type Value, type Vector, vectorOf } from '@isochron/schema';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContributionCache } from '../cache/contribution-cache.ts';
import { valuesSchemaOf } from '../layout/index.ts';
import {
  type AnyDerived,
  type AnyGroupBy,
  type AnyJoin,
  anyJoin,
  derivedOf,
  E,
  E_BEFORE,
  inputs,
  ROWS,
} from './any-join.fixture.ts';
import type { Fetched } from './fetched.ts';
import { StoredGenerations } from './generations.ts';
import { JoinReader } from './join-reader.ts';
import { PartReaders } from './part-readers.ts';
import { readPlanOf } from './plan.ts';
import {
  type Event,
  featuresOfPart,
  keyBytesOf,
  partOf,
  rowsOf,
  ServedStore,
  type StoredGeneration,
  withTiles,
  writerOf,
} from './served.fixture.ts';
import { Status } from './status.ts';

const left: readonly Field[] = ['user', 'friend'].map((name) => ({ name, type: stringType }));
const keys: readonly Field[] = [{ name: 'user', type: stringType }];

/** One GroupBy of a Join, as it is stored once, and its features as the Join has them, once a read. */
interface Stored {
  readonly part: ServedPart;
  readonly features: readonly Feature[];
  readonly isSnapshot: boolean;
  readonly reads: readonly { readonly part: ServedPart; readonly by: 'user' | 'friend' }[];
  /** Of each row. */
  readonly events: readonly (readonly Event[])[];
}

let served: ServedStore;
beforeAll(async () => {
  served = await ServedStore.open();
});
afterAll(() => served.dispose());

/** A key of its own for each row and instant, so that tiles hold nothing of later. */
const nameOf = (row: number, at: number): string => `${row}@${at}`;
const friendOf = (row: number): number => (row + 3) % ROWS;

function storedOf({ specs, accuracy, reads }: AnyGroupBy, name: string, events: Stored['events']): Stored {
  const part = partOf({ name, keys, inputs, specs, accuracy });
  const readAs = ({ by, prefix }: AnyGroupBy['reads'][number], at: number) => ({
    by,
    part: {
      ...partOf({ name, keys, inputs, specs, accuracy }, `${prefix}${name}_`),
      name: at === 0 ? name : `${prefix}${name}`,
      keys: [{ left: by, right: 'user' }],
    },
  });
  return {
    part,
    features: featuresOfPart(part),
    isSnapshot: accuracy === 'SNAPSHOT',
    reads: reads.map(readAs),
    events,
  };
}

/** What a key's value is as of a batch end; null where it has none. */
function valueWriter({
  part,
  features,
  isSnapshot,
}: Stored): (own: readonly Event[], endMs: number) => Uint8Array | null {
  if (!isSnapshot) return writerOf(part).batch;
  const codec = codecOf(structType('Value', part.groupBy.outputs));
  return (own, endMs) => {
    const fold = new SnapshotFold(features, endMs);
    fold.update(
      rowsOf(
        inputs,
        own.filter(([ts]) => ts < endMs).toSorted(([a], [b]) => a - b),
      ),
    );
    const values = fold.read(0);
    if (values === null || values.every((value) => value === null)) return null;
    return codec.encode(Object.fromEntries(part.groupBy.outputs.map(({ name }, at) => [name, values[at] ?? null])));
  };
}

const endOf = (atMs: number): number => (atMs < E ? E_BEFORE : E);

async function upload(stored: Stored, instants: readonly number[]): Promise<void> {
  const { part, isSnapshot, features, events } = stored;
  const write = valueWriter(stored);
  const keyAt = (row: number, at: number) => keyBytesOf(part, { user: nameOf(row, at) });
  const generation = (id: number, batchEndMs: number): StoredGeneration => ({
    ...{ id, batchEndMs },
    ...(isSnapshot && { schema: valuesSchemaOf(part.groupBy.outputs, features, 'Value') }),
    rows: events.flatMap((own, row) => {
      const bytes = write(own, batchEndMs);
      return bytes === null
        ? []
        : instants.map((_, at) => ({ keyBytes: keyAt(row, at), value: { kind: 'value', bytes } as const }));
    }),
  });
  const tilesAt = (atMs: number, at: number) =>
    events.map((own, row) => ({
      keyBytes: keyAt(row, at),
      packed: writerOf(part).tiles(own.filter(([ts]) => ts >= endOf(atMs) && ts < atMs)),
    }));
  await served.upload(part, {
    current: generation(2, E),
    previous: generation(1, E_BEFORE),
    tiles: isSnapshot ? [] : instants.flatMap(tilesAt),
  });
}

/** What the definition says a feature is, by brute force: whether a value is that. */
function isRight({ spec, input, bucket, bound }: Feature, own: readonly Event[], toMs: number, value: Value): boolean {
  const seen = own
    .filter(([ts]) => ts >= windowStart(toMs, spec.windowMs) && ts < toMs)
    .map(
      (event): OracleEvent => ({
        ts: event[0],
        value: event[input + 1] ?? null,
        // Buckets are strings by the schema.
        bucket: bucket === null ? null : ((event[bucket + 1] ?? null) as string | null),
      }),
    );
  const question = { operation: spec.operation, args: spec.args, input: bound.input, bucketed: bucket !== null };
  const input_ = inputs[input] as Field;
  const asked = { ...question, input: input_.type };
  return isClose(value, oracle(asked, seen)) || isAnswer(asked, seen, bound.output, value);
}

/** Doubles within 1e-9 of the values' size: the moments depend on how events are grouped. */
function isClose(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-9 * Math.max(100, Math.abs(b));
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, k) => isClose(each, b[k]));
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, each]) => b.has(key) && isClose(each, b.get(key)));
  return a === b;
}

const hasValue = [Status.PRESENT, Status.STALE, Status.APPROXIMATE] as readonly Status[];
const valueIn = (fetched: Fetched, row: number, output: number): Value =>
  hasValue.includes(fetched.status(row, output))
    ? getValue((fetched.outputs[output] as Field).type, fetched.vectors[output] as Vector, row)
    : null;

/** By the names of the features: value, status and age of every row. */
const shown = (fetched: Fetched): ReadonlyMap<string, readonly unknown[]> =>
  new Map(
    fetched.outputs.map(({ name }, at) => [
      name,
      Array.from({ length: fetched.rows }, (_, row) => [
        valueIn(fetched, row, at),
        fetched.status(row, at),
        fetched.ageMs(row, at),
      ]),
    ]),
  );

function requestAt(at: number) {
  const rows = Array.from({ length: ROWS }, (_, row) => row);
  // One asks for nobody, one for nobody's friend, one is unknown.
  const users = rows.map((row) => (row === 1 ? null : row === 2 ? 'nobody' : nameOf(row, at)));
  const friends = rows.map((row) => (row === 3 ? null : nameOf(friendOf(row), at)));
  return {
    users,
    friends,
    columns: new Map<string, Vector>([
      ['user', vectorOf(stringType, users)],
      ['friend', vectorOf(stringType, friends)],
    ]),
  };
}

const eventsOf = ({ events }: Stored, by: 'user' | 'friend', row: number): readonly Event[] | null => {
  if (by === 'friend') return row === 3 ? null : (events[friendOf(row)] ?? []);
  return row === 1 ? null : row === 2 ? [] : (events[row] ?? []);
};

const figures = { pairs: 0, subsets: 0, values: 0, operations: new Set<string>(), alike: 0 };

/** All that is fetched of a Join at an instant against what the definitions say. */
function checkWhole(
  fetched: Fetched,
  groups: readonly Stored[],
  derived: readonly AnyDerived[],
  { atMs, users }: { readonly atMs: number; readonly users: readonly (string | null)[] },
): void {
  const outputs = new Map(fetched.outputs.map(({ name }, at) => [name, at]));
  for (let row = 0; row < ROWS; row++) {
    for (const stored of groups) {
      for (const { part, by } of stored.reads) {
        const own = eventsOf(stored, by, row);
        stored.features.forEach((feature, at) => {
          const output = outputs.get(part.outputs[at]?.name ?? '');
          if (output === undefined) return;
          const value = valueIn(fetched, row, output);
          const status = fetched.status(row, output);
          const toMs = stored.isSnapshot ? endOf(atMs) : atMs;
          const isTold =
            value === null
              ? [Status.NULL, Status.NOT_FOUND].some((each) => each === status)
              : status === Status.PRESENT;
          figures.values++;
          figures.operations.add(feature.spec.operation);
          if (isTold && (own === null ? value === null : isRight(feature, own, toMs, value))) return;
          const what = `${feature.spec.name} ${JSON.stringify(feature.spec.args)} of row ${row} at ${atMs}, status ${status}`;
          expect(value, what).toEqual(`what the definition says of ${JSON.stringify(own)}`);
        });
      }
    }
    checkDerived(fetched, derived, row, { user: users[row] ?? null, atMs });
    figures.pairs++;
  }
}

/** Derived of what the answer itself has of the features, where it has them all. */
function checkDerived(
  fetched: Fetched,
  derived: readonly AnyDerived[],
  row: number,
  { user, atMs }: { readonly user: string | null; readonly atMs: number },
): void {
  const seen = (name: string): Value => {
    if (name === 'user') return user;
    if (name === 'ts') return atMs;
    if (name === 'ds') return new Date(atMs).toISOString().slice(0, 10);
    const output = fetched.outputs.findIndex((each) => each.name === name);
    return valueIn(fetched, row, output);
  };
  for (const { name, byHand, expression } of derived) {
    const output = fetched.outputs.findIndex((each) => each.name === name);
    const value = valueIn(fetched, row, output);
    const wanted = byHand(seen);
    if (!isClose(value, wanted)) expect(value, `${name} = ${expression} of row ${row} at ${atMs}`).toEqual(wanted);
  }
}

/** Definitions are numbered through, for what readers of others keep must not meet. */
let joins = 0;
const readers = new PartReaders();
const cache = new ContributionCache(1 << 22);

function planned({ groupBys, events, keepsAll, ...join }: AnyJoin) {
  joins++;
  const groups = groupBys.map((each, at) => storedOf(each, `g${joins}x${at}`, events[at] ?? []));
  const parts = groups.flatMap(({ reads }) => reads.map(({ part }) => part));
  const base = parts.flatMap(({ outputs }) => outputs);
  const derived = derivedOf(base, { ...join, groupBys, events, keepsAll });
  const plan = (own: readonly Field[]) =>
    readPlanOf(
      {
        name: `join_${joins}`,
        left: { columns: left },
        parts,
        externals: [],
        derive:
          derived.length === 0 ? [] : [[...own.map((field) => ({ ...field, expression: field.name })), ...derived]],
        outputs: [...own, ...derived].map(({ name, type }) => ({ name, type })),
      },
      {
        ...withTiles,
        datasetOf: (part) => `${part.groupBy.name}_BATCH`,
        tilesOf: (part) => withTiles.tilesOf({ ...part, name: part.groupBy.name }),
        readers,
      },
    );
  return { groups, derived, whole: plan(base), bare: derived.length === 0 || keepsAll ? null : plan([]) };
}

test('whatever a Join is made of: whole, in any part, cached or not, it is what its definitions say', async () => {
  await fc.assert(
    fc.asyncProperty(anyJoin, async (given) => {
      const { groups, derived, whole, bare } = planned(given);
      for (const stored of groups) await upload(stored, given.instants);
      const names = whole.outputs.map(({ field }) => field.name);
      const generations = new StoredGenerations(
        served.store,
        groups.map(({ part }) => `${part.groupBy.name}_BATCH`),
      );
      await generations.refresh();
      const options = { store: served.store, generations };
      const live = new JoinReader(whole, { ...options, cache: null, rowsPerRead: 3 });
      const kept = new JoinReader(whole, { ...options, cache });
      const derivedAlone = bare === null ? null : new JoinReader(bare, { ...options, cache });
      for (const [at, atMs] of given.instants.entries()) {
        const { users, columns } = requestAt(at);
        const request = { rows: ROWS, columns, atMs };
        const first = await live.fetch(request);
        checkWhole(first, groups, derived, { atMs, users });
        const wanted = shown(first);
        first.release();
        const some = given.subsets.map((places) => [
          ...new Set(places.map((place) => names[place % names.length] ?? '')),
        ]);
        const asked: JoinReader[] = [kept, kept];
        for (const each of some) asked.push(live.narrowed(each), kept.narrowed(each), kept.narrowed(each));
        if (derivedAlone !== null) asked.push(derivedAlone);
        for (const reader of asked) {
          const fetched = await reader.fetch(request);
          for (const [name, rows] of shown(fetched)) {
            expect(rows, `${name} of ${reader.plan.outputs.length} at ${atMs}`).toEqual(wanted.get(name));
          }
          fetched.release();
          figures.subsets++;
        }
      }
      for (const { features } of groups) {
        const states = new Map(
          features.map(({ state, spec }) => [`${spec.operation} ${spec.input} ${spec.bucket}`, state]),
        );
        figures.alike += new Set(features.map(({ state }) => state)).size > states.size ? 1 : 0;
      }
    }),
    { numRuns: 60 },
  );
  expect([...figures.operations].sort()).toEqual([...operationNames].sort());
  expect(figures.pairs).toBeGreaterThan(3_000);
  expect(figures.alike).toBeGreaterThan(10);
}, 120_000);
