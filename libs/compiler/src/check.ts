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
  /** null when a diagnostic is an error. */
  readonly plan: P | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks and plans one GroupBy as it stands in Thrift: a compiled file of ours or of the existing system. */
export function planOfGroupBy(
  thrift: GroupBy,
  catalog: Catalog,
  places: Places = new Map(),
  before: readonly Finding[] = [],
): Planned {
  return planned(checkGroupBy(thrift, catalog), catalog, places, before);
}

/** Checks and plans one Join as it stands in Thrift. */
export function planOfJoin(
  thrift: Join,
  catalog: Catalog,
  places: Places = new Map(),
  before: readonly Finding[] = [],
): Planned {
  return planned(checkJoin(thrift, catalog), catalog, places, before);
}

function planned(object: Checked, catalog: Catalog, places: Places, before: readonly Finding[]): Planned {
  const findings: Finding[] = [...before];
  for (const rule of rules) rule(object, (finding) => findings.push(finding), catalog);
  const diagnostics = findings.map((finding) => toDiagnostic(finding, object, places));
  if (diagnostics.length > 0) return { plan: null, diagnostics };
  return { plan: object.kind === 'group-by' ? planGroupBy(object) : planJoin(object), diagnostics };
}

function toDiagnostic(finding: Finding, object: Checked, places: Places): Diagnostic {
  return {
    code: finding.code,
    severity: 'error',
    object: ownerName(finding.path, object),
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
