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
  const steps = fields.map((field) => emitter.field(field)).join('\n');
  const branch = nullAt === null ? '' : `if (b[at++] !== ${2 - 2 * nullAt}) c.fail('a record is missing in a list');`;
  const body = `'use strict'; return (c, first, n, startsMs) => { const b = c.bytes, v = c.view; let at = c.at, t = 0;
for (let slot = first, end = first + n; slot < end; slot++) { ${branch}
${steps}
if (at > c.end) c.fail('they end early'); }
c.at = at; };`;
  const names = emitter.constants.map((_, index) => `k${index}`);
  // What the text returns is the function that it spells out above.
  return new Function(...names, body)(...emitter.constants) as ColumnsDecoder;
}

const PLAIN_WORD = /^[A-Za-z][A-Za-z0-9]*$/;

class Emitter {
  readonly constants: unknown[] = [];
  #variables = 0;

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
    return `${this.#use(states)}.write(${slot ?? 'slot'}`;
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
    return `c.at = at; ${assign}${this.#use(read)}(c); at = c.at;`;
  }

  #variable(): string {
    return `x${this.#variables++}`;
  }

  #use(constant: unknown): string {
    return `k${this.constants.push(constant) - 1}`;
  }
}

const scalars = ['int', 'long', 'double', 'float', 'boolean'];

const isPlain = ({ name, node }: AvroNodeField): boolean => PLAIN_WORD.test(name) && scalars.includes(node.shape.kind);
