import type { Definition, EventSourceDefinition, GroupByDefinition, JoinDefinition } from '@isochron/authoring';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, lowerAll } from '../compile.ts';
import { aggregation, catalog, group, join, named, part, source } from '../flights.fixture.ts';
import { type DefinitionObject, readObject } from '../objects.ts';
import { columnsOf } from './index.ts';

/** What the columns of a definition mean: the hashes, whatever the columns are called, in no order. */
const meanings = (...definitions: readonly Definition[]): readonly string[] =>
  [...columns(...definitions).values()].sort();

/** Of the last of some definitions. */
function columns(...definitions: readonly Definition[]): ReadonlyMap<string, string> {
  const lowered = lowerAll(named(...definitions), {}).at(-1);
  // Every lowered kind is a kind of object with the Thrift of that kind, which the spread of a union forgets.
  return lowered === undefined ? new Map() : columnsOf(lowered as DefinitionObject, 'googlesql');
}

/** Group-bys of one or two sources, with features in windows and by buckets, and what is derived of them. */
const groups: fc.Arbitrary<GroupByDefinition> = fc
  .record({
    keys: fc.subarray(['origin', 'destination'], { minLength: 1 }),
    aggregations: fc.uniqueArray(
      fc.record({
        input: fc.constantFrom('delay', 'late'),
        operation: fc.constantFrom('SUM' as const, 'AVERAGE' as const, 'MAX' as const),
        windows: fc.subarray(['1h', '1d', '7d']),
        buckets: fc.subarray(['place']),
      }),
      { minLength: 1, maxLength: 4, selector: ({ input, operation }) => `${input} ${operation}` },
    ),
    wheres: fc.subarray(['delay IS NOT NULL', 'late < 2', "place <> 'SFO'", 'distance > 10']),
    isDouble: fc.boolean(),
    isSnapshot: fc.boolean(),
  })
  .map(({ keys, aggregations, wheres, isDouble, isSnapshot }) => {
    const select = {
      origin: 'origin',
      destination: 'destination',
      place: 'UPPER(destination)',
      delay: 'delay',
      late: 'IF(delay > 15, 1, 0)',
    };
    const first = source({ select, where: wheres });
    const second = source({ select: { ...select, delay: 'delay + 1' }, where: [] });
    return group({
      keys,
      accuracy: isSnapshot ? 'snapshot' : 'temporal',
      sources: isDouble ? [first, second] : [first],
      aggregations: aggregations.map((each) => aggregation(each)),
    });
  });

const edited = (
  definition: GroupByDefinition,
  edit: (source: EventSourceDefinition) => Partial<EventSourceDefinition>,
) => ({
  ...definition,
  sources: definition.sources.map((each) => (each.kind === 'event-source' ? { ...each, ...edit(each) } : each)),
});

const reversed = (record: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(record).reverse());

/** Every word that an author may choose, called otherwise. */
function renamed(definition: GroupByDefinition): GroupByDefinition {
  const other = (name: string): string => `other_${name}`;
  const words = (text: string): string => text.replaceAll(/\b(place|late)\b/g, 'other_$1');
  return {
    ...edited(definition, ({ select, where }) => ({
      select: Object.fromEntries(Object.entries(select).map(([name, text]) => [other(name), text])),
      where: where.map(words),
    })),
    keys: definition.keys.map(other),
    aggregations: (definition.aggregations ?? []).map((each) => ({
      ...each,
      input: other(each.input),
      buckets: each.buckets.map(other),
    })),
  };
}

/** Blanks, comments, parentheses and the case of words. */
const respelled = (text: string): string => `( /* as before */ ${text.replaceAll(',', ' , ').replace('IF(', 'if (')} )`;

const same: Readonly<Record<string, (definition: GroupByDefinition) => GroupByDefinition>> = {
  'other names of columns, keys and features': renamed,
  'another order of keys, aggregations, windows and conditions': (definition) => ({
    ...edited(definition, ({ where, select }) => ({ where: [...where].reverse(), select: reversed(select) })),
    keys: [...definition.keys].reverse(),
    aggregations: [...(definition.aggregations ?? [])]
      .reverse()
      .map((each) => ({ ...each, windows: [...each.windows].reverse() })),
  }),
  'another order of sources': (definition) => ({ ...definition, sources: [...definition.sources].reverse() }),
  'other blanks, comments, parentheses and case': (definition) =>
    edited(definition, ({ select, where, time }) => ({
      select: Object.fromEntries(Object.entries(select).map(([name, text]) => [name, respelled(text)])),
      where: where.map(respelled),
      time: time === null ? null : respelled(time),
    })),
  'a day in hours': (definition) => ({
    ...definition,
    aggregations: (definition.aggregations ?? []).map((each) => ({
      ...each,
      windows: each.windows.map((window) => (window === '1d' ? '24h' : window)),
    })),
  }),
  'another topic, owner and place in the file': (definition) => ({
    ...edited(definition, ({ topic }) => ({ topic: topic === null ? null : `${topic}-2` })),
    place: { file: 'elsewhere.ts', line: 1, column: 1 },
    metadata: { ...definition.metadata, owners: ['somebody'], tags: { of: 'anything' } },
  }),
};

