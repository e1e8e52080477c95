import type { Definition, Place, StagingQueryDefinition } from '@isochron/authoring';
import type { DialectName } from '@isochron/expression';
import type { Field } from '@isochron/schema';
import type { WrittenTexts } from '@isochron/thrift';
import type { Catalog } from './catalog.ts';
import { checkSet, type WrittenObject } from './check-set.ts';
import type { Diagnostic } from './diagnostic.ts';
import { catalogIn, type Environment, writtenTables } from './environment.ts';
import { type Defaults, type Lowered, lower, type Naming } from './lower.ts';
import { createLoweredBefore } from './lowering/lowered-before.ts';
import { columnsOf, createMeaningContext, type MeaningContext } from './meaning/index.ts';
import { compiledName, type NameParts } from './names.ts';
import { type DefinitionObject, fileOf, objectJson, withMetaData } from './objects.ts';
import type { Plan } from './planning/plan.ts';
import { parseType } from './type-text.ts';
import { columnTypes } from './written-types/column-types.ts';

/** A definition, and where it was exported. */
export interface NamedDefinition extends NameParts {
  readonly definition: Definition;
}

export type CompiledObject = DefinitionObject & {
  /** `compiled/group_bys/flights/departures.byOrigin__1`, with slashes on every machine. */
  readonly file: string;
  /** The text of the file. */
  readonly json: string;
};

export interface Compilation {
  /** Every definition, in the order of their files, those with diagnostics too: write none of them while there are errors. */
  readonly objects: readonly CompiledObject[];
  /** By name; definitions with diagnostics have none. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** In the order of places, each once. */
  readonly diagnostics: readonly Diagnostic[];
  /** Name -> where the definition was written. */
  readonly places: ReadonlyMap<string, Place>;
  /** Types of the columns that definitions have, for those that build on them: `compiled/types/flights/training.ts` -> its text. */
  readonly types: ReadonlyMap<string, string>;
}

export interface CompileOptions {
  /** What expressions are written in where a definition does not say it. Not given: GoogleSQL. */
  readonly dialect?: DialectName;
  /** What teams say for all of their definitions, by their names; `default` is laid under all of them. Not given: nothing. */
  readonly teams?: Defaults['teams'];
  /** Whose tables the catalog has, where it is the environment's own. Not given: none's. Nothing of it is in what is compiled. */
  readonly environment?: Environment;
}

/**
 * Compiles a repository's definitions, all at once. A function of its arguments alone: the order of `definitions`, the clock, the time
 * zone and the folder change nothing. Never throws for what an author wrote.
 */
export function compile(
  definitions: readonly NamedDefinition[],
  catalog: Catalog,
  options: CompileOptions = {},
): Compilation {
  const { dialect = 'googlesql', environment = { prefix: '' } } = options;
  const { lowered, objects } = objectsOf(definitions, options);
  const written = lowered.map(({ places, findings, declared }, at): WrittenObject => {
    const object = objects[at];
    if (object === undefined) throw new Error('Every lowered definition is an object.');
    return { object, places, findings, ...(declared !== null && { columns: declared }) };
  });
  const seen = catalogIn(catalog, environment, writtenTables(objects));
  const { plans: plansByFile, diagnostics } = checkSet(written, seen, { dialect });
  const plans = new Map(
    objects.flatMap(({ file, name }) => {
      const plan = plansByFile.get(file);
      return plan === undefined ? [] : [[name, plan] as const];
    }),
  );
  return {
    objects,
    plans,
    diagnostics,
    types: columnTypes(
      definitions.map((each) => ({
        ...each,
        plan: plans.get(nameOf(each)) ?? null,
        isOnline: 'online' in each.definition && each.definition.online === true,
      })),
    ),
    places: new Map(
      lowered.flatMap(({ name, places }) => {
        const place = places.get('');
        return place === undefined ? [] : [[name, place] as const];
      }),
    ),
  };
}

/**
 * The objects of definitions as they are written into files, checked by nothing: what the files of a repository are to be is known without the tables of a
 * warehouse.
 */
export const compiledObjects = (
  definitions: readonly NamedDefinition[],
  options: Pick<CompileOptions, 'dialect' | 'teams'> = {},
): readonly CompiledObject[] => objectsOf(definitions, options).objects;

function objectsOf(definitions: readonly NamedDefinition[], options: CompileOptions) {
  const lowered = lowerAll(definitions, options);
  const context = createMeaningContext(options.dialect ?? 'googlesql');
  const texts: WrittenTexts = new WeakMap();
  return { lowered, objects: lowered.map((each) => toObject(each, context, texts)) };
}

/** `declared`: the columns of a table whose author says them. */
export type LoweredDefinition = Lowered & { readonly declared: readonly Field[] | null };

/** Definitions as Thrift with their places, in the order of their names. */
export function lowerAll(
  definitions: readonly NamedDefinition[],
  { dialect = 'googlesql', teams = {} }: CompileOptions,
): readonly LoweredDefinition[] {
  const names = new Map<Definition, { name: string; sourceFile: string }>();
  // An object that is exported under two names is called by the first of them, wherever it is joined.
  for (const each of [...definitions].sort((a, b) => order(nameOf(b), nameOf(a)))) {
    names.set(each.definition, { name: nameOf(each), sourceFile: `features/${each.team}/${each.file}.ts` });
  }
  const naming: Naming = (definition) => names.get(definition) ?? null;
  const before = createLoweredBefore();
  const distinct = [...names.keys()].map((definition) => ({
    ...lower(definition, naming, { dialect, teams }, before),
    declared: definition.kind === 'staging-query' ? declaredColumns(definition) : null,
  }));
  return distinct.sort((a, b) => order(a.name, b.name));
}

/** A type that cannot be read has been found where the query was lowered. */
function declaredColumns({ columns }: StagingQueryDefinition): readonly Field[] | null {
  if (columns === null) return null;
  return Object.entries(columns).flatMap(([name, text]) => {
    const type = parseType(text, name);
    return 'fault' in type ? [] : [{ name, type }];
  });
}

function toObject({ kind, name, thrift }: Lowered, context: MeaningContext, texts: WrittenTexts): CompiledObject {
  // Every lowered kind is a kind of object with the Thrift of that kind, which the spread of a union forgets.
  const plain = { kind, name, thrift } as DefinitionObject;
  const columns = columnsOf(plain, context);
  const object = withMetaData(plain, { columnHashes: Object.fromEntries(columns) });
  return { ...object, columns, file: fileOf(object), json: objectJson(object, texts) };
}

const nameOf = (each: NamedDefinition): string => compiledName(each, each.definition.version);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
