import type { FindCast } from '../registry/element-casts.ts';
import { RowFault } from '../row-fault.ts';
import { type SqlType, STRING } from '../types/sql-type.ts';
import type { SqlValue } from '../value.ts';
import type { Typed } from './typed.ts';

type Constant = Extract<Typed, { kind: 'constant' }>;

/** A constant as one of another type, or why it is none. There is such a cast. */
export function converted({ value, type, written }: Constant, to: SqlType, castBetween: FindCast): SqlValue | RowFault {
  return isDecimal(to) && written !== undefined
    ? convert(written, STRING, to, castBetween)
    : convert(value, type, to, castBetween);
}

/** A literal of a FLOAT64 that is cast to a decimal is the decimal that is written, if it is one. All else is as it was. */
export function asWritten(typed: Typed, type: SqlType, castBetween: FindCast): Typed {
  if (typed.kind !== 'constant' || typed.written === undefined || !isDecimal(type)) return typed;
  const value = converted(typed, type, castBetween);
  const { offset, length } = typed;
  return value instanceof RowFault ? typed : { kind: 'constant', value, type, offset, length };
}

function convert(value: SqlValue, from: SqlType, to: SqlType, castBetween: FindCast): SqlValue | RowFault {
  const cast = castBetween(from, to);
  if (cast === undefined) throw new Error(`No cast from ${from.kind} to ${to.kind}.`);
  const site = { from, to, hasFormat: false, format: undefined, hasZone: false, zone: undefined, safe: false };
  try {
    return cast.js(site)(value);
  } catch (thrown) {
    if (thrown instanceof RowFault) return thrown;
    throw thrown;
  }
}

const isDecimal = ({ kind }: SqlType): boolean => kind === 'NUMERIC' || kind === 'BIGNUMERIC';
