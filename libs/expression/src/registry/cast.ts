import type { ScalarKind, SqlType } from '../types/sql-type.ts';
import type { SqlValue } from '../value.ts';
import type { Difference } from './row.ts';

/** How values of one type become another: `CAST(x AS T)`, `SAFE_CAST`, and the changes that happen by themselves. Null stays null. */
export interface Cast {
  readonly from: SqlType['kind'];
  readonly to: SqlType['kind'];
  /** One sentence for people. */
  readonly doc: string;
  /** Made once an expression is compiled; throws a `RowFault` for a value that does not fit. Never sees null. */
  readonly js: (site: CastSite) => CastFunction;
  /** DuckDB text; null where it has none. */
  readonly duckdb: ((operand: string, site: CastSite) => string | null) | null;
  readonly pushdown: 'proven' | 'closure';
  /** Whether a value that is not null may become null; without it, it never does. */
  readonly givesNull?: boolean;
  /** GoogleSQL text where it is not `CAST(x AS T)`; `none` where there is none of the same meaning. */
  readonly write?: ((operand: string) => string) | 'none';
  /** Whether `FORMAT` may be given. */
  readonly takesFormat: boolean;
  /** Whether `AT TIME ZONE` may stand after the FORMAT. */
  readonly takesZone?: boolean;
  /** Where, with a FORMAT, it is known to differ from ZetaSQL on purpose, and why. */
  readonly differs?: Difference;
  readonly hints: readonly string[];
}

/** A cast of one kind of scalar to another, as one row of the registry. */
export interface CastRow extends Cast {
  readonly from: ScalarKind;
  readonly to: ScalarKind;
}

export interface CastSite {
  readonly from: SqlType;
  readonly to: SqlType;
  /** Whether there is a `FORMAT`, and its text where it is the same for all rows. */
  readonly hasFormat: boolean;
  readonly format: string | undefined;
  readonly hasZone: boolean;
  readonly zone: string | undefined;
  /** Whether it is a SAFE_CAST: a fault becomes null around the cast; a struct's fields become null one by one. */
  readonly safe: boolean;
}

/** The row says which types `value` has. `format` and `zone` come where the cast has them. */
// biome-ignore lint/suspicious/noExplicitAny: the row's types are the type, checked by the property tests
export type CastFunction = (value: any, format?: string, zone?: string) => SqlValue;

/** `CAST(s AS STRING(5))` of a STRING, which only its numbers may refuse. */
export const identityCast = (kind: ScalarKind): CastRow =>
  cast(kind, kind, 'The same value.', { js: () => (value: SqlValue) => value, duckdb: (operand) => operand });

export function cast(
  from: ScalarKind,
  to: ScalarKind,
  doc: string,
  rest: Pick<CastRow, 'js'> & Partial<Omit<CastRow, 'from' | 'to' | 'doc' | 'js'>>,
): CastRow {
  return { from, to, doc, duckdb: null, pushdown: 'closure', takesFormat: false, hints: [], ...rest };
}
