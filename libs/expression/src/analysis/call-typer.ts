import { aggregateNames } from '../registry/index.ts';
import type { FunctionRow, Signature } from '../registry/row.ts';
import type { CallExpression, Expression, Position } from '../syntax/tree.ts';
import type { Given } from '../types/coercion.ts';
import { bind, type Param, type Pattern, typeOfPattern } from '../types/pattern.ts';
import { type SqlType, STRING, typeName } from '../types/sql-type.ts';
import { dialects } from './dialect.ts';
import { siteOf } from './sites.ts';
import type { Typed, TypedLambda } from './typed.ts';
import type { TypedArgument, Typer } from './typer.ts';
import { expectedWord, isWordPattern, wordOf } from './word-argument.ts';

/** One argument as it was written; what it is follows from the signature. */
type Written = { readonly name: string | null; readonly node: Expression };

/** A signature with its arguments in the order of its parameters. */
interface Candidate {
  readonly signature: Signature;
  /** A parameter for each argument. */
  readonly params: readonly Param[];
  readonly args: readonly Written[];
}

/** Finds the signature that a call means: of those its arguments fit, the one that changes them least, the first of equals. */
export class CallTyper {
  readonly #typer: Typer;
  readonly #call: CallExpression & Position;
  readonly #known = new Map<Expression, TypedArgument | null>();

  constructor(typer: Typer, call: CallExpression & Position) {
    this.#typer = typer;
    this.#call = call;
  }

