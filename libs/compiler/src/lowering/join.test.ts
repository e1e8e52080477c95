import {
  bootstrap,
  contextual,
  eventSource,
  externalPart,
  externalSource,
  groupBy,
  join,
  label,
  part,
  table,
} from '@isochron/authoring';
import { DataKind, TimeUnit } from '@isochron/thrift';
import { expect, it } from 'vitest';
import { type Defaults, lower, type Naming } from '../lower.ts';

const nothing: Defaults = { dialect: 'googlesql', teams: {} };

const flights = table('flights', { origin: 'STRING', destination: 'STRING', delay: 'INT64' });
const arrivals = eventSource({
  table: flights,
  time: '0',
  select: { origin: 'origin', destination: 'destination', delay: 'delay' },
});
const byOrigin = groupBy({
  version: 1,
  sources: [arrivals],
  keys: ['origin'],
  aggregations: ({ delay }) => [delay.sum('1d')],
});
const plain = { version: 1, left: arrivals, parts: [part(byOrigin)] } as const;

const naming: Naming = ({ kind, version }) => ({ name: `team/file.${kind}__${version}`, sourceFile: 'x.ts' });
const lowered = (definition: ReturnType<typeof join>, names = naming) => lower(definition, names, nothing);
const thrift = (definition: ReturnType<typeof join>) => {
  const { findings, ...rest } = lowered(definition);
  expect(findings).toEqual([]);
  if (rest.kind !== 'join') throw new Error('a join was lowered');
  return rest.thrift;
};

it('external parts: the service and its types, and what comes with a request', () => {
  const weather = externalSource({
    name: 'the-weather',
    team: 'outside',
    keys: { airport: 'STRING' },
    values: { wind: 'FLOAT64', seen: 'ARRAY<STRUCT<at INT64>>' },
  });
  const { onlineExternalParts } = thrift(
    join({
      ...plain,
      external: [
        externalPart(weather, { on: { origin: 'airport' }, prefix: 'start' }),
        contextual({ basket: 'INT64', price: 'NUMERIC(10, 2)' }),
      ],
    }),
  );
  const struct = (name: string, params: readonly object[]) => ({ kind: DataKind.STRUCT, name, params });
  const fields = [
    { name: 'basket', dataType: { kind: DataKind.LONG } },
    { name: 'price', dataType: { kind: DataKind.DECIMAL, params: [{ name: '10' }, { name: '2' }] } },
  ];

  expect(onlineExternalParts).toEqual([
    {
      source: {
        metadata: { name: 'the-weather', team: 'outside' },
        keySchema: struct('ext_the_weather_keys', [{ name: 'airport', dataType: { kind: DataKind.STRING } }]),
        valueSchema: struct('ext_the_weather_values', [
          { name: 'wind', dataType: { kind: DataKind.DOUBLE } },
          {
            name: 'seen',
            dataType: {
              kind: DataKind.LIST,
              params: [
                {
                  name: 'elem',
                  dataType: struct('ext_the_weather_values_seen', [{ name: 'at', dataType: { kind: DataKind.LONG } }]),
                },
              ],
            },
          },
        ]),
      },
      keyMapping: { origin: 'airport' },
      prefix: 'start',
    },
    {
      source: {
        metadata: { name: 'contextual' },
        keySchema: struct('contextual_keys', fields),
        valueSchema: struct('contextual_values', fields),
      },
    },
  ]);
});

it('bootstrap parts: a table, what a join wrote, what was logged', () => {
  const older = join(plain);
  const { bootstrapParts } = thrift(
    join({
      ...plain,
      bootstrap: [
        bootstrap({
          table: flights,
          select: { origin_delay_sum_1d: 'delay' },
          start: '2001-01-01',
          end: '2001-06-30',
          where: ['delay > 0'],
          partition: { column: 'day' },
          keys: ['origin'],
        }),
        bootstrap({ table: older }),
        bootstrap({ table: 'log' }),
      ],
    }),
  );

  expect(bootstrapParts).toEqual([
    {
      table: 'flights',
      query: {
        selects: { origin_delay_sum_1d: 'delay' },
        startPartition: '2001-01-01',
        endPartition: '2001-06-30',
        wheres: ['delay > 0'],
        partitionColumn: 'day',
      },
      keyColumns: ['origin'],
    },
    { table: 'team_file_join__1' },
    { table: '{{ logged_table }}' },
  ]);
});

