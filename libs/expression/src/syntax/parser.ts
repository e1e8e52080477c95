import type { Int64 } from '../value.ts';
import { COMPARISON_LEVEL, type Operator, SIGN_LEVEL, type SyntaxDialect } from './dialect.ts';
import { googleSyntax } from './google.ts';
import { tokenize } from './lexer.ts';
import { type Fault, FaultError, type Token } from './token.ts';
import { DEPTH_MAX, positionOf, wordOf } from './token-reader.ts';
import {
  type Argument,
  type Branch,
  type CallExpression,
  type Expression,
  type Literal,
  type Name,
  type Position,
  type StructField,
  type SubscriptMode,
  subscriptModes,
  type TextLiteralType,
  textLiteralTypes,
} from './tree.ts';
import { TypeReader } from './type-reader.ts';

export type Parsed =
  | { readonly expression: Expression; readonly faults: readonly [] }
  | { readonly expression: null; readonly faults: readonly [Fault, ...Fault[]] };

/** The longest text that is read, in UTF-16 units. */
export const TEXT_MAX = 100_000;

/**
 * Reads one scalar expression of GoogleSQL, or says what is wrong with it: in each of a list's items (the arguments of a call, say) the first
 * fault, in the order of the text. Never throws on any text; time and memory grow with its length alone.
 */
export function parse(text: string, dialect: SyntaxDialect = googleSyntax): Parsed {
  if (text.length > TEXT_MAX) {
    const message = `The expression is ${text.length} characters long; the most that is read is ${TEXT_MAX}.`;
    return refused([
      { code: 'syntax', offset: 0, length: 0, found: 'a long text', expected: 'a shorter one', message },
    ]);
  }
  const faults: Fault[] = [];
  try {
    const expression = new Parser(tokenize(text, dialect.tokens), faults, dialect).whole();
    if (faults.length === 0) return { expression, faults: [] };
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    faults.push(error.fault);
  }
  return refused(faults);
}

function refused(faults: readonly Fault[]): Parsed {
  const [first, ...rest] = [...faults].sort((a, b) => a.offset - b.offset);
  if (first === undefined) throw new Error('A text is refused for a reason.');
  return { expression: null, faults: [first, ...rest] };
}

const INT64_END = 2n ** 63n;

class Parser extends TypeReader {
  whole(): Expression {
    const expression = this.#expression(0);
    if (this.peek().kind !== 'end') this.refuse('an operator or the end of the text');
    return expression;
  }

