import { type Feature, hopSizesMs, type LambdaColumns } from '@isochron/aggregation';
import { type AvroSchema, dataTypeOf, sameShape } from '@isochron/avro';
import { type DataType, IsochronError } from '@isochron/schema';
import { isOfFeature } from '../layout/written-features.ts';
import { type AvroNode, type AvroNodeField, avroNodeOf, leastBytesOf } from './avro-node.ts';
import { type ColumnField, type ColumnsDecoder, columnsDecoder } from './columns-decoder.ts';
import type { Cursor } from './cursor.ts';
import type { Texts } from './texts.ts';
import { type UnknownFeatures, unknownFeatures } from './unknown-features.ts';
import { type Skipper, skipperOf } from './value-reader.ts';

type FieldRole = ColumnField['into'];

/**
 * Reads batch halves, by the schema that they were written with, straight into states. A feature is found by its name and what its fields say of it. One that the writer
 * did not have, or had with other arguments or of another type, is `unknown`; one that he had and we don't is passed over.
 */
export class BatchHalfDecoder {
  /** The features that were not written, or not whole: there is no telling what they would be. */
  readonly unknown: UnknownFeatures;
  readonly #columns: LambdaColumns;
  readonly #start: Skipper;
  readonly #collapsed: ColumnsDecoder;
  readonly #lists: AvroNode;
  readonly #hops: ColumnsDecoder;
  readonly #skipHop: Skipper;
  readonly #hopBytes: number;
  readonly #listNullAt: AvroNode['nullAt'];

  /** Throws FAILED_PRECONDITION where the schema is not of batch halves. */
  constructor(columns: LambdaColumns, schema: AvroSchema, texts: Texts) {
    this.#columns = columns;
    const root = recordOf(avroNodeOf(schema), schema);
    const collapsed = fieldOf(root, 'collapsedIr', schema);
    const lists = fieldOf(root, 'tailHopIrs', schema);
    if (root.indexOf(collapsed) !== 0 || root.length !== 2) throw notBatchHalves(schema);
    const hop = itemsOf(itemsOf(lists.node, schema), schema);
    const written = new WrittenTypes(schema);
    const collapsedFields = recordOf(collapsed.node, schema);
    const hopFields = recordOf(hop, schema);
    const finds = columns.places.map(({ feature, states, window }) => ({
      collapsed: written.collapsed(collapsedFields, feature),
      hop: written.hop(hopFields, feature, columns.columns.find((each) => each.states === states)?.base.name ?? ''),
      into: { states, slot: window.collapsed },
    }));
    this.unknown = unknownFeatures(
      columns.places.map(({ feature }) => feature.spec.name),
      new Set(finds.flatMap((each, at) => (each.collapsed === null || each.hop === null ? [at] : []))),
    );
    this.#start = branchReader(collapsed.node.nullAt);
    this.#collapsed = columnsDecoder(
      matched(
        collapsedFields,
        finds.map(({ collapsed: field, into }) => ({ field, into })),
      ),
      null,
      texts,
    );
    const ofColumns = columns.columns.map(({ states }) => ({
      field: finds.find((each) => each.into.states === states)?.hop ?? null,
      into: { states, slot: null },
    }));
    this.#hops = columnsDecoder(matched(hopFields, ofColumns), hop.nullAt, texts);
    this.#lists = lists.node;
    this.#skipHop = skipperOf(hop);
    // None may be null.
    this.#hopBytes = leastBytesOf({ ...hop, nullAt: null }) + (hop.nullAt === null ? 0 : 1);
    this.#listNullAt = itemsOf(lists.node, schema).nullAt;
  }

  /** Reads a batch half into the columns, but for hops that do not count at the instant. Throws DATA_LOSS, and RangeError where a number is cut off. */
  read(cursor: Cursor, batchEndMs: number, atMs: number): void {
    const columns = this.#columns;
    columns.begin(batchEndMs);
    this.#start(cursor);
    this.#collapsed(cursor, 0, 1, columns.startsMs);
    const { nullAt } = this.#lists;
    if (nullAt === null || cursor.byte() !== 2 * nullAt) this.#readLists(cursor, atMs);
    this.#finish(cursor);
  }

  #readLists(cursor: Cursor, atMs: number): void {
    let hopClass = 0;
    for (let lists = cursor.block(); lists > 0; lists = cursor.block()) {
      for (; lists > 0; lists--) this.#readHops(cursor, hopClass++, atMs);
    }
  }

  #readHops(cursor: Cursor, hopClass: number, atMs: number): void {
    if (this.#listNullAt !== null && cursor.byte() === 2 * this.#listNullAt) return;
    if (hopClass >= hopSizesMs.length) cursor.fail('they have hops of more sizes than there are');
    const columns = this.#columns;
    const isRead = columns.readsHops(hopClass, atMs);
    for (let count = cursor.count(); count !== 0; count = cursor.count()) {
      let bytes = -1;
      if (count < 0) {
        count = -count;
        bytes = cursor.count();
      }
      // Slots are taken for as many, and never given back.
      if (count * this.#hopBytes > cursor.end - cursor.at)
        cursor.fail(`they count ${count} hops in the ${cursor.end - cursor.at} bytes left`);
      if (isRead) {
        const first = columns.takeHops(hopClass, count);
        this.#hops(cursor, first, count, columns.startsMs);
      } else if (bytes >= 0) cursor.skip(bytes);
      else for (; count > 0; count--) this.#skipHop(cursor);
    }
  }

  #finish(cursor: Cursor): void {
    if (cursor.at !== cursor.end) cursor.fail(`${cursor.end - cursor.at} bytes are left over`);
  }
}

