import type { StringLiteral } from './string-literal.ts';

export interface Operator {
  /** How close it binds: more is closer. */
  readonly level: number;
  /** The function it calls; empty for those with a grammar of their own. */
  readonly call: string;
}

export const OR_LEVEL = 1;
export const AND_LEVEL = 2;
export const NOT_LEVEL = 3;
export const COMPARISON_LEVEL = 4;
export const SIGN_LEVEL = 11;
export const operator = (level: number, call = ''): Operator => ({ level, call });

/** How texts of a dialect are cut into tokens. */
export interface TokenDialect {
  /** White space and comments; sticky. */
  readonly blank: RegExp;
  readonly readString: (text: string, offset: number) => StringLiteral | null;
  /** What may follow a number to say its type; sticky, null for nothing. */
  readonly numberSuffix: RegExp | null;
}

/** What differs between the texts of dialects. */
export interface SyntaxDialect {
  readonly tokens: TokenDialect;
  readonly operators: ReadonlyMap<string, Operator>;
  readonly prefixes: ReadonlyMap<string, Operator>;
  /** Words that never name a column unless they are quoted. */
  readonly reserved: ReadonlySet<string>;
  /** Words before a text that make a literal of it: `DATE '2001-02-03'`. */
  readonly textLiterals: ReadonlySet<string>;
  /** What `x MATCHES y` calls, by its word, where it may have a NOT before it. */
  readonly matching: ReadonlyMap<string, string>;
  /** The functions that casts to types are; null where CAST is of any type, with FORMAT and SAFE_CAST. */
  readonly castCalls: ReadonlyMap<string, string> | null;
  /** How a part after INTERVAL, in upper case, is called: `DAYS` may be another word for `DAY`. */
  readonly partOf: (word: string) => string;
  /** Whether ARRAY, MAP, STRUCT and EXISTS are called as functions are. */
  readonly constructorsAreCalls: boolean;
}
