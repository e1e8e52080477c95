import {
  type DataType,
  type Decimal,
  decimalText,
  type IsochronError,
  readLong,
  type Value,
  type Vector,
} from '@isochron/schema';
import { type Fetched, hasValue } from '@isochron/serving';
import { type AnswerBlock, type AnswerSchema, blocks, FIRST_BLOCK_FIELD } from './answer-schema.ts';
import { ProtobufWriter } from './protobuf-writer.ts';
import { dateText, valueEncoderOf } from './value-encoder.ts';

/** Fields of `FetchResponse`, of its blocks and of `Part`. */
const response = { schemaHash: 1, rows: 2, atMs: 3, parts: 10, derivationFault: 11 } as const;
const block = { values: 1, statuses: 2 } as const;
const part = { name: 1, generation: 2, batchEndMs: 3, agesMs: 4, fault: 5 } as const;
const fault = { code: 1, message: 2 } as const;

/** Writes answers of one schema as `FetchResponse`, straight from their vectors. Compiled once a schema. */
export class AnswerEncoder {
  readonly schema: AnswerSchema;
  readonly #writeBlocks: readonly ((writer: ProtobufWriter, fetched: Fetched, named: boolean) => void)[];

  constructor(schema: AnswerSchema) {
    this.schema = schema;
    this.#writeBlocks = schema.blocks.map(blockWriter);
  }

