/*
 * Keys that fetchers and writers of streams share.
 */

/** The key under which a tile lies in the KV store. */
struct TileKey {
  /** The dataset that the tile belongs to, such as `TEAM_NAME_V1__0_STREAMING`. */
  1: optional string dataset,
  /** The entity's key in Avro binary. */
  2: optional list<byte> keyBytes,
  /** The span that the tile covers; milliseconds. */
  3: optional i64 tileSizeMillis,
  /** The first instant of the tile, in milliseconds since the epoch; unset when a range of tiles is asked for. */
  4: optional i64 tileStartTimestampMillis,
}
