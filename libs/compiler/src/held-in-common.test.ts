import type { JoinSourceDefinition } from '@isochron/authoring';
import { expect, it } from 'vitest';
import { checkSet } from './check-set.ts';
import { compile, lowerAll } from './compile.ts';
import { aggregation, catalog, group, join, named, part, source } from './flights.fixture.ts';
import { lower, type Naming } from './lower.ts';
import { columnsOf } from './meaning/index.ts';
import { type DefinitionObject, readObject } from './objects.ts';

/** A group-by in three joins and alone, a source in two group-bys, and rows of a join; with a window and an operation that something is said about. */
const rows = source();
const delays = group({ sources: [rows] });
const wrong = group({ online: false, sources: [rows], aggregations: [aggregation({ windows: ['1h', 'soon'] })] });
const kinds = group({
  online: null,
  sources: [rows],
  aggregations: [
    aggregation({ place: { file: 'a.ts', line: 90, column: 5 }, input: 'destination', operation: 'HISTOGRAM' }),
  ],
});
const training = join([part(delays), part(delays, { on: { destination: 'origin' }, prefix: 'arrival' })]);
const served = join([part(delays), part(kinds)], { online: true });
const chain: JoinSourceDefinition = {
  kind: 'join-source',
  place: { file: 'a.ts', line: 95, column: 3 },
  join: training,
  time: 'ts',
  start: null,
  end: null,
  select: { origin: 'origin', delay: 'origin_delay_average_1h' },
  where: [],
  partition: null,
  setup: [],
};
const chained = group({ online: false, sources: [chain], aggregations: [aggregation({ windows: ['7d'] })] });
const sound = named(delays, training, kinds, served, chained);
const all = named(delays, wrong, training, kinds, served, chained, join([part(wrong), part(delays)]));

it('is lowered as if each definition stood alone, with the places and findings of each', () => {
  const names = new Map(all.map(({ definition }, at) => [definition, `flights/departures.def${at}__1`]));
  const naming: Naming = (definition) => {
    const name = names.get(definition);
    return name === undefined ? null : { name, sourceFile: 'features/flights/departures.ts' };
  };
  const alone = all.map(({ definition }) => lower(definition, naming, { dialect: 'googlesql', teams: {} }));
  const together = lowerAll(all, {});
  for (const [at, { declared: _, ...each }] of together.entries()) {
    expect(each.findings.length > 0).toBe(at === 1 || at === 6);
    expect({ ...each, places: [...each.places].toSorted() }).toEqual({
      ...alone[at],
      places: [...(alone[at]?.places ?? [])].toSorted(),
    });
  }
});

it('means, is written, checked and planned as if nothing were one value', () => {
  const { objects, plans, diagnostics } = compile(sound, catalog);
  expect(plans.size).toBe(sound.length);
  const copies = objects.map(({ kind, json, name }): DefinitionObject => {
    const reading = readObject(kind, json, name);
    if (reading.kind === 'refused') throw new Error(json);
    return reading.value;
  });
  for (const [at, copy] of copies.entries()) {
    expect(copy.thrift.metaData?.columnHashes).toEqual(Object.fromEntries(columnsOf(copy, 'googlesql')));
    expect(compile(sound, catalog).objects[at]?.json).toBe(objects[at]?.json);
  }
  const checked = checkSet(
    copies.map((object) => ({ object })),
    catalog,
  );
  expect(new Map([...checked.plans.values()].map((plan) => [plan.name, plan]))).toEqual(plans);
  expect(checked.diagnostics.map(({ code, object }) => [code, object])).toEqual(
    diagnostics.map(({ code, object }) => [code, object]),
  );
});

it('is told of once, where it was written and by the path in its own object; of a part that is only served by its join, there', () => {
  const online = group({ sources: [rows], aggregations: kinds.aggregations });
  const { diagnostics } = compile(named(online, join([part(online)], { online: true })), catalog);
  expect(diagnostics).toMatchObject([
    { code: 'uncapped-state', object: 'flights/departures.def0__1', path: 'aggregations[0]', place: { line: 90 } },
  ]);
  expect(compile(named(delays, kinds, served), catalog).diagnostics).toMatchObject([
    {
      code: 'uncapped-state',
      object: 'flights/departures.def2__1',
      path: 'joinParts[1].groupBy.aggregations[0]',
      place: { line: 90 },
    },
  ]);
});
