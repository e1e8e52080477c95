import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { type Diagnostic, type ObjectKind, type Planned, planOf, readObject } from '@isochron/compiler';
import {
  groupByStruct,
  joinStruct,
  metaDataStruct,
  modelStruct,
  modelTransformsStruct,
  problemText,
  type StructDescriptor,
  stagingQueryStruct,
} from '@isochron/thrift';
import { failed, passed, rightlyRefused, type Verdict } from '../verdict.ts';
import { guessedCatalog, theirs } from './guessed-catalog.ts';
import { readAndWritten } from './read-and-written.ts';
import { servedAsPlanned } from './served.ts';

/** The checks of one compiled file, each a case of its own. */
export interface CompiledCheck {
  readonly kind: string;
  readonly check: () => Verdict;
}

type Checks = (path: string) => readonly CompiledCheck[];

/** What each folder below `compiled/` holds. */
const folders: ReadonlyMap<string, Checks> = new Map<string, Checks>([
  ['group_bys', (path) => [read(groupByStruct, path), plan('group-by', path)]],
  ['joins', (path) => [read(joinStruct, path), plan('join', path)]],
  ['staging_queries', (path) => [read(stagingQueryStruct, path), plan('staging-query', path)]],
  ['models', (path) => [read(modelStruct, path), plan('model', path)]],
  ['model_transforms', (path) => [read(modelTransformsStruct, path), plan('model-transforms', path)]],
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

const plan = (kind: ObjectKind, path: string): CompiledCheck => ({ kind: 'plan', check: () => planned(kind, path) });

/**
 * Whether a definition plans in a warehouse that has whatever it asks for, or is refused for what is wrong with it whatever its tables are: what is
 * found without knowing any of them, and names that a join which it holds does not have. What plans is served by the same plan.
 */
function planned(kind: ObjectKind, path: string): Verdict {
  const reading = readObject(kind, readFileSync(path, 'utf8'), path);
  if (reading.kind === 'refused') return failed(`a ${kind}`, reading.problems.map(problemText).join('; '));
  const object = reading.value;
  const own = new Set(
    errorsOf(planOf(object, null, theirs)).flatMap((each) => (stricter.includes(each.code) ? [] : [textOf(each)])),
  );
  const { plan: made, diagnostics } = planOf(object, guessedCatalog(object), theirs);
  const errors = errorsOf({ diagnostics });
  const ours = errors.filter((each) => !own.has(textOf(each)) && !isOfHeldJoin(each));
  if (ours.length > 0) return failed('a plan', ours.map(textOf).join(' '));
  if (made === null && errors.length === 0) return failed('a plan', 'neither a plan nor a reason');
  const served = made === null ? passed() : servedAsPlanned(object, made);
  if (served.kind === 'failed') return served;
  return rightlyRefused(...new Set(errors.map(({ code, message }) => `${code}: ${message}`)));
}

/** What the existing system takes and we do not is no fault of the definition. */
const stricter: readonly string[] = ['bad-window', 'missing-mutations'];

const errorsOf = ({ diagnostics }: Pick<Planned, 'diagnostics'>): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error');

const textOf = ({ path, code, message }: Diagnostic): string => `${path} ${code}: ${message}`;

const isOfHeldJoin = ({ code, path }: Diagnostic): boolean =>
  code === 'unknown-column' && /joinSource\.query\.\w+/.test(path);
