import { longType, stringType, structType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { type Example, examplesOf, goldenText, refusalOf, valueOver } from '../../room.fixture.ts';

const item = structType('Item', [
  { name: 'sort_key', type: stringType },
  { name: 'unique_id', type: longType },
]);

const examples: readonly Example[] = [
  ...examplesOf('UNIQUE_TOP_K', ['ints', 'longs', 'strings', 'lists', 'maps'], { k: '2' }),
  {
    operation: 'UNIQUE_TOP_K',
    input: item,
    args: { k: '2' },
    rows: [
      [10, { sort_key: 'a', unique_id: 1 }],
      [20, { sort_key: 'c', unique_id: 1 }],
      [30, { sort_key: 'b', unique_id: 2 }],
    ],
  },
  ...examplesOf('UNIQUE_TOP_K', ['bucketedStrings'], { k: '2' }),
];

describe('UNIQUE_TOP_K', () => {
  test('IRs are as recorded', async () => {
    await expect(goldenText(examples)).toMatchFileSnapshot('ir.golden.txt');
  });

  test('shows every value once', () => {
    const rows = [
      [1, 3],
      [2, 5],
      [3, 5],
      [4, 4],
    ] as const;
    expect(valueOver({ operation: 'UNIQUE_TOP_K', input: longType, args: { k: '3' }, rows })).toEqual([5, 4, 3]);
  });

  test('an id that fell out comes back with a better value', () => {
    const rows = [
      [1, 'a', 1],
      [2, 'b', 2],
      [3, 'c', 3],
      [4, 'd', 1],
    ] as const;
    const structs = rows.map(([ts, sort_key, unique_id]) => [ts, { sort_key, unique_id }] as const);
    expect(valueOver({ operation: 'UNIQUE_TOP_K', input: item, args: { k: '2' }, rows: structs })).toEqual([
      { sort_key: 'd', unique_id: 1 },
      { sort_key: 'c', unique_id: 3 },
    ]);
  });

  test('says which structs it takes', () => {
    expect(refusalOf('UNIQUE_TOP_K', structType('S', []), { k: '1' })).toContain(
      'sort_key: string and unique_id: long',
    );
  });
});
