import type { CellVisitor, ColumnRange, ReadRequest, ScanEnd, ScanRequest } from '@isochron/kv';
import { compareBytes, IsochronError } from '@isochron/schema';
import { CellReader } from './packed-cells.ts';
import { type Family, oldestMs, type Table } from './tables.ts';

/** A family as a request asks for it. */
interface AskedFamily {
  readonly family: Family;
  readonly range: ColumnRange;
  readonly versions: number;
  /** Cells of earlier timestamps are not there. */
  readonly fromMs: number;
  readonly reader: CellReader;
}

/** Visits what the keys have; all within the read transaction that is open, so that every row is whole. */
export function readKeys(table: Table, request: ReadRequest, nowMs: number, visit: CellVisitor): void {
  const asked = askedFamilies(table, request, nowMs);
  const { keys } = request;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as Uint8Array;
    for (let index = 0; index < asked.length; index++) {
      const each = asked[index] as AskedFamily;
      const packed = each.family.database.getBinaryFast(key);
      if (packed === undefined) continue;
      each.reader.start(packed, packed.length);
      visitCells(each, row, key, visit);
    }
  }
}

/** As {@link readKeys}: the families of a table are walked side by side, the least key first. */
export function scanKeys(table: Table, request: ScanRequest, nowMs: number, visit: CellVisitor): ScanEnd {
  const asked = askedFamilies(table, request, nowMs);
  const walks = asked.map(({ family }) => walk(family, request));
  const heads = walks.map((each) => each.next());
  let rows = 0;
  try {
    for (;;) {
      const key = leastKey(heads);
      if (key === null) return { rows, next: null };
      if (rows === request.rowsMax) return { rows, next: key };
      let isVisited = false;
      asked.forEach((each, index) => {
        const head = heads[index];
        if (head === undefined || head.done === true || compareBytes(head.value.key, key) !== 0) return;
        each.reader.start(head.value.value, head.value.value.length);
        const found = visitCells(each, rows, key, visit);
        isVisited ||= found;
      });
      if (isVisited) rows++;
      heads.forEach((head, index) => {
        const own = walks[index];
        if (own !== undefined && head.done !== true && compareBytes(head.value.key, key) === 0)
          heads[index] = own.next();
      });
    }
  } finally {
    for (const each of walks) each.return?.();
  }
}

type Entry = { readonly key: Uint8Array; readonly value: Uint8Array };

function walk(family: Family, { from, to }: ScanRequest): Iterator<Entry, unknown> {
  const bounds = { ...(from.length > 0 ? { start: from } : {}), ...(to === null ? {} : { end: to }) };
  return family.database.getRange(bounds)[Symbol.iterator]();
}

function leastKey(heads: readonly IteratorResult<Entry, unknown>[]): Uint8Array | null {
  let least: Uint8Array | null = null;
  for (const head of heads) {
    if (head.done !== true && (least === null || compareBytes(head.value.key, least) < 0)) least = head.value.key;
  }
  return least;
}

/** Whether there were any. */
function visitCells(
  { reader, range: { from, to }, versions, fromMs }: AskedFamily,
  row: number,
  key: Uint8Array,
  visit: CellVisitor,
): boolean {
  let columnStart = -1;
  let columnEnd = -1;
  let seen = 0;
  let isVisited = false;
  while (reader.next()) {
    if (from !== undefined && reader.compareQualifier(from) < 0) continue;
    if (to !== undefined && reader.compareQualifier(to) >= 0) break;
    if (reader.timestampMs < fromMs) continue;
    seen = columnStart >= 0 && reader.hasQualifierAt(columnStart, columnEnd) ? seen + 1 : 1;
    columnStart = reader.qualifierStart;
    columnEnd = reader.qualifierEnd;
    if (seen > versions) continue;
    isVisited = true;
    visit(row, key, reader);
  }
  return isVisited;
}

function askedFamilies(
  table: Table,
  { columns, versions = 1 }: Pick<ReadRequest, 'columns' | 'versions'>,
  nowMs: number,
): readonly AskedFamily[] {
  return columns.map((range) => {
    const family = table.families.get(range.family);
    if (family === undefined) throw new Error(`Family ${range.family} was not looked for.`);
    if (versions > family.versionsMax) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `${versions} versions are asked of family "${family.name}" of table "${table.name}", which keeps ${family.versionsMax}.`,
      );
    }
    return { family, range, versions, fromMs: oldestMs(family, nowMs), reader: new CellReader(family.name) };
  });
}
