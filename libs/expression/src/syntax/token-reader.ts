import type { SyntaxDialect } from './dialect.ts';
import { type Fault, FaultError, type Token } from './token.ts';
import type { Name, Position } from './tree.ts';

/** Nesting deeper than this, and more operators in a row, are refused, so that no text can exhaust the stack here or in an engine. */
export const DEPTH_MAX = 200;
/** More items in one list than this are refused: what holds so many is a table. */
export const ITEMS_MAX = 10_000;

/** The tokens of one text, taken one after the other, and what is wrong with them. */
export class TokenReader {
  protected readonly tokens: readonly Token[];
  protected readonly faults: Fault[];
  protected readonly dialect: SyntaxDialect;
  protected at = 0;
  protected depth = 0;
  /** Whether the first half of a `>>` was taken. */
  protected pendingClose = false;

  /** Faults that reading goes on after are put to `faults`; the one it stops at is thrown. */
  constructor(tokens: readonly Token[], faults: Fault[], dialect: SyntaxDialect) {
    this.tokens = tokens;
    this.faults = faults;
    this.dialect = dialect;
  }

  /** Items up to the closing symbol, which is taken. A fault in one of them is noted, and reading goes on at the next. */
  protected listOf<T>(close: string, read: () => T): readonly T[] {
    const items: T[] = [];
    if (this.accept(close)) return items;
    for (;;) {
      if (items.length === ITEMS_MAX) this.refuse(`a list of at most ${ITEMS_MAX} items`);
      const depth = this.depth;
      try {
        items.push(read());
        const next = this.peek();
        if (next.kind !== 'symbol' || (next.text !== ',' && next.text !== close)) this.refuse(`"," or "${close}"`);
      } catch (error) {
        if (!(error instanceof FaultError) || !this.skipItem()) throw error;
        this.faults.push(error.fault);
        this.depth = depth;
        this.pendingClose = false;
      }
      if (this.accept(close)) return items;
      this.expect(',');
    }
  }

  /** On to the comma or the closing symbol that ends this item; false if there is none. */
  protected skipItem(): boolean {
    let depth = 0;
    for (; this.peek().kind !== 'end'; this.at++) {
      const { kind, text } = this.peek();
      if (kind !== 'symbol') continue;
      if (depth === 0 && (text === ',' || text === ')' || text === ']')) return true;
      if (text === '(' || text === '[') depth += 1;
      if (text === ')' || text === ']') depth -= 1;
    }
    return false;
  }

  protected name(expected: string, isField = false): Name {
    const token = this.take();
    const isName =
      token.kind === 'quoted-identifier' ||
      (token.kind === 'identifier' && (isField || !this.dialect.reserved.has(wordOf(token))));
    return isName ? { text: token.text, ...positionOf(token) } : this.refuse(expected, token);
  }

  /** The node, from where `start` stands to the last token taken. */
  protected over<Node extends object>(start: { readonly offset: number }, node: Node): Node & Position {
    return { ...node, offset: start.offset, length: this.end() - start.offset };
  }

  protected tokenAt(at: number): Token {
    const token = this.tokens[Math.min(at, this.tokens.length - 1)];
    if (token === undefined) throw new Error('A text has an end token at least.');
    return token;
  }

  protected peek(): Token {
    return this.tokenAt(this.at);
  }

  protected take(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at += 1;
    return token;
  }

  protected end(): number {
    const token = this.tokens[this.at - 1];
    return token === undefined ? 0 : token.offset + token.length;
  }

  protected accept(symbol: string): boolean {
    if (this.peek().kind !== 'symbol' || this.peek().text !== symbol) return false;
    this.at += 1;
    return true;
  }

  protected expect(symbol: string): void {
    if (!this.accept(symbol)) this.refuse(`"${symbol}"`);
  }

  protected isWord(word: string): boolean {
    return wordOf(this.peek()) === word;
  }

  protected acceptWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.at += 1;
    return true;
  }

  protected expectWord(word: string): void {
    if (!this.acceptWord(word)) this.refuse(word);
  }

  protected refuse(expected: string, token: Token = this.peek()): never {
    if (token.kind === 'symbol' && token.text === ';') {
      const message = 'Found ";": an expression is one value, not a statement.';
      throw new FaultError(token.offset, 1, '";"', expected, message);
    }
    if (token.kind === 'end' && this.tokens.length === 1) {
      throw new FaultError(0, 0, 'no text', 'a value', 'The expression is empty.');
    }
    const found = token.kind === 'end' ? 'the end of the text' : `"${token.text}"`;
    throw new FaultError(token.offset, token.length, found, expected);
  }
}

export const positionOf = ({ offset, length }: Position): Position => ({ offset, length });

/** A keyword or symbol as it is compared; the empty text for strings, numbers and quoted names. */
export const wordOf = (token: Token): string =>
  token.kind === 'identifier' || token.kind === 'symbol' ? token.text.toUpperCase() : '';
