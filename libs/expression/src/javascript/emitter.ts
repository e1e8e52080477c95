import { castSiteOf, siteOf } from '../analysis/sites.ts';
import type { Typed, TypedLambda, TypedUnnest } from '../analysis/typed.ts';
import { typeParams } from '../registry/type-params.ts';
import { RowFault } from '../row-fault.ts';
import type { Position } from '../syntax/tree.ts';
import { isScalar } from '../types/coercion.ts';
import { fieldKey, type SqlType } from '../types/sql-type.ts';

/** A value in generated code: a name or a literal, free to be written many times. */
export interface Atom {
  readonly code: string;
  readonly nullable: boolean;
}

/** A call that may have no value for a row: where it stands in the text, and the names that then hold its arguments. */
export interface FaultSite {
  readonly position: Position;
  readonly args: readonly string[];
  readonly types: readonly SqlType[];
}

export const NULL: Atom = { code: 'null', nullable: true };

/**
 * Turns a typed expression into statements, one variable a node. The text it writes holds names of its own and numbers only: whatever comes from
 * an author (a string, a name of a field) is a constant, handed to the code as a value.
 */
export class Emitter {
  readonly constants: unknown[] = [];
  readonly faultSites: FaultSite[] = [];
  readonly #constantNames = new Map<unknown, string>();
  readonly #locals = new Map<number, Atom>();
  readonly #columns: readonly Atom[];
  /** Names to declare, a list for each function that is being written. */
  readonly #scopes: string[][] = [[]];
  #lines: string[] = [];
  #names = 0;

  constructor(columns: readonly Atom[]) {
    this.#columns = columns;
  }

  /** The statements so far, and what they need declared before them. */
  get body(): string {
    return this.#lines.join('\n');
  }

  get declarations(): string {
    const names = this.#scopes[0] ?? [];
    return names.length === 0 ? '' : `let ${names.join(', ')};`;
  }

