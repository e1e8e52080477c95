import { RowFault } from '../row-fault.ts';
import { fieldKey, type SqlType, sameType } from '../types/sql-type.ts';
import type { SqlValue } from '../value.ts';
import type { Cast, CastFunction, CastSite } from './cast.ts';

type StructType = Extract<SqlType, { kind: 'STRUCT' }>;
type Convert = (value: SqlValue) => SqlValue;

/** Finds the cast between two types, if there is one. */
export type FindCast = (from: SqlType, to: SqlType) => Cast | undefined;

/**
 * Casts of what is made of other values: a struct becomes another field by field, by their places; an array only one whose elements are of the
 * same type but for the names of fields.
 */
export function elementCast(from: SqlType, to: SqlType, find: FindCast): Cast | undefined {
  if (from.kind === 'STRUCT' && to.kind === 'STRUCT') {
    const casts = castsOfFields(from, to, find);
    return casts === undefined
      ? undefined
      : composed('STRUCT', 'Field by field.', (site) => ofFields(from, to, casts, site));
  }
  if (from.kind === 'ARRAY' && to.kind === 'ARRAY' && sameType(unnamed(from), unnamed(to))) {
    const cast = find(from.element, to.element);
    if (cast === undefined) return undefined;
    return composed('ARRAY', 'Element by element.', (site) => {
      const convert = converted(cast, { ...site, from: from.element, to: to.element });
      return (items: readonly SqlValue[]) => items.map(convert);
    });
  }
  return undefined;
}

/** A cast for each field, null where it stays what it is; undefined if one cannot become the other. */
function castsOfFields(from: StructType, to: StructType, find: FindCast): readonly (Cast | null)[] | undefined {
  if (from.fields.length !== to.fields.length) return undefined;
  const casts: (Cast | null)[] = [];
  for (const [at, { type }] of from.fields.entries()) {
    const target = to.fields[at]?.type ?? type;
    const cast = sameType(type, target) ? null : find(type, target);
    if (cast === undefined) return undefined;
    casts.push(cast);
  }
  return casts;
}

function ofFields(from: StructType, to: StructType, casts: readonly (Cast | null)[], site: CastSite): CastFunction {
  const fields = from.fields.map((field, at) => {
    const [target, cast] = [to.fields[at] ?? field, casts[at] ?? null];
    const convert = cast === null ? identity : converted(cast, { ...site, from: field.type, to: target.type });
    return { source: fieldKey(field, at), target: fieldKey(target, at), convert };
  });
  return (struct: Readonly<Record<string, SqlValue>>) =>
    Object.fromEntries(fields.map(({ source, target, convert }) => [target, convert(struct[source] ?? null)]));
}

const identity: Convert = (value) => value;

/** Null stays null; what fails becomes null where the cast is safe. */
function converted(cast: Cast, site: CastSite): Convert {
  const convert = cast.js({
    ...site,
    hasFormat: false,
    format: undefined,
    hasZone: false,
    zone: undefined,
  });
  if (!site.safe) return (value) => (value === null ? null : convert(value));
  return (value) => {
    try {
      return value === null ? null : convert(value);
    } catch (thrown) {
      if (thrown instanceof RowFault) return null;
      throw thrown;
    }
  };
}

const composed = (kind: 'STRUCT' | 'ARRAY', doc: string, js: Cast['js']): Cast => ({
  from: kind,
  to: kind,
  doc,
  js,
  duckdb: null,
  pushdown: 'closure',
  takesFormat: false,
  hints: [],
});

/** The type without the names of fields. */
function unnamed(type: SqlType): SqlType {
  switch (type.kind) {
    case 'STRUCT':
      return { kind: 'STRUCT', fields: type.fields.map((field) => ({ name: '', type: unnamed(field.type) })) };
    case 'ARRAY':
      return { kind: 'ARRAY', element: unnamed(type.element) };
    default:
      return type;
  }
}
