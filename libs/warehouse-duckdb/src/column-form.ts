import { type DataType, vectorKind } from '@isochron/schema';
import { milliseconds, sqlType, stored } from './types.ts';

/**
 * Between the engine and the kernel a column has one of four forms, those of a {@link Vector}: INTEGER, DOUBLE and BIGINT, which are copied
 * whole, and the type itself for the rest. The engine converts, because it does so without a value at a time.
 */
export function formType(type: DataType): string {
  switch (vectorKind(type)) {
    case 'ints':
      return 'INTEGER';
    case 'doubles':
      return 'DOUBLE';
    case 'longs':
      return 'BIGINT';
    case 'values':
      return sqlType(type);
  }
}

/** An expression of this type, in its form. */
export function toForm(expression: string, type: DataType): string {
  switch (type.kind) {
    case 'date':
      return `CAST(date_diff('day', DATE '1970-01-01', ${stored(expression, type)}) AS INTEGER)`;
    case 'timestamp':
      return milliseconds(stored(expression, type));
    default:
      return `CAST(${stored(expression, type)} AS ${formType(type)})`;
  }
}

/** A column of the form, as the type itself. */
export function fromForm(column: string, type: DataType): string {
  switch (type.kind) {
    case 'date':
      return `(DATE '1970-01-01' + ${column})`;
    case 'timestamp':
      return `make_timestamp_ms(${column})`;
    default:
      return formType(type) === sqlType(type) ? column : `CAST(${column} AS ${sqlType(type)})`;
  }
}
