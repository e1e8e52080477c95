import type { Field } from '@isochron/schema';
import { identityCast } from '../registry/cast.ts';
import { typeParams } from '../registry/type-params.ts';
import { RowFault } from '../row-fault.ts';
import { parseJson } from '../runtime/json/parse.ts';
import type { Fault, FaultCode } from '../syntax/token.ts';
import type { CallExpression, Expression, Literal, Name, Position, UnnestExpression } from '../syntax/tree.ts';
import { distance, type Given, isScalar, superType } from '../types/coercion.ts';
import { BOOL, fieldKey, INT64, type SqlType, STRING, sameType, scalar, typeName } from '../types/sql-type.ts';
import { Json } from '../value.ts';
import { CallTyper } from './call-typer.ts';
import { asWritten, converted } from './constant.ts';
import type { Dialect } from './dialect.ts';
import type { Typed, TypedLocal } from './typed.ts';

/** An expression with a type, and whether it is a literal, which is taken for more types than others. */
export interface TypedArgument {
  readonly typed: Typed;
  readonly given: Given;
}

/**
 * Gives every part of one expression its type. A part at fault is null, its fault is noted, and what stands around it is silent about it, so
 * that each mistake is told once.
 */
export class Typer {
  readonly faults: Fault[] = [];
  /** The columns that were named, each once. */
  readonly columns: Field[] = [];
  readonly dialect: Dialect;
  readonly #fields: readonly Field[];
  readonly #typeOf: (field: Field) => SqlType;
  readonly #places = new Map<string, number>();
  #scope: readonly TypedLocal[] = [];
  /** The elements of the UNNESTs around the place that is read. */
  #elements: readonly TypedLocal[] = [];
  #ids = 0;

  constructor(fields: readonly Field[], typeOf: (field: Field) => SqlType, dialect: Dialect) {
    this.dialect = dialect;
    this.#fields = fields;
    this.#typeOf = typeOf;
  }

  expression(node: Expression): Typed | null {
    switch (node.kind) {
      case 'literal':
        return this.#literal(node.literal, node);
      case 'column':
        return this.#column(node);
      case 'field':
        return this.#field(node);
      case 'call':
        return this.#hasNullOperand(node) ? null : new CallTyper(this, node).typed();
      case 'subscript': {
        const name = node.mode === 'PLAIN' ? '$subscript' : `$subscript_${node.mode.toLowerCase()}`;
        return this.#asCall(node, name, [node.operand, node.index]);
      }
      case 'interval':
        return this.#interval(node);
      case 'cast':
        return this.#cast(node);
      case 'case':
        return this.#case(node);
      case 'array':
        return this.#array(node);
      case 'struct':
        return this.#struct(node);
      case 'unnest':
        return this.#unnest(node);
      case 'lambda':
        return this.refuse(
          node,
          'a lambda',
          'a value',
          'A lambda (x -> …) stands only among the arguments of a function that takes one.',
        );
    }
  }

  /** The expression with what its literals may become. */
  argument(node: Expression): TypedArgument | null {
    const typed = this.expression(node);
    if (typed === null) return null;
    return { typed, given: { type: typed.type, literal: isOfAnyType(typed) ? 'null' : literalnessOf(node) } };
  }

  /** A condition, or whatever else must be of one type. */
  ofType(node: Expression, type: SqlType, what: string): Typed | null {
    const argument = this.argument(node);
    if (argument === null) return null;
    if (distance(argument.given, type, this.dialect.coercions) !== undefined) return this.become(argument.typed, type);
    return this.refuse(node, `a value of type ${typeName(argument.typed.type)}`, `${what} of type ${typeName(type)}`);
  }

  /** The value as one of another type, which it is known to become by itself. A literal is changed here and now. */
  become(typed: Typed, type: SqlType): Typed | null {
    if (sameType(typed.type, type)) return typed;
    if (isOfAnyType(typed) || (typed.kind === 'constant' && typed.value === null)) return { ...typed, type };
    if (typed.kind === 'array' && type.kind === 'ARRAY') {
      const items = this.#all(typed.items, (item) => this.become(item, type.element));
      return items === null ? null : { ...typed, type, items };
    }
    if (typed.kind === 'struct' && type.kind === 'STRUCT') {
      const fields = this.#all(typed.fields, (field, at) => this.become(field, type.fields[at]?.type ?? field.type));
      return fields === null ? null : { ...typed, type, fields };
    }
    const cast = this.dialect.castBetween(typed.type, type);
    if (cast === undefined) {
      return this.refuse(typed, `a value of type ${typeName(typed.type)}`, `one of type ${typeName(type)}`);
    }
    if (typed.kind === 'constant') return this.#converted(typed, type);
    const { offset, length } = typed;
    return {
      kind: 'cast',
      offset,
      length,
      type,
      cast,
      operand: typed,
      typeParams: [],
      safe: false,
      format: null,
      zone: null,
    };
  }

