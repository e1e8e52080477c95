import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { joinStruct, readJson } from '@isochron/thrift';
import { describe, expect, it } from 'vitest';
import { planOfJoin } from './check.ts';
import { compile } from './compile.ts';
import { aggregation, catalog, DELAYED, group, join, named, part, repository, source } from './flights.fixture.ts';

const aggregations = () => group().aggregations ?? [];

describe('compile', () => {
  const { objects, plans, diagnostics } = compile(repository(), catalog);

  it('has nothing against right definitions', () => expect(diagnostics).toEqual([]));

  it.each(objects.map(({ file, json }) => [file, json]))('writes %s', (file, json) => {
    const golden = new URL(`./golden/${file.replace('compiled/', '')}.golden.json`, import.meta.url);
    if (process.env['UPDATE_GOLDEN'] === '1') {
      mkdirSync(new URL('.', golden), { recursive: true });
      writeFileSync(golden, `${json}\n`);
    }
    expect(`${json}\n`).toBe(readFileSync(golden, 'utf8'));
  });

  it('names files, objects and tables', () => {
    expect(objects.map(({ file }) => file)).toEqual([
      'compiled/group_bys/flights/departures.byOrigin__1',
      'compiled/joins/flights/training.lateness__1',
    ]);
    expect([...plans].map(([name, plan]) => `${name} ${plan.kind === 'model' ? '' : plan.table}`)).toEqual([
      'flights/departures.byOrigin__1 flights_departures_byOrigin__1',
      'flights/training.lateness__1 flights_training_lateness__1',
    ]);
    expect(objects[0]?.thrift.metaData?.name).toBe('flights.departures.byOrigin__1');
  });

  it('plans a join whose columns are named after keys', () => {
    const plan = plans.get('flights/training.lateness__1');
    if (plan?.kind !== 'join') throw new Error('no join plan');
    expect(plan.parts.map(({ name }) => name)).toEqual([
      'flights_departures_byOrigin__1',
      'arrival_flights_departures_byOrigin__1',
    ]);
    expect(plan.parts[1]?.outputs.map(({ name }) => name)).toEqual([
      'arrival_origin_delay_average_1h',
      'arrival_origin_delay_average_7d',
      'arrival_origin_delay_count_1d',
      'arrival_origin_late_sum_7d_by_destination',
      'arrival_origin_destination_last10',
    ]);
    expect(plan.parts[1]?.keys).toEqual([{ left: 'destination', right: 'origin' }]);
  });

  it('plans the scan, the inputs and how far back a group-by reads', () => {
    const windowed = group({ aggregations: aggregations().slice(0, 3) });
    const plan = compile(named(windowed), catalog).plans.get('flights/departures.def0__1');
    if (plan?.kind !== 'group-by') throw new Error('no group-by plan');
    expect(plan.accuracy).toBe('TEMPORAL');
    expect(plan.inputs.map(({ name }) => name)).toEqual(['delay', 'late', 'destination']);
    expect(plan.lookbackMs).toBe(7 * 86_400_000 + 3_600_000);
    expect(plan.scans[0]).toMatchObject({
      table: 'flights',
      time: DELAYED,
      lagMs: 2 * 86_400_000,
      startDay: '1987-10-01',
    });
    const everything = plans.get('flights/departures.byOrigin__1');
    expect(everything?.kind === 'group-by' && everything.lookbackMs).toBe(null);
  });

  it('gives the same bytes for another order of definitions', () => {
    const reversed = compile([...repository()].reverse(), catalog);
    expect(reversed.objects.map(({ json }) => json)).toEqual(objects.map(({ json }) => json));
    expect([...reversed.plans.values()]).toEqual([...plans.values()]);
  });

  it('plans the same from its own file', () => {
    const json = objects[1]?.json ?? '';
    const read = readJson(joinStruct, json);
    if (read.kind !== 'read') throw new Error('unreadable');
    expect(planOfJoin(read.value, catalog).plan).toEqual(plans.get('flights/training.lateness__1'));
  });

  it('plans what is derived of keys and features, by the names they have in a join', () => {
    const derived = group({
      derive: { share: 'delay_count_1d / delay_average_7d', place: 'COALESCE(origin, "")' },
      keep: ['delay_count_1d'],
    });
    const arrival = part(derived, { on: { destination: 'origin' }, prefix: 'arrival' });
    const busier = { busier: 'GREATEST(origin_delay_count_1d, arrival_origin_delay_count_1d)' };
    const { plans: made, diagnostics: found } = compile(
      named(derived, join([part(derived), arrival], { derive: busier })),
      catalog,
    );
    expect(found).toEqual([]);
    const own = made.get('flights/departures.def0__1');
    expect(own?.kind === 'group-by' && own.derived?.map(({ name, type }) => `${name} ${type.kind}`)).toEqual([
      'delay_count_1d long',
      'share double',
      'place string',
    ]);
    const both = made.get('flights/departures.def1__1');
    if (both?.kind !== 'join') throw new Error('no join');
    expect(both.outputs.map(({ name }) => name)).toEqual([
      'origin_delay_count_1d',
      'origin_share',
      'origin_place',
      'arrival_origin_delay_count_1d',
      'arrival_origin_share',
      'arrival_origin_place',
      'busier',
    ]);
    const [parts, whole] = both.derive;
    expect(parts?.find(({ name }) => name === 'arrival_origin_place')?.expression).toEqual({
      text: 'COALESCE(origin, "")',
      dialect: 'googlesql',
      names: { origin: 'destination' },
    });
    expect(whole?.slice(0, 4).map(({ name }) => name)).toEqual([
      'destination',
      'origin',
      'ts',
      'origin_delay_count_1d',
    ]);
  });

  it('reports a fault once, though the group-by is joined twice', () => {
    const broken = group({ aggregations: [aggregation({ windows: ['7x'] })] });
    const both = part(broken, { on: { destination: 'origin' }, prefix: 'arrival' });
    const { diagnostics: found, plans: none } = compile(named(broken, join([part(broken), both])), catalog);
    expect(found.map(({ code, object }) => `${code} ${object}`)).toEqual(['bad-window flights/departures.def0__1']);
    expect(none.size).toBe(0);
  });

  it('refuses two names of one table, a version that is none, and a part without a name', () => {
    const definitions = [
      { team: 'a', file: 'b_c', export: 'd', definition: group() },
      { team: 'a', file: 'b.c', export: 'd', definition: group() },
      { team: 'a', file: 'e', export: 'f', definition: group({ version: 1.5 }) },
      { team: 'a', file: 'e', export: 'g', definition: join([part(group())]) },
    ];
    const found = compile(definitions, catalog).diagnostics;
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "bad-version: The version 1.5 is not a whole number of at least 0.",
        "colliding-names: a/b.c.d__1 and a/b_c.d__1 would have one table, a_b_c_d__1.",
        "unnamed-group-by: The group-by of this part is not exported, so that it has no name.",
      ]
    `);
  });
});

describe('semantic hashes', () => {
  const hashOf = (definition = group()) =>
    compile(named(definition), catalog).plans.get('flights/departures.def0__1')?.semanticHash;
  const before = hashOf();

  it.each([
    ['a topic', group({ sources: [source({ topic: 'other' })] })],
    ['being served', group({ online: false })],
    ['the first and last day to read', group({ sources: [source({ start: '2001-01-01', end: '2001-07-01' })] })],
    ['an unused select', group({ sources: [source({ select: { ...source().select, unused: 'distance' } })] })],
    [
      'the order of selects',
      group({ sources: [source({ select: Object.fromEntries(Object.entries(source().select).reverse()) })] }),
    ],
  ])('do not change with %s', (_, definition) => expect(hashOf(definition)).toBe(before));

  it.each([
    ['a window', group({ aggregations: aggregations().map((each) => ({ ...each, windows: ['3d'] })) })],
    ['a condition', group({ sources: [source({ where: [] })] })],
    ['a select', group({ sources: [source({ select: { ...source().select, delay: 'delay + 1' } })] })],
    ['the lag', group({ sources: [source({ lag: '3d' })] })],
    ['the accuracy', group({ accuracy: 'snapshot', aggregations: aggregations().slice(1) })],
    ['a key', group({ keys: ['destination'] })],
    ['the time', group({ sources: [source({ time: 'UNIX_MILLIS(date)' })] })],
  ])('change with %s', (_, definition) => {
    expect(hashOf(definition)).toMatch(/^[0-9a-f]{16}$/);
    expect(hashOf(definition)).not.toBe(before);
  });
});
