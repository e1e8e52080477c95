import type { CellView } from '@isochron/kv';
import { expect, it } from 'vitest';
import { type BatchValue, batchCellOf, batchValueOf, isValue } from './batch-value.ts';

/** A cell as a store shows it, among other bytes. */
function viewOf({ qualifier, value }: ReturnType<typeof batchCellOf>): CellView {
  const bytes = Uint8Array.of(9, ...qualifier, 9, ...value, 9);
  const valueStart = 2 + qualifier.length;
  const span = {
    qualifierStart: 1,
    qualifierEnd: 1 + qualifier.length,
    valueStart,
    valueEnd: valueStart + value.length,
  };
  return { family: 'value', timestampMs: 1, bytes, ...span };
}

it('says what was written', () => {
  const values: readonly BatchValue[] = [
    { kind: 'value', bytes: Uint8Array.of(1, 2, 3) },
    { kind: 'value', bytes: new Uint8Array() },
    { kind: 'refusal', reason: 'A sum is beyond 64 bits.' },
  ];
  for (const value of values) {
    const view = viewOf(batchCellOf(value));
    expect(batchValueOf(view)).toEqual(value);
    expect(isValue(view)).toBe(value.kind === 'value');
  }
});
