import type { Int64 } from '../value.ts';
import { FaultError, type Token } from './token.ts';
import { positionOf } from './token-reader.ts';
import type { Argument, CallExpression, Expression, Literal, Name, Position } from './tree.ts';

/** Nodes of the tree, as they are made of tokens. */

const INT64_END = 2n ** 63n;

export const literal = (of: Literal): { kind: 'literal'; literal: Literal } => ({ kind: 'literal', literal: of });

export const byPlace = (value: Expression): Argument => ({ name: null, value });

export const callOf = (name: string, token: Position, args: readonly Expression[]): CallExpression => ({
  kind: 'call',
  name,
  nameAt: positionOf(token),
  args: args.map(byPlace),
  safe: false,
});

export const textOf = (token: Token): string => (typeof token.value === 'string' ? token.value : '');

/** A struct's field is called as the column or the field that it is nothing but. */
export function ownName(value: Expression): Name | null {
  if (value.kind === 'column') return { text: value.name, offset: value.offset, length: value.length };
  if (value.kind === 'field') return { text: value.name, ...value.nameAt };
  return null;
}

export function int64Of(token: Token, sign: '-' | '+'): Int64 {
  const magnitude = BigInt(token.text);
  const value = sign === '-' ? -magnitude : magnitude;
  if (value >= INT64_END || value < -INT64_END) {
    throw new FaultError(token.offset, token.length, `"${token.text}"`, 'a whole number of at most 64 bits');
  }
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : value;
}

export function float64Of(token: Token, sign: '-' | '+' | ''): Extract<Literal, { type: 'FLOAT64' }> {
  const text = `${sign}${token.text}`;
  const value = Number(text);
  if (Number.isFinite(value)) return { type: 'FLOAT64', value, text };
  throw new FaultError(token.offset, token.length, `"${token.text}"`, 'a number of at most about 1.8e308');
}
