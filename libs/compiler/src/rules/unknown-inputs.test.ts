import { describe, expect, it } from 'vitest';
import { aggregation, complaints, group } from '../flights.fixture.ts';
import { faultsOf, objectOf, sums } from '../objects.fixture.ts';

describe('keys, inputs and buckets are selected', () => {
  it('a key', () => {
    expect(complaints(group({ keys: ['orign'] }))).toMatchInlineSnapshot(`
      [
        "15 unknown-column: The key "orign" is not a column that the sources select. | Did you mean origin?",
      ]
    `);
  });

  it('an input and a bucket', () => {
    expect(
      complaints(
        group({
          aggregations: [
            aggregation({ input: 'delai' }),
            aggregation({ place: { file: 'f', line: 30, column: 1 }, buckets: ['dest'] }),
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "30 unknown-column: The bucket "dest" is not a column that the sources select. | Add it to select; selected are origin, destination, delay, late.",
        "20 unknown-column: The input "delai" is not a column that the sources select. | Did you mean delay?",
      ]
    `);
  });
});

it('has nothing against those that are selected, and the time', () => {
  expect(complaints(group({ aggregations: [aggregation({ input: 'ts', operation: 'MAX' })] }))).toEqual([]);
});

it('refuses an aggregation of nothing', () => {
  expect(faultsOf(objectOf('group-by', sums({ aggregations: [{ operation: 6 }] })))).toMatchInlineSnapshot(`
    [
      "aggregations[0] missing-input: This aggregation names no input column. | Every operation reads a column: delay.sum(…) reads delay.",
    ]
  `);
});
