import { relative, resolve } from 'node:path';
import { type Compilation, compile, type Diagnostic, type Plan, printDiagnostic } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import { type Context, WorkFailed } from './context.ts';
import { environmentOf } from './environment.ts';
import { dialectSaid, planAmong, planOf } from './plans.ts';
import { findReached } from './reached-definitions.ts';
import { type CompiledFile, compiledFiles, type FoundDefinition, findDefinitions, resolveName } from './repository.ts';
import { readConfig } from './repository-config.ts';
import { readCatalog } from './wiring.ts';

/** A repository's definitions as they stand in `features/`, compiled. Nothing is written. */
export interface CompiledRepository {
  readonly compilation: Compilation;
  /** Sentences about files that could not be read as TypeScript. */
  readonly faults: readonly string[];
}

/** Compiles what stands below a repository's `features/`. Rejects with NOT_FOUND where there is nothing. */
export async function compileFeatures(
  context: Pick<Context, 'repository' | 'dialect' | 'environment' | 'backfill'>,
): Promise<CompiledRepository> {
  const { definitions, faults } = await findDefinitions(context.repository);
  return { compilation: await compileDefinitions(context, definitions), faults };
}

async function compileDefinitions(
  context: Pick<Context, 'repository' | 'dialect' | 'environment' | 'backfill'>,
  definitions: readonly FoundDefinition[],
): Promise<Compilation> {
  const dialect = (await dialectSaid(context)) ?? 'googlesql';
  const { warehouse } = await context.backfill();
  const { teams = {} } = (await readConfig(context.repository)) ?? {};
  const environment = await environmentOf(context);
  return compile(definitions, await readCatalog(warehouse), { dialect, teams, environment });
}

/**
 * The plan of the definition a person means as it is in `features/` now, compiled or not; of a compiled file that is named by its path or is all there
 * is, the file's. Says what is wrong with the definition and throws {@link WorkFailed} where there is no plan.
 */
export async function planInFeatures(context: Context, asked: string): Promise<Plan> {
  const reached = await reachedFeatures(context, asked);
  const plan = reached === null ? null : await planAmongReached(context, reached, asked);
  return plan ?? planAmongAll(context, asked);
}

/** What a name reaches, compiled alone. null where that is not known: nothing is found, or it has to be known who fills which of an environment's tables. */
async function reachedFeatures(context: Context, asked: string): Promise<Compilation | null> {
  const environment = await environmentOf(context);
  const definitions = environment.prefix === '' ? await findReached(context.repository, asked) : null;
  return definitions === null ? null : compileDefinitions(context, definitions);
}

/** null where what is to be said is known only among all definitions. */
async function planAmongReached(context: Context, compilation: Compilation, asked: string): Promise<Plan | null> {
  const files = filesOf(context, compilation);
  const file = await resolveName(files, asked).catch((thrown: unknown) => {
    if (thrown instanceof IsochronError && thrown.code === 'NOT_FOUND') return null;
    throw thrown;
  });
  // Others may fill a table, or give a name.
  const mayBeElsewhere = errorsIn(compilation).some(
    ({ code }) => code === 'unknown-table' || code.startsWith('unnamed-'),
  );
  if (file === null || !files.includes(file) || mayBeElsewhere) return null;
  return planOfFile(context, compilation, files, file);
}

async function planAmongAll(context: Context, asked: string): Promise<Plan> {
  const compiled = await featuresIfAny(context);
  if (compiled === null) return planOf(context, asked);
  const { compilation, faults } = compiled;
  const files = filesOf(context, compilation);
  const file = await resolveName(files, asked).catch((thrown: unknown) => {
    // What is looked for may be in a file that could not be read.
    for (const fault of faults) context.output.say(fault);
    throw thrown;
  });
  return files.includes(file) ? planOfFile(context, compilation, files, file) : planOf(context, asked);
}

async function planOfFile(
  context: Context,
  compilation: Compilation,
  files: readonly CompiledFile[],
  file: CompiledFile,
): Promise<Plan> {
  if (compilation.plans.has(file.name)) return (await planAmong(context, files, file)).plan;
  const errors = errorsIn(compilation);
  const own = errors.filter(({ object }) => object === file.name);
  for (const diagnostic of own.length > 0 ? own : errors) context.output.say(printDiagnostic(shownPlace(diagnostic)));
  throw new WorkFailed();
}

const filesOf = ({ repository }: Context, { objects }: Compilation): readonly CompiledFile[] =>
  objects.map(({ kind, name, file, json }) => ({ kind, name, path: resolve(repository, file), text: json }));

const errorsIn = ({ diagnostics }: Compilation): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error');

/** null where the repository has no features, or none but compiled ones. */
async function featuresIfAny(context: Context): Promise<CompiledRepository | null> {
  try {
    return await compileFeatures(context);
  } catch (thrown) {
    const isNone = thrown instanceof IsochronError && thrown.code === 'NOT_FOUND';
    if (isNone && compiledFiles(context.repository).length > 0) return null;
    throw thrown;
  }
}

/** With its place as it is typed from where the person stands. */
export const shownPlace = (diagnostic: Diagnostic): Diagnostic => {
  const { place } = diagnostic;
  return place === null
    ? diagnostic
    : { ...diagnostic, place: { ...place, file: relative(process.cwd(), place.file) } };
};
