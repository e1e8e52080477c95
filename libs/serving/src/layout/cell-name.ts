import { bytesOfText, type CellView, type ColumnRange, keyAfterPrefix } from '@isochron/kv';

/**
 * Qualifiers of the cells of a row in `features`, which is all that the store has of a key:
 *
 * | bytes | |
 * |---|---|
 * | 1 | `b`: what a batch generation has of the key; `t`: its tiles, packed (`packTiles`) |
 * | 6 | the generation, big-endian |
 * | 1 | of `b`: `v`, a value; `x`, that there is none, and why |
 *
 * Those of all generations stand in one row, because a request reads what one of them has and the tiles: together they are one lookup where apart they were two.
 * What a batch generation has comes before tiles.
 */
export type CellName = Uint8Array;

/** How the cells of a batch generation are called, of which a row has one at most. */
export interface BatchCellNames {
  readonly value: CellName;
  readonly refusal: CellName;
}

const GENERATION_BYTES = 6;

export function batchCellNamesOf(generation: number): BatchCellNames {
  return { value: nameOf('b', generation, 'v'), refusal: nameOf('b', generation, 'x') };
}

/** Tiles have generations of their own. */
export const tilesCellNameOf = (generation: number): CellName => nameOf('t', generation, '');

/** Where a scan finds the rows that a batch generation has something of. */
export function batchColumnsOf(generation: number): ColumnRange {
  const from = nameOf('b', generation, '');
  const to = keyAfterPrefix(from);
  return { family: 'value', from, ...(to === null ? {} : { to }) };
}

/** Whether a cell in view is called so. Names differ most at their ends. */
export function isNamed({ bytes, qualifierStart, qualifierEnd }: CellView, name: CellName): boolean {
  const { length } = name;
  if (qualifierEnd - qualifierStart !== length) return false;
  for (let at = length - 1; at >= 0; at--) if (bytes[qualifierStart + at] !== name[at]) return false;
  return true;
}

function nameOf(kind: 'b' | 't', generation: number, what: 'v' | 'x' | ''): CellName {
  const name = new Uint8Array(1 + GENERATION_BYTES + what.length);
  name.set(bytesOfText(kind));
  const view = new DataView(name.buffer);
  view.setUint16(1, Math.floor(generation / 2 ** 32));
  view.setUint32(3, generation % 2 ** 32);
  name.set(bytesOfText(what), 1 + GENERATION_BYTES);
  return name;
}
