import { describe, expect, it } from 'vitest';
import { aggregate, changing, faultsOf, objectOf, orders, sums, users } from '../objects.fixture.ts';

const withoutTime = { selects: { user: 'user', price: 'price' }, startPartition: '2024-01-01' };

describe('a time is said where it counts', () => {
  it('of events that are exact at the instant', () => {
    const sources = [orders({ query: withoutTime, topic: 'orders' })];
    expect(faultsOf(objectOf('group-by', sums({ sources })))).toMatchInlineSnapshot(`
      [
        "sources[0] missing-time: This source says no time, and the features of a TEMPORAL group-by are exact at the instant. | Write time: with whole milliseconds since the epoch, such as UNIX_MILLIS(created_at).",
      ]
    `);
  });

  it('of a cumulative table', () => {
    const sources = [orders({ query: withoutTime, isCumulative: true })];
    expect(faultsOf(objectOf('group-by', sums({ sources })))).toMatchInlineSnapshot(`
      [
        "sources[0] missing-time: This source says no time, and of a cumulative table every partition holds all times. | Write time: with whole milliseconds since the epoch, such as UNIX_MILLIS(created_at).",
      ]
    `);
  });

  it('of entities in windows, and where the first or the last counts', () => {
    const aggregations = [aggregate('age', 'SUM', 7)];
    expect(faultsOf(objectOf('group-by', sums({ sources: [users()], aggregations })))).toMatchInlineSnapshot(`
      [
        "sources[0] missing-time: This source says no time, and age_sum_7d has a window. | Write time: with whole milliseconds since the epoch, such as UNIX_MILLIS(created_at).",
      ]
    `);
    const last = [aggregate('age', 'LAST')];
    expect(faultsOf(objectOf('group-by', sums({ sources: [users()], aggregations: last })))).toMatchInlineSnapshot(`
      [
        "sources[0] missing-time: This source says no time, and age_last depends on which row is first and which last. | Write time: with whole milliseconds since the epoch, such as UNIX_MILLIS(created_at).",
      ]
    `);
  });

  it('and nowhere else', () => {
    const all = [aggregate('age', 'SUM')];
    expect(faultsOf(objectOf('group-by', sums({ sources: [users()], aggregations: all })))).toEqual([]);
    expect(faultsOf(objectOf('group-by', sums({ sources: [changing()], aggregations: all })))).toEqual([]);
    expect(faultsOf(objectOf('group-by', sums({ sources: [orders({ query: withoutTime })] })))).toEqual([]);
  });
});
