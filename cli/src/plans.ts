import {
  type Catalog,
  type DefinitionObject,
  objectIn,
  type Plan,
  type Planned,
  planOfGroupBy,
  planOfJoin,
  printDiagnostic,
  readObject,
  writtenTables,
} from '@isochron/compiler';
import type { DialectName } from '@isochron/expression';
import { IsochronError } from '@isochron/schema';
import { problemText } from '@isochron/thrift';
import type { Context } from './context.ts';
import { environmentOf } from './environment.ts';
import { type CompiledFile, compiledFiles, resolveName } from './repository.ts';
import { readConfig } from './repository-config.ts';
import { readCatalog } from './wiring.ts';

/** The plan of the compiled definition a person means. Rejects with its diagnostics if the warehouse has changed under it. */
export async function planOf(context: Context, asked: string): Promise<Plan> {
  const files = await compiledFiles(context.repository);
  const file = await resolveName(files, asked);
  const object = readCompiled(file, context);
  const dialect = (await dialectSaid(context)) ?? assumed(context, object);
  const here = objectIn(object, await environmentOf(context), writtenTables(readableObjects(files)));
  const catalog = await readCatalog((await context.backfill()).warehouse);
  const { plan, diagnostics } = planned(here, catalog, dialect);
  if (plan !== null) return plan;
  const faults = diagnostics.map(printDiagnostic).join('\n');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const why =
    errors.length > 0
      ? 'does not fit the warehouse; mend it and run isochron compile again.'
      : 'has what the embedded backfill does not do yet.';
  throw new IsochronError('FAILED_PRECONDITION', `${file.name} ${why}\n${faults}`);
}

function planned(object: DefinitionObject, catalog: Catalog, dialect: DialectName): Planned {
  switch (object.kind) {
    case 'group-by':
      return planOfGroupBy(object.thrift, catalog, { dialect });
    case 'join':
      return planOfJoin(object.thrift, catalog, { dialect });
    default:
      throw new IsochronError(
        'UNIMPLEMENTED',
        `${object.name} is a ${object.kind.replace('-', ' ')}, which the embedded backfill does not run yet.`,
      );
  }
}

/** The dialect of what does not say its own: the call's, else the repository's; undefined where neither says one. */
export const dialectSaid = async ({ dialect, repository }: Context): Promise<DialectName | undefined> =>
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

function saysDialect({ kind, thrift }: DefinitionObject): boolean {
  const parts = kind === 'join' ? (thrift.joinParts ?? []).map(({ groupBy }) => groupBy) : [];
  return [thrift, ...parts].every((each) => each?.metaData?.expressionDialect !== undefined);
}

/** What files hold that are not asked for themselves; one that cannot be read holds nothing. */
export function readableObjects(files: readonly CompiledFile[]): readonly DefinitionObject[] {
  return files.flatMap(({ kind, name, text }) => {
    const reading = readObject(kind, text, name);
    return reading.kind === 'read' ? [reading.value] : [];
  });
}

function readCompiled({ kind, name, path, text }: CompiledFile, { fork, output }: Context): DefinitionObject {
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
