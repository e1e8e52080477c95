import { longType, stringType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { examplesOf, goldenText, valueOver } from '../../room.fixture.ts';

const examples = examplesOf('LAST', [
  'ints',
  'longs',
  'doubles',
  'strings',
  'booleans',
  'lists',
  'maps',
  'bucketedDoubles',
]);

describe('LAST', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('of one instant is the greatest value', () => {
    expect(
      valueOver({
        operation: 'LAST',
        input: longType,
        rows: [
          [4, 9],
          [5, -1],
          [5, 2],
        ],
      }),
    ).toBe(2);
  });

  test('never is null while an earlier event has a value', () => {
    expect(
      valueOver({
        operation: 'LAST',
        input: stringType,
        rows: [
          [4, 'a'],
          [5, null],
        ],
      }),
    ).toBe('a');
  });
});
