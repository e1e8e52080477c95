import { RowFault } from '../row-fault.ts';
import type { SqlValue } from '../value.ts';

/** Made for one order. All boundaries are looked at, so that a list out of order fails whatever the value is. */
export const rangeBucket =
  (order: (a: never, b: never) => number) =>
  (value: SqlValue, boundaries: readonly SqlValue[]): number | null => {
    if (Number.isNaN(value)) return null;
    let count = 0;
    for (const [at, boundary] of boundaries.entries()) {
      const previous = boundaries[at - 1];
      if (boundary === null || Number.isNaN(boundary)) throw new RowFault(`the boundary ${at + 1} is NULL or NaN`);
      if (previous !== undefined && order(previous as never, boundary as never) > 0) {
        throw new RowFault(`the boundaries ${at} and ${at + 1} do not ascend`);
      }
      if (order(boundary as never, value as never) <= 0) count += 1;
    }
    return count;
  };
