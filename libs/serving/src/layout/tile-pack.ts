import { IsochronError } from '@isochron/schema';

/**
 * The tiles of a key in one value, so that one lookup has them all: for each tile where it starts (f64, milliseconds), the length of what follows (u32), and
 * the tile as an Avro single object; little-endian.
 */
export interface PackedTile {
  readonly startMs: number;
  /** Avro's single-object encoding of a value of `tileIrType`. */
  readonly bytes: Uint8Array;
}

export const packedTileHeadBytes = 8 + 4;

export function packTiles(tiles: readonly PackedTile[]): Uint8Array {
  const packed = new Uint8Array(tiles.reduce((sum, { bytes }) => sum + packedTileHeadBytes + bytes.length, 0));
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const { startMs, bytes } of tiles) {
    view.setFloat64(at, startMs, true);
    view.setUint32(at + 8, bytes.length, true);
    packed.set(bytes, at + packedTileHeadBytes);
    at += packedTileHeadBytes + bytes.length;
  }
  return packed;
}

/** Views into the packed bytes. Throws DATA_LOSS where a tile is cut off. */
export function unpackTiles(packed: Uint8Array): PackedTile[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const tiles: PackedTile[] = [];
  for (let at = 0; at < packed.length; ) {
    const start = at + packedTileHeadBytes;
    const end = start <= packed.length ? start + view.getUint32(at + 8, true) : Infinity;
    if (end > packed.length) {
      throw new IsochronError(
        'DATA_LOSS',
        `Packed tiles of ${packed.length} bytes are cut off within one; write them anew.`,
      );
    }
    tiles.push({ startMs: view.getFloat64(at, true), bytes: packed.subarray(start, end) });
    at = end;
  }
  return tiles;
}
