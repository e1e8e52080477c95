import type { States } from '@isochron/aggregation';
import type { AvroNode, AvroNodeField } from './avro-node.ts';
import type { Cursor } from './cursor.ts';
import { readerOf, skipperOf } from './value-reader.ts';

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
 * engine inlines, because the code has its own place for each column; every other value goes through its reader. All of the text is ours: names and numbers
 * counted up; what a schema says comes in as constants, and the names of fields only where they are plain words.
 */
export function columnsDecoder(fields: readonly ColumnField[], nullAt: AvroNode['nullAt']): ColumnsDecoder {
  const emitter = new Emitter();
  const steps = emitter.fields(fields);
  const branch = nullAt === null ? '' : emitter.present(nullAt, 'a record is missing in a list');
  // What the text returns is the function that it spells out here.
  return emitter.compiled(`(c, first, n, startsMs) => { const b = c.bytes, v = c.view; let at = c.at, t = 0;
for (let slot = first, end = first + n; slot < end; slot++) { ${branch}
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
export function packedDecoder({ head, fields, nullAt, rest }: PackedRecord): PackedDecoder {
  const emitter = new Emitter();
  const [low, middle, high] = [head.low, head.middle, head.high].map((word) => emitter.use(word));
  const steps = emitter.fields(fields);
  const branch = nullAt === null ? '' : emitter.present(nullAt, 'a tile holds nothing');
  const behind = rest.map((node) => emitter.field({ node, into: null })).join('\n');
  // What the text returns is the function that it spells out here.
  return emitter.compiled(`(c, first, startsMs) => { const b = c.bytes, v = c.view, last = c.end; let at = c.at, slot = first, t = 0;
while (at < last && v.getUint32(at + 12, true) === ${low} && v.getUint32(at + 16, true) === ${middle} && v.getUint16(at + 20, true) === ${high}) {
startsMs[slot] = v.getFloat64(at, true);
c.end = at + 12 + v.getUint32(at + 8, true); at += 22; ${branch}
${steps}
${behind}
if (at !== c.end) c.fail('a tile does not end where it should');
slot++; }
c.at = at; c.end = last; return slot; }`) as PackedDecoder;
}

const PLAIN_WORD = /^[A-Za-z][A-Za-z0-9]*$/;

class Emitter {
  readonly #constants: unknown[] = [];
  #variables = 0;

  /** The value that an expression of generated text gives. */
  compiled(expression: string): unknown {
    const names = this.#constants.map((_, index) => `k${index}`);
    return new Function(...names, `'use strict'; return ${expression};`)(...this.#constants);
  }

  fields(fields: readonly ColumnField[]): string {
    return fields.map((field) => this.field(field)).join('\n');
  }

  /** Passes over the branch of a union that must not be null. `otherwise` is text of ours. */
  present(nullAt: 0 | 1, otherwise: string): string {
    return `if (b[at++] !== ${2 - 2 * nullAt}) c.fail('${otherwise}');`;
  }

  field({ node, into }: ColumnField): string {
    if (node === null) return into === null || into === 'time' ? '' : `${this.#target(into)}, null);`;
    if (into === null) return this.#through(skipperOf(node), '');
    const x = this.#variable();
    if (into === 'time')
      return `{ let ${x} = 0; ${this.#nullable(node, x, `${x} = 0;`, this.#time(x))} startsMs[slot] = ${x}; }`;
    const write = this.#target(into);
    if (node.nullAt === null) return `{ let ${x}; ${this.#value(node, x)} ${write}, ${x}); }`;
    return this.#branch(node, `${write}, null);`, `let ${x}; ${this.#value(node, x)} ${write}, ${x});`);
  }

  /** The beginning of a call that writes to the states. */
  #target({ states, slot }: { readonly states: States; readonly slot: number | null }): string {
    return `${this.use(states)}.write(${slot ?? 'slot'}`;
  }

  /** Reads a value into a variable; `whenNull` where it is null. */
  #nullable(node: AvroNode, x: string, whenNull: string, read = this.#value(node, x)): string {
    return node.nullAt === null ? read : this.#branch(node, whenNull, read);
  }

  /** Milliseconds of our days are longs of six bytes. */
  #time(x: string): string {
    return `if ((b[at] & b[at + 1] & b[at + 2] & b[at + 3] & b[at + 4]) >= 128 && b[at + 5] < 128) {
const low = (b[at] & 127) | (b[at + 1] & 127) << 7 | (b[at + 2] & 127) << 14 | (b[at + 3] & 127) << 21;
const high = (b[at + 4] & 127) | b[at + 5] << 7;
${x} = (low & 1) === 0 ? high * 134217728 + (low >>> 1) : -(high * 134217728 + (low >>> 1) + 1); at += 6;
} else { c.at = at; ${x} = Number(c.long()); at = c.at; }`;
  }

  #branch({ nullAt }: AvroNode, whenNull: string, whenPresent: string): string {
    const [absent, present] = nullAt === 0 ? [0, 2] : [2, 0];
    return `t = b[at++]; if (t === ${present}) { ${whenPresent} } else if (t === ${absent}) { ${whenNull} } else c.fail('a union has no such branch');`;
  }

  #value(node: AvroNode, x: string): string {
    const { shape } = node;
    switch (shape.kind) {
      case 'int':
      case 'long':
        return `${x} = b[at]; if (${x} < 128) { at++; ${x} = (${x} >>> 1) ^ -(${x} & 1); } else { c.at = at; ${x} = c.long(); at = c.at; }`;
      case 'double':
        return `${x} = v.getFloat64(at, true); at += 8;`;
      case 'float':
        return `${x} = v.getFloat32(at, true); at += 4;`;
      case 'boolean':
        return `${x} = b[at++] === 1;`;
      case 'record':
        if (shape.fields.every(isPlain)) return this.#record(shape.fields, x);
        break;
      default:
    }
    return this.#through(readerOf({ shape, nullAt: null }), `${x} = `);
  }

  #record(fields: readonly AvroNodeField[], x: string): string {
    const parts = fields.map(({ name, node }) => ({ name, node, y: this.#variable() }));
    const reads = parts.map(({ node, y }) => `let ${y} = null; ${this.#nullable(node, y, '')}`);
    return `${reads.join(' ')} ${x} = { ${parts.map(({ name, y }) => `${name}: ${y}`).join(', ')} };`;
  }

  #through(read: (cursor: Cursor) => unknown, assign: string): string {
    return `c.at = at; ${assign}${this.use(read)}(c); at = c.at;`;
  }

  #variable(): string {
    return `x${this.#variables++}`;
  }

  use(constant: unknown): string {
    return `k${this.#constants.push(constant) - 1}`;
  }
}

const scalars = ['int', 'long', 'double', 'float', 'boolean'];

const isPlain = ({ name, node }: AvroNodeField): boolean => PLAIN_WORD.test(name) && scalars.includes(node.shape.kind);
