import { RowFault } from '../row-fault.ts';
import type { Int64 } from '../value.ts';

/** The most pairs of characters that are compared: two texts of 10,000 characters. */
const PAIRS_MAX = 100_000_000;

/**
 * The fewest characters to insert, delete or replace (Levenshtein), or `most` where it takes more. Compares each character of the one with those of the
 * other that are at most `most` places apart; a fault where that is more than 10^8 pairs.
 */
export function editDistance(a: string, b: string, most?: Int64): number {
  if (most !== undefined && most < 0) throw new RowFault(`the greatest distance ${most} is negative`);
  const [rows, columns] = [Array.from(a), Array.from(b)];
  const limit = Math.min(
    most === undefined ? Number.POSITIVE_INFINITY : Number(most),
    Math.max(rows.length, columns.length),
  );
  if (Math.abs(rows.length - columns.length) >= limit) return limit;
  if (rows.length * Math.min(columns.length, 2 * limit + 1) > PAIRS_MAX) {
    throw new RowFault(`texts of ${rows.length} and ${columns.length} characters are too long to compare`);
  }
  return Math.min(limit, bandedDistance(rows, columns, limit));
}

/** Row by row, of which only what is within `limit` of the diagonal is looked at; what lies outside of it counts as beyond the limit. */
function bandedDistance(rows: readonly string[], columns: readonly string[], limit: number): number {
  let above = Int32Array.from({ length: columns.length + 1 }, (_, at) => at);
  let current = new Int32Array(columns.length + 1);
  for (const [row, character] of rows.entries()) {
    const from = Math.max(1, row + 1 - limit);
    const to = Math.min(columns.length, row + 1 + limit);
    current[from - 1] = from === 1 ? row + 1 : limit + 1;
    if (to === row + 1 + limit) above[to] = limit + 1;
    for (let column = from; column <= to; column++) {
      const replaced = (above[column - 1] ?? 0) + (columns[column - 1] === character ? 0 : 1);
      current[column] = Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
    }
    [above, current] = [current, above];
  }
  return above[columns.length] ?? 0;
}