it('labels: a part, and the span after the row that counts', () => {
  const { labelParts, joinParts } = thrift(
    join({
      ...plain,
      labels: [label(byOrigin, { to: '24h' }), label(byOrigin, { from: '1d', to: '2d', prefix: 'next' })],
    }),
  );

  expect(labelParts).toEqual([
    {
      joinPart: { ...joinParts?.[0], prefix: 'label' },
      startOffset: { length: 0, timeUnit: TimeUnit.HOURS },
      endOffset: { length: 24, timeUnit: TimeUnit.HOURS },
    },
    {
      joinPart: { ...joinParts?.[0], prefix: 'next' },
      startOffset: { length: 1, timeUnit: TimeUnit.DAYS },
      endOffset: { length: 2, timeUnit: TimeUnit.DAYS },
    },
  ]);
});

it('row ids, skewed keys as SQL has them, and long names down to the parts', () => {
  const all = thrift(
    join({
      ...plain,
      rowIds: ['origin', 'destination'],
      skewKeys: { origin: ["O'Hare", 'a\\b', null], delay: [0, -1.5, 9_007_199_254_740_993n] },
      longNames: true,
    }),
  );

  expect(all).toMatchObject({
    rowIds: ['origin', 'destination'],
    skewKeys: { origin: ["'O\\'Hare'", "'a\\\\b'", 'NULL'], delay: ['0', '-1.5', '9007199254740993'] },
    useLongNames: true,
    joinParts: [{ useLongNames: true }],
  });
  expect(thrift(join(plain))).not.toHaveProperty('rowIds');
  expect(thrift(join(plain)).useLongNames).toBe(false);
});

it('what cannot be said in Thrift is found, at its place', () => {
  const weather = externalSource({ name: 'contextual', keys: { a: 'STRING' }, values: {} });
  const broken = Reflect.apply(contextual, undefined, [{ basket: 'INTEGER', shop: 'ARRAY<STRING' }]);
  const older = join(plain);
  const unnamed: Naming = (definition) => (definition.version === 2 ? naming(definition) : null);
  const { findings } = lowered(
    join({
      ...plain,
      version: 2,
      external: [externalPart(weather), broken],
      bootstrap: [bootstrap({ table: older })],
      labels: [Reflect.apply(label, undefined, [byOrigin, { to: 'soon' }])],
    }),
    unnamed,
  );

  expect(findings.map(({ code, path, message }) => `${code} ${path}: ${message}`)).toEqual([
    'unnamed-group-by joinParts[0]: The group-by of this part is not exported, so that it has no name.',
    'reserved-name onlineExternalParts[0].source.metadata: An external source cannot be called "contextual", as what comes with a request is.',
    'bad-type onlineExternalParts[1].source.keySchema: The type of basket cannot be read: there is no type INTEGER.',
    'bad-type onlineExternalParts[1].source.keySchema: The type of shop cannot be read: it ends where ">" should.',
    'bad-type onlineExternalParts[1].source.valueSchema: The type of basket cannot be read: there is no type INTEGER.',
    'bad-type onlineExternalParts[1].source.valueSchema: The type of shop cannot be read: it ends where ">" should.',
    'unnamed-table bootstrapParts[0].table: The join that is read here is not exported, so that its table has no name.',
    'unnamed-group-by labelParts[0].joinPart: The group-by of this part is not exported, so that it has no name.',
    'bad-offset labelParts[0].endOffset: The offset "soon" is not a length of time.',
  ]);
});
