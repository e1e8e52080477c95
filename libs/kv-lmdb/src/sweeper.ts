import { keyAfter } from '@isochron/kv';
import { packCells, unpackCells } from './packed-cells.ts';
import { type Bytes, type Family, oldestMs, type Table } from './tables.ts';

/** Rows that are gone through for each that a call writes, so that what is too old comes to half of what is not at most; and some more, where a call writes few. */
const ROWS_PER_WRITTEN = 3;
const ROWS_MORE = 16;
/** Of values; more end a sweep early. */
const BYTES_MAX = 8 * 2 ** 20;

/**
 * Takes out what is too old. It goes round a table's families of which cells have an age, some rows with each call that writes to the table: more than it writes, so that what
 * is too old goes faster than rows come, and no call waits for all of it. A table that nobody writes to keeps its space.
 */
export class Sweeper {
  /** Where the next sweep of a family goes on; it begins anew with the process. */
  readonly #next = new Map<Bytes, Uint8Array>();

  /** Whether any family of the table has cells that grow too old. */
  static isNeeded({ families }: Table): boolean {
    return [...families.values()].some(({ ageMaxMs }) => ageMaxMs !== undefined);
  }

  /** Runs in a write transaction, of its own: one that fails for want of room must not take back the room that was made. */
  sweep(table: Table, rowsWritten: number, nowMs: number): void {
    for (const family of table.families.values()) {
      if (family.ageMaxMs !== undefined) this.#sweep(family, ROWS_PER_WRITTEN * rowsWritten + ROWS_MORE, nowMs);
    }
  }

  #sweep(family: Family, rowsMax: number, nowMs: number): void {
    const { database } = family;
    const start = this.#next.get(database);
    const fromMs = oldestMs(family, nowMs);
    const found: { readonly key: Uint8Array; readonly value: Buffer }[] = [];
    let bytes = 0;
    // What is written while a range is walked may move it, so it is walked first.
    for (const { key, value } of database.getRange({ ...(start === undefined ? {} : { start }), limit: rowsMax })) {
      found.push({ key: Uint8Array.from(key), value: Buffer.from(value) });
      bytes += value.length;
      if (bytes > BYTES_MAX) break;
    }
    for (const { key, value } of found) {
      const cells = unpackCells(value);
      const young = cells.filter(({ timestampMs }) => timestampMs >= fromMs);
      if (young.length === 0) database.removeSync(key);
      else if (young.length < cells.length) database.putSync(key, packCells(young));
    }
    const last = found.at(-1);
    if (last === undefined || (found.length < rowsMax && bytes <= BYTES_MAX)) this.#next.delete(database);
    else this.#next.set(database, keyAfter(last.key));
  }
}
