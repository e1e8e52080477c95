import type { DialectName } from '@isochron/expression';
import type { GroupBy, Join } from '@isochron/thrift';
import type { Catalog } from './catalog.ts';
import { type Checked, checkGroupBy, checkJoin } from './checked.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Finding } from './finding.ts';
import { type Places, placeOf } from './places.ts';
import type { Plan } from './plan.ts';
import { planGroupBy, planJoin } from './planner.ts';
import { rules } from './rules/index.ts';

export interface Planned<P extends Plan = Plan> {
  /** null when there is a diagnostic. */
  readonly plan: P | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of an object besides its Thrift. */
export interface PlanOptions {
  /**
   * What expressions are written in where their object does not say it. Files of the existing system never do, and are Spark SQL; nothing in them says
   * so with certainty, so that it is for the caller to say. Not given: GoogleSQL.
   */
  readonly dialect?: DialectName;
  /** Where its pieces were written. */
  readonly places?: Places;
  /** What was found wrong before. */
  readonly findings?: readonly Finding[];
}

/** Checks and plans one GroupBy as it stands in Thrift: a compiled file of ours or of the existing system. */
export const planOfGroupBy = (thrift: GroupBy, catalog: Catalog, options: PlanOptions = {}): Planned =>
  planned(checkGroupBy(thrift, catalog, options.dialect ?? 'googlesql'), catalog, options);

/** Checks and plans one Join as it stands in Thrift. */
export const planOfJoin = (thrift: Join, catalog: Catalog, options: PlanOptions = {}): Planned =>
  planned(checkJoin(thrift, catalog, options.dialect ?? 'googlesql'), catalog, options);

function planned(
  object: Checked,
  catalog: Catalog,
  { places = new Map(), findings: before = [] }: PlanOptions,
): Planned {
  const findings: Finding[] = [...before];
  for (const rule of rules) rule(object, (finding) => findings.push(finding), catalog);
  const diagnostics = findings.map((finding) => toDiagnostic(finding, ownerName(finding.path, object), places));
  if (diagnostics.length > 0) return { plan: null, diagnostics };
  return { plan: object.kind === 'group-by' ? planGroupBy(object) : planJoin(object), diagnostics };
}

/** What was found of an object that nothing is planned for. */
export const diagnosticsOf = ({
  name,
  findings,
  places,
}: Required<Pick<PlanOptions, 'findings' | 'places'>> & { readonly name: string }): readonly Diagnostic[] =>
  findings.map((finding) => toDiagnostic(finding, name, places));

function toDiagnostic(finding: Finding, object: string, places: Places): Diagnostic {
  return {
    code: finding.code,
    severity: finding.severity ?? 'error',
    object,
    place: placeOf(places, finding.path),
    sql: finding.sql ?? null,
    message: finding.message,
    hint: finding.hint ?? null,
  };
}

/** What is wrong inside a part's GroupBy is wrong with that GroupBy, wherever it is joined. */
function ownerName(path: string, object: Checked): string {
  const position = /^joinParts\[(\d+)\]\.groupBy/.exec(path)?.[1];
  const name =
    position === undefined || object.kind === 'group-by' ? null : object.parts[Number(position)]?.groupBy.name;
  return name === null || name === undefined || name === '' ? object.name : name;
}
