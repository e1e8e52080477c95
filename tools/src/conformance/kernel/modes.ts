import { codecOf } from '@isochron/avro';
import type { Column, ColumnCase, ColumnRow } from './column.ts';

/** How a case folds its rows; answers the slot that holds the result. */
export type Mode = (column: Column, of: ColumnCase) => number;

const fold: Mode = (column, { rows }) => foldOf(column, rows);

/** Three partial states, of the rows at 0, 3, 6, …, at 1, 4, … and at 2, 5, …; then the second and the third into the first. */
const merge: Mode = (column, { rows }) => {
  const [first = 0, ...others] = [0, 1, 2].map((part) => foldOf(column, everyThird(rows, part)));
  for (const other of others) column.merge(first, other);
  return first;
};

/** The first half of the rows goes through the bytes of its IR before the rest is merged into it. */
const roundtrip: Mode = (column, { rows }) => {
  const half = Math.floor(rows.length / 2);
  const codec = codecOf(column.bound.ir);
  const ir = column.ir(foldOf(column, rows.slice(0, half)));
  const back = column.slot();
  column.write(back, ir === null ? null : codec.decode(codec.encode(ir)));
  column.merge(back, foldOf(column, rows.slice(half)));
  return back;
};

/** A single row is taken back from a state that never saw it. What cannot be taken back is computed anew without it. */
const withdraw: Mode = (column, { rows, deleted }) => {
  const kept = rows.filter((_, index) => !deleted.includes(index));
  if (!column.bound.deletable) return foldOf(column, kept);
  const slot = rows.length === 1 ? column.slot() : foldOf(column, rows);
  column.remove(
    slot,
    rows.filter((_, index) => deleted.includes(index)),
  );
  return slot;
};

const modes: ReadonlyMap<string, Mode> = new Map([
  ['fold', fold],
  ['bucket', fold],
  ['merge', merge],
  ['roundtrip', roundtrip],
  ['delete', withdraw],
]);

/** A mode nobody knows throws: a case that was not run as it says would prove nothing. */
export function modeOf({ mode }: ColumnCase): Mode {
  const found = modes.get(mode);
  if (found === undefined) throw new Error(`no way is known to run the mode "${mode}"`);
  return found;
}

function foldOf(column: Column, rows: readonly ColumnRow[]): number {
  const slot = column.slot();
  column.update(slot, rows);
  return slot;
}

const everyThird = (rows: readonly ColumnRow[], part: number): readonly ColumnRow[] =>
  rows.filter((_, index) => index % 3 === part);
