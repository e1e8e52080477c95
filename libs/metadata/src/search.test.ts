import { describe, expect, it } from 'vitest';
import { type Query, search } from './search.ts';
import { objectOf } from './workplace.fixture.ts';

const summaries = {
  'flights/training.lateness__1': {
    team: 'flights',
    tags: ['owner=ads', 'gold'],
    columns: ['late', 'origin_delay_average_1d', 'origin_delay_average_7d'],
    description: 'Late arrivals',
  },
  'flights/delays.byOrigin__2': {
    kind: 'group-by',
    team: 'flights',
    isOnline: false,
    columns: ['delay_average_1d', 'delay_count_1d'],
  },
  'ads/clicks.byUser__1': { kind: 'group-by', team: 'ads', tags: ['owner=bob'], columns: ['clicks_sum_1d', 'late'] },
} as const;
const objects = Object.entries(summaries).map(([name, summary]) => {
  const { file, hash, stored } = objectOf(name, '', summary);
  if (stored === null) throw new Error('It has a text.');
  return { file, hash, summary: stored.summary };
});

const find = (query: Query) => search(objects, query).map(({ summary }) => summary.name.split('/')[1]);

describe('search', () => {
  it('finds everything where nothing is asked', () => {
    expect(find({})).toEqual(['training.lateness__1', 'delays.byOrigin__2', 'clicks.byUser__1']);
  });

  it.each<[Query, readonly string[]]>([
    [{ kind: 'group-by' }, ['delays.byOrigin__2', 'clicks.byUser__1']],
    [{ team: 'Flights' }, ['training.lateness__1', 'delays.byOrigin__2']],
    [{ isOnline: false }, ['delays.byOrigin__2']],
    [{ tag: 'owner' }, ['training.lateness__1', 'clicks.byUser__1']],
    [{ tag: 'owner=bob' }, ['clicks.byUser__1']],
    [{ tag: 'gold' }, ['training.lateness__1']],
    [{ tag: 'own' }, []],
    [{ column: 'late' }, ['training.lateness__1', 'clicks.byUser__1']],
    [{ column: 'delay_*' }, ['delays.byOrigin__2']],
    [{ column: 'LATE', team: 'ads' }, ['clicks.byUser__1']],
    [{ column: 'delay' }, []],
    [{ text: 'byorigin' }, ['delays.byOrigin__2']],
    [{ text: 'arrivals' }, ['training.lateness__1']],
    [{ text: 'flights average_1d' }, ['training.lateness__1', 'delays.byOrigin__2']],
    [{ text: 'flights nothing' }, []],
  ])('%j', (query, names) => {
    expect(find(query)).toEqual(names);
  });

  it('puts what is called so before what has a column called so', () => {
    expect(find({ text: 'late' })).toEqual(['training.lateness__1', 'clicks.byUser__1']);
    expect(find({ text: 'clicks' })).toEqual(['clicks.byUser__1']);
    expect(find({ text: 'delay' })).toEqual(['delays.byOrigin__2', 'training.lateness__1']);
  });

  it('tells the columns that made it find', () => {
    expect(search(objects, { text: 'average_7d' }).map(({ matchedColumns }) => matchedColumns)).toEqual([
      ['origin_delay_average_7d'],
    ]);
    expect(search(objects, { column: 'delay_*', text: 'count' })[0]?.matchedColumns).toEqual([
      'delay_average_1d',
      'delay_count_1d',
    ]);
  });
});
