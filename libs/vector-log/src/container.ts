import { createHash } from 'node:crypto';
import { AvroOutput, type AvroSchema } from '@isochron/avro';
import { IsochronError } from '@isochron/schema';

/*
 * Avro's object container files (Avro 1.12, "Object Container Files"): a header with the schema and a marker of 16 bytes, then blocks of records, each with the
 * number of its records and its bytes before it and the marker after it. Written here, and not by avsc's encoder, which is a stream: a block has to be on the disk before
 * the next begins.
 */

export type ContainerCodec = 'null' | 'deflate';

const MAGIC = Uint8Array.of(0x4f, 0x62, 0x6a, 1);
const MARKER_BYTES = 16;

export interface ContainerBlock {
  readonly count: number;
  /** As they stand in the file, compressed if it is. */
  readonly bytes: Uint8Array;
}

/** The marker of a file, by its name, which no other file has. */
export const markerOf = (name: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(name).digest().subarray(0, MARKER_BYTES));

export function headerBytes(schema: AvroSchema, codec: ContainerCodec, marker: Uint8Array): Uint8Array {
  const output = new AvroOutput();
  output.written(MAGIC);
  output.long(2);
  output.text('avro.schema');
  output.bytes(new TextEncoder().encode(JSON.stringify(schema)));
  output.text('avro.codec');
  output.bytes(new TextEncoder().encode(codec));
  output.long(0);
  output.written(marker);
  return output.toBytes();
}

export function blockBytes({ count, bytes }: ContainerBlock, marker: Uint8Array): Uint8Array {
  const output = new AvroOutput();
  output.long(count);
  output.bytes(bytes);
  output.written(marker);
  return output.toBytes();
}

export interface Container {
  readonly schema: AvroSchema;
  readonly codec: ContainerCodec;
  readonly blocks: readonly ContainerBlock[];
  /** Where the last whole block ends. */
  readonly end: number;
  /** Bytes that are no whole block: the last one, if its writer died over it, and what is damaged. */
  readonly skippedBytes: number;
}

/** Reads a file. A block that is not whole is passed over, up to the next marker. Throws DATA_LOSS where there is no header. */
export function readContainer(bytes: Uint8Array): Container {
  const header = readHeader(bytes);
  if (header === null) throw new IsochronError('DATA_LOSS', 'It does not begin as an Avro container file does.');
  const { marker, schema, codec } = header;
  const blocks: ContainerBlock[] = [];
  let [at, end, skippedBytes] = [header.end, header.end, 0];
  while (at < bytes.length) {
    const block = blockAt(bytes, at, marker);
    if (block !== null) {
      blocks.push(block);
      at = end = block.end;
      continue;
    }
    const next = indexOfMarker(bytes, marker, at);
    skippedBytes += next - at;
    at = next;
  }
  return { schema, codec, blocks, end, skippedBytes };
}

interface Header {
  readonly schema: AvroSchema;
  readonly codec: ContainerCodec;
  readonly marker: Uint8Array;
  readonly end: number;
}

function readHeader(bytes: Uint8Array): Header | null {
  if (!MAGIC.every((byte, at) => bytes[at] === byte)) return null;
  const metadata = new Map<string, string>();
  let at = MAGIC.length;
  for (let count = longAt(bytes, at); count !== null; count = longAt(bytes, at)) {
    at = count.end;
    if (count.value === 0) break;
    // A negative count is followed by the size of its block.
    if (count.value < 0) at = longAt(bytes, at)?.end ?? bytes.length;
    for (let entry = Math.abs(count.value); entry > 0; entry--) {
      const key = bytesAt(bytes, at);
      const value = key === null ? null : bytesAt(bytes, key.end);
      if (key === null || value === null) return null;
      metadata.set(new TextDecoder().decode(key.bytes), new TextDecoder().decode(value.bytes));
      at = value.end;
    }
  }
  const marker = bytes.subarray(at, at + MARKER_BYTES);
  const text = metadata.get('avro.schema');
  const codec = metadata.get('avro.codec') ?? 'null';
  if (text === undefined || marker.length < MARKER_BYTES || (codec !== 'null' && codec !== 'deflate')) return null;
  const schema = parsed(text);
  return schema === null ? null : { schema, codec, marker, end: at + MARKER_BYTES };
}

/** A schema is what stands there; whoever reads by it finds out if it is none. */
function parsed(text: string): AvroSchema | null {
  try {
    return JSON.parse(text) as AvroSchema;
  } catch {
    return null;
  }
}

function blockAt(
  bytes: Uint8Array,
  at: number,
  marker: Uint8Array,
): (ContainerBlock & { readonly end: number }) | null {
  const count = longAt(bytes, at);
  const block = count === null || count.value <= 0 ? null : bytesAt(bytes, count.end);
  if (count === null || block === null || !marker.every((byte, index) => bytes[block.end + index] === byte))
    return null;
  return { count: count.value, bytes: block.bytes, end: block.end + MARKER_BYTES };
}

/** Behind the next marker, or at the end. */
function indexOfMarker(bytes: Uint8Array, marker: Uint8Array, from: number): number {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(marker, from);
  return at === -1 ? bytes.length : at + MARKER_BYTES;
}

function bytesAt(bytes: Uint8Array, at: number): { readonly bytes: Uint8Array; readonly end: number } | null {
  const length = longAt(bytes, at);
  if (length === null || length.value < 0 || length.end + length.value > bytes.length) return null;
  const end = length.end + length.value;
  return { bytes: bytes.subarray(length.end, end), end };
}

const LONG_BYTES_MAX = 7;

/** Zigzag, seven bits a byte; null where it ends early, or is larger than a size in a file can be. */
function longAt(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } | null {
  let zigzag = 0;
  for (let index = 0; index < LONG_BYTES_MAX; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    zigzag += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value: zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2, end: at + index + 1 };
  }
  return null;
}
