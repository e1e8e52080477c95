import { createHash } from 'node:crypto';
import { type DataType, type Field, typeText } from '@isochron/schema';
import { ProtobufWriter } from './protobuf-writer.ts';

/** Where in an answer the values of a type stand. The order is that of the blocks, whose fields in `FetchResponse` begin at 4. */
export const blocks = ['doubles', 'longs', 'strings', 'bools', 'blobs', 'values'] as const;
export type BlockName = (typeof blocks)[number];

export const FIRST_BLOCK_FIELD = 4;
const NAMES_FIELD = 3;

/** The features of an answer that stand together. */
export interface AnswerBlock {
  readonly name: BlockName;
  /** Which outputs of the plan they are, in their order. */
  readonly outputs: readonly number[];
  readonly types: readonly DataType[];
  /** The names, as they stand in the message of the block. */
  readonly namesBytes: Uint8Array;
}

/** What does not change between answers. */
export interface AnswerSchema {
  readonly hash: string;
  readonly fields: readonly Field[];
  readonly blocks: readonly AnswerBlock[];
}

export function blockOf(type: DataType): BlockName {
  switch (type.kind) {
    case 'float':
    case 'double':
      return 'doubles';
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
    case 'timestamp':
      return 'longs';
    case 'string':
    case 'date':
    case 'decimal':
      return 'strings';
    case 'boolean':
      return 'bools';
    case 'binary':
      return 'blobs';
    case 'list':
    case 'map':
    case 'struct':
      return 'values';
  }
}

/** Of the outputs of a plan, in their order. */
export const answerSchemaOf = (fields: readonly Field[]): AnswerSchema => ({
  hash: schemaHash(fields),
  fields,
  blocks: blocks.flatMap((name): readonly AnswerBlock[] => {
    const own = [...fields.entries()].filter(([, { type }]) => blockOf(type) === name);
    if (own.length === 0) return [];
    const named = own.map(([, field]) => field);
    const outputs = own.map(([at]) => at);
    return [{ name, outputs, types: named.map(({ type }) => type), namesBytes: namesBytes(named) }];
  }),
});

/** SHA-256 of names and types in their order, of which 16 hex digits tell schemas apart. Structs count by their fields, for values are told in the order of these. */
const schemaHash = (fields: readonly Field[]): string =>
  createHash('sha256')
    .update(JSON.stringify(fields.map(({ name, type }) => [name, wholeType(type)])))
    .digest('hex')
    .slice(0, 16);

/** All that is to be known of a type, as JSON that is the same for equal types. */
function wholeType(type: DataType): unknown {
  switch (type.kind) {
    case 'list':
      return ['list', wholeType(type.element)];
    case 'map':
      return ['map', wholeType(type.key), wholeType(type.value)];
    case 'struct':
      return ['struct', type.name, type.fields.map((field) => [field.name, wholeType(field.type)])];
    default:
      return typeText(type);
  }
}

function namesBytes(fields: readonly Field[]): Uint8Array {
  const writer = new ProtobufWriter();
  for (const { name } of fields) {
    writer.tag(NAMES_FIELD, 2);
    writer.text(name);
  }
  return writer.take();
}
