import type { Column, Field } from '@isochron/rpc/fetcher';
import { IsochronError } from '@isochron/schema';

/** A row of a request: keys, or what is given besides, by name. null is a value that is missing. */
export type RequestRow = { readonly [name: string]: string | number | bigint | boolean | Uint8Array | null };

interface WrittenColumn {
  readonly strings: string[];
  readonly longs: string[];
  readonly doubles: number[];
  readonly bools: boolean[];
  readonly blobs: Buffer[];
  readonly nulls: number[];
}

/** The columns of rows, as the server's types of them ask. INVALID_ARGUMENT says which row has what where something else should stand. */
export function columnsOf(rows: readonly RequestRow[], fields: readonly Field[]): { readonly [name: string]: Column } {
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  const columns: Record<string, WrittenColumn> = {};
  for (const [at, row] of rows.entries()) {
    for (const [name, value] of Object.entries(row)) {
      const type = types.get(name);
      if (type === undefined) {
        throw new IsochronError(
          'INVALID_ARGUMENT',
          `Row ${at} has "${name}", and it is asked by ${[...types.keys()].join(', ')}.`,
        );
      }
      columns[name] ??= { strings: [], longs: [], doubles: [], bools: [], blobs: [], nulls: [] };
      if (!put(columns[name], type, value, at)) {
        throw new IsochronError(
          'INVALID_ARGUMENT',
          `"${name}" of row ${at} is ${shown(value)}, and should be of type ${type}.`,
        );
      }
    }
  }
  for (const [name, column] of Object.entries(columns)) checkWhole(name, column, rows.length);
  return columns;
}

function checkWhole(name: string, column: WrittenColumn, rows: number): void {
  const { strings, longs, doubles, bools, blobs } = column;
  if (strings.length + longs.length + doubles.length + bools.length + blobs.length === rows) return;
  throw new IsochronError('INVALID_ARGUMENT', `Some rows have no "${name}"; give null where there is none.`);
}

/** False where a value is not of the type. */
function put(column: WrittenColumn, type: string, value: RequestRow[string] | undefined, row: number): boolean {
  if (value === null || value === undefined) {
    column.nulls.push(row);
    return put(column, type, nothing(type), row);
  }
  switch (type) {
    case 'INT64':
    case 'TIMESTAMP':
      if (typeof value !== 'bigint' && !(typeof value === 'number' && Number.isSafeInteger(value))) return false;
      column.longs.push(String(value));
      return true;
    case 'FLOAT64':
      if (typeof value !== 'number') return false;
      column.doubles.push(value);
      return true;
    case 'BOOL':
      if (typeof value !== 'boolean') return false;
      column.bools.push(value);
      return true;
    case 'BYTES':
      if (!(value instanceof Uint8Array)) return false;
      column.blobs.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength));
      return true;
    default:
      if (typeof value !== 'string') return false;
      column.strings.push(value);
      return true;
  }
}

/** What stands in the place of a null; it does not count, and it must be readable. */
function nothing(type: string): string | number | boolean | Uint8Array {
  if (type === 'INT64' || type === 'TIMESTAMP' || type === 'FLOAT64') return 0;
  if (type === 'BOOL') return false;
  if (type === 'BYTES') return new Uint8Array();
  if (type === 'DATE') return '1970-01-01';
  return type === 'STRING' ? '' : '0';
}

const shown = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : String(value).slice(0, 60);
