import { arrayOf, type Pattern, type SqlType, sameType, scalar, structOf, typeName } from '@isochron/expression';
import type { Column } from '../case.ts';
import { drawPlaces } from '../functions/draw-call.ts';
import { drawPart } from '../functions/parts.ts';
import { TypeVariables } from '../functions/type-variables.ts';
import { calmValue } from '../random/calm.ts';
import type { Draw } from '../random/draw.ts';
import { hintedValue } from '../random/hint.ts';
import { elementTypeOf, typeOf } from '../random/type.ts';
import { literal } from '../text/literal.ts';
import { type Catalog, matched, type Producer, type Validity } from './catalog.ts';
import { type Child, type Node, textOf } from './node.ts';

/** What random expressions are made of. */
export interface Material {
  readonly catalog: Catalog;
  readonly validity: Validity;
}

const COLUMNS_MAX = 5;
const PART_TRIES = 4;

/** A random expression of a random type, as deep as said, over columns that it brings with it. */
export function drawExpression(draw: Draw, material: Material, depth: number): Node {
  return new Drawing(draw, material).node(typeOf(draw), depth);
}

interface Local {
  readonly name: string;
  readonly type: SqlType;
}

class Drawing {
  readonly #draw: Draw;
  readonly #material: Material;
  readonly #columns: Column[] = [];
  #locals: readonly Local[] = [];
  #names = 0;

  constructor(draw: Draw, material: Material) {
    this.#draw = draw;
    this.#material = material;
  }

