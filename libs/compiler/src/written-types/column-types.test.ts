import {
  contextual,
  type Definition,
  entitySource,
  eventSource,
  externalPart,
  externalSource,
  groupBy,
  join,
  model,
  modelTransforms,
  part,
  stagingQuery,
  table,
} from '@isochron/authoring';
import { doubleType, longType, stringType } from '@isochron/schema';
import { expect, it } from 'vitest';
import { compile, printDiagnostic } from '../index.ts';

const flights = table('flights', { origin: 'STRING', destination: 'STRING', delay: 'INT64', seen: 'INT64' });
const columns = [
  { name: 'origin', type: stringType },
  { name: 'destination', type: stringType },
  { name: 'delay', type: longType },
  { name: 'seen', type: longType },
];
const catalog = { tables: new Map([['flights', columns]]) };
const delays = eventSource({
  table: flights,
  time: 'seen',
  start: '2001-01-01',
  select: { origin: 'origin', destination: 'destination', delay: 'delay' },
});
const byOrigin = groupBy({
  version: 1,
  online: true,
  accuracy: 'temporal',
  sources: [delays],
  keys: ['origin'],
  aggregations: ({ delay, destination }) => [
    delay.sum('7d'),
    delay.average('7d').by('destination'),
    destination.lastK(3),
  ],
  derive: { twice: 'delay_sum_7d * 2' },
  keep: ['delay_sum_7d'],
});
const weather = externalSource({ name: 'weather', keys: { airport: 'STRING' }, values: { wind: 'FLOAT64' } });
const lateness = join({
  version: 3,
  online: true,
  left: eventSource({
    table: flights,
    time: 'seen',
    start: '2001-01-01',
    select: { origin: 'origin', destination: 'destination' },
  }),
  parts: [part(byOrigin), part(byOrigin, { on: { destination: 'origin' }, prefix: 'next' })],
  external: [externalPart(weather, { on: { origin: 'airport' } }), contextual({ basket: 'INT64' })],
  derive: { more: 'origin_twice + 1' },
  keep: [],
});

/** Definitions of `features/flights/{file}.ts`, by their exports. */
function types(file: string, exported: Readonly<Record<string, Definition>>): string {
  const definitions = Object.entries(exported).map(([name, definition]) => ({
    team: 'flights',
    file,
    export: name,
    definition,
  }));
  const compilation = compile(definitions, catalog);
  expect(compilation.diagnostics.map(printDiagnostic)).toEqual([]);
  expect([...compilation.types.keys()]).toEqual([`compiled/types/flights/${file}.ts`]);
  expect(compile([...definitions].reverse(), catalog).types).toEqual(compilation.types);
  return compilation.types.get(`compiled/types/flights/${file}.ts`) ?? '';
}

it('what a GroupBy has: its table, what derivations see, and as it is served its keys and its features', () => {
  expect(
    types('nested/delays', { byOrigin }),
  ).toBe(`// Written by isochron compile: the columns of what features/flights/nested/delays.ts defines. Import them as types.

/** The table of byOrigin. */
export type ByOriginColumns = {
  origin: 'STRING';
  delay_sum_7d: 'INT64';
  twice: 'INT64';
};

/** What derivations see of byOrigin. */
export type ByOriginBase = {
  origin: 'STRING';
  ts: 'INT64';
  ds: 'STRING';
  delay_sum_7d: 'INT64';
  delay_average_7d_by_destination: 'MAP<STRING, FLOAT64>';
  destination_last3: 'ARRAY<STRING>';
};

/** What a request says of byOrigin. */
export type ByOriginKeys = {
  origin: 'STRING';
};

/** What is answered of byOrigin. */
export type ByOriginFeatures = {
  delay_sum_7d: 'INT64';
  twice: 'INT64';
};
`);
});

it('what a Join has: what its parts derive is what its own derivations see', () => {
  const text = types('training', { byOrigin, lateness });
  const of = (type: string) =>
    [...(new RegExp(`export type ${type} = \\{\\n(.*?)\\};`, 's').exec(text)?.[1] ?? '').matchAll(/ {2}(.*);/g)].map(
      ([, line]) => line,
    );

  expect(of('LatenessColumns')).toEqual(["destination: 'STRING'", "origin: 'STRING'", "ts: 'INT64'", "more: 'INT64'"]);
  expect(of('LatenessBase')).toEqual([
    "destination: 'STRING'",
    "origin: 'STRING'",
    "ts: 'INT64'",
    "ds: 'STRING'",
    "origin_delay_sum_7d: 'INT64'",
    "origin_twice: 'INT64'",
    "next_origin_delay_sum_7d: 'INT64'",
    "next_origin_twice: 'INT64'",
    "ext_weather_wind: 'FLOAT64'",
    "ext_contextual_basket: 'INT64'",
  ]);
  expect(of('LatenessKeys')).toEqual(["basket: 'INT64'", "destination: 'STRING'", "origin: 'STRING'"]);
  expect(of('LatenessFeatures')).toEqual(["more: 'INT64'"]);
});

it('rows with predictions have a table; a model and a staging query have none whose columns are known', () => {
  const lateModel = model({ version: '1.0', inputs: { delay: 'delay' }, predicts: { score: 'FLOAT64' } });
  const scored = modelTransforms({
    version: 1,
    sources: [delays],
    models: [lateModel],
    keep: ['origin'],
    keys: { origin: 'STRING' },
  });
  const daily = stagingQuery({
    version: 1,
    query: "SELECT * FROM flights WHERE ds = '{{ end_date }}'",
    dependsOn: [flights],
  });
  const text = types('scores', { lateModel, scored, daily });

  expect([...text.matchAll(/export type (\w+)/g)].map(([, type]) => type)).toEqual(['ScoredColumns']);
  expect(text).toContain("  origin: 'STRING';\n");
  expect(text).toContain("  flights_scores_lateModel__1_0__score: 'FLOAT64';\n");
});

it('types of exports that differ in one capital are apart, and entities have their columns as they are', () => {
  const entities = entitySource({
    snapshots: flights,
    start: '2001-01-01',
    select: { origin: 'origin', delay: 'delay' },
  });
  const rows = groupBy({ version: 1, sources: [entities], keys: ['origin'] });
  const text = types('rows', { rows, Rows: groupBy({ version: 2, sources: [entities], keys: ['origin'] }) });

  expect([...text.matchAll(/export type (\w+)/g)].map(([, type]) => type)).toEqual([
    'RowsColumns',
    'RowsBase',
    'Rows2Columns',
    'Rows2Base',
  ]);
  expect(text).toContain("export type RowsColumns = {\n  origin: 'STRING';\n  delay: 'INT64';\n};");
});

it('a definition with a diagnostic has no types', () => {
  const broken = groupBy({
    version: 1,
    sources: [eventSource({ table: table('nowhere', { a: 'INT64' }), time: '0', select: { a: 'a' } })],
    keys: ['a'],
    aggregations: ({ a }) => [a.count('1d')],
  });
  const definitions = [{ team: 'flights', file: 'broken', export: 'broken', definition: broken }];

  expect(compile(definitions, { tables: new Map([['other', [{ name: 'a', type: doubleType }]]]) }).types.size).toBe(0);
});
