import { intType, listType, longType, mapType, stringType, structType } from '@isochron/schema';
import { describe, expect, test } from 'vitest';
import { type Example, goldenText, refusalOf, valueOver } from '../../room.fixture.ts';

const item = structType('Item', [
  { name: 'sort_key', type: stringType },
  { name: 'unique_id', type: longType },
]);

const examples: readonly Example[] = [
  {
    operation: 'UNIQUE_TOP_K',
    input: intType,
    args: { k: '2' },
    rows: [
      [10, 5],
      [20, null],
      [20, 7],
      [20, -3],
      [30, 5],
    ],
  },
  {
    operation: 'UNIQUE_TOP_K',
    input: longType,
    args: { k: '2' },
    rows: [
      [10, 5],
      [20, null],
      [20, 9007199254740993n],
      [15, 5],
      [30, -2],
    ],
  },
  {
    operation: 'UNIQUE_TOP_K',
    input: stringType,
    args: { k: '2' },
    rows: [
      [10, 'b'],
      [20, null],
      [20, '\u{1F600}'],
      [20, '\uFF5E'],
      [30, 'b'],
    ],
  },
  {
    operation: 'UNIQUE_TOP_K',
    input: listType(intType),
    args: { k: '2' },
    rows: [
      [10, [5, null, 7]],
      [20, null],
      [30, []],
    ],
  },
  {
    operation: 'UNIQUE_TOP_K',
    input: mapType(stringType, intType),
    args: { k: '2' },
    rows: [
      [10, new Map([['x', 5]])],
      [
        20,
        new Map<string, number | null>([
          ['x', 7],
          ['y', null],
        ]),
      ],
    ],
  },
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
  {
    operation: 'UNIQUE_TOP_K',
    input: stringType,
    args: { k: '2' },
    bucketed: true,
    rows: [
      [10, 'b', 'p'],
      [20, null, 'q'],
      [20, '\u{1F600}', 'q'],
      [20, '\uFF5E', 'p'],
      [30, 'b', null],
    ],
  },
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
