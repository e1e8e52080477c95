import type { Columns } from './column-type.ts';
import { isRecord } from './written-value.ts';

declare const declared: unique symbol;

/** Carries a type of columns to a call. There is nothing in it. */
export interface ColumnsOf<Declared extends Columns = Columns> {
  readonly kind: 'columns-of';
  readonly [declared]?: Declared;
}

/**
 * Tells a call which columns `isochron compile` found a definition to have. The type comes from `compiled/types`, and is imported as a type, so
 * that a repository that was never compiled compiles:
 *
 * ```ts
 * import type { LatenessColumns } from '../../compiled/types/flights/training.ts';
 *
 * const rows = joinSource({ join: lateness, columns: columnsOf<LatenessColumns>(), time: 'ts', select: { origin: 'origin' } });
 * ```
 */
export function columnsOf<Declared extends Columns>(): ColumnsOf<Declared> {
  return Object.freeze({ kind: 'columns-of' });
}

export function isColumnsOf(value: unknown): value is ColumnsOf {
  return isRecord(value) && value['kind'] === 'columns-of';
}
