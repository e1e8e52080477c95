import type { LambdaColumns } from '@isochron/aggregation';
import { type AvroSchema, dataTypeOf, fingerprintOf, sameShape, singleObjectHeaderLength } from '@isochron/avro';
import { IsochronError } from '@isochron/schema';
import { packedTileHeadBytes } from '../layout/tile-pack.ts';
import { type AvroNodeField, avroNodeOf } from './avro-node.ts';
import { type ColumnField, type PackedDecoder, packedDecoder } from './columns-decoder.ts';
import type { Cursor } from './cursor.ts';
import type { Texts } from './texts.ts';

/** Reads packed tiles straight into states. Tiles of several schemas may stand side by side; each says which by its fingerprint. */
export class TileDecoder {
  /** How many tiles were read last, and from which slot on they stand. */
  count = 0;
  first = 0;
  readonly #columns: LambdaColumns;
  readonly #known: readonly PackedDecoder[];

  constructor(columns: LambdaColumns, schemas: readonly AvroSchema[], texts: Texts) {
    this.#columns = columns;
    this.#known = schemas.map((schema) => knownOf(columns, schema, texts));
  }

  /**
   * Reads all tiles; `startsMs` of the columns then has where they start. Throws FAILED_PRECONDITION for a tile of a schema that was not given: what it means is
   * not to be guessed.
   */
  read(cursor: Cursor): void {
    const count = countTiles(cursor);
    const columns = this.#columns;
    this.count = count;
    this.first = columns.takeTiles(count);
    let slot = this.first;
    while (cursor.at < cursor.end) {
      const before = slot;
      for (let index = 0; index < this.#known.length; index++) {
        slot = (this.#known[index] as PackedDecoder)(cursor, slot, columns.startsMs);
      }
      if (slot === before) throw unknownSchema(cursor);
    }
  }
}

/** Each decoder has passed over the next tile. */
function unknownSchema({ bytes, at }: Cursor): IsochronError {
  const from = at + packedTileHeadBytes;
  const head = [...bytes.subarray(from, from + singleObjectHeaderLength)];
  return new IsochronError(
    'FAILED_PRECONDITION',
    `A tile has the head ${head.map((byte) => byte.toString(16).padStart(2, '0')).join('')}, of no schema that is known; publish the definition that it was written by.`,
  );
}

function countTiles(cursor: Cursor): number {
  const { view, end } = cursor;
  let count = 0;
  for (let at = cursor.at; at < end; count++) {
    const start = at + packedTileHeadBytes;
    at = start + singleObjectHeaderLength <= end ? start + view.getUint32(at + 8, true) : Infinity;
    if (at > end) cursor.fail('a tile is cut off');
  }
  return count;
}

function knownOf(columns: LambdaColumns, schema: AvroSchema, texts: Texts): PackedDecoder {
  const root = avroNodeOf(schema);
  const fields = root.shape.kind === 'record' ? root.shape.fields : [];
  const [collapsed, ...rest] = fields;
  if (collapsed?.name !== 'collapsedIr' || collapsed.node.shape.kind !== 'record') {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `The Avro schema ${JSON.stringify(schema).slice(0, 200)} is not that of tiles.`,
    );
  }
  const head = new DataView(new ArrayBuffer(singleObjectHeaderLength));
  head.setUint16(0, 0xc301);
  head.setBigUint64(2, fingerprintOf(schema), true);
  const record = {
    head: { low: head.getUint32(0, true), middle: head.getUint32(4, true), high: head.getUint16(8, true) },
    fields: columnFields(columns, collapsed.node.shape.fields, schema),
    nullAt: collapsed.node.nullAt,
    rest: rest.map(({ node }) => node),
  };
  return packedDecoder(record, texts);
}

/** Columns that were of another type, or of other arguments, are told as if they were not written: a changed column is another one. */
function columnFields(
  columns: LambdaColumns,
  fields: readonly AvroNodeField[],
  schema: AvroSchema,
): readonly ColumnField[] {
  const type = dataTypeOf(schema);
  const collapsed = type.kind === 'struct' ? type.fields[0]?.type : undefined;
  const types = new Map(collapsed?.kind === 'struct' ? collapsed.fields.map((field) => [field.name, field.type]) : []);
  const wanted = columns.columns.map(({ base, states }) => {
    const field = fields.find(({ name, feature }) => (feature === null ? name === base.name : feature === base.state));
    const written = field === undefined ? undefined : types.get(field.name);
    const isFound = written !== undefined && sameShape(written, base.bound.ir);
    return { field: isFound ? field : undefined, states };
  });
  const found = fields.map((field) => {
    const states = wanted.find((each) => each.field === field)?.states;
    return { node: field.node, into: states === undefined ? null : { states, slot: null } };
  });
  const missing = wanted.filter(({ field }) => field === undefined);
  return [...found, ...missing.map(({ states }) => ({ node: null, into: { states, slot: null } }))];
}