  /** A body in which these names are known, before any column. */
  within<T>(locals: readonly TypedLocal[], type: () => T): T {
    const outer = this.#scope;
    this.#scope = [...outer, ...locals];
    const result = type();
    this.#scope = outer;
    return result;
  }

  local(name: Name | null, type: SqlType): TypedLocal {
    return { id: this.#ids++, name: name?.text ?? '', type };
  }

  refuse(
    at: Position,
    found: string,
    expected: string,
    message = `Found ${found} where ${expected} is expected.`,
    code: FaultCode = 'type',
  ): null {
    this.faults.push({ code, offset: at.offset, length: at.length, found, expected, message });
    return null;
  }

  #all<T, U>(items: readonly T[], type: (item: T, at: number) => U | null): readonly U[] | null {
    const typed = items.map(type);
    return typed.every((each): each is U & {} => each !== null) ? typed : null;
  }

  #literal(literal: Literal, { offset, length }: Position): Typed | null {
    const at = { offset, length };
    switch (literal.type) {
      case 'NULL':
        return { kind: 'constant', value: null, type: INT64, ...at };
      case 'BOOL':
      case 'INT64':
      case 'STRING':
      case 'BYTES':
        return { kind: 'constant', value: literal.value, type: scalar(literal.type), ...at };
      case 'FLOAT64':
        return { kind: 'constant', value: literal.value, written: literal.text, type: scalar(literal.type), ...at };
      case 'JSON':
        return this.#json(literal.text, at);
      default:
        return this.#converted({ kind: 'constant', value: literal.text, type: STRING, ...at }, scalar(literal.type));
    }
  }

  /** No cast makes JSON of a text, only a literal does. */
  #json(text: string, at: Position): Typed | null {
    try {
      return { kind: 'constant', value: new Json(parseJson(text, 'round')), type: scalar('JSON'), ...at };
    } catch (thrown) {
      if (!(thrown instanceof RowFault)) throw thrown;
      return this.refuse(at, 'a literal', 'a JSON value', `This is no JSON: ${thrown.message}`, 'value');
    }
  }

  /** A value known now, changed now; its fault is told now. */
  #converted(constant: Extract<Typed, { kind: 'constant' }>, to: SqlType): Typed | null {
    const { offset, length } = constant;
    const value = converted(constant, to, this.dialect.castBetween);
    if (!(value instanceof RowFault)) return { kind: 'constant', value, type: to, offset, length };
    return this.refuse(constant, 'a literal', `a ${to.kind}`, `This is no ${to.kind}: ${value.message}`, 'value');
  }

  /** Whether the word NULL is an operand of an operator that refuses it, as GoogleSQL does: it would be null whatever the rest is. */
  #hasNullOperand({ name, args }: CallExpression): boolean {
    if (!this.dialect.withoutNull.has(name)) return false;
    const operand = args.find(({ value }) => value.kind === 'literal' && value.literal.type === 'NULL');
    if (operand === undefined) return false;
    const message = 'This is null whatever stands beside NULL; IS NULL tests for it, and CAST(NULL AS …) has a type.';
    this.refuse(operand.value, 'the word NULL', 'an operand', message);
    return true;
  }

  #column({ name, offset, length }: Extract<Expression, { kind: 'column' }>): Typed | null {
    const lower = name.toLowerCase();
    const local = this.#scope.findLast((each) => each.name.toLowerCase() === lower);
    if (local !== undefined) return { kind: 'local', id: local.id, name: local.name, type: local.type, offset, length };
    const ofElement = this.#fieldOfElement(lower, { offset, length });
    if (ofElement !== null) return ofElement;
    const field = this.#fieldNamed(name);
    if (field === null) {
      return this.refuse(
        { offset, length },
        `"${name}"`,
        'the name of a column',
        `There is no column ${name}.${this.#reasonOf(name)}`,
        'unknown-column',
      );
    }
    const column = this.#places.get(field.name) ?? this.columns.push(field) - 1;
    this.#places.set(field.name, column);
    return { kind: 'column', column, type: this.#typeOf(field), offset, length };
  }

  /** `CURRENT_TIMESTAMP` is a function that needs no parentheses, and one that is refused. */
  #reasonOf(name: string): string {
    const reason = this.dialect.refusal(name.toUpperCase());
    return reason === undefined ? '' : ` The function ${name} is refused: ${reason}`;
  }

  /** `SELECT a FROM UNNEST(structs)`: a field of the element by its name alone. */
  #fieldOfElement(lower: string, { offset, length }: Position): Typed | null {
    for (const element of this.#elements.toReversed()) {
      if (element.type.kind !== 'STRUCT') continue;
      const position = element.type.fields.findIndex(({ name }) => name.toLowerCase() === lower);
      const field = element.type.fields[position];
      if (field === undefined) continue;
      const operand: Typed = { kind: 'local', id: element.id, name: element.name, type: element.type, offset, length };
      return { kind: 'field', operand, field: fieldKey(field, position), position, type: field.type, offset, length };
    }
    return null;
  }

  #fieldNamed(name: string): Field | null {
    const exact = this.#fields.find((field) => field.name === name);
    if (exact !== undefined) return exact;
    const lower = name.toLowerCase();
    const [only, ...others] = this.#fields.filter((field) => field.name.toLowerCase() === lower);
    return only !== undefined && others.length === 0 ? only : null;
  }

  #field(node: Extract<Expression, { kind: 'field' }>): Typed | null {
    const operand = this.expression(node.operand);
    if (operand === null) return null;
    const { type } = operand;
    const { offset, length } = node;
    if (type.kind === 'JSON') {
      const key: Expression = { kind: 'literal', literal: { type: 'STRING', value: node.name }, ...node.nameAt };
      return this.#asCall(node, '$subscript', [node.operand, key]);
    }
    if (type.kind !== 'STRUCT') {
      const message = `A value of type ${typeName(type)} has no fields; only a STRUCT has.`;
      return this.refuse(node.nameAt, `the field "${node.name}"`, 'no field', message);
    }
    const position = type.fields.findIndex(({ name }) => name.toLowerCase() === node.name.toLowerCase());
    const field = type.fields[position];
    if (field === undefined) {
      const names = type.fields.map(({ name }) => name).filter((name) => name !== '');
      const message = `The struct has no field ${node.name}; it has ${names.join(', ') || 'none with a name'}.`;
      return this.refuse(node.nameAt, `"${node.name}"`, 'the name of a field', message);
    }
    return { kind: 'field', operand, field: fieldKey(field, position), position, type: field.type, offset, length };
  }

  #asCall(at: Position, name: string, args: readonly Expression[]): Typed | null {
    const { offset, length } = at;
    const call: CallExpression & Position = {
      kind: 'call',
      name,
      nameAt: { offset, length },
      args: args.map((value) => ({ name: null, value })),
      safe: false,
      offset,
      length,
    };
    return new CallTyper(this, call).typed();
  }

  #interval(node: Extract<Expression, { kind: 'interval' }>): Typed | null {
    const part = (name: string): Expression => ({ kind: 'column', name, offset: node.offset, length: node.length });
    return node.to === null
      ? this.#asCall(node, '$interval', [node.value, part(node.from)])
      : this.#asCall(node, '$interval_range', [node.value, part(node.from), part(node.to)]);
  }

  #cast(node: Extract<Expression, { kind: 'cast' }>): Typed | null {
    const argument = this.argument(node.operand);
    const format = node.format === null ? null : this.ofType(node.format, { kind: 'STRING' }, 'a format');
    const zone = node.zone === null ? null : this.ofType(node.zone, { kind: 'STRING' }, 'a time zone');
    if (argument === null || (node.format !== null && format === null) || (node.zone !== null && zone === null))
      return null;
    const { given } = argument;
    const { offset, length, type, typeParams, safe } = node;
    if (this.#refusesParams(node)) return null;
    // NULL alone is an INT64, as far as FORMAT goes: GoogleSQL has formats of numbers for STRING alone, and of NULL they are all NULL.
    const isFormatted = format === null || type.kind === 'STRING';
    if (given.literal === 'null' && isFormatted && zone === null) return { ...argument.typed, type, offset, length };
    const operand = asWritten(argument.typed, type, this.dialect.castBetween);
    const isSame = isScalar(type) && sameType(operand.type, type);
    const cast =
      isSame && typeParams.length > 0 ? identityCast(type.kind) : this.dialect.castBetween(operand.type, type);
    if (cast === undefined) {
      if (format !== null && sameType(operand.type, type)) return this.#refuseFormat(format, operand.type, type);
      if (sameType(operand.type, type) || (given.literal === 'empty' && type.kind === 'ARRAY')) {
        const same = this.become(operand, type);
        // A FLOAT64 that is cast to itself is no literal any more.
        if (same?.kind === 'constant') return { kind: 'constant', value: same.value, type, offset, length };
        return same === null ? null : { ...same, offset, length };
      }
      return this.refuse(
        node,
        `a CAST from ${typeName(operand.type)} to ${typeName(type)}`,
        'types that are cast into each other',
      );
    }
    if (format !== null && !cast.takesFormat) return this.#refuseFormat(format, operand.type, type);
    if (zone !== null && cast.takesZone !== true) {
      return this.refuse(zone, 'a time zone', 'none', `A CAST from ${cast.from} to ${cast.to} takes no AT TIME ZONE.`);
    }
    return { kind: 'cast', cast, operand, typeParams, safe, format, zone, type, offset, length };
  }

  #refuseFormat(format: Typed, from: SqlType, to: SqlType): null {
    return this.refuse(format, 'a FORMAT', 'none', `A CAST from ${from.kind} to ${to.kind} takes no FORMAT.`);
  }

  #refusesParams(node: Extract<Expression, { kind: 'cast' }>): boolean {
    const { type, typeParams: params } = node;
    if (params.length === 0) return false;
    const rules = isScalar(type) ? typeParams[type.kind] : undefined;
    const fault = rules === undefined ? `${typeName(type)} takes no numbers.` : rules.check(params);
    if (fault !== null) this.refuse(node, `${typeName(type)}(${params.join(', ')})`, 'a type', fault);
    return fault !== null;
  }

  #case(node: Extract<Expression, { kind: 'case' }>): Typed | null {
    const subject = node.operand === null ? null : this.argument(node.operand);
    if (node.operand !== null && subject === null) return null;
    const local = subject === null ? null : this.local(null, subject.typed.type);
    const whens = this.#all(node.branches, ({ when }) =>
      local === null ? this.ofType(when, BOOL, 'a condition') : this.#equals(local, node.operand ?? when, when),
    );
    const otherwise: Expression = node.otherwise ?? {
      kind: 'literal',
      literal: { type: 'NULL' },
      offset: node.offset,
      length: 0,
    };
    const results = this.common(
      [...node.branches.map(({ result }) => result), otherwise],
      node,
      'The branches of CASE',
    );
    if (whens === null || results === null) return null;
    const last = results.items.at(-1);
    if (last === undefined) return null;
    const branches = whens.map((when, at) => ({ when, result: results.items[at] ?? last }));
    const bound = subject === null || local === null ? null : { local, value: subject.typed };
    const { offset, length } = node;
    return { kind: 'case', subject: bound, branches, otherwise: last, type: results.type, offset, length };
  }

  /** `local = when`, where the local stands for the subject of a CASE, under a name that no text can write. */
  #equals(local: TypedLocal, subject: Expression, when: Expression): Typed | null {
    const hidden = { ...local, name: `case ${local.id}` };
    const column: Expression = { kind: 'column', name: hidden.name, offset: subject.offset, length: subject.length };
    return this.within([hidden], () => this.#asCall(when, '$equal', [column, when]));
  }

  /** Expressions brought to one type. */
  common(
    nodes: readonly Expression[],
    at: Position,
    what: string,
  ): { readonly type: SqlType; readonly items: readonly Typed[] } | null {
    const args = this.#all(nodes, (node) => this.argument(node));
    if (args === null) return null;
    const type = superType(
      args.map(({ given }) => given),
      this.dialect.coercions,
    );
    if (type === undefined) {
      const names = [...new Set(args.map(({ typed }) => typeName(typed.type)))];
      return this.refuse(at, names.join(' and '), 'one type', `${what} have no type in common: ${names.join(', ')}.`);
    }
    const items = this.#all(args, ({ typed }) => this.become(typed, type));
    return items === null ? null : { type, items };
  }

  #array(node: Extract<Expression, { kind: 'array' }>): Typed | null {
    const { offset, length } = node;
    if (node.element !== null) {
      const element = node.element;
      const items = this.#all(node.items, (item) => this.ofType(item, element, 'an element'));
      return items === null ? null : { kind: 'array', items, type: { kind: 'ARRAY', element }, offset, length };
    }
    if (node.items.length === 0)
      return { kind: 'array', items: [], type: { kind: 'ARRAY', element: INT64 }, offset, length };
    const common = this.common(node.items, node, 'The elements of the array');
    if (common === null) return null;
    if (common.type.kind === 'ARRAY') return this.refuse(node, 'an array of arrays', 'elements that are no arrays');
    return { kind: 'array', items: common.items, type: { kind: 'ARRAY', element: common.type }, offset, length };
  }

  #struct(node: Extract<Expression, { kind: 'struct' }>): Typed | null {
    const { offset, length } = node;
    const declared = node.type?.kind === 'STRUCT' ? node.type.fields : null;
    if (declared !== null && declared.length !== node.fields.length) {
      return this.refuse(
        node,
        `${node.fields.length} values`,
        `${declared.length} for the fields of ${typeName({ kind: 'STRUCT', fields: declared })}`,
      );
    }
    const typed = this.#all(node.fields, ({ value }, at) => {
      const field = declared?.[at];
      return field === undefined ? this.expression(value) : this.ofType(value, field.type, 'a field');
    });
    if (typed === null) return null;
    const fields = declared ?? typed.map(({ type }, at) => ({ name: node.fields[at]?.name?.text ?? '', type }));
    const keys = fields.map((field, at) => fieldKey(field, at).toLowerCase());
    const twice = keys.findIndex((key, at) => keys.indexOf(key) !== at);
    if (twice !== -1)
      return this.refuse(node.fields[twice]?.value ?? node, `a second field ${keys[twice]}`, 'a name of its own');
    return { kind: 'struct', fields: typed, type: { kind: 'STRUCT', fields }, offset, length };
  }

  #unnest(node: UnnestExpression & Position): Typed | null {
    const array = this.expression(node.array);
    if (array === null) return null;
    if (array.type.kind !== 'ARRAY') {
      return this.refuse(node.array, `a value of type ${typeName(array.type)}`, 'an array');
    }
    const element = this.local(node.element, array.type.element);
    const position = this.local(node.position, INT64);
    const locals = [element, position].filter(({ name }) => name !== '');
    const outer = this.#elements;
    this.#elements = [...outer, element];
    const result = this.within(locals, () => this.#unnested(node, array, element, position));
    this.#elements = outer;
    return result;
  }

  #unnested(node: UnnestExpression & Position, array: Typed, element: TypedLocal, position: TypedLocal): Typed | null {
    const where = node.where === null ? null : this.ofType(node.where, BOOL, 'a condition');
    const select = this.expression(node.select);
    if (select === null || (node.where !== null && where === null)) return null;
    if (node.what === 'ARRAY' && select.type.kind === 'ARRAY')
      return this.refuse(node.select, 'an array', 'elements that are no arrays');
    const type: SqlType = node.what === 'EXISTS' ? BOOL : { kind: 'ARRAY', element: select.type };
    const { what, offset, length } = node;
    return { kind: 'unnest', what, array, element, position, where, select, type, offset, length };
  }
}

const isOfAnyType = (typed: Typed): boolean => typed.kind === 'call' && typed.signature.isOfAnyType;

/** NULL, an empty array, a literal (a struct of them too), or none of these. */
function literalnessOf(node: Expression): Given['literal'] {
  switch (node.kind) {
    case 'literal':
      if (node.literal.type === 'NULL') return 'null';
      return node.literal.type === 'INT64' || node.literal.type === 'FLOAT64' || node.literal.type === 'STRING'
        ? 'value'
        : 'none';
    case 'array':
      return node.element === null && node.items.length === 0 ? 'empty' : 'none';
    case 'struct':
      return node.type === null && node.fields.every(({ value }) => literalnessOf(value) !== 'none') ? 'value' : 'none';
    default:
      return 'none';
  }
}