  typed(): Typed | null {
    const { name, nameAt } = this.#call;
    const row = this.#typer.dialect.functionNamed(name);
    if (row === undefined) {
      const reason = this.#typer.dialect.refusal(name);
      const message = aggregateNames.has(name)
        ? `${name} is a function of many rows; a row expression has functions of one row only.`
        : reason === undefined
          ? this.#unknown(name)
          : `${name} is refused: ${reason}`;
      const expected = 'a function of one row that is known';
      return this.#typer.refuse(nameAt, `the function ${name}`, expected, message, 'unknown-function');
    }
    const written = this.#call.args.map(
      ({ name: given, value }): Written => ({ name: given?.text ?? null, node: value }),
    );
    if (this.#call.safe && row.signatures.every(({ js }) => js.kind === 'lazy')) {
      const message = `SAFE. does not go before ${name}, which chooses among its arguments and never fails itself.`;
      return this.#typer.refuse(nameAt, `SAFE.${name}`, name, message);
    }
    const candidates = this.#candidates(row, written);
    if (candidates.length === 0) return this.#refuseShape(row, written);
    return this.#resolved(row, candidates);
  }

  #unknown(name: string): string {
    const own = this.#typer.dialect;
    const other = Object.values(dialects).find((each) => each !== own && each.functionNamed(name) !== undefined);
    return other === undefined
      ? `There is no function ${name}.`
      : `${name} is a function of ${other.label}, not of ${own.label}.`;
  }

  /** Signatures by the number and the names of arguments, with `INTERVAL n PART` as two arguments where a signature has it so. */
  #candidates(row: FunctionRow, written: readonly Written[]): readonly Candidate[] {
    const parts = new Set<Expression>();
    const flat = written.flatMap(({ name, node }): readonly Written[] => {
      if (node.kind !== 'interval' || node.to !== null) return [{ name, node }];
      const part: Expression = { kind: 'column', name: node.from, offset: node.offset, length: node.length };
      parts.add(part);
      return [
        { name, node: node.value },
        { name: null, node: part },
      ];
    });
    const found = row.signatures
      .flatMap((signature) => assign(signature, flat))
      .filter(({ args, params }) =>
        args.every(({ node }, at) => !parts.has(node) || params[at]?.pattern.kind === 'part'),
      );
    return found.length > 0 || flat.length === written.length
      ? found
      : row.signatures.flatMap((signature) => assign(signature, written));
  }

  #resolved(row: FunctionRow, candidates: readonly Candidate[]): Typed | null {
    const wordFault = this.#notWord(candidates);
    if (wordFault !== null) return this.#typer.refuse(wordFault.node, 'a value', expectedWord(wordFault.pattern));
    const [first] = candidates;
    let failed = false;
    for (const { args, params } of first === undefined ? [] : [first]) {
      for (const [at, { node }] of args.entries()) {
        const pattern = params[at]?.pattern;
        const isValue = (pattern === undefined || !isWordPattern(pattern)) && node.kind !== 'lambda';
        if (isValue && this.#argument(node) === null) failed = true;
      }
    }
    if (failed) return null;
    let best:
      | { readonly candidate: Candidate; readonly bindings: Map<string, SqlType>; readonly cost: number }
      | undefined;
    for (const candidate of candidates) {
      const bound = this.#bind(candidate);
      if (bound !== undefined && (best === undefined || bound.cost < best.cost)) best = { candidate, ...bound };
    }
    return best === undefined ? this.#refuseTypes(row) : this.#complete(row, best.candidate, best.bindings);
  }

  /** An argument that should be a part of a date, or another word, and is none, in every signature there could be. */
  #notWord(candidates: readonly Candidate[]): { readonly node: Expression; readonly pattern: Param['pattern'] } | null {
    for (const { args, params } of candidates) {
      const at = args.findIndex(({ node }, index) => {
        const pattern = params[index]?.pattern;
        return pattern !== undefined && isWordPattern(pattern) && wordOf(pattern, node) === null;
      });
      const [wrong, pattern] = [args[at], params[at]?.pattern];
      if (wrong === undefined || pattern === undefined) return null;
      if (candidates.every((each) => each.params.some((param) => isWordPattern(param.pattern)))) {
        return { node: wrong.node, pattern };
      }
    }
    return null;
  }

  #bind({
    signature,
    args,
    params,
  }: Candidate): { readonly bindings: Map<string, SqlType>; readonly cost: number } | undefined {
    const pairs = [];
    for (const [at, { node }] of args.entries()) {
      const pattern = params[at]?.pattern;
      if (pattern === undefined) return undefined;
      if (isWordPattern(pattern)) {
        if (wordOf(pattern, node) === null) return undefined;
        continue;
      }
      if (pattern.kind === 'lambda' || node.kind === 'lambda') {
        const fits =
          pattern.kind === 'lambda' && node.kind === 'lambda' && pattern.params.length === node.params.length;
        if (!fits) return undefined;
        continue;
      }
      const argument = this.#argument(node);
      if (argument === null || (!signature.readsTexts && isReadText(argument.given, pattern))) return undefined;
      pairs.push({ pattern, given: argument.given });
    }
    return bind(pairs, this.#typer.dialect.coercions);
  }

  #argument(node: Expression): TypedArgument | null {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const argument = this.#typer.argument(node);
    this.#known.set(node, argument);
    return argument;
  }

  #complete(row: FunctionRow, { signature, params, args }: Candidate, bindings: Map<string, SqlType>): Typed | null {
    const typed: Typed[] = [];
    for (const [at, { node }] of args.entries()) {
      const param = params[at];
      const one = param === undefined ? null : this.#completeArgument(node, param, bindings);
      if (one === null) return null;
      typed.push(one);
    }
    const { offset, length, safe } = this.#call;
    const names = params.map(({ name }) => name);
    const node = { kind: 'call', row, signature, args: typed, names, safe, offset, length } as const;
    // Where the text cannot say the type, the row does, from the arguments; STRING until then.
    const stated = typeOfPattern(signature.type.result, bindings);
    const type = signature.resultOf?.(siteOf({ ...node, type: stated ?? STRING })) ?? stated;
    if (type === undefined)
      throw new Error(`The signature ${row.name}${signature.text} leaves the type of its result open.`);
    const given = args.map(
      ({ node: each }) => this.#known.get(each)?.given ?? { type: STRING, literal: 'none' as const },
    );
    const fault = signature.check?.(siteOf({ ...node, type }), given) ?? null;
    if (fault === null) return { ...node, type };
    const at = fault.argument === null ? this.#call : (args[fault.argument]?.node ?? this.#call);
    return this.#typer.refuse(
      at,
      'an argument',
      'one that fits',
      `${displayName(row.name)}: ${fault.message}`,
      'value',
    );
  }

  #completeArgument(node: Expression, { pattern }: Param, bindings: Map<string, SqlType>): Typed | null {
    const { offset, length } = node;
    if (isWordPattern(pattern)) {
      return { kind: 'constant', value: wordOf(pattern, node), type: STRING, offset, length };
    }
    if (pattern.kind === 'lambda') return node.kind === 'lambda' ? this.#lambda(node, pattern, bindings) : null;
    const argument = this.#argument(node);
    if (argument !== null && pattern.kind === 'any') return argument.typed;
    const type = typeOfPattern(pattern, bindings);
    if (argument === null || type === undefined) return null;
    return this.#typer.become(argument.typed, type);
  }

  #lambda(
    node: Extract<Expression, { kind: 'lambda' }>,
    pattern: Extract<Param['pattern'], { kind: 'lambda' }>,
    bindings: Map<string, SqlType>,
  ): Typed | null {
    const params = node.params.map((param, at) => {
      const wanted = pattern.params[at];
      const type = wanted === undefined ? undefined : typeOfPattern(wanted, bindings);
      if (type === undefined) throw new Error('A lambda is bound by the arguments before it.');
      return this.#typer.local(param, type);
    });
    const wanted = typeOfPattern(pattern.result, bindings);
    const body = this.#typer.within(params, () =>
      wanted === undefined ? this.#typer.expression(node.body) : this.#typer.ofType(node.body, wanted, 'a lambda'),
    );
    if (body === null) return null;
    if (pattern.result.kind === 'variable') bindings.set(pattern.result.name, body.type);
    const lambda: TypedLambda = { kind: 'lambda', params, body };
    return { ...lambda, type: body.type, offset: node.offset, length: node.length };
  }

  #refuseShape(row: FunctionRow, written: readonly Written[]): null {
    const usages = row.signatures.map(
      ({ text }) => displayName(row.name) + text.slice(0, text.lastIndexOf('->')).trim(),
    );
    const count = written.length === 1 ? '1 argument' : `${written.length} arguments`;
    const message = `${displayName(row.name)} does not take ${count}${written.some(({ name }) => name !== null) ? ' of these names' : ''}: ${usages.join('; ')}.`;
    return this.#typer.refuse(this.#call, count, 'other arguments', message);
  }

  #refuseTypes(row: FunctionRow): null {
    const types = this.#call.args.map(({ value }) =>
      value.kind === 'lambda' ? 'a lambda' : typeName(this.#known.get(value)?.typed.type ?? STRING),
    );
    const shown = row.signatures.slice(0, 6).map(({ text }) => text);
    const message = `${displayName(row.name)} does not take (${types.join(', ')}); it takes ${shown.join('; ')}${row.signatures.length > 6 ? '; …' : ''}.`;
    return this.#typer.refuse(this.#call, types.join(', '), 'other types', message);
  }
}