  #expression(level: number): Expression {
    this.depth += 1;
    if (this.depth > DEPTH_MAX) this.refuse(`an expression nested at most ${DEPTH_MAX} deep`);
    let left = this.#prefix();
    for (let count = 0; ; count++) {
      const found = this.dialect.operators.get(wordOf(this.peek()));
      if (found === undefined || found.level <= level) break;
      if (count === DEPTH_MAX) this.refuse(`at most ${DEPTH_MAX} operators in a row`);
      left = this.#infix(left, found);
      // Comparisons do not chain: `a < b < c` is refused at its second operator.
      const isComparison = this.dialect.operators.get(wordOf(this.peek()))?.level === COMPARISON_LEVEL;
      if (found.level === COMPARISON_LEVEL && isComparison) this.refuse('AND, OR or the end');
    }
    this.depth -= 1;
    return left;
  }

  #prefix(): Expression {
    const token = this.peek();
    const word = wordOf(token);
    const prefix = this.dialect.prefixes.get(word);
    if (prefix !== undefined) return this.#unary(prefix.call, prefix.level);
    if (word === '-' || word === '+') {
      const digits = this.tokens[this.at + 1];
      if (digits?.kind === 'integer') {
        this.at += 2;
        return this.#postfix(this.over(token, literal({ type: 'INT64', value: int64Of(digits, word) })));
      }
      if (digits?.kind === 'float') {
        this.at += 2;
        return this.#postfix(this.over(token, literal(float64Of(digits, word))));
      }
      return this.#unary(word === '-' ? '$negate' : '$plus', SIGN_LEVEL);
    }
    return this.#postfix(this.#primary());
  }

  #unary(name: string, level: number): Expression {
    const token = this.take();
    return this.over(token, call(name, token, [this.#expression(level)]));
  }

  /** Fields and subscripts, which bind closest. */
  #postfix(start: Expression): Expression {
    let operand = start;
    for (let count = 0; ; count++) {
      const next = this.peek();
      const isCast = next.text === '::' && this.dialect.castCalls !== null;
      if (next.kind !== 'symbol' || (next.text !== '.' && next.text !== '[' && !isCast)) return operand;
      if (count === DEPTH_MAX) this.refuse(`at most ${DEPTH_MAX} fields in a row`);
      this.take();
      if (next.text === '.') {
        const name = this.name('the name of a field', true);
        operand = this.over(operand, { kind: 'field', operand, name: name.text, nameAt: positionOf(name) });
      } else if (isCast) {
        operand = this.over(operand, this.#castCall(operand, next));
      } else {
        operand = this.#subscript(operand);
      }
    }
  }

  #subscript(operand: Expression): Expression {
    const word = wordOf(this.peek());
    const mode: SubscriptMode =
      this.tokens[this.at + 1]?.text === '(' ? (subscriptModes.find((each) => each === word) ?? 'PLAIN') : 'PLAIN';
    if (mode !== 'PLAIN') this.at += 2;
    const index = this.#expression(0);
    if (mode !== 'PLAIN') this.expect(')');
    this.expect(']');
    return this.over(operand, { kind: 'subscript', operand, mode, index });
  }

  #primary(): Expression {
    const token = this.take();
    switch (token.kind) {
      case 'integer':
        return this.over(token, literal({ type: 'INT64', value: int64Of(token, '+') }));
      case 'float':
        return this.over(token, literal(float64Of(token, '')));
      case 'string':
        return this.over(token, literal({ type: 'STRING', value: textOf(token) }));
      case 'bytes':
        return this.over(
          token,
          literal({ type: 'BYTES', value: token.value instanceof Uint8Array ? token.value : new Uint8Array() }),
        );
      case 'quoted-identifier':
        return this.peek().text === '('
          ? this.#call(token, token.text.toUpperCase(), false)
          : this.over(token, { kind: 'column', name: token.text });
      case 'identifier':
        return this.#word(token);
      default:
        if (token.kind === 'symbol' && token.text === '(') return this.#parenthesized(token);
        if (token.kind === 'symbol' && token.text === '[') {
          return this.over(token, { kind: 'array', element: null, items: this.#list(']') });
        }
        return this.refuse('a value', token);
    }
  }

  /** `(x)`, or `(x, y)`: a struct without names. */
  #parenthesized(open: Token): Expression {
    if (this.isWord('SELECT') || this.isWord('WITH')) this.#refuseSubquery();
    const items = this.#list(')');
    const [only, ...others] = items;
    if (only === undefined) return this.refuse('a value', this.tokens[this.at - 1]);
    if (others.length > 0) {
      const fields = items.map((value): StructField => ({ name: null, value }));
      return this.over(open, { kind: 'struct', type: null, fields });
    }
    return { ...only, offset: open.offset, length: this.end() - open.offset };
  }

  #word(token: Token): Expression {
    const word = token.text.toUpperCase();
    const next = this.peek();
    const isCall = next.kind === 'symbol' && next.text === '(';
    switch (word) {
      case 'NULL':
        return this.over(token, literal({ type: 'NULL' }));
      case 'TRUE':
      case 'FALSE':
        return this.over(token, literal({ type: 'BOOL', value: word === 'TRUE' }));
      case 'CASE':
        return this.#case(token);
      case 'CAST':
      case 'SAFE_CAST':
      case 'TRY_CAST':
        if (this.dialect.castCalls !== null && isCall) return this.#castInCalls(token);
        if (word !== 'TRY_CAST') return this.#cast(token, word === 'SAFE_CAST');
        break;
      case 'EXTRACT':
        return this.#extract(token, false);
      case 'INTERVAL':
        if (!isCall || this.#isIntervalValue()) return this.#interval(token);
        break;
      case 'ARRAY':
        if (!this.dialect.constructorsAreCalls) return this.#array(token);
        break;
      case 'STRUCT':
        if (isCall || !this.dialect.constructorsAreCalls) return this.#struct(token);
        break;
      case 'EXISTS':
        if (!this.dialect.constructorsAreCalls) return this.#unnest(token, 'EXISTS');
        break;
      case 'SELECT':
      case 'WITH':
        return this.#refuseSubquery(token);
    }
    const textType = textLiteralTypes.find((type) => type === (word === 'DECIMAL' ? 'NUMERIC' : word));
    if (textType !== undefined && this.dialect.textLiterals.has(textType) && next.kind === 'string')
      return this.#textLiteral(token, textType);
    if (word === 'SAFE' || word === 'NET') {
      const qualified = this.#qualified(token, word);
      if (qualified !== null) return qualified;
    }
    if (isCall) return this.#call(token, word, false);
    if (this.dialect.reserved.has(word)) return this.refuse('a value', token);
    return this.over(token, { kind: 'column', name: token.text });
  }

  #textLiteral(token: Token, type: TextLiteralType): Expression {
    return this.over(token, literal({ type, text: textOf(this.take()) }));
  }

  /** `SAFE.F(…)`, `NET.F(…)` and `SAFE.NET.F(…)`; null where SAFE and NET are columns. */
  #qualified(token: Token, word: 'SAFE' | 'NET', isSafe = false): Expression | null {
    const [dot, name, open] = this.tokens.slice(this.at, this.at + 3);
    if (word === 'SAFE' && dot?.text === '.' && name?.text.toUpperCase() === 'NET' && open?.text === '.') {
      this.at += 2;
      return this.#qualified(token, 'NET', true) ?? this.refuse('a function', name);
    }
    if (dot?.text !== '.' || name?.kind !== 'identifier' || open?.kind !== 'symbol' || open.text !== '(') return null;
    this.at += 2;
    const called = name.text.toUpperCase();
    if (word === 'SAFE' && called === 'EXTRACT') return this.#extract(token, true);
    if (word === 'NET') return this.#call(name, `NET.${called}`, isSafe, token);
    if (called === 'CAST') return this.refuse('a function', name);
    return this.#call(name, called, true, token);
  }

  /** `INTERVAL (x) DAY` is a value; `INTERVAL(x)` alone would be a call. Told apart by what follows the closing parenthesis. */
  #isIntervalValue(): boolean {
    let depth = 0;
    for (let at = this.at; at < this.tokens.length; at++) {
      const token = this.tokens[at];
      if (token?.kind !== 'symbol') continue;
      if (token.text === '(') depth += 1;
      if (token.text === ')') depth -= 1;
      if (depth === 0) return this.tokens[at + 1]?.kind === 'identifier';
    }
    return false;
  }

  #interval(token: Token): Expression {
    const value = this.#expression(SIGN_LEVEL - 1);
    const from = this.dialect.partOf(this.name('a part of a date, such as DAY').text.toUpperCase());
    const to = this.acceptWord('TO') ? this.name('a part of a date, such as DAY').text.toUpperCase() : null;
    return this.over(token, { kind: 'interval', value, from, to });
  }

  #array(token: Token): Expression {
    if (this.peek().text === '(') return this.#unnest(token, 'ARRAY');
    const element = this.accept('<') ? this.type() : null;
    if (element !== null) this.closeType();
    this.expect('[');
    return this.over(token, { kind: 'array', element, items: this.#list(']') });
  }

  #struct(token: Token): Expression {
    const type = this.peek().text === '<' ? this.structType() : null;
    this.expect('(');
    const fields = this.listOf(')', (): StructField => {
      const value = this.#expression(0);
      const name = type === null && this.acceptWord('AS') ? this.name('the name of a field') : null;
      return { name: name ?? (type === null ? ownName(value) : null), value };
    });
    return this.over(token, { kind: 'struct', type, fields });
  }

  #unnest(token: Token, what: 'EXISTS' | 'ARRAY'): Expression {
    this.expect('(');
    if (!this.acceptWord('SELECT')) this.refuse(`SELECT: ${what} takes SELECT … FROM UNNEST(an array)`);
    const selectAt = this.at;
    const star = this.accept('*');
    const select = star ? this.over(this.tokenAt(selectAt), literal({ type: 'INT64', value: 1 })) : this.#expression(0);
    if (star && what === 'ARRAY') this.refuse('a value', this.tokenAt(selectAt));
    if (this.acceptWord('AS')) this.name('a name');
    if (!this.acceptWord('FROM') || !this.acceptWord('UNNEST')) {
      this.#refuseSubquery();
    }
    this.expect('(');
    const array = this.#expression(0);
    this.expect(')');
    const element = this.#alias();
    const hasPosition = this.acceptWord('WITH');
    if (hasPosition && !this.acceptWord('OFFSET')) this.refuse('OFFSET');
    const position = hasPosition
      ? (this.#alias() ?? { text: 'offset', ...positionOf(this.tokenAt(this.at - 1)) })
      : null;
    const where = this.acceptWord('WHERE') ? this.#expression(0) : null;
    this.expect(')');
    return this.over(token, { kind: 'unnest', what, array, element, position, where, select });
  }

  #alias(): Name | null {
    if (this.acceptWord('AS')) return this.name('a name');
    const token = this.peek();
    const isName =
      token.kind === 'quoted-identifier' || (token.kind === 'identifier' && !this.dialect.reserved.has(wordOf(token)));
    return isName ? this.name('a name') : null;
  }

  #call(nameToken: Token, name: string, safe: boolean, start: Token = nameToken): Expression {
    this.expect('(');
    if (this.isWord('DISTINCT')) this.refuse('a value: a function of many rows has no place in a row expression');
    const args = this.listOf(')', () => this.#argument());
    return this.over(start, { kind: 'call', name, nameAt: positionOf(nameToken), args, safe });
  }

  #argument(): Argument {
    const token = this.peek();
    const next = this.tokens[this.at + 1];
    if (token.kind === 'identifier' && next?.text === '=>') {
      this.at += 2;
      return { name: { text: token.text.toLowerCase(), ...positionOf(token) }, value: this.#lambdaOrValue() };
    }
    return { name: null, value: this.#lambdaOrValue() };
  }

  #lambdaOrValue(): Expression {
    const token = this.peek();
    const params = this.#lambdaParams();
    if (params === null) return this.#expression(0);
    return this.over(token, { kind: 'lambda', params, body: this.#expression(0) });
  }

  /** `x ->` or `(x, y) ->`, taken; null, and nothing taken, if something else comes. */
  #lambdaParams(): readonly Name[] | null {
    const start = this.at;
    const params: Name[] = [];
    const isName = (token: Token | undefined): token is Token =>
      token?.kind === 'identifier' || token?.kind === 'quoted-identifier';
    let at = start;
    if (this.tokens[at]?.text === '(' && this.tokens[at]?.kind === 'symbol') {
      do {
        const name = this.tokens[at + 1];
        if (!isName(name)) return null;
        params.push({ text: name.text, ...positionOf(name) });
        at += 2;
      } while (this.tokens[at]?.text === ',');
      if (this.tokens[at]?.text !== ')') return null;
    } else {
      const name = this.tokens[at];
      if (!isName(name)) return null;
      params.push({ text: name.text, ...positionOf(name) });
    }
    if (this.tokens[at + 1]?.text !== '->') return null;
    this.at = at + 2;
    return params;
  }

  #cast(token: Token, safe: boolean): Expression {
    this.expect('(');
    const operand = this.#expression(0);
    this.expectWord('AS');
    const type = this.type();
    const typeParams = this.typeParams();
    const format = this.acceptWord('FORMAT') ? this.#expression(0) : null;
    let zone: Expression | null = null;
    if (format !== null && this.acceptWord('AT')) zone = this.#timeZone();
    this.expect(')');
    return this.over(token, { kind: 'cast', operand, type, typeParams, safe, format, zone });
  }

  #castInCalls(token: Token): Expression {
    this.expect('(');
    const operand = this.#expression(0);
    const as = this.peek();
    this.expectWord('AS');
    const cast = this.#castCall(operand, as);
    this.expect(')');
    return this.over(token, cast);
  }

  /** A cast as a call of the function that is named for the type, with the numbers of the type as further arguments. */
  #castCall(operand: Expression, at: Token): CallExpression {
    const token = this.take();
    const name = this.dialect.castCalls?.get(wordOf(token));
    if (name === undefined) return this.refuse('the name of a type that values are cast to', token);
    const params = this.typeParams().map((value) => this.over(token, literal({ type: 'INT64', value })));
    return call(name, at, [operand, ...params]);
  }

  #timeZone(): Expression {
    this.expectWord('TIME');
    this.expectWord('ZONE');
    return this.#expression(0);
  }

  /** `EXTRACT(part FROM x AT TIME ZONE z)` is a call with the part as its first argument. */
  #extract(token: Token, safe: boolean): Expression {
    const nameAt = positionOf(safe ? this.take() : token);
    this.expect('(');
    const part = this.#expression(0);
    this.expectWord('FROM');
    const args = [part, this.#expression(0)];
    if (this.acceptWord('AT')) args.push(this.#timeZone());
    this.expect(')');
    return this.over(token, { kind: 'call', name: 'EXTRACT', nameAt, args: args.map(byPlace), safe });
  }

  #case(token: Token): Expression {
    const operand = this.isWord('WHEN') ? null : this.#expression(0);
    const branches: Branch[] = [];
    do {
      this.expectWord('WHEN');
      const when = this.#expression(0);
      this.expectWord('THEN');
      branches.push({ when, result: this.#expression(0) });
    } while (this.isWord('WHEN'));
    const otherwise = this.acceptWord('ELSE') ? this.#expression(0) : null;
    this.expectWord('END');
    return this.over(token, { kind: 'case', operand, branches, otherwise });
  }

  #infix(left: Expression, { level, call: name }: Operator): Expression {
    const token = this.take();
    const word = wordOf(token);
    if (name !== '') return this.over(left, call(name, token, [left, this.#expression(level)]));
    if (word === 'IS') return this.#is(left, token);
    if (word !== 'NOT') return this.#membership(left, token, word);
    const inner = this.peek();
    const kind = wordOf(inner);
    if (kind !== 'IN' && kind !== 'BETWEEN' && !this.dialect.matching.has(kind))
      return this.refuse('IN, BETWEEN or LIKE');
    this.take();
    const positive = this.#membership(left, inner, kind);
    return this.over(left, call('$not', token, [positive]));
  }

  #is(left: Expression, token: Token): Expression {
    const not = this.acceptWord('NOT');
    let test: Expression;
    if (this.acceptWord('DISTINCT')) {
      this.expectWord('FROM');
      test = this.over(left, call('$is_distinct_from', token, [left, this.#expression(COMPARISON_LEVEL)]));
    } else {
      const what = wordOf(this.peek());
      if (what !== 'NULL' && what !== 'TRUE' && what !== 'FALSE' && what !== 'UNKNOWN') {
        return this.refuse('NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM');
      }
      this.take();
      const name = what === 'TRUE' ? '$is_true' : what === 'FALSE' ? '$is_false' : '$is_null';
      test = this.over(left, call(name, token, [left]));
    }
    return not ? this.over(left, call('$not', token, [test])) : test;
  }

  #membership(operand: Expression, token: Token, word: string): Expression {
    if (word === 'BETWEEN') {
      const low = this.#expression(COMPARISON_LEVEL);
      this.expectWord('AND');
      return this.over(operand, call('$between', token, [operand, low, this.#expression(COMPARISON_LEVEL)]));
    }
    if (word === 'LIKE') {
      const quantifier = wordOf(this.peek());
      if (quantifier === 'ANY' || quantifier === 'SOME' || quantifier === 'ALL') {
        this.take();
        const name = quantifier === 'ALL' ? '$like_all' : '$like_any';
        const isArray = this.acceptWord('UNNEST');
        this.expect('(');
        if (isArray) {
          const arrayAt = this.at;
          const array = this.#expression(0);
          const isNull = array.kind === 'literal' && array.literal.type === 'NULL';
          if (isNull) this.refuse('an array', this.tokenAt(arrayAt));
          this.expect(')');
          return this.over(operand, call(`${name}_array`, token, [operand, array]));
        }
        return this.over(operand, call(name, token, [operand, ...this.#items()]));
      }
    }
    const matching = this.dialect.matching.get(word);
    if (matching !== undefined)
      return this.over(operand, call(matching, token, [operand, this.#expression(COMPARISON_LEVEL)]));
    if (this.acceptWord('UNNEST')) {
      this.expect('(');
      const array = this.#expression(0);
      this.expect(')');
      return this.over(operand, call('$in_array', token, [operand, array]));
    }
    this.expect('(');
    return this.over(operand, call('$in', token, [operand, ...this.#items()]));
  }

  /** What stands in a list to compare with, at least one value, up to the closing parenthesis. */
  #items(): readonly Expression[] {
    if (this.isWord('SELECT')) this.#refuseSubquery();
    const items = this.#list(')');
    return items.length > 0 ? items : this.refuse('a value', this.tokens[this.at - 1]);
  }

  #list(close: string): readonly Expression[] {
    return this.listOf(close, () => this.#expression(0));
  }

  #refuseSubquery(token: Token = this.peek()): never {
    const message =
      'Found a query: an expression reads the columns of one row, and queries only their arrays (FROM UNNEST(an array)); prepare other tables with a staging query.';
    throw new FaultError(token.offset, token.length, `"${token.text}"`, 'a value', message);
  }
}

const literal = (of: Literal): { kind: 'literal'; literal: Literal } => ({ kind: 'literal', literal: of });

const byPlace = (value: Expression): Argument => ({ name: null, value });

const call = (name: string, token: Position, args: readonly Expression[]): CallExpression => ({
  kind: 'call',
  name,
  nameAt: positionOf(token),
  args: args.map(byPlace),
  safe: false,
});

const textOf = (token: Token): string => (typeof token.value === 'string' ? token.value : '');

/** A struct's field is called as the column or the field that it is nothing but. */
function ownName(value: Expression): Name | null {
  if (value.kind === 'column') return { text: value.name, offset: value.offset, length: value.length };
  if (value.kind === 'field') return { text: value.name, ...value.nameAt };
  return null;
}

function int64Of(token: Token, sign: '-' | '+'): Int64 {
  const magnitude = BigInt(token.text);
  const value = sign === '-' ? -magnitude : magnitude;
  if (value >= INT64_END || value < -INT64_END) {
    throw new FaultError(token.offset, token.length, `"${token.text}"`, 'a whole number of at most 64 bits');
  }
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : value;
}

function float64Of(token: Token, sign: '-' | '+' | ''): Extract<Literal, { type: 'FLOAT64' }> {
  const text = `${sign}${token.text}`;
  const value = Number(text);
  if (Number.isFinite(value)) return { type: 'FLOAT64', value, text };
  throw new FaultError(token.offset, token.length, `"${token.text}"`, 'a number of at most about 1.8e308');
}