/** Each changes every feature. */
const other: Readonly<Record<string, (definition: GroupByDefinition) => GroupByDefinition>> = {
  'the selects of inputs': (definition) =>
    edited(definition, ({ select }) => ({ select: { ...select, delay: 'delay * 2', late: 'IF(delay > 16, 1, 0)' } })),
  'a condition more': (definition) => edited(definition, ({ where }) => ({ where: [...where, 'delay < 1000'] })),
  'the selected column that a condition names': (definition) => ({
    ...edited(definition, ({ where, select }) => ({
      where: [...where, "extra = 'x'"],
      select: { ...select, extra: 'origin' },
    })),
  }),
  'the windows': (definition) => ({
    ...definition,
    aggregations: (definition.aggregations ?? []).map((each) => ({ ...each, windows: ['30d'] })),
  }),
  'the operations': (definition) => ({
    ...definition,
    aggregations: (definition.aggregations ?? []).map((each) => ({ ...each, operation: 'VARIANCE' as const })),
  }),
  'the expression of a key': (definition) =>
    edited(definition, ({ select }) => ({
      select: { ...select, origin: 'LOWER(origin)', destination: 'LOWER(destination)' },
    })),
  'a key more': (definition) => ({
    ...edited(definition, ({ select }) => ({ select: { ...select, more: 'day' } })),
    keys: [...definition.keys, 'more'],
  }),
  'the table': (definition) =>
    edited(definition, ({ table }) => ({ table: table.kind === 'table' ? { ...table, name: 'other' } : table })),
  'the time': (definition) => edited(definition, () => ({ time: 'UNIX_MILLIS(date)' })),
  'the lag': (definition) => edited(definition, () => ({ lag: '3d' })),
  'the accuracy': (definition) => ({
    ...definition,
    accuracy: definition.accuracy === 'snapshot' ? 'temporal' : 'snapshot',
  }),
};

const joined = (of: GroupByDefinition, changes: Partial<JoinDefinition> = {}): JoinDefinition =>
  join([part(of)], changes);

const named2 = (of: GroupByDefinition): readonly string[] => {
  const on = Object.fromEntries(of.keys.map((key) => [key.replace('other_', ''), key]));
  return meanings(
    of,
    join([part(of, { on: Object.fromEntries(Object.entries(on).filter(([left, key]) => left !== key)) })]),
  );
};

describe('what columns mean', () => {
  it.each(Object.entries(same))('is the same with %s', (_, change) => {
    fc.assert(
      fc.property(groups, (definition) => {
        expect(meanings(change(definition))).toEqual(meanings(definition));
        expect(named2(change(definition))).toEqual(named2(definition));
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.entries(other))('is another with %s, of every feature', (_, change) => {
    fc.assert(
      fc.property(groups, (definition) => {
        const before = new Set(meanings(definition));
        expect(meanings(change(definition)).filter((hash) => before.has(hash))).toEqual([]);
        const inJoin = new Set(meanings(definition, joined(definition)));
        const left = meanings(joined(group({ aggregations: [] })));
        const after = meanings(change(definition), joined(change(definition)));
        expect(after.filter((hash) => inJoin.has(hash) && !left.includes(hash))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same in the file that is written of it', () => {
    fc.assert(
      fc.property(groups, (definition) => {
        const { objects } = compile(named(definition, joined(definition)), catalog);
        for (const object of objects) {
          const reading = readObject(object.kind, object.json, object.name);
          expect(reading.kind === 'read' && columnsOf(reading.value, 'googlesql')).toEqual(object.columns);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('tells features of one group-by apart', () => {
    fc.assert(
      fc.property(groups, (definition) => {
        const hashes = meanings(definition);
        expect(new Set(hashes).size).toBe(hashes.length);
      }),
    );
  });
});

describe('what columns of a join mean', () => {
  const byOrigin = group({ aggregations: [aggregation()] });
  const before = meanings(byOrigin, joined(byOrigin));
  const { left } = joined(byOrigin);
  if (left.kind !== 'event-source') throw new Error('the left side of the fixture is of events');

  it.each<[string, JoinDefinition]>([
    ['a prefix', join([part(byOrigin, { prefix: 'p' })])],
    ['another topic of the left side', joined(byOrigin, { left: { ...left, topic: 't' } })],
    ['more days on the left', joined(byOrigin, { left: { ...left, start: '2001-01-01', end: '2001-02-01' } })],
  ])('is the same with %s', (_, definition) => expect(meanings(byOrigin, definition)).toEqual(before));

  it.each<[string, JoinDefinition]>([
    ['another key on the left', join([part(byOrigin, { on: { destination: 'origin' } })])],
    ['rows of another time', joined(byOrigin, { left: { ...left, time: 'UNIX_MILLIS(date) + 1' } })],
    ['fewer rows', joined(byOrigin, { left: { ...left, where: ['delay > 0'] } })],
    [
      'the key selected otherwise',
      joined(byOrigin, { left: { ...left, select: { ...left.select, origin: 'UPPER(origin)' } } }),
    ],
  ])('is another with %s', (_, definition) => {
    const after = new Set(meanings(byOrigin, definition));
    const features = before.filter((hash) => !meanings(join([])).includes(hash));
    expect(features.filter((hash) => after.has(hash))).toEqual([]);
  });
});

describe('what is derived', () => {
  const averages = [aggregation({ windows: ['1d'] })];
  const derived = (derive: Readonly<Record<string, string>>, delay = 'delay') =>
    Object.fromEntries(
      columns(
        group({
          sources: [source({ select: { ...source().select, delay } })],
          aggregations: averages,
          derive,
          keep: [],
        }),
      ),
    );

  it('means what the columns mean that it names', () => {
    const before = derived({ twice: 'delay_average_1d * 2' });
    expect(Object.values(derived({ double: '(delay_average_1d*2)' }))).toEqual(Object.values(before));
    expect(derived({ twice: 'delay_average_1d * 3' })).not.toEqual(before);
    expect(derived({ twice: 'delay_average_1d * 2' }, 'delay + 1')).not.toEqual(before);
  });

  it('is the feature itself where it is only called otherwise', () => {
    expect(Object.values(derived({ average: 'delay_average_1d' }))).toEqual(
      meanings(group({ aggregations: averages })),
    );
  });
});
