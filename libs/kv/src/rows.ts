import { compareBytes } from '@isochron/schema';
import { copyOfBytes } from './bytes.ts';
import type { CellView, KeyValueStore, ReadRequest, ScanRequest } from './store.ts';

/** A cell that is the caller's own. */
export interface Cell {
  readonly family: string;
  readonly qualifier: Uint8Array;
  readonly timestampMs: number;
  readonly value: Uint8Array;
}

export interface Row {
  readonly key: Uint8Array;
  /** In the order of a visitor. */
  readonly cells: readonly Cell[];
}

export interface ScannedRows {
  readonly rows: readonly Row[];
  readonly next: Uint8Array | null;
}

/** A copy of the value of a cell in view. */
export const valueOfCell = ({ bytes, valueStart, valueEnd }: CellView): Uint8Array =>
  copyOfBytes(bytes, valueStart, valueEnd);

/** A `read` as copies, for who reads little: the cells of each key, in the order of the keys; none for a row that isn't there. */
export async function readRows(
  store: KeyValueStore,
  table: string,
  request: ReadRequest,
): Promise<readonly (readonly Cell[])[]> {
  const rows: Cell[][] = request.keys.map(() => []);
  await store.read(table, request, (row, _key, cell) => rows[row]?.push(copyOf(cell)));
  return rows;
}

/** A `scan` as copies. */
export async function scanRows(store: KeyValueStore, table: string, request: ScanRequest): Promise<ScannedRows> {
  const rows: { key: Uint8Array; cells: Cell[] }[] = [];
  const { next } = await store.scan(table, request, (row, key, cell) => {
    rows[row] ??= { key: copyOfBytes(key), cells: [] };
    rows[row].cells.push(copyOf(cell));
  });
  return { rows, next };
}

/** The newest value of a column, if the cells have one. */
export function valueIn(cells: readonly Cell[], family: string, qualifier: Uint8Array): Uint8Array | undefined {
  return cells.find((cell) => cell.family === family && compareBytes(cell.qualifier, qualifier) === 0)?.value;
}

function copyOf(cell: CellView): Cell {
  const { family, timestampMs, bytes, qualifierStart, qualifierEnd } = cell;
  return { family, timestampMs, qualifier: copyOfBytes(bytes, qualifierStart, qualifierEnd), value: valueOfCell(cell) };
}
