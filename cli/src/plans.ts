import {
  type Catalog,
  checkSet,
  type DefinitionObject,
  fileOf,
  objectIn,
  type Plan,
  type Planned,
  planOf as plannedOf,
  printDiagnostic,
  readObject,
  unversioned,
  writtenTables,
} from '@isochron/compiler';
import type { DialectName } from '@isochron/expression';
import { IsochronError } from '@isochron/schema';
import { problemText } from '@isochron/thrift';
import type { Context } from './context.ts';
import { environmentOf } from './environment.ts';
import { relatedFiles } from './related-files.ts';
import { type CompiledFile, compiledFiles, resolveName } from './repository.ts';
import { readConfig } from './repository-config.ts';
import { readCatalog } from './wiring.ts';

/** A compiled definition as it runs in the environment that was asked for, and its plan there. */
export interface PlannedObject {
  readonly object: DefinitionObject;
  readonly plan: Plan;
}

export const planOf = async (context: Context, asked: string): Promise<Plan> =>
  (await plannedObjectOf(context, asked)).plan;

/** The compiled definition a person means, planned. Rejects with its diagnostics if the warehouse has changed under it. */
export async function plannedObjectOf(context: Context, asked: string): Promise<PlannedObject> {
  const files = compiledFiles(context.repository);
  return planAmong(context, files, await resolveName(files, asked));
}

/** A compiled file's object, planned among those that may fill tables it reads. Rejects as {@link plannedObjectOf}. */
export async function planAmong(
  context: Context,
  files: readonly CompiledFile[],
  file: CompiledFile,
): Promise<PlannedObject> {
  const object = objectOf(file, context);
  const dialect = (await dialectSaid(context)) ?? assumed(context, object);
  const environment = await environmentOf(context);
  // Which tables are an environment's own is known once all that is filled is.
  const isApart = environment.prefix !== '';
  const others = othersThan(object, isApart ? files : files.filter((each) => isVersionOf(each, file)));
  const written = isApart ? writtenTables([object, ...others]) : new Set<string>();
  const [here = object, ...around] = [object, ...others].map((each) => objectIn(each, environment, written));
  const catalog = await readCatalog((await context.backfill()).warehouse);
  const alone = plannedOf(here, catalog, { dialect, versions: around });
  // Tables that are not there yet may be those that others fill.
  const isLackingTables = alone.diagnostics.some(({ code }) => code === 'unknown-table');
  const makers = (): readonly DefinitionObject[] =>
    isApart ? around : othersThan(object, relatedFiles(files).upstream(file));
  const { plan, diagnostics } = isLackingTables ? plannedAmong(here, makers(), catalog, dialect) : alone;
  if (plan !== null) return { object: here, plan };
  const faults = diagnostics.filter(({ severity }) => severity === 'error').map(printDiagnostic);
  throw new IsochronError(
    'FAILED_PRECONDITION',
    `${file.name} does not fit the warehouse; mend it and run isochron compile again.\n${faults.join('\n')}`,
  );
}

const othersThan = (object: DefinitionObject, files: readonly CompiledFile[]): readonly DefinitionObject[] =>
  readableObjects(files).filter((each) => fileOf(each) !== fileOf(object));

const isVersionOf = (each: CompiledFile, file: CompiledFile): boolean =>
  each.kind === file.kind && unversioned(each.name) === unversioned(file.name);

/** The dialect of what does not say its own: the call's, else the repository's; undefined where neither says one. */
export const dialectSaid = async ({
  dialect,
  repository,
}: Pick<Context, 'dialect' | 'repository'>): Promise<DialectName | undefined> =>
  dialect ?? (await readConfig(repository))?.dialect ?? undefined;

/** Nobody said a dialect: GoogleSQL it is, and a person is told where that matters. */
function assumed({ output }: Context, object: DefinitionObject): DialectName {
  if (!saysDialect(object)) {
    output.say(
      `${object.name} does not say what its expressions are written in: read as GoogleSQL. If the existing system compiled it, say --dialect spark.`,
    );
  }
  return 'googlesql';
}

/** Whether an object and those in it say it, where they have expressions at all. */
function saysDialect({ kind, thrift }: DefinitionObject): boolean {
  if (kind === 'staging-query') return true;
  const parts = kind === 'join' ? (thrift.joinParts ?? []).map(({ groupBy }) => groupBy?.metaData) : [];
  return [thrift.metaData, ...parts].every((metaData) => metaData?.expressionDialect !== undefined);
}

/** What files hold that are not asked for themselves; one that cannot be read holds nothing. */
export function readableObjects(files: readonly CompiledFile[]): readonly DefinitionObject[] {
  return files.flatMap(({ kind, name, text }) => {
    const reading = readObject(kind, text, name);
    return reading.kind === 'read' ? [reading.value] : [];
  });
}

/** The object of a compiled file. Throws INVALID_ARGUMENT with everything that is wrong with the file. */
export function objectOf(
  { kind, name, path, text }: CompiledFile,
  { fork, output }: Pick<Context, 'fork' | 'output'>,
): DefinitionObject {
  const reading = readObject(kind, text, name, fork === undefined ? {} : { fork });
  if (reading.kind === 'read') {
    sayUncomputed(path, reading.unknownFields, output);
    return reading.value;
  }
  const problems = reading.problems.map(problemText).join('; ');
  throw new IsochronError('INVALID_ARGUMENT', `${path} is not a compiled ${kind}: ${problems}`);
}

/** What metadata says besides changes no number; any other field that is not known here might. */
function sayUncomputed(path: string, unknownFields: readonly string[], output: Context['output']): void {
  const fields = unknownFields.filter((field) => !/(^|\.)metaData\./.test(field));
  if (fields.length === 0) return;
  output.say(
    `${path} has fields that are not known here; they are kept, and nothing is computed of them: ${fields.join(', ')}.`,
  );
}

function plannedAmong(
  object: DefinitionObject,
  others: readonly DefinitionObject[],
  catalog: Catalog,
  dialect: DialectName,
): Planned {
  const { plans, diagnostics } = checkSet(
    [object, ...others].map((each) => ({ object: each })),
    catalog,
    { dialect },
  );
  return {
    plan: plans.get(fileOf(object)) ?? null,
    diagnostics: diagnostics.filter((each) => each.object === object.name),
  };
}
