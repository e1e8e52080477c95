import type { Definition } from '@isochron/authoring';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { aggregation, catalog, group, join, named, part, source } from '../flights.fixture.ts';
import type { ObjectSet } from '../objects.ts';
import { diff } from './diff.ts';

const set = (...definitions: readonly Definition[]): ObjectSet => compile(named(...definitions), catalog).objects;
const averages = group({ aggregations: [aggregation()] });
const only = (before: ObjectSet, after: ObjectSet) => {
  const { changes } = diff(before, after);
  if (changes.length !== 1) throw new Error(`${changes.length} changes`);
  return changes[0];
};

describe('the difference of two sets', () => {
  it('is nothing where they are the same', () => {
    expect(diff(set(group()), set(group()))).toEqual({
      changes: [],
      unchanged: ['compiled/group_bys/flights/departures.def0__1'],
    });
  });

  it('says which columns an edit touches', () => {
    const before = group({
      aggregations: [aggregation(), aggregation({ operation: 'LAST_K', args: { k: '3' }, windows: [] })],
    });
    const after = group({
      aggregations: [aggregation({ windows: ['1h', '3d'] }), aggregation({ operation: 'SUM', windows: [] })],
    });
    expect(only(set(before), set(after))).toEqual({
      kind: 'changed',
      object: 'group-by',
      name: 'flights/departures.def0__1',
      file: 'compiled/group_bys/flights/departures.def0__1',
      before: null,
      columns: {
        added: ['delay_average_3d', 'delay_sum'],
        changed: [],
        removed: ['delay_average_7d', 'delay_last3'],
        renamed: [],
        unchanged: 1,
      },
      keys: null,
      isMeaning: true,
      isOnline: true,
      breaks: ['flights/departures.def0__1'],
    });
  });

  it('tells a column that kept its name and changed its meaning', () => {
    const later = group({ aggregations: [aggregation()], sources: [source({ lag: '3d' })] });
    expect(only(set(averages), set(later))?.columns.changed).toEqual(['delay_average_1h', 'delay_average_7d']);
  });

  it('tells a feature that is called otherwise', () => {
    const select = { ...source().select, lateness: 'delay' };
    const renamed = group({ sources: [source({ select })], aggregations: [aggregation({ input: 'lateness' })] });
    expect(only(set(averages), set(renamed))?.columns).toEqual({
      added: [],
      changed: [],
      removed: [],
      renamed: [
        { before: 'delay_average_1h', after: 'lateness_average_1h' },
        { before: 'delay_average_7d', after: 'lateness_average_7d' },
      ],
      unchanged: 0,
    });
  });

  it('tells metadata from meaning', () => {
    const change = only(set(averages), set({ ...averages, online: false }));
    expect(change).toMatchObject({ kind: 'changed', isMeaning: false, isOnline: true, breaks: [] });
  });

  it('tells keys in another order, which change what a request is', () => {
    const keyed = (keys: readonly string[]) => group({ keys, aggregations: [aggregation()] });
    expect(only(set(keyed(['origin', 'destination'])), set(keyed(['destination', 'origin'])))).toMatchObject({
      columns: { added: [], changed: [], removed: [], unchanged: 2 },
      keys: { before: ['origin', 'destination'], after: ['destination', 'origin'] },
      isMeaning: true,
    });
  });

  it('knows a file that was moved', () => {
    const moved = compile([{ team: 'flights', file: 'origin', export: 'byOrigin', definition: group() }], catalog);
    expect(only(set(group()), moved.objects)).toMatchObject({
      kind: 'moved',
      name: 'flights/origin.byOrigin__1',
      before: 'flights/departures.def0__1',
      columns: { added: [], changed: [], removed: [], renamed: [], unchanged: 5 },
    });
  });

  it('takes the likeliest of several that could have been moved', () => {
    const at = (file: string, name: string) => ({ team: 'flights', file, export: name, definition: group() });
    const before = compile([at('a', 'one'), at('a', 'two')], catalog).objects;
    const after = compile([at('b', 'two'), at('b', 'one')], catalog).objects;
    expect(diff(before, after).changes.map(({ name, before: from }) => [name, from])).toEqual([
      ['flights/b.one__1', 'flights/a.one__1'],
      ['flights/b.two__1', 'flights/a.two__1'],
    ]);
  });

  it('compares a new version with the one before it', () => {
    const next = { ...averages, version: 2, aggregations: [aggregation({ windows: ['1h', '3d'] })] };
    const { changes } = diff(set(averages), set(next));
    expect(changes.map(({ kind, name, before }) => `${kind} ${name} ${before}`)).toEqual([
      'removed flights/departures.def0__1 null',
      'added flights/departures.def0__2 flights/departures.def0__1',
    ]);
    expect(changes[1]?.columns).toMatchObject({ added: ['delay_average_3d'], removed: ['delay_average_7d'] });
  });

  it('names what a change breaks: whoever holds it, where its columns are others', () => {
    const before = set(averages, join([part(averages)], { online: true }));
    const edited = group({ online: false, aggregations: [aggregation({ windows: ['1h', '3d'] })] });
    const { changes } = diff(before, set(edited, join([part(edited)], { online: true })));
    expect(changes.map(({ name, breaks }) => [name, breaks])).toEqual([
      ['flights/departures.def0__1', ['flights/departures.def0__1', 'flights/departures.def1__1']],
      ['flights/departures.def1__1', ['flights/departures.def1__1']],
    ]);
  });

  it('names who reads the table of what changes', () => {
    const query = (text: string) =>
      ({
        kind: 'staging-query',
        name: 'flights/staging.clean__1',
        thrift: { metaData: { name: 'flights.staging.clean__1' }, query: text },
      }) as const;
    const reader = {
      kind: 'group-by',
      name: 'flights/clean.byOrigin__1',
      thrift: {
        metaData: { name: 'flights.clean.byOrigin__1', online: true },
        sources: [{ events: { table: 'flights_staging_clean__1', query: { selects: { k: 'k', v: 'v' } } } }],
        keyColumns: ['k'],
        aggregations: [{ inputColumn: 'v', operation: 7 }],
      },
    } as const;
    const { changes } = diff([query('SELECT a FROM t'), reader], [query('SELECT b FROM t'), reader]);
    expect(changes).toMatchObject([{ kind: 'changed', isMeaning: true, breaks: ['flights/clean.byOrigin__1'] }]);
    const laidOut = diff([query('SELECT a FROM t'), reader], [query('SELECT a\n  FROM t -- all'), reader]);
    expect(laidOut.changes).toMatchObject([{ kind: 'changed', isMeaning: false, breaks: [] }]);
  });
});
