import {
  type Compilation,
  type Diagnostic,
  diff,
  type ObjectSet,
  type Plan,
  planWithVersions,
  type SetDifference,
  unsafeChanges,
  versionsIn,
} from '@isochron/compiler';
import type { DialectName } from '@isochron/expression';
import { compileFeatures } from './compilation.ts';
import { compiledTexts, type Files, isCurrent } from './compiled-folder.ts';
import type { Context } from './context.ts';
import { readObjects } from './difference.ts';
import { dialectSaid } from './plans.ts';
import { writtenTypes } from './repository.ts';

/** What a repository's definitions come to, and how that differs from what stands below `compiled/`. Nothing is written. */
export interface Examined {
  readonly compilation: Compilation;
  /** Sentences about files that could not be read as TypeScript. */
  readonly faults: readonly string[];
  /** Of the definitions, and of what their changes would do to callers. */
  readonly diagnostics: readonly Diagnostic[];
  /** Faults, and diagnostics that are errors. */
  readonly errors: number;
  /** None where there are errors. */
  readonly difference: SetDifference;
  /** Of what is added, changed or moved, by name; with the columns that tables of versions compiled before hold already. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** Files among the compiled ones that hold no definition. */
  readonly unreadable: readonly string[];
  readonly before: Files;
  readonly after: Files;
  readonly isCurrent: boolean;
}

/** Compiles what stands below `features/`, and compares. Rejects with NOT_FOUND where there is nothing. */
export async function examine(context: Context): Promise<Examined> {
  const { repository } = context;
  const unsaid = (await dialectSaid(context)) ?? 'googlesql';
  const { compilation, faults } = await compileFeatures(context);
  const previous = compiledTexts(repository);
  const { objects, unreadable } = readObjects(previous, compilation.objects);
  const before = new Map([...previous, ...writtenTypes(repository)]);
  const after = filesOf(compilation);
  const isSound = faults.length === 0 && compilation.diagnostics.every(({ severity }) => severity !== 'error');
  const difference = isSound ? diff(objects, compilation.objects, unsaid) : { changes: [], unchanged: [] };
  const unsafe = unsafeChanges(difference).map((each) => placed(each, compilation));
  const diagnostics = [...compilation.diagnostics, ...unsafe];
  return {
    compilation,
    faults,
    diagnostics,
    errors: diagnostics.filter(({ severity }) => severity === 'error').length + faults.length,
    difference,
    plans: changedPlans(compilation, difference, { objects, unsaid }),
    unreadable,
    before,
    after,
    isCurrent: isCurrent(before, after),
  };
}

/** Everything that stands below `compiled/` after a compilation. */
const filesOf = ({ objects, types }: Compilation): Files =>
  new Map([...objects.map(({ file, json }) => [file, json] as const), ...types]);

/** What is wrong with a change is wrong with the definition that changes. */
function placed(diagnostic: Diagnostic, { places }: Compilation): Diagnostic {
  return { ...diagnostic, place: places.get(diagnostic.object) ?? null };
}

/** A version that is no longer in the repository may still have its table. */
function changedPlans(
  { objects: now, plans }: Compilation,
  { changes }: SetDifference,
  { objects: before, unsaid }: { readonly objects: ObjectSet; readonly unsaid: DialectName },
): ReadonlyMap<string, Plan> {
  const changed = new Set(changes.map(({ file }) => file));
  const versionsOf = versionsIn([...now, ...before]);
  return new Map(
    now.flatMap((object) => {
      const plan = plans.get(object.name);
      if (plan === undefined || !changed.has(object.file)) return [];
      return [[object.name, planWithVersions(plan, object, versionsOf(object), unsaid)] as const];
    }),
  );
}
