import { type DialectName, dialects } from '../analysis/dialect.ts';
import { parse } from './parser.ts';
import type { Argument, Expression, Literal } from './tree.ts';

/** An expression as data: what it says, without where and how it is written. Plain JSON. */
export type Canonical = string | number | boolean | null | readonly Canonical[];

/**
 * What a text says, equal for texts that differ in blanks, comments, parentheses, the case of words, or the names of lambda parameters alone; null for a
 * text that cannot be read. `column` gives what stands for a name: the column's own canonical form, where the name is no more than a name.
 */
export function canonicalOf(
  text: string,
  column: (name: string) => Canonical,
  dialect: DialectName = 'googlesql',
): Canonical | null {
  const { expression } = parse(text, dialects[dialect].syntax);
  return expression === null ? null : canonical(expression, { column, locals: [] });
}

interface Scope {
  readonly column: (name: string) => Canonical;
  /** Names of lambda parameters and elements, the outermost first; each is known by its number. */
  readonly locals: readonly string[];
}

function canonical(node: Expression, scope: Scope): Canonical {
  const of = (child: Expression): Canonical => canonical(child, scope);
  const maybe = (child: Expression | null): Canonical => (child === null ? null : of(child));
  switch (node.kind) {
    case 'literal':
      return literal(node.literal);
    case 'column':
      return name(node.name, scope);
    case 'interval':
      return ['interval', of(node.value), node.from, node.to];
    case 'field':
      return ['field', of(node.operand), node.name.toLowerCase()];
    case 'subscript':
      return ['subscript', node.mode, of(node.operand), of(node.index)];
    case 'call':
      return [node.safe ? 'safe call' : 'call', node.name, ...node.args.map((each) => argument(each, scope))];
    case 'cast':
      return [
        node.safe ? 'safe cast' : 'cast',
        of(node.operand),
        JSON.stringify(node.type),
        node.typeParams,
        maybe(node.format),
        maybe(node.zone),
      ];
    case 'case':
      return [
        'case',
        maybe(node.operand),
        node.branches.map(({ when, result }) => [of(when), of(result)]),
        maybe(node.otherwise),
      ];
    case 'array':
      return ['array', node.element === null ? null : JSON.stringify(node.element), ...node.items.map(of)];
    case 'struct': {
      const fields = node.fields.map(({ name: field, value }) => [field?.text ?? null, of(value)]);
      return ['struct', node.type === null ? null : JSON.stringify(node.type), ...fields];
    }
    case 'lambda':
      return ['lambda', node.params.length, within(node.body, scope, node.params)];
    case 'unnest': {
      const names = [node.element, node.position].filter((each) => each !== null);
      const where = node.where === null ? null : within(node.where, scope, names);
      const shape = [node.element !== null, node.position !== null];
      return ['unnest', node.what, ...shape, of(node.array), where, within(node.select, scope, names)];
    }
  }
}

const within = (body: Expression, { column, locals }: Scope, names: readonly { readonly text: string }[]): Canonical =>
  canonical(body, { column, locals: [...locals, ...names.map(({ text }) => text.toLowerCase())] });

function name(text: string, { column, locals }: Scope): Canonical {
  const local = locals.lastIndexOf(text.toLowerCase());
  return local < 0 ? column(text) : ['local', local];
}

const argument = ({ name: given, value }: Argument, scope: Scope): Canonical =>
  given === null ? canonical(value, scope) : ['named', given.text.toLowerCase(), canonical(value, scope)];

function literal(written: Literal): Canonical {
  switch (written.type) {
    case 'NULL':
      return ['literal'];
    case 'BOOL':
      return ['literal', written.value];
    case 'INT64':
      return ['literal', 'INT64', String(written.value)];
    case 'FLOAT64':
      return ['literal', 'FLOAT64', float(written.value, written.text)];
    case 'STRING':
      return ['literal', 'STRING', written.value];
    case 'BYTES':
      return ['literal', 'BYTES', [...written.value]];
    default:
      return ['literal', written.type, written.text];
  }
}

/** Where a decimal is taken, the digits of the text count, and beyond these a double no longer tells them apart. */
const DOUBLE_DIGITS = 15;

function float(value: number, text: string): string {
  if (text.replace(/[eE].*$/, '').replaceAll(/[^0-9]/g, '').length > DOUBLE_DIGITS) return text.toLowerCase();
  return Object.is(value, -0) ? '-0' : String(value);
}
