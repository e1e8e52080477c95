import { type ScalarKind, type SqlType, sameType, typeName } from './sql-type.ts';

/** What an argument is besides its type: a literal is taken for more types than a column of its type is. */
export interface Given {
  readonly type: SqlType;
  /** `null`: the word NULL, which is of every type. `empty`: `[]`, which is of every type of arrays. */
  readonly literal: 'null' | 'empty' | 'value' | 'none';
}

/** Which kinds of scalars become which by themselves, and how far that is. */
type Changes = Readonly<Partial<Record<ScalarKind, Readonly<Partial<Record<ScalarKind, number>>>>>>;

/** What happens by itself in a dialect. */
export interface Coercions {
  readonly implicit: Changes;
  /** Of literals only. */
  readonly ofLiterals: Changes;
}

const nearestFirst = (table: Readonly<Partial<Record<ScalarKind, readonly ScalarKind[]>>>): Changes =>
  Object.fromEntries(
    Object.entries(table).map(([from, kinds]) => [from, Object.fromEntries(kinds.map((to, at) => [to, at + 1]))]),
  );

export const googleCoercions: Coercions = {
  implicit: nearestFirst({
    // A function of floating-point numbers is nearer to a whole number than one of decimals.
    INT64: ['FLOAT64', 'NUMERIC', 'BIGNUMERIC'],
    NUMERIC: ['BIGNUMERIC', 'FLOAT64'],
    BIGNUMERIC: ['FLOAT64'],
    DATE: ['DATETIME'],
  }),
  ofLiterals: {
    ...nearestFirst({ FLOAT64: ['NUMERIC', 'BIGNUMERIC'] }),
    // None is nearer than another: the first signature counts.
    STRING: { DATE: 1, DATETIME: 1, TIME: 1, TIMESTAMP: 1 },
  },
};

/** How far a value is from a type: 0 when it is of that type, more the more it has to change, undefined when it never becomes one by itself. */
export function distance(
  { type, literal }: Given,
  target: SqlType,
  coercions: Coercions = googleCoercions,
): number | undefined {
  if (literal === 'null' || sameType(type, target)) return 0;
  // The elements of an array never change by themselves, not even a literal's.
  if (literal === 'empty' && target.kind === 'ARRAY') return 0;
  if (type.kind === 'STRUCT' && target.kind === 'STRUCT') return structDistance(type, target, literal, coercions);
  const implicit = within(coercions.implicit, type, target);
  if (implicit !== undefined) return implicit;
  return literal === 'value' ? within(coercions.ofLiterals, type, target) : undefined;
}

function structDistance(
  type: StructType,
  target: StructType,
  literal: Given['literal'],
  coercions: Coercions,
): number | undefined {
  if (type.fields.length !== target.fields.length) return undefined;
  let total = 0;
  for (const [at, field] of type.fields.entries()) {
    const to = target.fields[at];
    if (to === undefined) return undefined;
    const far = distance({ type: field.type, literal }, to.type, coercions);
    if (far === undefined) return undefined;
    total += far;
  }
  return total;
}

function within(table: Changes, from: SqlType, to: SqlType): number | undefined {
  if (!isScalar(from) || !isScalar(to)) return undefined;
  return table[from.kind]?.[to.kind];
}

/** The type that all of these become, or undefined. Literals give way: `COALESCE(date, '2001-01-01')` is a DATE. */
export function superType(given: readonly Given[], coercions: Coercions = googleCoercions): SqlType | undefined {
  const known = given.filter(({ literal }) => literal !== 'null');
  const filled = known.filter(({ literal }) => literal !== 'empty');
  const typed = filled.length > 0 && filled.length < known.length && filled.every(isArray) ? filled : known;
  if (typed.length === 0) return given[0]?.type;
  if (typed.every(isStruct)) return superStruct(typed, coercions);
  const firm = typed.filter(({ literal }) => literal === 'none');
  // Of any two types that become one, one is it.
  const candidates = distinctTypes([...firm, ...typed]);
  let best: { type: SqlType; cost: number } | undefined;
  for (const candidate of candidates) {
    const costs = typed.map((each) => distance(each, candidate, coercions));
    if (costs.some((cost) => cost === undefined)) continue;
    // Firm arguments count first: a literal never makes a column change when the literal itself could.
    const cost = typed.reduce((sum, each, at) => sum + (costs[at] ?? 0) * (each.literal === 'none' ? 100 : 1), 0);
    if (best === undefined || cost < best.cost) best = { type: candidate, cost };
  }
  return best?.type;
}

/** Each type once, in the order in which they come first; thousands of literals have a handful. */
function distinctTypes(given: readonly Given[]): readonly SqlType[] {
  const types = new Map<string, SqlType>();
  for (const { type } of given) if (!types.has(typeName(type))) types.set(typeName(type), type);
  return [...types.values()];
}

/** Field by field, under the names of the first. */
function superStruct(
  given: readonly (Given & { readonly type: StructType })[],
  coercions: Coercions,
): SqlType | undefined {
  const [first] = given;
  if (first === undefined || given.some(({ type }) => type.fields.length !== first.type.fields.length))
    return undefined;
  const fields = [];
  for (const [at, { name }] of first.type.fields.entries()) {
    const type = superType(
      given.map(({ type: of, literal }) => ({ type: of.fields[at]?.type ?? first.type, literal })),
      coercions,
    );
    if (type === undefined) return undefined;
    fields.push({ name, type });
  }
  return { kind: 'STRUCT', fields };
}

type StructType = Extract<SqlType, { kind: 'STRUCT' }>;
const isStruct = (given: Given): given is Given & { readonly type: StructType } => given.type.kind === 'STRUCT';
const isArray = ({ type }: Given): boolean => type.kind === 'ARRAY';

export const isScalar = (type: SqlType): type is { readonly kind: ScalarKind } =>
  type.kind !== 'ARRAY' && type.kind !== 'STRUCT' && type.kind !== 'MAP';
