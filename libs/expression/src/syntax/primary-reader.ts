import { CallReader } from './call-reader.ts';
import { SIGN_LEVEL } from './dialect.ts';
import { float64Of, int64Of, literal, ownName, textOf } from './nodes.ts';
import type { Token } from './token.ts';
import { positionOf, wordOf } from './token-reader.ts';
import {
  type Branch,
  type Expression,
  type Name,
  type StructField,
  type TextLiteralType,
  textLiteralTypes,
} from './tree.ts';

/** Reads what operators stand between: literals, columns, calls, and what begins with a word of its own or a bracket. */
export abstract class PrimaryReader extends CallReader {
  protected primary(): Expression {
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
          ? this.call(token, token.text.toUpperCase(), false)
          : this.over(token, { kind: 'column', name: token.text });
      case 'identifier':
        return this.#word(token);
      default:
        if (token.kind === 'symbol' && token.text === '(') return this.#parenthesized(token);
        if (token.kind === 'symbol' && token.text === '[') {
          return this.over(token, { kind: 'array', element: null, items: this.list(']') });
        }
        return this.refuse('a value', token);
    }
  }

  /** `(x)`, or `(x, y)`: a struct without names. */
  #parenthesized(open: Token): Expression {
    if (this.isWord('SELECT') || this.isWord('WITH')) this.refuseSubquery();
    const items = this.list(')');
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
        if (this.dialect.castCalls !== null && isCall) return this.castInCalls(token);
        if (word !== 'TRY_CAST') return this.cast(token, word === 'SAFE_CAST');
        break;
      case 'EXTRACT':
        return this.extract(token, false);
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
        return this.refuseSubquery(token);
    }
    const textType = textLiteralTypes.find((type) => type === (word === 'DECIMAL' ? 'NUMERIC' : word));
    if (textType !== undefined && this.dialect.textLiterals.has(textType) && next.kind === 'string')
      return this.#textLiteral(token, textType);
    if (word === 'SAFE' || word === 'NET') {
      const qualified = this.#qualified(token, word);
      if (qualified !== null) return qualified;
    }
    if (isCall) return this.call(token, word, false);
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
    if (word === 'SAFE' && called === 'EXTRACT') return this.extract(token, true);
    if (word === 'NET') return this.call(name, `NET.${called}`, isSafe, token);
    if (called === 'CAST') return this.refuse('a function', name);
    return this.call(name, called, true, token);
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
    const value = this.expression(SIGN_LEVEL - 1);
    const from = this.dialect.partOf(this.name('a part of a date, such as DAY').text.toUpperCase());
    const to = this.acceptWord('TO') ? this.name('a part of a date, such as DAY').text.toUpperCase() : null;
    return this.over(token, { kind: 'interval', value, from, to });
  }

  #array(token: Token): Expression {
    if (this.peek().text === '(') return this.#unnest(token, 'ARRAY');
    const element = this.accept('<') ? this.type() : null;
    if (element !== null) this.closeType();
    this.expect('[');
    return this.over(token, { kind: 'array', element, items: this.list(']') });
  }

  #struct(token: Token): Expression {
    const type = this.peek().text === '<' ? this.structType() : null;
    this.expect('(');
    const fields = this.listOf(')', (): StructField => {
      const value = this.expression(0);
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
    const select = star ? this.over(this.tokenAt(selectAt), literal({ type: 'INT64', value: 1 })) : this.expression(0);
    if (star && what === 'ARRAY') this.refuse('a value', this.tokenAt(selectAt));
    if (this.acceptWord('AS')) this.name('a name');
    if (!this.acceptWord('FROM') || !this.acceptWord('UNNEST')) {
      this.refuseSubquery();
    }
    this.expect('(');
    const array = this.expression(0);
    this.expect(')');
    const element = this.#alias();
    const hasPosition = this.acceptWord('WITH');
    if (hasPosition && !this.acceptWord('OFFSET')) this.refuse('OFFSET');
    const position = hasPosition
      ? (this.#alias() ?? { text: 'offset', ...positionOf(this.tokenAt(this.at - 1)) })
      : null;
    const where = this.acceptWord('WHERE') ? this.expression(0) : null;
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

  #case(token: Token): Expression {
    const operand = this.isWord('WHEN') ? null : this.expression(0);
    const branches: Branch[] = [];
    do {
      this.expectWord('WHEN');
      const when = this.expression(0);
      this.expectWord('THEN');
      branches.push({ when, result: this.expression(0) });
    } while (this.isWord('WHEN'));
    const otherwise = this.acceptWord('ELSE') ? this.expression(0) : null;
    this.expectWord('END');
    return this.over(token, { kind: 'case', operand, branches, otherwise });
  }
}
