import type { LambdaColumns } from '@isochron/aggregation';
import { type AvroSchema, dataTypeOf, fingerprintOf, sameShape, singleObjectHeaderLength } from '@isochron/avro';
import { IsochronError } from '@isochron/schema';
import { packedTileHeadBytes } from '../layout/tile-pack.ts';
import { type AvroNodeField, avroNodeOf } from './avro-node.ts';
import { type ColumnsDecoder, columnsDecoder } from './columns-decoder.ts';
import type { Cursor } from './cursor.ts';
import { type Skipper, skipperOf } from './value-reader.ts';

interface Known {
  /** The head of a single object of this schema, as words. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly isNullable: boolean;
  readonly read: ColumnsDecoder;
  readonly skipRest: readonly Skipper[];
}

/** Reads packed tiles straight into states. Tiles of several schemas may stand side by side; each says which by its fingerprint. */
export class TileDecoder {
  /** How many tiles were read last, and from which slot on they stand. */
  count = 0;
  first = 0;
  readonly #columns: LambdaColumns;
  readonly #known: readonly Known[];

  constructor(columns: LambdaColumns, schemas: readonly AvroSchema[]) {
    this.#columns = columns;
    this.#known = schemas.map((schema) => knownOf(columns, schema));
  }

  /**
   * Reads all tiles; `startsMs` of the columns then has where they start. Throws FAILED_PRECONDITION for a tile of a schema that was not given: what it means is
   * not to be guessed.
   */
  read(cursor: Cursor): void {
    const { end } = cursor;
    const count = countTiles(cursor);
    const columns = this.#columns;
    this.count = count;
    let slot = columns.takeTiles(count);
    this.first = slot;
    while (cursor.at < end) {
      const { view, at } = cursor;
      const known = this.#find(view, at + packedTileHeadBytes);
      columns.startsMs[slot] = view.getFloat64(at, true);
      cursor.at = at + packedTileHeadBytes + singleObjectHeaderLength;
      cursor.end = at + packedTileHeadBytes + view.getUint32(at + 8, true);
      if (known.isNullable && cursor.byte() !== 2) cursor.fail('a tile holds nothing');
      known.read(cursor, slot++, 1, columns.startsMs);
      for (const skip of known.skipRest) skip(cursor);
      if (cursor.at !== cursor.end) cursor.fail(`${cursor.end - cursor.at} bytes of a tile are left over`);
    }
    cursor.end = end;
  }

  #find(view: DataView, at: number): Known {
    const low = view.getUint32(at, true);
    const middle = view.getUint32(at + 4, true);
    const high = view.getUint16(at + 8, true);
    for (let index = 0; index < this.#known.length; index++) {
      const known = this.#known[index] as Known;
      if (known.low === low && known.middle === middle && known.high === high) return known;
    }
    throw new IsochronError(
      'FAILED_PRECONDITION',
      `A tile has the head ${[low, middle, high].map((word) => word.toString(16)).join(' ')}, of no schema that is known; publish the definition that it was written by.`,
    );
  }
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

function knownOf(columns: LambdaColumns, schema: AvroSchema): Known {
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
  return {
    low: head.getUint32(0, true),
    middle: head.getUint32(4, true),
    high: head.getUint16(8, true),
    isNullable: collapsed.node.nullAt !== null,
    read: tileDecoder(columns, collapsed.node.shape.fields, schema),
    skipRest: rest.map(({ node }) => skipperOf(node)),
  };
}

/** Columns that were of another type are told as if they were not written: a changed column is another one. */
function tileDecoder(columns: LambdaColumns, fields: readonly AvroNodeField[], schema: AvroSchema): ColumnsDecoder {
  const type = dataTypeOf(schema);
  const collapsed = type.kind === 'struct' ? type.fields[0]?.type : undefined;
  const types = new Map(collapsed?.kind === 'struct' ? collapsed.fields.map((field) => [field.name, field.type]) : []);
  const wanted = columns.columns.map(({ base, states }) => ({ name: base.name, type: base.bound.ir, states }));
  const fitting = wanted.filter(({ name, type: own }) => {
    const written = types.get(name);
    return written !== undefined && sameShape(written, own);
  });
  const found = fields.map(({ name, node }) => {
    const states = fitting.find((each) => each.name === name)?.states;
    return { node, into: states === undefined ? null : { states, slot: null } };
  });
  const missing = wanted.filter((each) => !fitting.includes(each));
  return columnsDecoder(
    [...found, ...missing.map(({ states }) => ({ node: null, into: { states, slot: null } }))],
    null,
  );
}
