import { relative, resolve } from 'node:path';
import { type Compilation, compile, type Diagnostic, type Plan, printDiagnostic } from '@isochron/compiler';
import { IsochronError } from '@isochron/schema';
import { type Context, WorkFailed } from './context.ts';
import { environmentOf } from './environment.ts';
import { dialectSaid, planAmong, planOf } from './plans.ts';
import { type CompiledFile, compiledFiles, findDefinitions, resolveName } from './repository.ts';
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
  const { repository, backfill } = context;
  const dialect = (await dialectSaid(context)) ?? 'googlesql';
  const { definitions, faults } = await findDefinitions(repository);
  const { warehouse } = await backfill();
  const { teams = {} } = (await readConfig(repository)) ?? {};
  const environment = await environmentOf(context);
  const compilation = compile(definitions, await readCatalog(warehouse), { dialect, teams, environment });
  return { compilation, faults };
}

/**
 * The plan of the definition a person means as it is in `features/` now, compiled or not; of a compiled file that is named by its path or is all there
 * is, the file's. Says what is wrong with the definition and throws {@link WorkFailed} where there is no plan.
 */
export async function planInFeatures(context: Context, asked: string): Promise<Plan> {
  const compiled = await featuresIfAny(context);
  if (compiled === null) return planOf(context, asked);
  const { compilation, faults } = compiled;
  const files = compilation.objects.map(
    ({ kind, name, file, json }): CompiledFile => ({ kind, name, path: resolve(context.repository, file), text: json }),
  );
  const file = await resolveName(files, asked).catch((thrown: unknown) => {
    // What is looked for may be in a file that could not be read.
    for (const fault of faults) context.output.say(fault);
    throw thrown;
  });
  if (!files.includes(file)) return planOf(context, asked);
  if (compilation.plans.has(file.name)) return (await planAmong(context, files, file)).plan;
  const errors = compilation.diagnostics.filter(({ severity }) => severity === 'error');
  const own = errors.filter(({ object }) => object === file.name);
  for (const diagnostic of own.length > 0 ? own : errors) context.output.say(printDiagnostic(shownPlace(diagnostic)));
  throw new WorkFailed();
}

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
