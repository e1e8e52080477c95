import {
  bootstrap,
  columnsOf,
  type Definition,
  dependency,
  entitySource,
  eventSource,
  groupBy,
  join,
  joinSource,
  label,
  model,
  modelSource,
  modelTransforms,
  part,
  stagingQuery,
  table,
} from '@isochron/authoring';
import { longType } from '@isochron/schema';
import { outputTable } from '@isochron/thrift';
import { describe, expect, it } from 'vitest';
import { catalogIn, datasetIn, objectIn, tableIn, topicIn, writtenTables } from './environment.ts';
import { type Catalog, type CompiledObject, compile } from './index.ts';
import { metaDataOf } from './objects.ts';

const dev = { prefix: 'dev_' };
const raw = table('raw.flights', { origin: 'STRING' });
const cleaned = stagingQuery({
  version: 1,
  query: 'SELECT 1',
  output: { namespace: 'clean' },
  dependsOn: [raw],
});
const again = stagingQuery({ version: 1, query: 'SELECT 1', dependsOn: [dependency(cleaned)] });
const rows = eventSource({ table: cleaned, topic: 'kafka://flights/n=3', time: '0', select: { origin: 'origin' } });
const entities = entitySource({ snapshots: cleaned, mutations: raw, topic: 'changes', select: { origin: 'origin' } });
const byOrigin = groupBy({ version: 1, sources: [rows, entities], keys: ['origin'] });
const parent = join({ version: 1, left: rows, parts: [part(byOrigin)] });
const score = model({ version: 1, training: { source: rows } });
const scored = modelTransforms({
  version: 1,
  sources: [joinSource({ join: parent, select: { origin: 'origin' } })],
  models: [score],
});
const chained = join({
  version: 1,
  left: modelSource({ transforms: scored, columns: columnsOf<{ origin: 'STRING' }>() }),
  parts: [part(byOrigin)],
  labels: [label(byOrigin, { to: '1d' })],
  bootstrap: [bootstrap({ table: parent }), bootstrap({ table: raw })],
});
const exported: Readonly<Record<string, Definition>> = { cleaned, again, byOrigin, parent, score, scored, chained };
const definitions = Object.entries(exported).map(([name, definition]) => ({
  team: 'team',
  file: 'file',
  export: name,
  definition,
}));
const { objects } = compile(definitions, { tables: new Map() });

/** Every table, topic and output of an object, whatever holds them, in order. */
function namesOf(object: CompiledObject | ReturnType<typeof objectIn>): readonly string[] {
  const found: string[] = [];
  JSON.stringify(object.thrift, (key, value) => {
    if (['table', 'topic', 'snapshotTable', 'mutationTable', 'mutationTopic'].includes(key)) found.push(String(value));
    return value;
  });
  return found;
}
const named = (name: string) => {
  const object = objects.find((each) => each.name.includes(`.${name}__`));
  if (object === undefined) throw new Error(`no ${name}`);
  return object;
};
const inDev = (name: string) => objectIn(named(name), dev, writtenTables(objects));

it('names of tables, topics and datasets', () => {
  expect(tableIn(dev, 'flights')).toBe('dev_flights');
  expect(tableIn(dev, 'features.flights/hr=00.5')).toBe('features.dev_flights/hr=00.5');
  expect(topicIn(dev, 'flights')).toBe('dev_flights');
  expect(topicIn(dev, 'kafka://flights/n=3')).toBe('kafka://dev_flights/n=3');
  expect(datasetIn(dev, 'FLIGHTS_BATCH')).toBe('DEV_FLIGHTS_BATCH');
});

describe('an object in an environment has tables and topics of its own, and reads what nothing here writes as it is', () => {
  it.each([
    ['cleaned', ['clean.dev_team_file_cleaned__1', 'raw.flights']],
    ['again', ['dev_team_file_again__1', 'clean.dev_team_file_cleaned__1']],
    [
      'byOrigin',
      [
        'dev_team_file_byOrigin__1',
        'clean.dev_team_file_cleaned__1',
        'kafka://dev_flights/n=3',
        'clean.dev_team_file_cleaned__1',
        'raw.flights',
        'dev_changes',
      ],
    ],
    ['score', ['clean.dev_team_file_cleaned__1', 'kafka://dev_flights/n=3']],
  ])('%s', (name, names) => expect(namesOf(inDev(name))).toEqual(names));

  it('down to what stands in another', () => {
    const outside = namesOf(named('chained')).length;
    const inside = namesOf(inDev('chained'));
    // Each of the transforms, the join that they read, three GroupBys and the join itself has said no table of its own before.
    expect(inside.length).toBe(outside + 6);
    expect(inside.filter((name) => !name.includes('dev_'))).toEqual(inside.filter((name) => name === 'raw.flights'));
  });

  it('is what it was where there is no prefix', () => {
    const none = { prefix: '' };
    for (const object of objects) expect(objectIn(object, none, writtenTables(objects))).toBe(object);
  });

  it('keeps its name and the meaning of its columns', () => {
    const { name, columnHashes } = metaDataOf(named('parent'));
    expect(metaDataOf(inDev('parent'))).toMatchObject({ name, columnHashes });
    expect(outputTable(metaDataOf(inDev('parent')))).toBe('dev_team_file_parent__1');
  });
});

it('a warehouse is seen with the own tables of the environment by the names that definitions have for them', () => {
  const columns = (name: string) => [{ name, type: longType }];
  const catalog: Catalog = {
    tables: new Map([
      ['raw', columns('raw')],
      ['made', columns('of prod')],
      ['dev_made', columns('of dev')],
      ['only_prod', columns('of prod')],
    ]),
  };

  const seen = catalogIn(catalog, dev, new Set(['made', 'only_prod']));
  expect(Object.fromEntries([...seen.tables].map(([name, [column]]) => [name, column?.name]))).toEqual({
    raw: 'raw',
    made: 'of dev',
    dev_made: 'of dev',
  });
  expect(catalogIn(catalog, { prefix: '' }, new Set(['made']))).toBe(catalog);
});
