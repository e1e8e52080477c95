import type { States } from '@isochron/aggregation';
import { AvroIrs, type ItemStep } from './avro-irs.ts';
import type { AvroNode, AvroNodeField, AvroShape } from './avro-node.ts';
import type { ColumnField } from './columns-decoder.ts';
import type { Cursor } from './cursor.ts';
import type { Texts } from './texts.ts';
import { isPlainWord, readerOf, skipperOf } from './value-reader.ts';

interface Target {
  readonly states: States;
  readonly slot: number | null;
}

/**
 * Writes the text of functions that read Avro by one schema. Where it stands these are declared: `c` the cursor, `b` its bytes, `v` its view, `at` the place in them, `t` and `n` to
 * be used for a moment. The place may run beyond the end: who has the text looks at that before anything that was read is believed. All of it is ours: names and numbers
 * counted up; what a schema says comes in as constants, and the names of fields only where they are plain words.
 */
export class Emitter {
  readonly #texts: Texts;
  readonly #constants: unknown[] = [];
  readonly #starts: string[] = [];
  #variables = 0;

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /** The value that an expression of generated text gives. */
  compiled(expression: string): unknown {
    const names = this.#constants.map((_, index) => `k${index}`);
    return new Function(...names, `'use strict'; return ${expression};`)(...this.#constants);
  }

  /** What is to be said before the first record, once the fields are emitted. */
  starts(): string {
    return this.#starts.join(' ');
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
    if (into === null) return this.#skip(node);
    const x = this.#variable();
    if (into === 'time')
      return `{ let ${x} = 0; ${this.#nullable(node, `${x} = 0;`, this.#time(x))} startsMs[slot] = ${x}; }`;
    if (into.states.writeEncoded !== undefined && !isInPlace(node.shape)) return this.#later(node, into);
    const write = `let ${x}; ${this.#value(node.shape, x)} ${this.#target(into)}, ${x});`;
    return `{ ${this.#nullable(node, `${this.#target(into)}, null);`, write)} }`;
  }

  /** The beginning of a call that writes to the states. */
  #target({ states, slot }: Target): string {
    return `${this.use(states)}.write(${slot ?? 'slot'}`;
  }

  /** Says where an IR stands, and passes over it. */
  #later(node: AvroNode, { states, slot }: Target): string {
    const { shape } = node;
    const irs = this.use(new AvroIrs(readerOf({ shape, nullAt: null }, this.#texts), itemStep(shape, this.#texts)));
    this.#starts.push(`${irs}.startIn(c);`);
    const write = `${this.use(states)}.writeEncoded(${slot ?? 'slot'}, ${irs}, at); ${this.#skipShape(shape)}`;
    return this.#nullable(node, `${this.#target({ states, slot })}, null);`, write);
  }

  /** What stands behind the branch of a union, where there is one. */
  #nullable({ nullAt }: AvroNode, whenNull: string, whenPresent: string): string {
    if (nullAt === null) return whenPresent;
    const [absent, present] = nullAt === 0 ? [0, 2] : [2, 0];
    return `t = b[at++]; if (t === ${present}) { ${whenPresent} } else if (t === ${absent}) { ${whenNull} } else c.fail('a union has no such branch');`;
  }

  /** Reads a value, null too, into a variable that is null. */
  read(node: AvroNode, x: string): string {
    return this.#nullable(node, '', this.#value(node.shape, x));
  }

  #value(shape: AvroShape, x: string): string {
    switch (shape.kind) {
      case 'int':
      case 'long':
        return `${x} = b[at]; if (${x} < 128) { at++; ${x} = (${x} >>> 1) ^ -(${x} & 1); } else ${this.#far(x, 'c.long()')}`;
      case 'double':
        return `${x} = v.getFloat64(at, true); at += 8;`;
      case 'float':
        return `${x} = v.getFloat32(at, true); at += 4;`;
      case 'boolean':
        return `${x} = b[at++] === 1;`;
      case 'string':
        return this.text(x);
      case 'record':
        if (shape.fields.every(({ name }) => isPlainWord(name))) return this.#record(shape.fields, x);
        break;
      default:
    }
    return this.#through(readerOf({ shape, nullAt: null }, this.#texts), `${x} = `);
  }

  text(x: string): string {
    return `n = b[at]; if ((n & 129) === 0) { at++; n >>= 1; } else { c.at = at; n = c.count(); at = c.at; }
if (!(n >= 0 && n <= c.end - at)) c.fail('a text is longer than what is left'); ${x} = ${this.use(this.#texts)}.of(b, v, at, at + n); at += n;`;
  }

  #record(fields: readonly AvroNodeField[], x: string): string {
    const parts = fields.map(({ name, node }) => ({ name, node, y: this.#variable() }));
    const reads = parts.map(({ node, y }) => `let ${y} = null; ${this.read(node, y)}`);
    return `${reads.join(' ')} ${x} = { ${parts.map(({ name, y }) => `${name}: ${y}`).join(', ')} };`;
  }

  #time(x: string): string {
    return this.#far(x, 'Number(c.long())');
  }

  /** Milliseconds of our days are longs of six bytes. */
  #far(x: string, otherwise: string): string {
    return `if ((b[at] & b[at + 1] & b[at + 2] & b[at + 3] & b[at + 4]) >= 128 && b[at + 5] < 128) {
const low = (b[at] & 127) | (b[at + 1] & 127) << 7 | (b[at + 2] & 127) << 14 | (b[at + 3] & 127) << 21;
const high = (b[at + 4] & 127) | b[at + 5] << 7;
${x} = (low & 1) === 0 ? high * 134217728 + (low >>> 1) : -(high * 134217728 + (low >>> 1) + 1); at += 6;
} else { c.at = at; ${x} = ${otherwise}; at = c.at; }`;
  }

  #skip(node: AvroNode): string {
    return this.#nullable(node, '', this.#skipShape(node.shape));
  }

