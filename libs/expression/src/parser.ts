import {
  aggregateFunctions,
  castTypes,
  extractParts,
  type FunctionSpec,
  functions,
  type Parameter,
} from './functions.ts';
import { tokenize } from './syntax/lexer.ts';
import { type Fault, FaultError, type Token } from './syntax/token.ts';
import type { Argument, BinaryOperator, Branch, Expression } from './syntax.ts';

export type Parsed =
  | { readonly expression: Expression; readonly fault: null }
  | { readonly expression: null; readonly fault: Fault };

/** Reads one scalar expression, or says what is wrong at the first place where something is. */
export function parse(text: string): Parsed {
  try {
    return { expression: new Parser(tokenize(text)).whole(), fault: null };
  } catch (error) {
    if (error instanceof FaultError) return { expression: null, fault: error.fault };
    throw error;
  }
}

const LEVEL: Readonly<Record<string, number>> = {
  OR: 1,
  AND: 2,
  '=': 4,
  '!=': 4,
  '<>': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  IS: 4,
  IN: 4,
  LIKE: 4,
  BETWEEN: 4,
  NOT: 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '||': 6,
};
const NOT_LEVEL = 3;
const COMPARISON_LEVEL = 4;
const SIGN_LEVEL = 7;

/** Words that never name a column unless they are back-quoted. */
const RESERVED = new Set(
  `ALL AND ANY ARRAY AS ASC AT BETWEEN BY CASE CAST COLLATE CREATE CROSS DEFAULT DESC DISTINCT ELSE END ESCAPE EXCEPT EXISTS EXTRACT
  FALSE FOR FROM FULL GROUP HAVING IF IGNORE IN INNER INTERSECT INTERVAL INTO IS JOIN LEFT LIKE LIMIT NATURAL NOT NULL NULLS ON OR
  ORDER OUTER OVER PARTITION QUALIFY RIGHT ROWS SELECT SET SOME STRUCT THEN TO TRUE UNION UNNEST USING WHEN WHERE WINDOW WITH`.split(
    /\s+/,
  ),
);
/** Nesting deeper than this is refused, so that no text can exhaust the stack. */
const DEPTH_MAX = 200;
const INT64_MAX = 2n ** 63n;

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#expression(0);
    if (this.#peek().kind !== 'end') this.#refuse('an operator or the end of the text');
    return expression;
  }

  #expression(level: number): Expression {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) this.#refuse(`an expression nested at most ${DEPTH_MAX} deep`);
    let left = this.#prefix();
    for (let operators = 0; ; operators++) {
      const operator = wordOf(this.#peek());
      const next = LEVEL[operator] ?? 0;
      if (next <= level) break;
      if (operators === DEPTH_MAX) this.#refuse(`at most ${DEPTH_MAX} operators in a row`);
      left = this.#infix(left, operator, next);
      // Comparisons do not chain: `a < b < c` is refused at its second operator.
      if (next === COMPARISON_LEVEL && LEVEL[wordOf(this.#peek())] === COMPARISON_LEVEL)
        this.#refuse('AND, OR or the end');
    }
    this.#depth -= 1;
    return left;
  }

  #prefix(): Expression {
    const token = this.#peek();
    const word = wordOf(token);
    if (word === 'NOT') {
      this.#take();
      return this.#over(token, { kind: 'unary', operator: 'NOT', operand: this.#expression(NOT_LEVEL) });
    }
    if (word === '-' || word === '+') {
      this.#take();
      const digits = this.#peek();
      if (digits.kind === 'integer') {
        this.#take();
        return this.#over(token, { kind: 'integer', text: integerText(digits, word) });
      }
      return this.#over(token, { kind: 'unary', operator: word, operand: this.#expression(SIGN_LEVEL) });
    }
    return this.#primary();
  }

  #primary(): Expression {
    const token = this.#take();
    switch (token.kind) {
      case 'integer':
        return this.#over(token, { kind: 'integer', text: integerText(token, '+') });
      case 'float':
        return this.#over(token, { kind: 'float', text: token.text });
      case 'string':
        return this.#over(token, { kind: 'string', value: String(token.value) });
      case 'bytes':
        return this.#over(token, {
          kind: 'bytes',
          value: token.value instanceof Uint8Array ? token.value : new Uint8Array(),
        });
      case 'quoted-identifier':
        return this.#column(token);
      case 'identifier':
        return this.#word(token);
      default:
        if (token.text === '(') return this.#parenthesized(token);
        return this.#refuse('a value', token);
    }
  }

  #parenthesized(open: Token): Expression {
    if (wordOf(this.#peek()) === 'SELECT' || wordOf(this.#peek()) === 'WITH') this.#refuseSubquery();
    const inner = this.#expression(0);
    this.#expect(')');
    return { ...inner, offset: open.offset, length: this.#end() - open.offset };
  }

  #word(token: Token): Expression {
    const word = token.text.toUpperCase();
    const next = this.#peek();
    if (word === 'NULL') return this.#over(token, { kind: 'null' });
    if (word === 'TRUE' || word === 'FALSE') return this.#over(token, { kind: 'boolean', value: word === 'TRUE' });
    if (word === 'CASE') return this.#case(token);
    if (word === 'SELECT' || word === 'WITH' || word === 'EXISTS') this.#refuseSubquery(token);
    if (word === 'CAST' || word === 'SAFE_CAST') return this.#cast(token, word === 'SAFE_CAST');
    if (word === 'EXTRACT') return this.#extract(token);
    if ((word === 'DATE' || word === 'TIMESTAMP') && next.kind === 'string') {
      this.#take();
      return this.#over(token, { kind: 'instant', type: word, value: String(next.value) });
    }
    if (next.text === '(' && next.kind === 'symbol') return this.#call(token);
    if (RESERVED.has(word)) {
      return this.#refuse(
        word === 'INTERVAL' ? 'a value (an INTERVAL stands only in _ADD and _SUB functions)' : 'a value',
        token,
      );
    }
    return this.#column(token);
  }

  #column(token: Token): Expression {
    const fields: string[] = [];
    while (this.#peek().text === '.' && this.#peek().kind === 'symbol') {
      this.#take();
      const field = this.#take();
      if (field.kind !== 'identifier' && field.kind !== 'quoted-identifier') this.#refuse('the name of a field', field);
      fields.push(field.text);
    }
    if (this.#peek().text === '(' && fields.length > 0) {
      this.#refuse('a function without a dot in its name', token);
    }
    return this.#over(token, { kind: 'column', name: token.text, nameLength: token.length, fields });
  }

  #call(token: Token): Expression {
    const name = token.text.toUpperCase();
    if (aggregateFunctions.has(name)) {
      const message = `${name} is a function of many rows; a row expression has functions of one row only.`;
      throw new FaultError(
        token.offset,
        token.length,
        `the aggregate function ${name}`,
        'a function of one row',
        message,
      );
    }
    this.#expect('(');
    const spec = functions[name];
    const args: Argument[] = [];
    while (this.#peek().text !== ')' || this.#peek().kind !== 'symbol') {
      if (args.length > 0) {
        if (this.#peek().text !== ',') this.#refuse('"," or ")"');
        this.#take();
      }
      args.push(this.#argument(parameterOf(spec, args.length)));
    }
    this.#expect(')');
    if (wordOf(this.#peek()) === 'OVER') this.#refuse('an operator or the end (window functions see many rows)');
    if (spec !== undefined && !accepts(spec, args.length)) {
      const found = `${name} with ${args.length} argument${args.length === 1 ? '' : 's'}`;
      throw new FaultError(token.offset, this.#end() - token.offset, found, spec.usage);
    }
    return this.#over(token, { kind: 'call', name, nameLength: token.length, args });
  }

  #argument(parameter: Parameter): Argument {
    const token = this.#peek();
    if (parameter.kind === 'unit') return { kind: 'unit', unit: this.#unit(parameter.units) };
    if (parameter.kind === 'interval') {
      if (wordOf(token) !== 'INTERVAL') this.#refuse('INTERVAL, a number and a unit');
      this.#take();
      const value = this.#expression(0);
      return { kind: 'interval', value, unit: this.#unit(parameter.units) };
    }
    if (wordOf(token) === 'SELECT') this.#refuseSubquery();
    return { kind: 'value', value: this.#expression(0) };
  }

  #unit(units: readonly string[]): string {
    const token = this.#take();
    const unit = token.text.toUpperCase();
    if (token.kind !== 'identifier' || !units.includes(unit)) this.#refuse(`one of ${units.join(', ')}`, token);
    return unit;
  }

  #cast(token: Token, safe: boolean): Expression {
    this.#expect('(');
    const operand = this.#expression(0);
    this.#expectWord('AS');
    const type = this.#unit(castTypes);
    this.#expect(')');
    return this.#over(token, { kind: 'cast', operand, type, safe });
  }

  #extract(token: Token): Expression {
    this.#expect('(');
    const part = this.#unit(extractParts);
    this.#expectWord('FROM');
    const operand = this.#expression(0);
    this.#expect(')');
    return this.#over(token, { kind: 'extract', part, operand });
  }

  #case(token: Token): Expression {
    const operand = wordOf(this.#peek()) === 'WHEN' ? null : this.#expression(0);
    const branches: Branch[] = [];
    do {
      this.#expectWord('WHEN');
      const when = this.#expression(0);
      this.#expectWord('THEN');
      branches.push({ when, result: this.#expression(0) });
    } while (wordOf(this.#peek()) === 'WHEN');
    const otherwise = this.#acceptWord('ELSE') ? this.#expression(0) : null;
    this.#expectWord('END');
    return this.#over(token, { kind: 'case', operand, branches, otherwise });
  }

  #infix(left: Expression, operator: string, level: number): Expression {
    this.#take();
    switch (operator) {
      case 'IS': {
        const not = this.#acceptWord('NOT');
        const what = wordOf(this.#peek());
        if (what !== 'NULL' && what !== 'TRUE' && what !== 'FALSE') return this.#refuse('NULL, TRUE or FALSE');
        this.#take();
        return this.#over(left, { kind: 'is', operand: left, what, not });
      }
      case 'NOT': {
        const word = wordOf(this.#take());
        if (word === 'IN' || word === 'BETWEEN' || word === 'LIKE') return this.#membership(left, word, true);
        this.#at -= 1;
        return this.#refuse('IN, BETWEEN or LIKE');
      }
      case 'IN':
      case 'BETWEEN':
      case 'LIKE':
        return this.#membership(left, operator, false);
      default: {
        const right = this.#expression(level);
        return this.#over(left, { kind: 'binary', operator: binaryOperator(operator), left, right });
      }
    }
  }

  #membership(operand: Expression, word: 'IN' | 'BETWEEN' | 'LIKE', not: boolean): Expression {
    if (word === 'LIKE') {
      return this.#over(operand, { kind: 'like', operand, pattern: this.#expression(COMPARISON_LEVEL), not });
    }
    if (word === 'BETWEEN') {
      const low = this.#expression(COMPARISON_LEVEL);
      this.#expectWord('AND');
      return this.#over(operand, { kind: 'between', operand, low, high: this.#expression(COMPARISON_LEVEL), not });
    }
    this.#expect('(');
    if (wordOf(this.#peek()) === 'SELECT') this.#refuseSubquery();
    const items = [this.#expression(0)];
    while (this.#peek().text === ',') {
      this.#take();
      items.push(this.#expression(0));
    }
    this.#expect(')');
    return this.#over(operand, { kind: 'in', operand, items, not });
  }

  /** The node, from where `start` stands to the last token taken. */
  #over<Node extends object>(
    start: { readonly offset: number },
    node: Node,
  ): Node & { offset: number; length: number } {
    return { ...node, offset: start.offset, length: this.#end() - start.offset };
  }

  #peek(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Error('Reading past the end token.');
    return token;
  }

  #take(): Token {
    const token = this.#peek();
    if (token.kind !== 'end') this.#at += 1;
    return token;
  }

  #end(): number {
    const token = this.#tokens[this.#at - 1];
    return token === undefined ? 0 : token.offset + token.length;
  }

  #expect(symbol: string): void {
    if (this.#peek().kind !== 'symbol' || this.#peek().text !== symbol) this.#refuse(`"${symbol}"`);
    this.#take();
  }

  #expectWord(word: string): void {
    if (!this.#acceptWord(word)) this.#refuse(word);
  }

  #acceptWord(word: string): boolean {
    if (wordOf(this.#peek()) !== word) return false;
    this.#take();
    return true;
  }

  #refuse(expected: string, token: Token = this.#peek()): never {
    if (token.text === ';') {
      const message = 'Found ";": an expression is one value, not a statement.';
      throw new FaultError(token.offset, 1, '";"', expected, message);
    }
    if (token.kind === 'end' && this.#tokens.length === 1) {
      throw new FaultError(0, 0, 'no text', 'a value', 'The expression is empty.');
    }
    throw new FaultError(
      token.offset,
      token.length,
      token.kind === 'end' ? 'the end of the text' : `"${token.text}"`,
      expected,
    );
  }

  #refuseSubquery(token: Token = this.#peek()): never {
    const message =
      'Found a query: an expression reads the columns of one row; prepare other tables with a staging query.';
    throw new FaultError(token.offset, token.length, `"${token.text}"`, 'a value', message);
  }
}

/** A keyword or symbol as it is compared; the empty text for strings, numbers and quoted names. */
const wordOf = (token: Token): string =>
  token.kind === 'identifier' || token.kind === 'symbol' ? token.text.toUpperCase() : '';

/** The parser asks only for operators that {@link LEVEL} lists, of which the words and `<>` are dealt with. */
const binaryOperator = (operator: string): BinaryOperator => (operator === '<>' ? '!=' : (operator as BinaryOperator));

function parameterOf(spec: FunctionSpec | undefined, position: number): Parameter {
  const form = spec?.forms.find((parameters) => parameters.length > position);
  return form?.[position] ?? { kind: 'value' };
}

const accepts = (spec: FunctionSpec, count: number): boolean =>
  spec.variadic ? count >= 1 : spec.forms.some((form) => form.length === count);

function integerText(token: Token, sign: '-' | '+'): string {
  const magnitude = BigInt(token.text);
  const value = sign === '-' ? -magnitude : magnitude;
  if (value >= INT64_MAX || value < -INT64_MAX) {
    throw new FaultError(token.offset, token.length, `"${token.text}"`, 'a whole number of at most 64 bits');
  }
  return value.toString();
}
