// Generated from thrift/fetcher.thrift by tools/src/generate.ts. Do not edit.

import type { StructDescriptor } from '../descriptor.ts';

/** The key under which a tile lies in the KV store. */
export interface TileKey {
  /** The dataset that the tile belongs to, such as `TEAM_NAME_V1__0_STREAMING`. */
  readonly dataset?: string;
  /** The entity's key in Avro binary. */
  readonly keyBytes?: Uint8Array;
  /** The span that the tile covers; milliseconds. */
  readonly tileSizeMillis?: number | bigint;
  /** The first instant of the tile, in milliseconds since the epoch; unset when a range of tiles is asked for. */
  readonly tileStartTimestampMillis?: number | bigint;
}

export const tileKeyStruct: StructDescriptor<TileKey> = {
  name: 'TileKey',
  kind: 'struct',
  fields: [
    { id: 1, name: 'dataset', type: { kind: 'string' }, requiredness: 'optional' },
    { id: 2, name: 'keyBytes', type: { kind: 'bytes' }, requiredness: 'optional' },
    { id: 3, name: 'tileSizeMillis', type: { kind: 'i64' }, requiredness: 'optional' },
    { id: 4, name: 'tileStartTimestampMillis', type: { kind: 'i64' }, requiredness: 'optional' },
  ],
};
