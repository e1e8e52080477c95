/** A piece of GoogleSQL text. Offsets count UTF-16 units from 0, as JavaScript's strings do. */
export interface Token {
  readonly kind: TokenKind;
  readonly offset: number;
  readonly length: number;
  /** As written; of a back-quoted identifier, the name that it means. */
  readonly text: string;
  /** What a string literal stands for, quotes and escapes resolved; null for every other token. */
  readonly value: string | Uint8Array | null;
}

export type TokenKind =
  | 'identifier'
  | 'quoted-identifier'
  | 'integer'
  | 'float'
  | 'string'
  | 'bytes'
  | 'symbol'
  | 'end';

/** `syntax`: the text cannot be read. `type`: a value of one type stands where another is taken. `value`: a literal or a constant argument that is none. */
export type FaultCode = 'syntax' | 'unknown-column' | 'unknown-function' | 'type' | 'value';

/** What is wrong with an expression, and where. */
export interface Fault {
  readonly code: FaultCode;

  readonly offset: number;
  readonly length: number;
  /** What stands there, to be read in a sentence: `";"`, `the end of the text`. */
  readonly found: string;
  /** What would have been right there: `a value`, `")"`. */
  readonly expected: string;
  /** One sentence that says both. */
  readonly message: string;
}

/** Reading stops at the first fault. Thrown inside this package only; `parse` turns it into data. */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(offset: number, length: number, found: string, expected: string, message?: string) {
    super(message ?? `Found ${found} where ${expected} is expected.`);
    this.fault = { code: 'syntax', offset, length, found, expected, message: this.message };
  }
}
