import { tileKeyStruct, tileSummaryStruct, windowStruct } from '@isochron/thrift';
import { expect, test } from 'vitest';
import { plainStruct, structsOf } from './plain.ts';

test('structs are told by id, name and type; an enum is a number', () => {
  expect(structsOf([windowStruct])).toEqual({
    Window: [
      { id: 1, name: 'length', type: { kind: 'i32' } },
      { id: 2, name: 'timeUnit', type: { kind: 'i32' } },
    ],
  });
});

test('values keep every bit in JSON', () => {
  const summary = { percentiles: [-0, Number.NaN], histogram: { b: 2n ** 60n, a: 1 }, count: -5 };
  expect(plainStruct(tileSummaryStruct, summary)).toEqual({
    percentiles: ['8000000000000000', '7ff8000000000000'],
    histogram: [
      ['b', '1152921504606846976'],
      ['a', '1'],
    ],
    count: '-5',
  });
  expect(plainStruct(tileKeyStruct, { keyBytes: Uint8Array.of(1, 255) })).toEqual({ keyBytes: [1, -1] });
});
