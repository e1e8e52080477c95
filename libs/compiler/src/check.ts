import type { DialectName } from '@isochron/expression';
import type { GroupBy, Join } from '@isochron/thrift';
import type { Catalog } from './catalog.ts';
import { checkObject } from './checking/check-object.ts';
import { type CheckedSources, noCheckedSources } from './checking/checked-sources.ts';
import { noSoundGroupBys, type SoundGroupBys } from './checking/sound-group-bys.ts';
import { ownerOf, type Scope, scopeOf } from './checking/walk.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Finding } from './finding.ts';
import { type KnownTables, tablesOf } from './known-tables.ts';
import { createMeaningContext } from './meaning/index.ts';
import { nameOfThrift } from './names.ts';
import type { DefinitionObject, ObjectSet } from './objects.ts';
import { type Places, placeOf } from './places.ts';
import type { Plan } from './planning/plan.ts';
import type { PlannedGroupBys } from './planning/plan-group-by.ts';
import { planChecked } from './planning/plan-object.ts';
import { withReuse } from './planning/reuse.ts';
import { rules } from './rules/index.ts';

export interface Planned {
  /** null when a diagnostic is an error, or when it is not known which tables there are. */
  readonly plan: Plan | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of an object besides its Thrift. */
export interface PlanOptions {
  /**
   * What expressions are written in where their object does not say it. Files of the existing system never do, and are Spark SQL; nothing in them says
   * so with certainty, so that it is for the caller to say. Not given: GoogleSQL.
   */
  readonly dialect?: DialectName;
  /** Other versions of it, whose tables may hold columns of its own. Not given: none. */
  readonly versions?: ObjectSet;
  /** Where its pieces were written. */
  readonly places?: Places;
  /** What was found wrong before. */
  readonly findings?: readonly Finding[];
}

/**
 * Checks and plans one object as it stands in Thrift, whoever compiled it. `catalog`: null where it is not known which tables there are; what is said then
 * holds of any tables, and nothing is planned.
 */
export function planOf(object: DefinitionObject, catalog: Catalog | null, options: PlanOptions = {}): Planned {
  const { plan, diagnostics } = planAmong(object, catalog === null ? null : tablesOf(catalog), options, noShared());
  const { versions = [], dialect = 'googlesql' } = options;
  return { plan: plan === null ? null : withReuse(plan, object, versions, createMeaningContext(dialect)), diagnostics };
}

/** {@link planOf} of a GroupBy. */
export const planOfGroupBy = (thrift: GroupBy, catalog: Catalog | null, options: PlanOptions = {}): Planned =>
  planOf({ kind: 'group-by', name: nameOfThrift(thrift.metaData?.name ?? ''), thrift }, catalog, options);

/** {@link planOf} of a Join. */
export const planOfJoin = (thrift: Join, catalog: Catalog | null, options: PlanOptions = {}): Planned =>
  planOf({ kind: 'join', name: nameOfThrift(thrift.metaData?.name ?? ''), thrift }, catalog, options);

/** What the checks of one set share. */
export interface Shared {
  readonly sound: SoundGroupBys;
  readonly sources: CheckedSources;
  readonly plans: PlannedGroupBys;
}

const noShared = (): Shared => ({ sound: noSoundGroupBys, sources: noCheckedSources, plans: new Map() });

/** {@link planOf} among tables that other objects fill. */
export function planAmong(
  object: DefinitionObject,
  tables: KnownTables | null,
  { dialect = 'googlesql', places = new Map(), findings: before = [] }: PlanOptions,
  { sound, sources, plans }: Shared,
): Planned {
  const checked = checkObject(object, { tables, unsaid: dialect, sound, sources });
  const findings: Finding[] = [...before];
  // Who was written without a name is said where he was written, and not again by the rule for compiled objects.
  const unnamed = before.filter(({ code }) => code.startsWith('unnamed-')).map(({ path }) => path);
  const isSaid = ({ code, path }: Finding): boolean =>
    code.startsWith('unnamed-') && unnamed.some((each) => path === each || path.startsWith(`${each}.`));
  const scope = scopeOf(checked);
  for (const rule of rules) rule(scope, (finding) => isSaid(finding) || findings.push(finding), tables);
  const diagnostics = findings.map((finding) => toDiagnostic(finding, scope, object.name, places));
  const isSound = diagnostics.every(({ severity }) => severity !== 'error');
  if (isSound && tables !== null && checked.kind === 'group-by') sound.keep(checked);
  return { plan: isSound && tables !== null ? planChecked(checked, plans) : null, diagnostics };
}

function toDiagnostic(finding: Finding, scope: Scope, name: string, places: Places): Diagnostic {
  const { code, severity = 'error', path, sql = null, message, hint } = finding;
  // What is wrong with an object inside is wrong with that object, wherever it stands.
  const owner = ownerOf(path, scope);
  const object = owner.path === '' || owner.name === '' ? name : owner.name;
  return { code, severity, object, place: placeOf(places, path), path, sql, message, hint };
}
