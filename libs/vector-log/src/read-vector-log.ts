import { readFile } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { type AvroSchema, type Codec, codecOf, dataTypeOf } from '@isochron/avro';
import { type Field, IsochronError, type Value } from '@isochron/schema';
import { type Container, type ContainerBlock, readContainer } from './container.ts';
import { logFiles } from './folder.ts';
import { type SchemaText, schemaHashOf } from './served-vector.ts';

type Struct = { readonly [field: string]: Value };

/** A vector as it was served. */
export interface LoggedVector {
  readonly join: string;
  readonly schemaHash: string;
  readonly setVersion: number;
  /** The instant that it is of, and when it was served. */
  readonly atMs: number;
  readonly servedAtMs: number;
  readonly parts: readonly {
    readonly name: string;
    readonly generation: number | null;
    readonly batchEndMs: number | null;
  }[];
  readonly keys: Struct;
  /** What was given from outside. */
  readonly context: Struct;
  readonly values: Struct;
  /** A `Status` a feature, in the order of the schema's values. */
  readonly statuses: Uint8Array;
  readonly schema: VectorSchema;
}

export interface VectorSchema {
  readonly keys: readonly Field[];
  readonly context: readonly Field[];
  readonly values: readonly Field[];
}

export interface Skipped {
  readonly path: string;
  readonly bytes: number;
  readonly why: string;
}

/**
 * The vectors of a folder, file by file in the order of time, one file in memory at a time. It may be read while it is written. A block that is not whole, as a process that dies leaves it, is
 * passed over, and so is what cannot be read: `skipped` is told of it. Fields that a file does not have, for it is older, are null, empty or 0; those that are not known are left out.
 */
export async function* readVectorLog(
  folder: string,
  skipped: (what: Skipped) => void,
): AsyncGenerator<LoggedVector, void> {
  for (const path of await logFiles(folder)) yield* readLogFile(path, skipped);
}

export async function* readLogFile(path: string, skipped: (what: Skipped) => void): AsyncGenerator<LoggedVector, void> {
  // A file that was open has been closed, or removed, meanwhile.
  const bytes = await readFile(path).catch(() => readFile(path.replace(/\.open$/, '')).catch(() => null));
  if (bytes === null) return;
  const opened = orSkipped(
    () => openContainer(bytes),
    (why) => skipped({ path, bytes: bytes.length, why }),
  );
  if (opened === null) return;
  const { container, recordsOf } = opened;
  if (container.skippedBytes > 0)
    skipped({ path, bytes: container.skippedBytes, why: 'There is a block that is not whole.' });
  const readers = new Map<string, VectorReader>();
  for (const block of container.blocks) {
    const told = (why: string): void => skipped({ path, bytes: block.bytes.length, why });
    for (const record of orSkipped(() => recordsOf(block), told) ?? []) {
      const vector = orSkipped(() => vectorOf(record, readers), told);
      if (vector !== null) yield vector;
    }
  }
}

/** Bytes that are damaged are told, whoever finds it out: our codecs, or the parsers of JSON and of what is compressed. */
function orSkipped<T>(read: () => T, told: (why: string) => void): T | null {
  try {
    return read();
  } catch (thrown) {
    const isDamage = thrown instanceof IsochronError || thrown instanceof SyntaxError;
    if (!isDamage && !(thrown instanceof Error && 'code' in thrown)) throw thrown;
    told(thrown.message);
    return null;
  }
}

interface OpenContainer {
  readonly container: Container;
  readonly recordsOf: (block: ContainerBlock) => readonly Struct[];
}

function openContainer(bytes: Uint8Array): OpenContainer {
  const container = readContainer(bytes);
  const read = codecOfBlock(container);
  const unpacked = container.codec === 'deflate' ? inflateRawSync : (packed: Uint8Array) => packed;
  return { container, recordsOf: ({ bytes: packed, count }) => read(unpacked(packed), count) };
}

/** null where the record is none of a vector, but says how vectors are read. */
function vectorOf(record: Struct, readers: Map<string, VectorReader>): LoggedVector | null {
  const hash = textOf(record['schema_hash']);
  const schema = record['schema'];
  if (typeof schema === 'string') {
    if (schemaHashOf(schema) !== hash) throw new IsochronError('DATA_LOSS', `The schema ${hash} is damaged.`);
    // What has its hash was written as one.
    readers.set(hash, vectorReader(JSON.parse(schema) as SchemaText));
    return null;
  }
  const reader = readers.get(hash);
  if (reader === undefined) throw new IsochronError('DATA_LOSS', `There is no schema ${hash} before its vector.`);
  return reader(record);
}

/** Records of a block as a list, which is what they are in Avro but for its count. */
function codecOfBlock({ schema }: Container): (bytes: Uint8Array, count: number) => readonly Struct[] {
  const codec = codecOfList({ type: 'array', items: schema });
  return (bytes, count) => codec.decode(listBytes(bytes, count)) as readonly Struct[];
}

/** A header that is damaged may have anything for a schema. */
function codecOfList(list: AvroSchema): Codec {
  try {
    return codecOf(dataTypeOf(list), list);
  } catch (thrown) {
    throw new IsochronError('DATA_LOSS', 'The schema in its header cannot be read.', thrown);
  }
}

/** The count before, and the 0 that ends a list behind. */
function listBytes(bytes: Uint8Array, count: number): Uint8Array {
  const head: number[] = [];
  for (let rest = 2 * count; ; rest = Math.floor(rest / 128)) {
    head.push(rest > 0x7f ? (rest % 128) | 0x80 : rest);
    if (rest <= 0x7f) break;
  }
  const list = new Uint8Array(head.length + bytes.length + 1);
  list.set(head);
  list.set(bytes, head.length);
  return list;
}

type VectorReader = (record: Struct) => LoggedVector;

function vectorReader({ join, parts, keys, context, values }: SchemaText): VectorReader {
  const codecs = { keys: structCodec(keys), context: structCodec(context), values: structCodec(values) };
  const schema = { keys: fieldsOf(codecs.keys), context: fieldsOf(codecs.context), values: fieldsOf(codecs.values) };
  return (record) => {
    const generations = listOf(record['generations']);
    const batchEnds = listOf(record['batch_ends']);
    return {
      join,
      schemaHash: textOf(record['schema_hash']),
      setVersion: numberOf(record['set_version']) ?? 0,
      atMs: numberOf(record['at']) ?? 0,
      servedAtMs: numberOf(record['served_at']) ?? 0,
      parts: parts.map((name, at) => ({
        name,
        generation: numberOf(generations[at]),
        batchEndMs: numberOf(batchEnds[at]),
      })),
      keys: structOf(codecs.keys, record['keys']),
      context: structOf(codecs.context, record['context']),
      values: structOf(codecs.values, record['values']),
      statuses: record['statuses'] instanceof Uint8Array ? record['statuses'] : new Uint8Array(),
      schema,
    };
  };
}

const structCodec = (schema: SchemaText['keys']): Codec => codecOf(dataTypeOf(schema), schema);

const fieldsOf = ({ type }: Codec): readonly Field[] => (type.kind === 'struct' ? type.fields : []);

/** Of a record there is a struct. */
const structOf = (codec: Codec, bytes: Value | undefined): Struct =>
  bytes instanceof Uint8Array ? (codec.decode(bytes) as Struct) : {};

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);
const listOf = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : []);
