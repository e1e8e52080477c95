import type { CellView } from '@isochron/kv';

/** A cell as a store shows it, among other bytes. */
export function viewOf({ qualifier, value }: { readonly qualifier: Uint8Array; readonly value: Uint8Array }): CellView {
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