interface Wanted {
  /** null: it was not written. */
  readonly field: AvroNodeField | null;
  readonly into: Exclude<FieldRole, 'time' | null>;
}

/** The fields as written, each with where it goes, then those that were not written. */
function matched(fields: readonly AvroNodeField[], wanted: readonly Wanted[]): readonly ColumnField[] {
  const found = fields.map((field): ColumnField => {
    const { name, node } = field;
    const into = wanted.find((each) => each.field === field)?.into ?? null;
    return {
      node,
      into: into === null && name === 'ts' && wanted.every((each) => each.into.slot === null) ? 'time' : into,
    };
  });
  const missing = wanted.filter(({ field }) => field === null);
  return [...found, ...missing.map(({ into }): ColumnField => ({ node: null, into }))];
}

/** The types of a written batch half, by name. */
class WrittenTypes {
  readonly #collapsed: ReadonlyMap<string, DataType>;
  readonly #hops: ReadonlyMap<string, DataType>;

  constructor(schema: AvroSchema) {
    const type = dataTypeOf(schema);
    const fields = type.kind === 'struct' ? type.fields : [];
    this.#collapsed = fieldTypes(fields[0]?.type);
    const lists = fields[1]?.type;
    const hops = lists?.kind === 'list' && lists.element.kind === 'list' ? lists.element.element : undefined;
    this.#hops = fieldTypes(hops);
  }

  /** The field of a feature, among those that are collapsed; null where it was not written as it is bound here. */
  collapsed(fields: readonly AvroNodeField[], feature: Feature): AvroNodeField | null {
    const field = fields.find(({ name }) => name === feature.spec.name);
    return field !== undefined && isOfFeature(field.feature, feature) && isOfType(this.#collapsed, field, feature)
      ? field
      : null;
  }

  /** The same, among those of a hop. `base`: how it is called there where fields do not say what they are. */
  hop(fields: readonly AvroNodeField[], feature: Feature, base: string): AvroNodeField | null {
    const said = fields.find((field) => field.feature === feature.state);
    const field = said ?? fields.find((each) => each.name === base && isOfFeature(each.feature, feature));
    return field !== undefined && isOfType(this.#hops, field, feature) ? field : null;
  }
}

function isOfType(types: ReadonlyMap<string, DataType>, { name }: AvroNodeField, { bound }: Feature): boolean {
  const type = types.get(name);
  return type !== undefined && sameShape(type, bound.ir);
}

function fieldTypes(type: DataType | undefined): ReadonlyMap<string, DataType> {
  return new Map(type?.kind === 'struct' ? type.fields.map((field) => [field.name, field.type]) : []);
}

/** Passes over the branch byte of what must not be null. */
function branchReader(nullAt: AvroNode['nullAt']): Skipper {
  if (nullAt === null) return () => undefined;
  const present = 2 - 2 * nullAt;
  return (cursor) => {
    if (cursor.byte() !== present) cursor.fail('they hold nothing');
  };
}

function recordOf({ shape }: AvroNode, schema: AvroSchema): readonly AvroNodeField[] {
  if (shape.kind !== 'record') throw notBatchHalves(schema);
  return shape.fields;
}

function itemsOf({ shape }: AvroNode, schema: AvroSchema): AvroNode {
  if (shape.kind !== 'list') throw notBatchHalves(schema);
  return shape.items;
}

function fieldOf(fields: readonly AvroNodeField[], name: string, schema: AvroSchema): AvroNodeField {
  const field = fields.find((each) => each.name === name);
  if (field === undefined) throw notBatchHalves(schema);
  return field;
}

const notBatchHalves = (schema: AvroSchema): IsochronError =>
  new IsochronError(
    'FAILED_PRECONDITION',
    `The values of an upload are of the Avro schema ${JSON.stringify(schema).slice(0, 200)}, which is not that of a batch half; upload the GroupBy anew.`,
  );
