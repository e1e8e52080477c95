import { IsochronError } from '@isochron/schema';
import type { Position } from './syntax/tree.ts';

/** What there is to say of a row without a value. */
export type RowFailure = Pick<ExpressionError, 'expression' | 'position' | 'value' | 'reason' | 'row' | 'key'>;

/**
 * An expression has no value for a row. In the warehouse the query fails with it, naming the row's key; in a stream the message goes to the
 * dead letters; in a request the feature has status ERROR.
 */
export class ExpressionError extends IsochronError {
  /** The whole text. */
  readonly expression: string;
  /** The part of it that failed. */
  readonly position: Position;
  /** What the failing part was given, as text: `1 / 0`; cut where it is long. */
  readonly value: string;
  /** What is wrong, without the place: `division by zero`. */
  readonly reason: string;
  /** The place of the row among those of one call; null where only one was evaluated. */
  readonly row: number | null;
  /** Which row it is, for people: `origin = MSP, time = 2001-06-27T07:03:00Z`; empty where nobody said. */
  readonly key: string;

  constructor(fault: RowFailure) {
    const { expression, position, value, reason, row, key } = fault;
    const part = expression.slice(position.offset, position.offset + position.length);
    const where = part === expression ? expression : `${part} in ${expression}`;
    const of = key === '' ? '' : `; the row is ${key}`;
    super('INVALID_ARGUMENT', `${where}: ${reason}${value === '' ? '' : ` (${value})`}${of}`);
    this.name = 'ExpressionError';
    this.expression = expression;
    this.position = position;
    this.value = value;
    this.reason = reason;
    this.row = row;
    this.key = key;
  }

  /** The same of a row that is known better: by its place in a larger batch, or by its key, as text. */
  of(row: number | null, key: string = this.key): ExpressionError {
    return new ExpressionError({ ...this, row, key });
  }
}