  /** `named`: whether the names of features are written as well. */
  encode(fetched: Fetched, named: boolean): Buffer {
    // One that failed half-way must not be told with this one.
    writer.start();
    writer.tag(response.schemaHash, 2);
    writer.text(this.schema.hash);
    writer.tag(response.rows, 0);
    writer.uint(fetched.rows);
    writer.tag(response.atMs, 0);
    writer.int64(fetched.atMs);
    for (let at = 0; at < this.#writeBlocks.length; at++) this.#writeBlocks[at]?.(writer, fetched, named);
    for (let at = 0; at < fetched.parts.length; at++) writePart(fetched, at);
    if (fetched.derivationError !== null) writeFault(response.derivationFault, fetched.derivationError);
    return writer.take();
  }
}

/** Answers are written one at a time, without a turn between. */
const writer = new ProtobufWriter();

type WriteValues = (target: ProtobufWriter, fetched: Fetched) => void;

function blockWriter({ name, outputs, types, namesBytes }: AnswerBlock) {
  const field = FIRST_BLOCK_FIELD + blocks.indexOf(name);
  const writeValues = valuesWriter({ name, outputs, types });
  return (target: ProtobufWriter, fetched: Fetched, named: boolean): void => {
    const start = target.beginLong(field);
    writeValues(target, fetched);
    writeStatuses(target, fetched, outputs);
    if (named) target.raw(namesBytes);
    target.endLong(start);
  };
}

function writeStatuses(target: ProtobufWriter, { rows, statuses, outputs: all }: Fetched, outputs: readonly number[]) {
  target.tag(block.statuses, 2);
  target.uint(rows * outputs.length);
  target.reserve(rows * outputs.length);
  const { bytes } = target;
  let at = target.at;
  for (let row = 0; row < rows; row++) {
    const first = row * all.length;
    for (let index = 0; index < outputs.length; index++) {
      bytes[at++] = statuses[first + (outputs[index] as number)] as number;
    }
  }
  target.at = at;
}

function valuesWriter({ name, outputs, types }: Pick<AnswerBlock, 'name' | 'outputs' | 'types'>): WriteValues {
  switch (name) {
    case 'doubles':
      return doublesWriter(outputs);
    case 'longs':
      return packed(outputs, writeLong);
    case 'bools':
      return packed(outputs, writeBool);
    case 'strings':
      return each(outputs, types, (type) => {
        const textOf = textOfType(type);
        return (target, value) => {
          target.tag(block.values, 2);
          target.text(value === null ? '' : textOf(value));
        };
      });
    case 'blobs':
      return each(outputs, types, () => (target, value) => {
        target.tag(block.values, 2);
        target.blob(value instanceof Uint8Array ? value : NOTHING);
      });
    case 'values':
      return each(outputs, types, (type) => {
        const encode = valueEncoderOf(type);
        return (target, value) => encode(target, block.values, value);
      });
  }
}

const NOTHING = new Uint8Array();

function writeLong(target: ProtobufWriter, vector: Vector, row: number): void {
  if (vector.kind === 'ints') target.long(vector.data[row] ?? 0);
  else if (vector.kind === 'longs') target.long(readLong(vector.words, row));
}

function writeBool(target: ProtobufWriter, vector: Vector, row: number): void {
  target.uint(vector.kind === 'ints' ? (vector.data[row] ?? 0) : 0);
}

function textOfType(type: DataType): (value: Value) => string {
  switch (type.kind) {
    case 'date':
      return (value) => dateText(value as number);
    case 'decimal':
      return (value) => decimalText(value as Decimal);
    default:
      return (value) => value as string;
  }
}

/** Numbers that stand side by side; zero where there is no value. */
function packed(
  outputs: readonly number[],
  write: (target: ProtobufWriter, vector: Vector, row: number) => void,
): WriteValues {
  return (target, { rows, vectors, statuses, outputs: all }) => {
    const start = target.beginLong(block.values);
    for (let row = 0; row < rows; row++) {
      for (let index = 0; index < outputs.length; index++) {
        const at = outputs[index] as number;
        if (hasValue(statuses[row * all.length + at])) write(target, vectors[at] as Vector, row);
        else target.uint(0);
      }
    }
    target.endLong(start);
  };
}

/** As `packed`, of which it is known before how many bytes they take. */
function doublesWriter(outputs: readonly number[]): WriteValues {
  return (target, { rows, vectors, statuses, outputs: all }) => {
    const length = 8 * rows * outputs.length;
    target.tag(block.values, 2);
    target.uint(length);
    target.reserve(length);
    let to = target.at;
    for (let row = 0; row < rows; row++) {
      for (let index = 0; index < outputs.length; index++) {
        const at = outputs[index] as number;
        const vector = vectors[at] as Vector;
        const isGiven = vector.kind === 'doubles' && hasValue(statuses[row * all.length + at]);
        target.doubleAt(to, isGiven ? (vector.data[row] as number) : 0);
        to += 8;
      }
    }
    target.at = to;
  };
}

/** Values each with a tag of its own. */
function each(
  outputs: readonly number[],
  types: readonly DataType[],
  writerOf: (type: DataType) => (target: ProtobufWriter, value: Value) => void,
): WriteValues {
  const writers = types.map(writerOf);
  return (target, { rows, vectors, statuses, outputs: all }) => {
    for (let row = 0; row < rows; row++) {
      for (let index = 0; index < outputs.length; index++) {
        const at = outputs[index] as number;
        const value = hasValue(statuses[row * all.length + at]) ? valueAt(types[index], vectors[at], row) : null;
        writers[index]?.(target, value);
      }
    }
  };
}

/** Of types whose vectors hold values as they are, and of dates. */
function valueAt(type: DataType | undefined, vector: Vector | undefined, row: number): Value {
  if (vector?.kind === 'values') return vector.data[row] ?? null;
  if (vector?.kind === 'ints' && type?.kind === 'date') return vector.data[row] ?? null;
  throw new Error(`a value of type ${type?.kind} in a vector of ${vector?.kind}`);
}

function writePart({ parts, rows, agesMs }: Fetched, at: number): void {
  const told = parts[at];
  if (told === undefined) return;
  const start = writer.begin(response.parts);
  writer.tag(part.name, 2);
  writer.text(told.name);
  if (told.generation !== null) {
    writer.tag(part.generation, 0);
    writer.int64(told.generation);
  }
  if (told.batchEndMs !== null) {
    writer.tag(part.batchEndMs, 0);
    writer.int64(told.batchEndMs);
  }
  writeAges(agesMs, parts.length, at, rows);
  if (told.error !== null) writeFault(part.fault, told.error);
  writer.end(start);
}

/** One where all rows have the same. */
function writeAges(agesMs: Float64Array, width: number, at: number, rows: number): void {
  const start = writer.begin(part.agesMs);
  const first = agesMs[at] as number;
  let areSame = true;
  for (let row = 1; row < rows && areSame; row++) areSame = Object.is(agesMs[row * width + at], first);
  for (let row = 0; row < (areSame ? 1 : rows); row++) {
    const age = agesMs[row * width + at] as number;
    writer.long(Number.isNaN(age) ? -1 : Math.round(age));
  }
  writer.end(start);
}

function writeFault(field: number, { code, message }: IsochronError): void {
  const start = writer.begin(field);
  writer.tag(fault.code, 2);
  writer.text(code);
  writer.tag(fault.message, 2);
  writer.text(message);
  writer.end(start);
}
