import { COMPARISON_LEVEL, type Operator, SIGN_LEVEL, type SyntaxDialect } from './dialect.ts';
import { googleSyntax } from './google.ts';
import { tokenize } from './lexer.ts';
import { callOf, float64Of, int64Of, literal } from './nodes.ts';
import { PrimaryReader } from './primary-reader.ts';
import { type Fault, FaultError, type Token } from './token.ts';
import { DEPTH_MAX, positionOf, wordOf } from './token-reader.ts';
import { type Expression, type SubscriptMode, subscriptModes } from './tree.ts';

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

/** Reads operators, by how close they bind. */
class Parser extends PrimaryReader {
  whole(): Expression {
    const expression = this.expression(0);
    if (this.peek().kind !== 'end') this.refuse('an operator or the end of the text');
    return expression;
  }

  protected expression(level: number): Expression {
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
    return this.#postfix(this.primary());
  }

  #unary(name: string, level: number): Expression {
    const token = this.take();
    return this.over(token, callOf(name, token, [this.expression(level)]));
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
        operand = this.over(operand, this.castCall(operand, next));
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
    const index = this.expression(0);
    if (mode !== 'PLAIN') this.expect(')');
    this.expect(']');
    return this.over(operand, { kind: 'subscript', operand, mode, index });
  }

  #infix(left: Expression, { level, call: name }: Operator): Expression {
    const token = this.take();
    const word = wordOf(token);
    if (name !== '') return this.over(left, callOf(name, token, [left, this.expression(level)]));
    if (word === 'IS') return this.#is(left, token);
    if (word !== 'NOT') return this.#membership(left, token, word);
    const inner = this.peek();
    const kind = wordOf(inner);
    if (kind !== 'IN' && kind !== 'BETWEEN' && !this.dialect.matching.has(kind))
      return this.refuse('IN, BETWEEN or LIKE');
    this.take();
    const positive = this.#membership(left, inner, kind);
    return this.over(left, callOf('$not', token, [positive]));
  }

  #is(left: Expression, token: Token): Expression {
    const not = this.acceptWord('NOT');
    let test: Expression;
    if (this.acceptWord('DISTINCT')) {
      this.expectWord('FROM');
      test = this.over(left, callOf('$is_distinct_from', token, [left, this.expression(COMPARISON_LEVEL)]));
    } else {
      const what = wordOf(this.peek());
      if (what !== 'NULL' && what !== 'TRUE' && what !== 'FALSE' && what !== 'UNKNOWN') {
        return this.refuse('NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM');
      }
      this.take();
      const name = what === 'TRUE' ? '$is_true' : what === 'FALSE' ? '$is_false' : '$is_null';
      test = this.over(left, callOf(name, token, [left]));
    }
    return not ? this.over(left, callOf('$not', token, [test])) : test;
  }

  #membership(operand: Expression, token: Token, word: string): Expression {
    if (word === 'BETWEEN') {
      const low = this.expression(COMPARISON_LEVEL);
      this.expectWord('AND');
      return this.over(operand, callOf('$between', token, [operand, low, this.expression(COMPARISON_LEVEL)]));
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
          const array = this.expression(0);
          const isNull = array.kind === 'literal' && array.literal.type === 'NULL';
          if (isNull) this.refuse('an array', this.tokenAt(arrayAt));
          this.expect(')');
          return this.over(operand, callOf(`${name}_array`, token, [operand, array]));
        }
        return this.over(operand, callOf(name, token, [operand, ...this.#items()]));
      }
    }
    const matching = this.dialect.matching.get(word);
    if (matching !== undefined)
      return this.over(operand, callOf(matching, token, [operand, this.expression(COMPARISON_LEVEL)]));
    if (this.acceptWord('UNNEST')) {
      this.expect('(');
      const array = this.expression(0);
      this.expect(')');
      return this.over(operand, callOf('$in_array', token, [operand, array]));
    }
    this.expect('(');
    return this.over(operand, callOf('$in', token, [operand, ...this.#items()]));
  }

  /** What stands in a list to compare with, at least one value, up to the closing parenthesis. */
  #items(): readonly Expression[] {
    if (this.isWord('SELECT')) this.refuseSubquery();
    const items = this.list(')');
    return items.length > 0 ? items : this.refuse('a value', this.tokens[this.at - 1]);
  }
}