  node(type: SqlType, depth: number, hint = ''): Node {
    if (depth === 0 || this.#draw.chance(60)) return this.#leaf(type, hint);
    if (hint !== '' && this.#draw.chance(700)) return this.#leaf(type, hint);
    return this.#draw.either<Node>(
      [12, () => this.#call(type, depth) ?? this.#leaf(type, hint)],
      [1, () => this.#case(type, depth)],
      [1, () => this.#field(type, depth)],
      [type.kind === 'ARRAY' || type.kind === 'STRUCT' ? 8 : 0, () => this.#collection(type, depth)],
      [type.kind === 'ARRAY' || type.kind === 'BOOL' ? 1 : 0, () => this.#unnest(type, depth)],
    );
  }

  #leaf(type: SqlType, hint: string): Node {
    const local = this.#locals.filter((each) => sameType(each.type, type));
    if (local.length > 0 && this.#draw.chance(600)) {
      const { name } = this.#draw.pick(local);
      return { ...plain(type, name, 'a local', []), local: name };
    }
    const same = this.#columns.filter((each) => sameType(each.type, type));
    if (same.length > 0 && hint === '' && this.#draw.chance(400)) return columnNode(this.#draw.pick(same));
    const value = hint === '' ? calmValue(this.#draw, type) : hintedValue(this.#draw, type, hint);
    if (this.#columns.length === COLUMNS_MAX || this.#draw.chance(400)) {
      return plain(type, literal(type, value), 'a literal', []);
    }
    const column: Column = { name: `x${this.#columns.length}`, type, value };
    this.#columns.push(column);
    return columnNode(column);
  }

  /** A call of a function that can give the type; null where a few tries found none. */
  #call(type: SqlType, depth: number): Node | null {
    for (let tries = 0; tries < 8; tries++) {
      const producer = this.#material.catalog.draw(this.#draw, type);
      if (producer === null) return null;
      const { subject, result } = producer;
      // Where a known difference shows inside of a lambda, nothing tells it from another one.
      if (this.#locals.length > 0 && subject.differs !== null) continue;
      const bound = matched(result, type) ?? new Map();
      const patterns = [result, ...subject.params.map(({ pattern }) => pattern)];
      const variables = new TypeVariables(this.#draw, patterns, bound);
      if (!variables.isPossible()) continue;
      const shape = this.#shape(subject, variables);
      if (shape !== null) return this.#filled(type, shape, depth);
    }
    return null;
  }

  /** Which arguments a call has, and of which types: one that our analysis takes. */
  #shape(subject: Producer['subject'], variables: TypeVariables): Shape | null {
    const slots = drawPlaces(this.#draw, subject.params).flatMap((at): readonly Slot[] => {
      const param = subject.params[at];
      return param === undefined ? [] : [{ ...param, hint: subject.hints[at] ?? '' }];
    });
    for (let tries = 0; tries < PART_TRIES; tries++) {
      const texts = slots.map(({ pattern, hint }) => this.#wordFor(pattern, hint));
      const types = slots.map(({ pattern }) => variables.typeOf(pattern));
      const settled = subject.write(
        this.#draw,
        slots.map((_, at) => `\0${at}\0`),
      );
      const write = (args: readonly string[]): string =>
        settled.replaceAll(/\0(\d+)\0/g, (_, at: string) => args[Number(at)] ?? '');
      const shape: Shape = { subject, variables, slots, texts, types, write };
      if (this.#isTaken(shape)) return shape;
      if (texts.every((text) => text === null)) return null;
    }
    return null;
  }

  /** What stands in the place of an argument that is no value. */
  #wordFor(pattern: Pattern, hint: string): string | null {
    if (pattern.kind === 'part') return drawPart(this.#draw, hint);
    return pattern.kind === 'word' ? this.#draw.pick(pattern.words) : null;
  }

  #isTaken({ slots, texts, types, write }: Shape): boolean {
    const columns: SqlType[] = [];
    const args = slots.map(({ name, pattern }, at) => {
      const prefix = name === '' ? '' : `${name} => `;
      if (pattern.kind === 'lambda') return trivialLambda(pattern);
      const type = types[at];
      if (texts[at] !== null || type === undefined || type === null) return `${prefix}${texts[at] ?? ''}`;
      return `${prefix}c${columns.push(type) - 1}`;
    });
    return this.#material.validity.takes(write(args), columns);
  }

  #filled(type: SqlType, { subject, variables, slots, texts, types, write }: Shape, depth: number): Node {
    const children = slots.map(({ pattern, hint }, at): Child => {
      if (pattern.kind === 'lambda') return this.#lambda(pattern, variables, depth - 1);
      const of = types[at];
      if (of === null || of === undefined) return { kind: 'text', text: texts[at] ?? '', within: [], binds: [] };
      return value(this.node(of, this.#deeper(depth), hint));
    });
    const names = slots.map(({ name }) => (name === '' ? '' : `${name} => `));
    const { name, signature, differs } = subject;
    return {
      ...plain(type, '', `${name}${signature}`, children),
      write: (args) => write(args.map((arg, at) => `${names[at] ?? ''}${arg}`)),
      differs,
    };
  }

  /** One side of an expression is as deep as it may be, the others mostly less. */
  #deeper = (depth: number): number => (this.#draw.chance(500) ? depth - 1 : this.#draw.integer(0, depth - 1));

  #lambda(pattern: Extract<Pattern, { kind: 'lambda' }>, variables: TypeVariables, depth: number): Child {
    const locals = pattern.params.map((param): Local => {
      return { name: this.#fresh(), type: variables.typeOf(param) ?? scalar('INT64') };
    });
    const result = variables.typeOf(pattern.result) ?? scalar('BOOL');
    const body = this.#within(locals, () => this.node(result, depth));
    const names = locals.map(({ name }) => name);
    return {
      kind: 'text',
      text: `${names.length === 1 ? names[0] : `(${names.join(', ')})`} -> ${textOf(body)}`,
      within: [body],
      binds: names,
    };
  }

  #within<Result>(locals: readonly Local[], make: () => Result): Result {
    const outer = this.#locals;
    this.#locals = [...outer, ...locals];
    const made = make();
    this.#locals = outer;
    return made;
  }

  #fresh(): string {
    return `e${this.#names++}`;
  }

  #case(type: SqlType, depth: number): Node {
    const count = this.#draw.integer(1, 2);
    const subjectType = this.#draw.chance(300) ? scalar(this.#draw.pick(['INT64', 'STRING', 'BOOL'])) : null;
    const parts = [
      ...(subjectType === null ? [] : [this.node(subjectType, this.#deeper(depth))]),
      ...Array.from({ length: count }, () => [
        this.node(subjectType ?? scalar('BOOL'), this.#deeper(depth)),
        this.node(type, this.#deeper(depth)),
      ]).flat(),
      ...(this.#draw.chance(700) ? [this.node(type, this.#deeper(depth))] : []),
    ];
    const first = subjectType === null ? 0 : 1;
    return {
      ...plain(type, '', 'CASE', parts.map(value)),
      write: (texts) => {
        const whens = Array.from(
          { length: count },
          (_, at) => `WHEN ${texts[first + at * 2]} THEN ${texts[first + at * 2 + 1]}`,
        );
        const last = texts[first + count * 2];
        return `(CASE ${first === 1 ? `${texts[0]} ` : ''}${whens.join(' ')}${last === undefined ? '' : ` ELSE ${last}`} END)`;
      },
    };
  }

  #field(type: SqlType, depth: number): Node {
    const other = scalar(this.#draw.pick(['INT64', 'STRING']));
    const operand = this.node(
      structOf([
        { name: 'f', type },
        { name: 'g', type: other },
      ]),
      Math.min(depth - 1, 2),
    );
    return { ...plain(type, '', 'a field', [value(operand)]), write: ([text]) => `(${text}).f` };
  }

  /** `ARRAY<T>[…]`, `STRUCT<…>(…)`. */
  #collection(type: SqlType, depth: number): Node {
    if (type.kind === 'STRUCT') {
      const fields = type.fields.map((field) => value(this.node(field.type, this.#deeper(depth))));
      return { ...plain(type, '', 'STRUCT', fields), write: (texts) => `${typeName(type)}(${texts.join(', ')})` };
    }
    const element = type.kind === 'ARRAY' ? type.element : scalar('INT64');
    const items = this.#draw.list(0, 3, () => value(this.node(element, this.#deeper(depth))));
    return { ...plain(type, '', 'ARRAY', items), write: (texts) => `${typeName(type)}[${texts.join(', ')}]` };
  }

  /** `EXISTS(SELECT …)`, `ARRAY(SELECT …)`. */
  #unnest(type: SqlType, depth: number): Node {
    const of = elementTypeOf(this.#draw);
    const array = this.node(arrayOf(of), this.#deeper(depth));
    const [element, offset] = [this.#fresh(), this.#fresh()];
    const locals: readonly Local[] = [
      { name: element, type: of },
      { name: offset, type: scalar('INT64') },
    ];
    const where = this.#draw.chance(700)
      ? this.#within(locals, () => this.node(scalar('BOOL'), this.#deeper(depth)))
      : null;
    const select =
      type.kind === 'ARRAY' ? this.#within(locals, () => this.node(type.element, this.#deeper(depth))) : null;
    const inner = (node: Node): Child => ({
      kind: 'text',
      text: textOf(node),
      within: [node],
      binds: [element, offset],
    });
    const children = [
      value(array),
      ...(where === null ? [] : [inner(where)]),
      ...(select === null ? [] : [inner(select)]),
    ];
    return {
      ...plain(type, '', select === null ? 'EXISTS' : 'ARRAY(SELECT)', children),
      write: (texts) => {
        const from = `FROM UNNEST(${texts[0]}) AS ${element} WITH OFFSET AS ${offset}${where === null ? '' : ` WHERE ${texts[1]}`}`;
        return select === null ? `EXISTS(SELECT 1 ${from})` : `ARRAY(SELECT ${texts.at(-1)} ${from})`;
      },
    };
  }
}

interface Slot {
  readonly pattern: Pattern;
  readonly name: string;
  readonly hint: string;
}

interface Shape {
  readonly subject: Producer['subject'];
  readonly variables: TypeVariables;
  readonly slots: readonly Slot[];
  readonly texts: readonly (string | null)[];
  readonly types: readonly (SqlType | null)[];
  readonly write: (args: readonly string[]) => string;
}

const value = (node: Node): Child => ({ kind: 'value', node });

const plain = (type: SqlType, text: string, what: string, children: readonly Child[]): Node => ({
  type,
  what,
  write: () => text,
  children,
  differs: null,
  column: null,
  local: null,
});

const columnNode = (column: Column): Node => ({ ...plain(column.type, column.name, 'a column', []), column });

/** A lambda that any signature of its shape takes. */
function trivialLambda(pattern: Extract<Pattern, { kind: 'lambda' }>): string {
  const names = pattern.params.map((_, at) => `e${at}`);
  const isCondition = pattern.result.kind === 'exact' && pattern.result.type.kind === 'BOOL';
  return `${names.length === 1 ? names[0] : `(${names.join(', ')})`} -> ${isCondition ? 'TRUE' : names[0]}`;
}