  #skipShape(shape: AvroShape): string {
    switch (shape.kind) {
      case 'boolean':
        return 'at++;';
      case 'int':
      case 'long':
        return 'while (b[at++] >= 128);';
      case 'float':
        return 'at += 4;';
      case 'double':
        return 'at += 8;';
      case 'string':
      case 'bytes':
      case 'decimal':
        return `if ((b[at] & 129) === 0) at += 1 + (b[at] >> 1); else ${this.#skipSlowly(shape)}`;
      case 'list':
      case 'entries':
        return this.#skipBlocks(shape, this.#skip(shape.items));
      case 'map':
        return this.#skipBlocks(shape, `${this.#skipShape({ kind: 'string' })} ${this.#skip(shape.values)}`);
      case 'record':
        return shape.fields.map(({ node }) => this.#skip(node)).join(' ');
    }
  }

  /** Blocks that say their size in a byte or two are jumped over, those of few items gone through here; the first of any other kind, and what follows, is left to the skipper. */
  #skipBlocks(shape: AvroShape, item: string): string {
    const i = this.#variable();
    return `for (;;) { if (at >= c.end) c.fail('they end early'); n = b[at];
if (n === 0) { at++; break; }
if ((n & 129) === 1 && (b[at + 1] & 129) === 0) at += 2 + (b[at + 1] >> 1);
else if ((n & 129) === 1 && (b[at + 1] & 1) === 0 && b[at + 2] < 128) at += 3 + ((b[at + 1] & 127 | b[at + 2] << 7) >> 1);
else if ((n & 129) === 0) { at++; for (let ${i} = n >> 1; ${i} > 0; ${i}--) { ${item} } }
else { ${this.#skipSlowly(shape)} break; } }`;
  }

  #skipSlowly(shape: AvroShape): string {
    return `{ ${this.#through(skipperOf({ shape, nullAt: null }), '')} }`;
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

/** Reads an item of a list or a map; what has no items is never opened. */
function itemStep(shape: AvroShape, texts: Texts): ItemStep {
  const emitter = new Emitter(texts);
  const key = shape.kind === 'map' ? `let key; ${emitter.text('key')} irs.key = key;` : '';
  const item = shape.kind === 'map' ? shape.values : shape.kind === 'list' ? shape.items : null;
  const read = item === null ? '' : emitter.read(item, 'item');
  // What the text returns is the function that it spells out here.
  return emitter.compiled(`(irs, c) => { const b = c.bytes, v = c.view; let at = c.at, t = 0, n = 0, item = null;
${key} ${read}
if (at > c.end) c.fail('they end early');
irs.item = item; c.at = at; }`) as ItemStep;
}

const scalars = ['int', 'long', 'double', 'float', 'boolean'];

/** Numbers, and records of numbers, are read where they stand. */
const isInPlace = (shape: AvroShape): boolean =>
  shape.kind === 'record'
    ? shape.fields.every(({ name, node }) => isPlainWord(name) && scalars.includes(node.shape.kind))
    : scalars.includes(shape.kind);