  /** Writes what computes a node, and gives its value. */
  value(node: Typed): Atom {
    switch (node.kind) {
      case 'constant':
        return this.constant(node.value);
      case 'column':
        return this.#columns[node.column] ?? missing(node.kind);
      case 'local':
        return this.#locals.get(node.id) ?? missing(node.name);
      case 'field': {
        const operand = this.value(node.operand);
        const read = `${operand.code}[${this.use(node.field)}]`;
        return this.assign(operand.nullable ? `${operand.code} === null ? null : ${read}` : read, true);
      }
      case 'call':
        return this.#call(node);
      case 'cast':
        return this.#cast(node);
      case 'case':
        return this.#case(node);
      case 'array': {
        const items = node.items.map((item) => this.value(item).code);
        return this.assign(`[${items.join(', ')}]`, false);
      }
      case 'struct':
        return this.#struct(node);
      case 'lambda':
        return this.assign(this.#lambda(node), false);
      case 'unnest':
        return this.#unnest(node);
    }
  }

  /** Whether a condition is TRUE: neither FALSE nor NULL. */
  condition(node: Typed): string {
    return `${this.value(node).code} === true`;
  }

  constant(value: unknown): Atom {
    if (value === null) return NULL;
    const isPlain =
      typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0));
    return { code: isPlain ? `${value}` : this.use(value), nullable: false };
  }

  /** The name of a value of ours in the generated code. */
  use(value: unknown): string {
    const known = this.#constantNames.get(value);
    if (known !== undefined) return known;
    const name = `k${this.constants.push(value) - 1}`;
    this.#constantNames.set(value, name);
    return name;
  }

  /** A new variable that holds what `code` gives. */
  assign(code: string, nullable: boolean): Atom {
    const name = this.fresh();
    this.line(`${name} = ${code};`);
    return { code: name, nullable };
  }

  /** A new variable, declared where the function begins. */
  fresh(): string {
    const name = `v${this.#names++}`;
    this.#scopes.at(-1)?.push(name);
    return name;
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  /** `header {` what `write` writes `}`. */
  block(header: string, write: () => void): void {
    this.line(`${header} {`);
    write();
    this.line('}');
  }

  /** A block that `leave` goes to the end of: one choice after the other, however many, nests no deeper than one. */
  labelled(write: (leave: string) => void): void {
    const label = `l${this.#names++}`;
    this.block(`${label}:`, () => write(`break ${label};`));
  }

  /** Code that notes, before it may fail, which part of the text that is: `(at = 3, f(v1, v2))`. */
  failing(code: string, { offset, length }: Position, nodes: readonly Typed[], args: readonly Atom[]): string {
    // Inside a lambda the names of its arguments are gone by the time a fault is reported.
    const visible = this.#scopes.length === 1 ? args.map((arg) => arg.code) : [];
    const types = nodes.map(({ type }) => type);
    return `(at = ${this.faultSites.push({ position: { offset, length }, args: visible, types }) - 1}, ${code})`;
  }

  #call(node: Extract<Typed, { kind: 'call' }>): Atom {
    const { js } = node.signature;
    if (js.kind === 'lazy') return js.emit(this, node.args);
    const args = node.args.map((arg) => this.value(arg));
    const names = args.map(({ code }) => code);
    const site = siteOf(node);
    const code =
      js.kind === 'inline'
        ? js.write(names, (value) => this.use(value), site)
        : `${this.use(js.make(site))}(${names.join(', ')})`;
    const failing = this.failing(code, node, node.args, args);
    const isStrict = node.signature.nulls === 'strict';
    const nullable = node.signature.givesNull || node.safe || (isStrict && args.some((arg) => arg.nullable));
    return this.#guarded(failing, isStrict ? args : [], nullable, node.safe);
  }

  #cast(node: Extract<Typed, { kind: 'cast' }>): Atom {
    const nodes = [node.operand, node.format, node.zone].filter((arg) => arg !== null);
    const args = nodes.map((arg) => this.value(arg));
    const convert = this.use(node.cast.js(castSiteOf(node)));
    const code = this.failing(`${convert}(${args.map((arg) => arg.code).join(', ')})`, node, nodes, args);
    const value = this.#guarded(
      code,
      args,
      node.safe || node.cast.givesNull === true || args.some((arg) => arg.nullable),
      node.safe,
    );
    const params = isScalar(node.type) ? typeParams[node.type.kind] : undefined;
    if (node.typeParams.length === 0 || params === undefined) return value;
    const fitted = this.failing(`${this.use(params.fit(node.typeParams))}(${value.code})`, node, nodes, args);
    return this.#guarded(fitted, [value], value.nullable, false);
  }

  /** `code` where none of the arguments is null; null where one is, and, if it is safe, where it fails. */
  #guarded(code: string, args: readonly Atom[], nullable: boolean, safe: boolean): Atom {
    const tests = args.filter((arg) => arg.nullable).map((arg) => `${arg.code} === null`);
    if (!safe) return this.assign(tests.length === 0 ? code : `${tests.join(' || ')} ? null : ${code}`, nullable);
    const name = this.fresh();
    const fault = this.use(RowFault);
    this.line(`${name} = null;`);
    const tried = `try { ${name} = ${code}; } catch (error) { if (!(error instanceof ${fault})) throw error; }`;
    this.line(tests.length === 0 ? tried : `if (!(${tests.join(' || ')})) { ${tried} }`);
    return { code: name, nullable: true };
  }

  #case(node: Extract<Typed, { kind: 'case' }>): Atom {
    const name = this.fresh();
    if (node.subject !== null) this.#locals.set(node.subject.local.id, this.value(node.subject.value));
    this.labelled((leave) => {
      for (const { when, result } of node.branches) {
        const condition = this.condition(when);
        this.block(`if (${condition})`, () => this.line(`${name} = ${this.value(result).code}; ${leave}`));
      }
      this.line(`${name} = ${this.value(node.otherwise).code};`);
    });
    return { code: name, nullable: true };
  }

  #struct(node: Extract<Typed, { kind: 'struct' }>): Atom {
    const { type } = node;
    if (type.kind !== 'STRUCT') return missing('the type of a struct');
    const entries = node.fields.map((field, at) => {
      const of = type.fields[at] ?? missing('a field of a struct');
      return `[${this.use(fieldKey(of, at))}]: ${this.value(field).code}`;
    });
    return this.assign(`{ ${entries.join(', ')} }`, false);
  }

  /** A function of the lambda's parameters; it sees the columns and the locals around it. */
  #lambda(node: TypedLambda): string {
    const params = node.params.map((param) => {
      const name = `p${this.#names++}`;
      this.#locals.set(param.id, { code: name, nullable: true });
      return name;
    });
    const outer = this.#lines;
    this.#lines = [];
    const declared: string[] = [];
    this.#scopes.push(declared);
    const result = this.value(node.body).code;
    this.#scopes.pop();
    const body = this.body;
    this.#lines = outer;
    const declarations = declared.length === 0 ? '' : `let ${declared.join(', ')};\n`;
    return `(${params.join(', ')}) => {\n${declarations}${body}\nreturn ${result};\n}`;
  }

  /** A loop over the elements, in place. EXISTS ends it at the first element that is kept. */
  #unnest(node: TypedUnnest): Atom {
    const array = this.value(node.array);
    const [element, position] = [this.fresh(), this.fresh()];
    this.#locals.set(node.element.id, { code: element, nullable: true });
    this.#locals.set(node.position.id, { code: position, nullable: false });
    const result = this.assign(node.what === 'EXISTS' ? 'false' : '[]', false);
    const source = array.nullable ? `if (${array.code} !== null) for` : 'for';
    this.block(`${source} (${position} = 0; ${position} < ${array.code}.length; ${position}++)`, () => {
      this.line(`${element} = ${array.code}[${position}];`);
      if (node.where !== null) this.line(`if (!(${this.condition(node.where)})) continue;`);
      if (node.what === 'EXISTS') this.line(`${result.code} = true; break;`);
      else this.line(`${result.code}.push(${this.value(node.select).code});`);
    });
    return result;
  }
}

function missing(what: string): never {
  throw new Error(`Generating code met ${what}, which the analysis should have settled.`);
}
