import { IsochronError } from '@isochron/schema';
import type { Batch, Given, GivenRow } from './transport.ts';

/** What an answer says, in whatever form it came. */
export interface Answered {
  /** The values of a field, one a row; an error where it has none, or not one a row. */
  readonly columnOf: (field: number) => readonly Given[] | IsochronError;
  readonly isFound: (row: number) => boolean;
  /** Why a row could not be answered; null where it was. */
  readonly errorOf: (row: number) => string | null;
}

export function givenRows(service: string, { rows, fields }: Batch, answered: Answered): readonly GivenRow[] {
  const columns = fields.map((_, field) => answered.columnOf(field));
  return Array.from({ length: rows }, (_, row): GivenRow => {
    const why = answered.errorOf(row);
    if (why !== null) return { kind: 'failed', error: notAnswered(service, why) };
    if (!answered.isFound(row)) return { kind: 'not-found' };
    const values = columns.map((column) => (column instanceof IsochronError ? column : (column[row] ?? null)));
    return { kind: 'found', values };
  });
}

/** A value as it is read, or the fault of one that is not of its type. */
export function givenOf(service: string, field: string, read: () => Given): Given {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof IsochronError)) throw thrown;
    return new IsochronError('DATA_LOSS', `"${field}" of the external service "${service}": ${thrown.message}`, thrown);
  }
}

/** Of a column that is missing, or has another number of values than there are rows: which value is whose is not known. */
export const misshapen = (service: string, field: string, found: string, rows: number): IsochronError =>
  new IsochronError(
    'DATA_LOSS',
    `The external service "${service}" answered ${found} of "${field}" where it was asked for ${rows}.`,
  );

const SHOWN = 200;

const notAnswered = (service: string, why: string): IsochronError =>
  new IsochronError('UNKNOWN', `The external service "${service}" says of a row: ${why.slice(0, SHOWN)}`);
