import { expect, it } from 'vitest';
import { type BatchValue, batchCellOf, batchValueOf } from './batch-value.ts';
import { viewOf } from './cell.fixture.ts';
import { batchCellNamesOf, tilesCellNameOf } from './cell-name.ts';

const values: readonly BatchValue[] = [
  { kind: 'value', bytes: Uint8Array.of(1, 2, 3) },
  { kind: 'value', bytes: new Uint8Array() },
  { kind: 'refusal', reason: 'A sum is beyond 64 bits.' },
];

it('says what was written', () => {
  const names = batchCellNamesOf(7);
  for (const value of values) expect(batchValueOf(viewOf(batchCellOf(names, value)), names)).toEqual(value);
});

it('says nothing of what other generations have, nor of tiles', () => {
  for (const value of values)
    expect(batchValueOf(viewOf(batchCellOf(batchCellNamesOf(7), value)), batchCellNamesOf(8))).toBeNull();
  const tiles = { qualifier: tilesCellNameOf(7), value: new Uint8Array(3) };
  expect(batchValueOf(viewOf(tiles), batchCellNamesOf(7))).toBeNull();
});
