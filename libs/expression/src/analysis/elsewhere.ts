import { parse } from '../syntax/parser.ts';
import { type Dialect, type DialectName, dialectNames, dialects } from './dialect.ts';

/** A function, an operator or a text that another dialect has, and this one has not. */
export interface Elsewhere {
  readonly dialect: DialectName;
  /** `Spark SQL`. */
  readonly label: string;
  /** What to write in this dialect, where something near can be said; null where not. */
  readonly instead: string | null;
}

/** Where a function is, by its name in any case, that a dialect does not know; null if nowhere. */
export function functionElsewhere(name: string, dialect: DialectName): Elsewhere | null {
  const isThere = (one: Dialect): boolean => one.functionNamed(name.toUpperCase()) !== undefined;
  return isThere(dialects[dialect]) ? null : elsewhere(name, dialect, isThere);
}

/** Which dialect can read a text that this one cannot, for the word or symbol `at` which it stops; null if none. */
export const readableElsewhere = (text: string, dialect: DialectName, at: string): Elsewhere | null =>
  elsewhere(at, dialect, (other) => parse(text, other.syntax).faults.length === 0);

function elsewhere(name: string, dialect: DialectName, has: (other: Dialect) => boolean): Elsewhere | null {
  const found = dialectNames.find((other) => other !== dialect && has(dialects[other]));
  if (found === undefined) return null;
  const instead = dialects[dialect].insteadOf.get(name.toUpperCase()) ?? null;
  return { dialect: found, label: dialects[found].label, instead };
}
