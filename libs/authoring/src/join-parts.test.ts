import { expect, test } from 'vitest';
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
  stagingQuery,
  table,
} from './index.ts';
import { faultsOf, nothingAsked, plain } from './plain.fixture.ts';

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
const weather = externalSource({
  name: 'weather',
  team: 'outside',
  keys: { airport: 'STRING' },
  values: { wind: 'FLOAT64', warnings: 'ARRAY<STRING>' },
});

test('all that a join can have', () => {
  const cleaned = stagingQuery({ version: 1, query: 'SELECT 1' });
  const older = join({ version: 1, left: arrivals, parts: [part(byOrigin)] });
  const all = join({
    version: 2,
    left: arrivals,
    parts: [part(byOrigin)],
    external: [
      externalPart(weather, { on: { origin: 'airport' }, prefix: 'start' }),
      contextual({ basket: 'INT64' }, { team: 'outside', prefix: 'shop' }),
    ],
    labels: [
      label(byOrigin, { to: '24h' }),
      label(byOrigin, { from: '1d', to: '2d', on: { destination: 'origin' }, prefix: 'next' }),
    ],
    bootstrap: [
      bootstrap({ table: flights, select: { origin_delay_sum_1d: 'delay' }, where: ['delay > 0'], keys: ['origin'] }),
      bootstrap({ table: older, end: '2001-06-30' }),
      bootstrap({ table: cleaned }),
      bootstrap({ table: 'log' }),
    ],
    rowIds: ['origin', 'destination'],
    skewKeys: { origin: ['ATL', null], delay: [0] },
    longNames: true,
    derive: { doubled: 'delay * 2', '*': '*' },
  });

  const { time: _, ...nothing } = nothingAsked;
  expect(plain(all)).toMatchObject({
    external: [
      {
        kind: 'external-part',
        source: {
          kind: 'external-source',
          name: 'weather',
          team: 'outside',
          keys: { airport: 'STRING' },
          values: { wind: 'FLOAT64', warnings: 'ARRAY<STRING>' },
        },
        on: { origin: 'airport' },
        prefix: 'start',
      },
      { kind: 'contextual-part', fields: { basket: 'INT64' }, team: 'outside', prefix: 'shop' },
    ],
    labels: [
      { kind: 'label', groupBy: plain(byOrigin), on: {}, prefix: 'label', from: '0h', to: '24h' },
      { kind: 'label', groupBy: plain(byOrigin), on: { destination: 'origin' }, prefix: 'next', from: '1d', to: '2d' },
    ],
    bootstrap: [
      {
        ...nothing,
        kind: 'bootstrap',
        table: plain(flights),
        select: { origin_delay_sum_1d: 'delay' },
        where: ['delay > 0'],
        keys: ['origin'],
      },
      { ...nothing, kind: 'bootstrap', table: plain(older), select: null, end: '2001-06-30', keys: null },
      { ...nothing, kind: 'bootstrap', table: plain(cleaned), select: null, keys: null },
      { ...nothing, kind: 'bootstrap', table: null, select: null, keys: null },
    ],
    rowIds: ['origin', 'destination'],
    skewKeys: { origin: ['ATL', null], delay: [0] },
    longNames: true,
    derive: { doubled: 'delay * 2', '*': '*' },
    keep: null,
  });
});

test('every fault of a call is said at once', () => {
  const call = (callee: (...args: never[]) => unknown, ...args: unknown[]) =>
    faultsOf(import.meta.url, callee, ...args);

  expect(
    call(join, {
      version: 1,
      left: arrivals,
      external: [weather],
      labels: [byOrigin],
      bootstrap: [flights],
      rowIds: 'origin',
      skewKeys: { origin: 'ATL', delay: [{}] },
      longNames: 'yes',
      derive: { '*': '*' },
      keep: ['a'],
    }),
  ).toEqual([
    "join: 'parts' must be an array of what part() returned, not missing.",
    "join: 'external' must be an array of what externalPart() or contextual() returned, not an array.",
    "join: 'labels' must be an array of what label() returned, not an array.",
    "join: 'bootstrap' must be an array of what bootstrap() returned, not an array.",
    "join: 'rowIds' must be an array of strings, not 'origin'.",
    "join: 'skewKeys.origin' must be an array of texts, numbers, booleans and null, not 'ATL'.",
    "join: 'skewKeys.delay' must be an array of texts, numbers, booleans and null, not an array.",
    "join: 'longNames' must be true or false, not 'yes'.",
    "join: 'keep' says which features stay, and so does '*'.",
  ]);
  expect(call(label, byOrigin, { from: 1 })).toEqual([
    "label: 'from' must be a string, not 1.",
    "label: 'to' must be a string, not missing.",
  ]);
  expect(call(label, arrivals, { to: '1d' })).toEqual(['label takes what groupBy() returned, not an object.']);
  expect(call(externalSource, { name: 7, values: { a: 1 } })).toEqual([
    "externalSource: 'name' must be a string, not 7.",
    "externalSource: 'values.a' must be a string, not 1.",
  ]);
  expect(call(externalPart, 'weather')).toEqual(["externalPart takes what externalSource() returned, not 'weather'."]);
  expect(call(contextual, 'basket', { prefix: 1 })).toEqual([
    "contextual: 'fields' must be an object of strings, not 'basket'.",
    "contextual: 'prefix' must be a string, not 1.",
  ]);
  expect(call(bootstrap, { table: 'logs', time: 'ts' })).toEqual([
    "bootstrap has no option 'time'; it has table, keys, start, end, select, where, partition, setup.",
    "bootstrap: 'table' must be what table(), stagingQuery() or join() returned, or 'log', not 'logs'.",
  ]);
});
