import { describe, expect, it } from 'vitest';
import { aggregation, complaints, group } from '../flights.fixture.ts';

describe('aggregations have the arguments they need', () => {
  it('a missing one', () => {
    expect(complaints(group({ aggregations: [aggregation({ operation: 'LAST_K' })] }))).toMatchInlineSnapshot(`
      [
        "20 missing-argument: LAST_K of delay needs the argument k. | Its arguments are k.",
      ]
    `);
  });

  it('one too many', () => {
    expect(complaints(group({ aggregations: [aggregation({ args: { k: '3' } })] }))).toMatchInlineSnapshot(`
      [
        "20 unknown-argument: AVERAGE of delay has no argument k. | It takes none.",
      ]
    `);
  });
});

it('has nothing against an argument that is asked for, and none where none is', () => {
  const aggregations = [aggregation({ operation: 'LAST_K', args: { k: '3' } }), aggregation()];
  expect(complaints(group({ aggregations }))).toEqual([]);
});
