import { byPlace, callOf, literal } from './nodes.ts';
import { FaultError, type Token } from './token.ts';
import { positionOf, wordOf } from './token-reader.ts';
import type { Argument, CallExpression, Expression, Name } from './tree.ts';
import { TypeReader } from './type-reader.ts';

/** Reads calls of functions, lambdas among their arguments, and what is written like a call: CAST and EXTRACT. */
export abstract class CallReader extends TypeReader {
  /** An expression whose operators bind closer than `level`. */
  protected abstract expression(level: number): Expression;

  protected call(nameToken: Token, name: string, safe: boolean, start: Token = nameToken): Expression {
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
    if (params === null) return this.expression(0);
    return this.over(token, { kind: 'lambda', params, body: this.expression(0) });
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

  protected cast(token: Token, safe: boolean): Expression {
    this.expect('(');
    const operand = this.expression(0);
    this.expectWord('AS');
    const type = this.type();
    const typeParams = this.typeParams();
    const format = this.acceptWord('FORMAT') ? this.expression(0) : null;
    let zone: Expression | null = null;
    if (format !== null && this.acceptWord('AT')) zone = this.#timeZone();
    this.expect(')');
    return this.over(token, { kind: 'cast', operand, type, typeParams, safe, format, zone });
  }

  protected castInCalls(token: Token): Expression {
    this.expect('(');
    const operand = this.expression(0);
    const as = this.peek();
    this.expectWord('AS');
    const cast = this.castCall(operand, as);
    this.expect(')');
    return this.over(token, cast);
  }

  /** A cast as a call of the function that is named for the type, with the numbers of the type as further arguments. */
  protected castCall(operand: Expression, at: Token): CallExpression {
    const token = this.take();
    const name = this.dialect.castCalls?.get(wordOf(token));
    if (name === undefined) return this.refuse('the name of a type that values are cast to', token);
    const params = this.typeParams().map((value) => this.over(token, literal({ type: 'INT64', value })));
    return callOf(name, at, [operand, ...params]);
  }

  #timeZone(): Expression {
    this.expectWord('TIME');
    this.expectWord('ZONE');
    return this.expression(0);
  }

  /** `EXTRACT(part FROM x AT TIME ZONE z)` is a call with the part as its first argument. */
  protected extract(token: Token, safe: boolean): Expression {
    const nameAt = positionOf(safe ? this.take() : token);
    this.expect('(');
    const part = this.expression(0);
    this.expectWord('FROM');
    const args = [part, this.expression(0)];
    if (this.acceptWord('AT')) args.push(this.#timeZone());
    this.expect(')');
    return this.over(token, { kind: 'call', name: 'EXTRACT', nameAt, args: args.map(byPlace), safe });
  }

  protected list(close: string): readonly Expression[] {
    return this.listOf(close, () => this.expression(0));
  }

  protected refuseSubquery(token: Token = this.peek()): never {
    const message =
      'Found a query: an expression reads the columns of one row, and queries only their arrays (FROM UNNEST(an array)); prepare other tables with a staging query.';
    throw new FaultError(token.offset, token.length, `"${token.text}"`, 'a value', message);
  }
}
