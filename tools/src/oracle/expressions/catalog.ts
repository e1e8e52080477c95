import { analyze, castRows, functionRows, type Pattern, type SqlType, sameType, typeName } from '@isochron/expression';
import { standalone } from '../case.ts';
import type { Engines } from '../engines/engines.ts';
import { isForJava } from '../engines/zetasql-java.ts';
import { caseOf } from '../functions/call.ts';
import { drawCall } from '../functions/draw-call.ts';
import { plainCastSubject, type Subject, signatureSubject } from '../functions/subject.ts';
import { speaksOfMaps } from '../functions/type-variables.ts';
import { Draw } from '../random/draw.ts';

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

/** The producers by what they give: signatures of one function together, so that one of many is not drawn oftener. */
export class Catalog {
  readonly isEmpty: boolean;
  readonly #producers: readonly (readonly Producer[])[];
  readonly #byType = new Map<string, Fitting>();

  /** `left`: what is left out. */
  constructor(onlyProven: boolean, left: ReadonlySet<string> = new Set()) {
    this.#producers = producers(onlyProven)
      .map((each) => each.filter(({ subject }) => !left.has(subjectName(subject))))
      .filter((each) => each.length > 0);
    this.isEmpty = this.#producers.length === 0;
  }

  /** A signature that can give the type; null where there is none. What gives any type would otherwise crowd out what gives this one. */
  draw(draw: Draw, type: SqlType): Producer | null {
    const { specific, general } = this.#fitting(type);
    const chosen = specific.length > 0 && (general.length === 0 || draw.chance(700)) ? specific : general;
    return chosen.length === 0 ? null : draw.pick(draw.pick(chosen));
  }

  #fitting(type: SqlType): Fitting {
    const name = typeName(type);
    const known = this.#byType.get(name);
    if (known !== undefined) return known;
    const fitting = this.#producers.map((each) => each.filter(({ result }) => matched(result, type) !== null));
    const part = (isGeneral: boolean): Fitting['general'] =>
      fitting
        .map((each) => each.filter(({ result }) => hasVariable(result) === isGeneral))
        .filter((each) => each.length > 0);
    const found = { specific: part(false), general: part(true) };
    this.#byType.set(name, found);
    return found;
  }
}

export const subjectName = ({ name, signature }: Subject): string => `${name}${signature}`;

/** The signatures that ZetaSQL never judges, because it has no such function or hangs on it: whatever holds one of them would be as unknown. */
export async function unjudged(engines: Engines): Promise<ReadonlySet<string>> {
  const all = producers(false).flat();
  const questions = all.map(({ subject }) => ({ of: caseOf(drawCall(new Draw(1), subject, 'columns')), ulps: 0 }));
  const verdicts = await engines.judge(questions);
  return new Set(
    all.flatMap(({ subject }, at) => {
      const verdict = verdicts[at];
      const isLeft =
        verdict?.zetasql.kind === 'unanswered' || (verdict !== undefined && isForJava(standalone(verdict.of)));
      return isLeft ? [subjectName(subject)] : [];
    }),
  );
}

interface Fitting {
  readonly specific: readonly (readonly Producer[])[];
  readonly general: readonly (readonly Producer[])[];
}

const hasVariable = (pattern: Pattern): boolean =>
  pattern.kind === 'variable' || (pattern.kind === 'array' && hasVariable(pattern.element));

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
