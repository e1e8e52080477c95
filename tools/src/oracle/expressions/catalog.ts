import { analyze, castRows, functionRows, type Pattern, type SqlType, sameType, typeName } from '@isochron/expression';
import { plainCastSubject, type Subject, signatureSubject } from '../functions/subject.ts';
import { speaksOfMaps } from '../functions/type-variables.ts';

/** What a signature's variables stand for. */
export type Bound = Map<string, SqlType>;

/** A signature, and what its result is. */
export interface Producer {
  readonly subject: Subject;
  readonly result: Pattern;
}

/** What expressions are made of: every signature without maps whose values can be compared bit for bit and whose type its text tells. */
export function producers(onlyProven: boolean): readonly (readonly Producer[])[] {
  const rows = functionRows.map((row) =>
    row.signatures
      .filter(({ ulps, resultOf }) => ulps === 0 && resultOf === null)
      .filter(({ type }) => ![type.result, ...type.params.map(({ pattern }) => pattern)].some(speaksOfMaps))
      .map((signature): Producer => ({ subject: signatureSubject(row, signature), result: signature.type.result })),
  );
  const casts = castRows.map((row): Producer[] => [
    { subject: plainCastSubject(row), result: { kind: 'exact', type: { kind: row.to } } },
  ]);
  return [...rows, ...casts]
    .map((each) => each.filter(({ subject }) => !onlyProven || subject.isProven))
    .filter((each) => each.length > 0);
}

/** What the variables of a pattern stand for when it is to be a type; null where it never is. */
export function matched(pattern: Pattern, type: SqlType, bound: Bound = new Map()): Bound | null {
  switch (pattern.kind) {
    case 'exact':
      return sameType(pattern.type, type) ? bound : null;
    case 'variable': {
      if (pattern.name === 'NUM' && !['INT64', 'FLOAT64', 'NUMERIC', 'BIGNUMERIC'].includes(type.kind)) return null;
      const known = bound.get(pattern.name);
      if (known !== undefined) return sameType(known, type) ? bound : null;
      return bound.set(pattern.name, type);
    }
    case 'array':
      return type.kind === 'ARRAY' ? matched(pattern.element, type.element, bound) : null;
    default:
      return null;
  }
}

/** Whether our analysis takes a call over columns of these types; asked once for each. */
export class Validity {
  readonly #known = new Map<string, boolean>();

  /** `types`: of the arguments named c0, c1, … in the text. */
  takes(text: string, types: readonly SqlType[]): boolean {
    const key = `${text}\0${types.map(typeName).join('\0')}`;
    const known = this.#known.get(key) ?? isTaken(text, types);
    this.#known.set(key, known);
    return known;
  }
}

function isTaken(text: string, types: readonly SqlType[]): boolean {
  const columns = types.map((_, at) => ({ name: `c${at}`, type: { kind: 'string' } as const }));
  const typeOf = ({ name }: { readonly name: string }): SqlType => types[Number(name.slice(1))] ?? { kind: 'STRING' };
  return analyze(text, { columns, typeOf }).analyzed !== null;
}
