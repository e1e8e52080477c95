import { describe, expect, it } from 'vitest';
import { complaints, group, join, part, source } from '../flights.fixture.ts';

describe('nothing is empty', () => {
  it('of a group-by', () => {
    expect(complaints(group({ sources: [], keys: [], aggregations: [] }))).toMatchInlineSnapshot(`
      [
        "15 empty: This group-by has no aggregation. | Write aggregations: ({ … }) => [ … .sum('7d')].",
        "15 empty: This group-by has no key. | Write keys: ['…'].",
        "15 empty: This group-by has no source. | Write sources: [eventSource({ … })].",
      ]
    `);
  });

  it('selects', () => {
    expect(complaints(group({ sources: [source({ select: {} })], keys: [], aggregations: [] }))).toMatchInlineSnapshot(`
      [
        "5 empty: This source selects no column. | Write select: { origin: 'origin', … }.",
        "15 empty: This group-by has no aggregation. | Write aggregations: ({ … }) => [ … .sum('7d')].",
        "15 empty: This group-by has no key. | Write keys: ['…'].",
      ]
    `);
  });

  it('parts, and keys named twice', () => {
    expect(complaints(join([]), group({ keys: ['origin', 'origin'] }))).toMatchInlineSnapshot(`
      [
        "15 empty: The key "origin" is named twice. | Name it once.",
        "35 empty: This join has no part. | Write parts: [part(…)].",
      ]
    `);
  });
});

it('has nothing against what is whole', () => {
  const byOrigin = group();
  expect(complaints(byOrigin, join([part(byOrigin)]))).toEqual([]);
});
