import {
  bootstrap,
  config,
  contextual,
  type Definition,
  DefinitionError,
  dependency,
  entitySource,
  eventSource,
  externalPart,
  externalSource,
  groupBy,
  isDefinition,
  join,
  joinSource,
  label,
  model,
  modelTransforms,
  part,
  stagingQuery,
  table,
} from '@isochron/authoring';
import { longType, stringType } from '@isochron/schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compile } from '../compile.ts';

const flights = table('flights', { origin: 'STRING', delay: 'INT64' });
const rows = eventSource({ table: flights, time: '0', select: { origin: 'origin', delay: 'delay' } });
const byOrigin = groupBy({
  version: 1,
  sources: [rows],
  keys: ['origin'],
  aggregations: ({ delay }) => [delay.sum('1d')],
});
const lateness = join({ version: 1, left: rows, parts: [part(byOrigin)] });
const columns = [
  { name: 'origin', type: stringType },
  { name: 'delay', type: longType },
];
const catalog = { tables: new Map([['flights', columns]]) };
const others = Object.entries({ byOrigin, lateness }).map(([name, definition]) => ({
  team: 'team',
  file: 'others',
  export: name,
  definition,
}));
const weather = externalSource({ name: 'weather', keys: { a: 'STRING' }, values: { b: 'INT64' } });
const partition = { column: 'day', format: 'yyyyMMdd', every: '1d', late: '1h', waitFor: ['a'], isTime: true };
const query = {
  start: '2001-01-01',
  end: '2001-12-31',
  select: { origin: 'origin' },
  where: ['a'],
  partition,
  setup: ['b'],
};
const metadata = {
  version: 1,
  production: true,
  description: 'a',
  owners: ['b'],
  tags: { c: 'd' },
  columnDescriptions: { e: 'f' },
  columnTags: { g: { h: 'i' } },
  output: { namespace: 'a', table: 'b', properties: { c: 'd' }, partitionColumns: ['e'], partition },
  run: { schedule: 'a', stepDays: 1, historical: true, env: { common: { a: 'b' }, backfill: { a: 'c' } } },
};

type Call = (...args: never[]) => unknown;

/** Calls with options that are right; the options are the last argument. */
const calls: readonly (readonly [Call, ...(readonly unknown[])])[] = [
  [eventSource, { table: flights, topic: 'a', time: '0', lag: '1d', id: 'b', cumulative: true, ...query }],
  [entitySource, { snapshots: flights, mutations: flights, topic: 'a', mutationTime: 'b', reversal: 'c', ...query }],
  [joinSource, { join: lateness, time: 'ts', ...query }],
  [
    groupBy,
    {
      ...metadata,
      online: true,
      accuracy: 'snapshot',
      dialect: 'spark',
      sources: [rows],
      keys: ['origin'],
      aggregations: (columns: Record<string, Record<string, (...args: unknown[]) => unknown>>) => [
        columns['delay']?.['lastK']?.(3, '1d'),
      ],
      derive: { a: 'b' },
      keep: ['c'],
    },
  ],
  [part, byOrigin, { on: { origin: 'origin' }, prefix: 'a' }],
  [label, byOrigin, { from: '0h', to: '1d', on: { origin: 'origin' }, prefix: 'a' }],
  [externalSource, { name: 'a', team: 'b', keys: { c: 'INT64' }, values: { d: 'ARRAY<STRING>' } }],
  [externalPart, weather, { on: { origin: 'a' }, prefix: 'b' }],
  [contextual, { a: 'INT64' }, { prefix: 'b', team: 'c' }],
  [bootstrap, { table: flights, keys: ['a'], ...query }],
  [
    join,
    {
      ...metadata,
      left: rows,
      parts: [part(byOrigin)],
      external: [externalPart(weather)],
      labels: [label(byOrigin, { to: '1d' })],
      bootstrap: [bootstrap({ table: 'log' })],
      rowIds: ['origin'],
      skewKeys: { origin: ['a', null, 1] },
      longNames: true,
      derive: { a: 'b' },
      monitor: {
        samplePercent: 1,
        drift: { slices: ['a'], cardinality: { a: 'low' }, tile: '30m', lookbacks: ['1d'] },
      },
    },
  ],
  [dependency, flights, { startOffset: '1d', endOffset: '1d', startCutOff: 'a', partition, cumulative: true }],
  [
    stagingQuery,
    { ...metadata, query: 'a', start: 'b', dependsOn: [flights], engine: 'spark', columns: { a: 'INT64' } },
  ],
  [
    model,
    {
      ...metadata,
      inference: { backend: 'vertex-ai', parameters: { a: 'b' }, resources: { replicasMin: 1 } },
      inputs: { a: 'b' },
      predicts: { a: 'INT64' },
      training: { source: rows, window: '1d', settings: { a: 'b' } },
      deployment: { rollout: { strategy: 'rolling', trafficPercents: [1], thresholds: { a: 1 } } },
    },
  ],
  [
    modelTransforms,
    { ...metadata, sources: [rows], models: [model({ version: 1 })], keep: ['a'], keys: { a: 'INT64' } },
  ],
  [
    config,
    { dialect: 'spark', teams: { a: { run: { env: { common: { a: 'b' } } } } }, environments: { a: { prefix: 'b' } } },
  ],
];

/** Every place in plain options, as the names that lead to it. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...path, name]))];
}

/** The value with something else at a place. */
function changed(value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown {
  if (name === undefined) return other;
  const entries = Object.entries(Object(value)).map(([key, inner]) => [
    key,
    key === name ? changed(inner, rest, other) : inner,
  ]);
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

const anything = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
  fc.constantFrom(flights, rows, byOrigin, lateness, '', '__proto__', { __proto__: null }, [], -0, Number.NaN, 1e300),
  fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'toString', '*', ''), fc.string()),
);

it.each(calls.map(([callee, ...args]) => ({ callee, args })))(
  '$callee.name: whatever stands in an option, it is refused in words or compiled',
  ({ callee, args }) => {
    const options = args.at(-1);
    const places = placesIn(options);
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, (place, other) => {
        let made: unknown;
        try {
          made = Reflect.apply(callee, undefined, [...args.slice(0, -1), changed(options, place, other)]);
        } catch (thrown) {
          if (!(thrown instanceof DefinitionError)) throw thrown;
          expect(thrown.faults.length).toBeGreaterThan(0);
          return;
        }
        for (const definition of holding(made)) {
          const it = { team: 'team', file: 'file', export: 'it', definition };
          expect(compile([it, ...others], catalog).objects.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  },
);

/** Definitions that hold what a call made. */
function holding(made: unknown): readonly Definition[] {
  if (isDefinition(made)) return [made];
  const { kind } = Object(made);
  // Each kind goes where its call's type says that it may.
  const whole = (callee: Call, options: object): Definition =>
    Reflect.apply(callee, undefined, [options]) as Definition;
  const joined = { version: 1, left: rows, parts: [part(byOrigin)] };
  switch (kind) {
    case 'event-source':
    case 'entity-source':
    case 'join-source':
      return [whole(groupBy, { version: 1, sources: [made], keys: ['origin'] })];
    case 'part':
      return [whole(join, { ...joined, parts: [made] })];
    case 'label':
      return [whole(join, { ...joined, labels: [made] })];
    case 'bootstrap':
      return [whole(join, { ...joined, bootstrap: [made] })];
    case 'external-part':
    case 'contextual-part':
      return [whole(join, { ...joined, external: [made] })];
    case 'dependency':
      return [whole(stagingQuery, { version: 1, query: 'a', dependsOn: [made] })];
    default:
      return [];
  }
}
