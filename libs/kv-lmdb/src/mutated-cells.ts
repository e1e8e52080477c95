import type { Mutation } from '@isochron/kv';
import { compareBytes } from '@isochron/schema';
import { compareCells, type PackedCell } from './packed-cells.ts';

/** What a family keeps. */
export interface Kept {
  readonly versionsMax: number;
  /** Cells of earlier timestamps go. */
  readonly fromMs: number;
}

/** The cells of a family after mutations of its row, in their order; `there` are those it has. Mutations of other families do nothing here. */
export function mutatedCells(
  there: readonly PackedCell[],
  family: string,
  mutations: readonly Mutation[],
  { versionsMax, fromMs }: Kept,
): readonly PackedCell[] {
  const [only] = mutations;
  // Most rows that are written are new, and get one cell.
  if (there.length === 0 && mutations.length === 1 && (only?.kind === 'set' || only?.kind === 'replace'))
    return only.family === family && only.timestampMs >= fromMs ? [only] : [];
  let cells = new CellsByColumn(there);
  for (const mutation of mutations) {
    if (mutation.kind === 'delete-row') cells = new CellsByColumn([]);
    else if (mutation.family !== family) continue;
    else if (mutation.kind === 'delete-family') cells = new CellsByColumn([]);
    else if (mutation.kind === 'delete-column') cells.delete(mutation.qualifier);
    else if (mutation.kind === 'replace') cells.replace(mutation);
    else cells.set(mutation);
  }
  return cells.newest(versionsMax).filter(({ timestampMs }) => timestampMs >= fromMs);
}

/** A call may hold tens of thousands of mutations of one row, so columns are found by name and not by going through them. */
class CellsByColumn {
  readonly #columns = new Map<string, PackedCell[]>();

  constructor(cells: readonly PackedCell[]) {
    for (const cell of cells) this.#columnOf(cell.qualifier).push(cell);
  }

  delete(qualifier: Uint8Array): void {
    this.#columns.delete(nameOf(qualifier));
  }

  replace(cell: PackedCell): void {
    this.#columns.set(nameOf(cell.qualifier), [cell]);
  }

  set(cell: PackedCell): void {
    const column = this.#columnOf(cell.qualifier);
    const same = column.findIndex(({ timestampMs }) => timestampMs === cell.timestampMs);
    if (same >= 0) column[same] = cell;
    else column.push(cell);
  }

  newest(versionsMax: number): readonly PackedCell[] {
    const columns = [...this.#columns.values()].filter((column) => column.length > 0);
    for (const column of columns) column.sort(compareCells);
    columns.sort(([a], [b]) => compareBytes(a?.qualifier ?? NOTHING, b?.qualifier ?? NOTHING));
    return columns.flatMap((column) => column.slice(0, versionsMax));
  }

  #columnOf(qualifier: Uint8Array): PackedCell[] {
    const name = nameOf(qualifier);
    const column = this.#columns.get(name) ?? [];
    this.#columns.set(name, column);
    return column;
  }
}

const NOTHING = new Uint8Array();

const nameOf = (qualifier: Uint8Array): string => Buffer.from(qualifier).toString('latin1');
