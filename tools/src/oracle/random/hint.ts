import type { SqlType, SqlValue } from '@isochron/expression';
import type { Draw } from './draw.ts';
import type { Hints } from './hints/hints.ts';
import { jsonHints } from './hints/json.ts';
import { numberHints } from './hints/numbers.ts';
import { readableHints } from './hints/readable.ts';
import { textHints } from './hints/texts.ts';
import { randomValue } from './value.ts';

/** What makes sense of an argument, by the names that signatures give as `hints`. */
export const hints: Hints = { ...numberHints, ...textHints, ...readableHints, ...jsonHints };

const AGAINST_PERMILLE = 100;
const NULL_PERMILLE = 40;

/** A value for an argument; without a hint, or against it now and then, of its type alone. A hint `=a|b|c` is the texts it lists. */
export function hintedValue(draw: Draw, type: SqlType, hint: string, before: readonly SqlValue[] = []): SqlValue {
  if (hint === '' || draw.chance(AGAINST_PERMILLE)) return randomValue(draw, type);
  if (draw.chance(NULL_PERMILLE)) return null;
  if (hint.startsWith('=')) return draw.pick(hint.slice(1).split('|'));
  const generator = hints[hint];
  if (generator === undefined) {
    throw new RangeError(
      `There is no hint "${hint}". There are: ${Object.keys(hints).join(', ')}; and =a|b|c for the texts a, b and c.`,
    );
  }
  const value = generator(draw, before);
  return type.kind === 'BYTES' && typeof value === 'string' ? new TextEncoder().encode(value) : fitted(type, value);
}

/** A hint is a number for any type of numbers. */
function fitted(type: SqlType, value: SqlValue): SqlValue {
  if (typeof value !== 'number') return value;
  if (type.kind === 'INT64') return Math.round(value) + 0;
  const scale = type.kind === 'NUMERIC' ? 9n : type.kind === 'BIGNUMERIC' ? 38n : null;
  return scale === null ? value : BigInt(Math.round(value * 1000)) * 10n ** (scale - 3n);
}
