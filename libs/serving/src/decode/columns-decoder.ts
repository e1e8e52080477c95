import type { States } from '@isochron/aggregation';
import type { AvroNode } from './avro-node.ts';
import type { Cursor } from './cursor.ts';
import { Emitter } from './emitter.ts';
import type { Texts } from './texts.ts';

/** A field of a record of IRs: the states that it goes to, and the slot there, where it is always the same. */
export interface ColumnField {
  /** null: the record has no such field, and null is written. */
  readonly node: AvroNode | null;
  /** null: passed over. `time`: where a hop starts. */
  readonly into: { readonly states: States; readonly slot: number | null } | 'time' | null;
}

/**
 * Reads `n` records, one after the other, each behind the byte of its union where there is one, into slots from `slot` on. `startsMs[slot]` takes the time of a
 * record that has one.
 */
export type ColumnsDecoder = (cursor: Cursor, slot: number, n: number, startsMs: Float64Array) => void;

/**
 * Generates straight-line code for a record of IRs: numbers, and records of numbers, are read in place and written to the room's states by a call that the
 * engine inlines, because the code has its own place for each column; of what else states take as it stands they are told the place, and every other value goes through its
 * reader. All of the text is ours: names and numbers
 * counted up; what a schema says comes in as constants, and the names of fields only where they are plain words.
 */
export function columnsDecoder(
  fields: readonly ColumnField[],
  nullAt: AvroNode['nullAt'],
  texts: Texts,
): ColumnsDecoder {
  const emitter = new Emitter(texts);
  const steps = emitter.fields(fields);
  const branch = nullAt === null ? '' : emitter.present(nullAt, 'a record is missing in a list');
  // What the text returns is the function that it spells out here.
  return emitter.compiled(`(c, first, records, startsMs) => { const b = c.bytes, v = c.view; let at = c.at, t = 0, n = 0;
${emitter.starts()}
for (let slot = first, end = first + records; slot < end; slot++) { ${branch}
${steps}
if (at > c.end) c.fail('they end early'); }
c.at = at; }`) as ColumnsDecoder;
}

/** The head of a single object of Avro, as little-endian words: the mark and the fingerprint of a schema. */
export interface ObjectHead {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface PackedRecord {
  readonly head: ObjectHead;
  readonly fields: readonly ColumnField[];
  readonly nullAt: AvroNode['nullAt'];
  /** What follows the record within its object, and is passed over. */
  readonly rest: readonly AvroNode[];
}

/**
 * Reads packed objects (when it starts, f64, and its length, u32, before each) into slots from `slot` on for as long as they have the head, up to the cursor's end
 * at most; answers the next slot. All of the objects' lengths must have been looked at: that they are at least their head, and end within the bytes.
 */
export type PackedDecoder = (cursor: Cursor, slot: number, startsMs: Float64Array) => number;

/** As {@link columnsDecoder}: one piece of code reads all objects that follow each other. */
export function packedDecoder({ head, fields, nullAt, rest }: PackedRecord, texts: Texts): PackedDecoder {
  const emitter = new Emitter(texts);
  const [low, middle, high] = [head.low, head.middle, head.high].map((word) => emitter.use(word));
  const steps = emitter.fields(fields);
  const branch = nullAt === null ? '' : emitter.present(nullAt, 'a tile holds nothing');
  const behind = rest.map((node) => emitter.field({ node, into: null })).join('\n');
  // What the text returns is the function that it spells out here.
  return emitter.compiled(`(c, first, startsMs) => { const b = c.bytes, v = c.view, last = c.end; let at = c.at, slot = first, t = 0, n = 0;
${emitter.starts()}
while (at < last && v.getUint32(at + 12, true) === ${low} && v.getUint32(at + 16, true) === ${middle} && v.getUint16(at + 20, true) === ${high}) {
startsMs[slot] = v.getFloat64(at, true);
c.end = at + 12 + v.getUint32(at + 8, true); at += 22; ${branch}
${steps}
${behind}
if (at !== c.end) c.fail('a tile does not end where it should');
slot++; }
c.at = at; c.end = last; return slot; }`) as PackedDecoder;
}
