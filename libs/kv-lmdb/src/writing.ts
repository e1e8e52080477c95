import { type Condition, checkFamilyBytes, type RowMutation } from '@isochron/kv';
import { compareBytes } from '@isochron/schema';
import { mutatedCells } from './mutated-cells.ts';
import { packCells, packedBytes, unpackCells } from './packed-cells.ts';
import { type Family, oldestMs, type Table } from './tables.ts';

/** Applies mutations to a row. Runs in a write transaction; it throws before it writes, or because of LMDB, which then gives up all of the transaction. */
export function mutateRow(table: Table, { key, mutations }: RowMutation, nowMs: number): void {
  const isWhole = mutations.some(({ kind }) => kind === 'delete-row');
  const touched = isWhole ? [...table.families.values()] : familiesOf(table, { key, mutations });
  const packed = touched.map((family) => {
    const kept = family.database.getBinary(key);
    const keeps = { versionsMax: family.versionsMax, fromMs: oldestMs(family, nowMs) };
    const cells = mutatedCells(kept === undefined ? [] : unpackCells(kept), family.name, mutations, keeps);
    checkFamilyBytes(packedBytes(cells), family.name, key);
    return { family, next: cells.length === 0 ? null : packCells(cells), isThere: kept !== undefined };
  });
  for (const { family, next, isThere } of packed) {
    if (next !== null) family.database.putSync(key, next);
    else if (isThere) family.database.removeSync(key);
  }
}

/** Runs in a write transaction, so nothing comes between this and what is written after it. */
export function holds(
  table: Table,
  key: Uint8Array,
  { family: name, qualifier, value }: Condition,
  nowMs: number,
): boolean {
  const family = table.families.get(name);
  const kept = family?.database.getBinary(key);
  const fromMs = family === undefined ? 0 : oldestMs(family, nowMs);
  const cells = kept === undefined ? [] : unpackCells(kept);
  const cell = cells.find((each) => each.timestampMs >= fromMs && isSame(each.qualifier, qualifier));
  return value === null ? cell === undefined : cell !== undefined && isSame(cell.value, value);
}

/** The names of the families that mutations name. */
export function familyNames(rows: readonly RowMutation[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { mutations } of rows)
    for (const mutation of mutations) if (mutation.kind !== 'delete-row') names.add(mutation.family);
  return names;
}

function familiesOf(table: Table, row: RowMutation): readonly Family[] {
  const names = familyNames([row]);
  return [...table.families.values()].filter(({ name }) => names.has(name));
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && compareBytes(a, b) === 0;
