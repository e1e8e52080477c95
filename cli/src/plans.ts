import { type Plan, type Planned, planOfGroupBy, planOfJoin, printDiagnostic } from '@isochron/compiler';
import type { DialectName } from '@isochron/expression';
import { IsochronError } from '@isochron/schema';
import { type GroupBy, groupByStruct, type Join, joinStruct, problemText, readJson } from '@isochron/thrift';
import type { Context } from './context.ts';
import { type CompiledFile, compiledFiles, resolveName } from './repository.ts';
import { readConfig } from './repository-config.ts';
import { readCatalog } from './wiring.ts';

/** The plan of the compiled definition a person means. Rejects with its diagnostics if the warehouse has changed under it. */
export async function planOf(context: Context, asked: string): Promise<Plan> {
  return planOfFile(context, await resolveName(await compiledFiles(context.repository), asked));
}

export async function planOfFile(context: Context, file: CompiledFile): Promise<Plan> {
  const object = readCompiled(file);
  const dialect = (await dialectSaid(context)) ?? assumed(context, file, object);
  const catalog = await readCatalog((await context.backfill()).warehouse);
  const { plan, diagnostics }: Planned =
    object.kind === 'group-by'
      ? planOfGroupBy(object.thrift, catalog, { dialect })
      : planOfJoin(object.thrift, catalog, { dialect });
  if (plan !== null) return plan;
  const faults = diagnostics.map(printDiagnostic).join('\n');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const why =
    errors.length > 0
      ? 'does not fit the warehouse; mend it and run isochron compile again.'
      : 'has what the embedded backfill does not do yet.';
  throw new IsochronError('FAILED_PRECONDITION', `${file.name} ${why}\n${faults}`);
}

/** The dialect of what does not say its own: the call's, else the repository's; undefined where neither says one. */
export const dialectSaid = async ({ dialect, repository }: Context): Promise<DialectName | undefined> =>
  dialect ?? (await readConfig(repository))?.dialect ?? undefined;

/** Nobody said a dialect: GoogleSQL it is, and a person is told where that matters. */
function assumed({ output }: Context, { name }: CompiledFile, object: ReadObject): DialectName {
  if (!saysDialect(object)) {
    output.say(
      `${name} does not say what its expressions are written in: read as GoogleSQL. If the existing system compiled it, say --dialect spark.`,
    );
  }
  return 'googlesql';
}

type ReadObject =
  | { readonly kind: 'group-by'; readonly thrift: GroupBy }
  | { readonly kind: 'join'; readonly thrift: Join };

function saysDialect({ kind, thrift }: ReadObject): boolean {
  const objects = kind === 'group-by' ? [thrift] : [thrift, ...(thrift.joinParts ?? []).map(({ groupBy }) => groupBy)];
  return objects.every((each) => each?.metaData?.expressionDialect !== undefined);
}

function readCompiled(file: CompiledFile): ReadObject {
  switch (file.kind) {
    case 'group-by':
      return { kind: file.kind, thrift: checked(file, readJson(groupByStruct, file.text)) };
    case 'join':
      return { kind: file.kind, thrift: checked(file, readJson(joinStruct, file.text)) };
    default:
      throw new IsochronError(
        'UNIMPLEMENTED',
        `${file.name} is a ${file.kind.replace('-', ' ')}, which the embedded backfill does not run yet.`,
      );
  }
}

type Reading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly problems: readonly Parameters<typeof problemText>[0][] };

function checked<T>(file: CompiledFile, reading: Reading<T>): T {
  if (reading.kind === 'read') return reading.value;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `${file.path} is not a compiled ${file.kind}: ${reading.problems.map(problemText).join('; ')}`,
  );
}
