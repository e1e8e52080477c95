import { IsochronError } from '@isochron/schema';
import type { Position } from './syntax/tree.ts';

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

  constructor(expression: string, position: Position, value: string, reason: string, row: number | null) {
    const part = expression.slice(position.offset, position.offset + position.length);
    const where = part === expression ? expression : `${part} in ${expression}`;
    super('INVALID_ARGUMENT', `${where}: ${reason}${value === '' ? '' : ` (${value})`}`);
    this.name = 'ExpressionError';
    this.expression = expression;
    this.position = position;
    this.value = value;
    this.reason = reason;
    this.row = row;
  }
}
