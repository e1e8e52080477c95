import { sep } from 'node:path';
import { type Diagnostic, planOfGroupBy, planOfJoin } from '@isochron/compiler';
import {
  type GroupBy,
  groupByStruct,
  type Join,
  type JoinPart,
  joinStruct,
  metaDataStruct,
  modelTransformsStruct,
  modelStruct,
  type StructDescriptor,
  stagingQueryStruct,
} from '@isochron/thrift';
import { failed, rightlyRefused, type Verdict } from '../verdict.ts';
import { guessedCatalog, theirs } from './guessed-catalog.ts';
import { readAndWritten, readIn } from './read-and-written.ts';

/** The checks of one compiled file, each a case of its own. */
export interface CompiledCheck {
  readonly kind: string;
  readonly check: () => Verdict;
}

type Checks = (path: string) => readonly CompiledCheck[];

/** What each folder below `compiled/` holds. */
const folders: ReadonlyMap<string, Checks> = new Map<string, Checks>([
  ['group_bys', (path) => [read(groupByStruct, path), plan(() => groupByPlan(readIn(groupByStruct, path)))]],
  ['joins', (path) => [read(joinStruct, path), plan(() => joinPlan(readIn(joinStruct, path)))]],
  ['staging_queries', (path) => [read(stagingQueryStruct, path), plan(() => unplanned('staging query'))]],
  ['models', (path) => [read(modelStruct, path), plan(() => unplanned('model'))]],
  ['model_transforms', (path) => [read(modelTransformsStruct, path), plan(() => unplanned('model transform'))]],
  ['teams_metadata', (path) => [read(metaDataStruct, path)]],
]);

/** A file in a folder that nobody knows fails. */
export function checkCompiled(path: string): readonly CompiledCheck[] {
  const folder = path
    .split(sep)
    .slice(0, -1)
    .findLast((name) => folders.has(name));
  const checks = folder === undefined ? undefined : folders.get(folder);
  if (checks !== undefined) return checks(path);
  const known = [...folders.keys()].join(', ');
  return [{ kind: 'read', check: () => failed(`a file below one of ${known}`, 'a folder that nothing here knows') }];
}

const read = (struct: StructDescriptor<object>, path: string): CompiledCheck => ({
  kind: 'read',
  check: () => readAndWritten(struct, path),
});

const plan = (check: () => Verdict): CompiledCheck => ({ kind: 'plan', check });

const groupByPlan = (groupBy: GroupBy): Verdict =>
  withoutDiagnostics(planOfGroupBy(groupBy, guessedCatalog([groupBy], null, []), theirs).diagnostics);

function joinPlan(join: Join): Verdict {
  const groupBys = (join.joinParts ?? []).flatMap(({ groupBy }) => groupBy ?? []);
  const keys = (join.joinParts ?? []).flatMap(leftKeys);
  return withoutDiagnostics(planOfJoin(join, guessedCatalog(groupBys, join.left ?? null, keys), theirs).diagnostics);
}

/** Diagnostics that are right of a definition whatever its tables: it names what it does not have itself. */
const ownFaults: readonly string[] = ['missing-key', 'unknown-key'];

function withoutDiagnostics(diagnostics: readonly Diagnostic[]): Verdict {
  const ours = diagnostics.filter(({ code }) => !ownFaults.includes(code));
  if (ours.length > 0) return failed('a plan', ours.map(({ code, message }) => `${code}: ${message}`).join(' '));
  return rightlyRefused(...diagnostics.map(({ code, message }) => `${code}: ${message}`));
}

/** The left columns that carry a part's keys. */
function leftKeys({ groupBy, keyMapping = {} }: JoinPart): readonly string[] {
  const leftOf = new Map(Object.entries(keyMapping).map(([left, right]) => [right, left]));
  return (groupBy?.keyColumns ?? []).map((key) => leftOf.get(key) ?? key);
}

const unplanned = (what: string): Verdict => failed('a plan', `nothing plans a ${what} yet`);