/** A signature's parameters for these arguments, if it takes so many of such names. Named arguments come last, in the order of the parameters. */
function assign(signature: Signature, written: readonly Written[]): readonly Candidate[] {
  const byPlace = written.filter(({ name }) => name === null);
  const byName = written.filter(({ name }) => name !== null);
  const { params } = signature.type;
  const placed = places(
    params.filter(({ name }) => name === ''),
    byPlace.length,
  );
  if (placed === null) return [];
  const named: { readonly param: Param; readonly argument: Written }[] = [];
  for (const param of params.filter(({ name }) => name !== '')) {
    const [argument, ...more] = byName.filter(({ name }) => name === param.name);
    if (argument !== undefined && more.length === 0) named.push({ param, argument });
    else if (argument !== undefined || param.occurs === 'once') return [];
  }
  if (named.length < byName.length) return [];
  return [
    {
      signature,
      params: [...placed, ...named.map(({ param }) => param)],
      args: [...byPlace, ...named.map(({ argument }) => argument)],
    },
  ];
}

/** A parameter for each of so many arguments without a name; null if they do not take so many. */
function places(params: readonly Param[], count: number): readonly Param[] | null {
  const repeated = params.slice(params.findLastIndex(({ occurs }) => occurs !== 'repeated') + 1);
  const chosen: Param[] = [];
  while (chosen.length < count) {
    const param = params[chosen.length] ?? repeated[(chosen.length - params.length) % repeated.length];
    if (param === undefined) return null;
    chosen.push(param);
  }
  const isWhole =
    repeated.length < 2 || count <= params.length - repeated.length || (count - params.length) % repeated.length === 0;
  return isWhole && params.slice(count).every(({ occurs }) => occurs !== 'once') ? chosen : null;
}

const isReadText = ({ type, literal }: Given, pattern: Pattern): boolean =>
  literal === 'value' && type.kind === 'STRING' && pattern.kind === 'exact' && pattern.type.kind !== 'STRING';

/** How people call an operator. */
const displayName = (name: string): string => (name.startsWith('$') ? name.slice(1).replaceAll('_', ' ') : name);
