import type { Definition, Place } from '@isochron/authoring';
import type { DialectName } from '@isochron/expression';
import { outputTable } from '@isochron/thrift';
import type { Catalog } from './catalog.ts';
import { diagnosticsOf, type Planned, planOfGroupBy, planOfJoin } from './check.ts';
import type { Diagnostic } from './diagnostic.ts';
import { catalogIn, type Environment, writtenTables } from './environment.ts';
import { type Defaults, type Lowered, lower, type Naming } from './lower.ts';
import { columnsOf } from './meaning/index.ts';
import { compiledName, type NameParts } from './names.ts';
import { type DefinitionObject, fileOf, objectJson, withMetaData } from './objects.ts';
import type { Plan } from './plan.ts';

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
  const lowered = lowerAll(definitions, options);
  const seen = catalogIn(catalog, options.environment ?? { prefix: '' }, writtenTables(lowered.map(asObject)));
  const plans = new Map<string, Plan>();
  const diagnostics: Diagnostic[] = [];
  for (const each of lowered) {
    const { plan, diagnostics: found } = planOf(each, seen);
    if (plan !== null) plans.set(each.name, plan);
    diagnostics.push(...found);
  }
  diagnostics.push(...collidingTables(lowered));
  return {
    objects: lowered.map((each) => toObject(each, options.dialect ?? 'googlesql')),
    plans,
    diagnostics: inOrder(diagnostics),
    places: new Map(
      lowered.flatMap(({ name, places }) => {
        const place = places.get('');
        return place === undefined ? [] : [[name, place] as const];
      }),
    ),
  };
}

/** Definitions as Thrift with their places, in the order of their names. */
export function lowerAll(
  definitions: readonly NamedDefinition[],
  { dialect = 'googlesql', teams = {} }: CompileOptions,
): readonly Lowered[] {
  const names = new Map<Definition, { name: string; sourceFile: string }>();
  // An object that is exported under two names is called by the first of them, wherever it is joined.
  for (const each of [...definitions].sort((a, b) => order(nameOf(b), nameOf(a)))) {
    names.set(each.definition, { name: nameOf(each), sourceFile: `features/${each.team}/${each.file}.ts` });
  }
  const naming: Naming = (definition) => names.get(definition) ?? null;
  const defaults = { dialect, teams };
  const distinct = [...names.keys()].map((definition) => lower(definition, naming, defaults));
  return distinct.sort((a, b) => order(a.name, b.name));
}

function planOf(lowered: Lowered, catalog: Catalog): Planned {
  switch (lowered.kind) {
    case 'group-by':
      return planOfGroupBy(lowered.thrift, catalog, lowered);
    case 'join':
      return planOfJoin(lowered.thrift, catalog, lowered);
    case 'staging-query':
    case 'model':
    case 'model-transforms':
      return { plan: null, diagnostics: diagnosticsOf(lowered) };
  }
}

/** Every lowered kind is a kind of object with the Thrift of that kind, which the spread of a union forgets. */
const asObject = ({ kind, name, thrift }: Lowered): DefinitionObject => ({ kind, name, thrift }) as DefinitionObject;

function toObject(lowered: Lowered, unsaid: DialectName): CompiledObject {
  const plain = asObject(lowered);
  const object = withMetaData(plain, { columnHashes: Object.fromEntries(columnsOf(plain, unsaid)) });
  return { ...object, file: fileOf(object), json: objectJson(object) };
}

/** Two names may differ and yet name one table, and two definitions may say the same one. */
function collidingTables(lowered: readonly Lowered[]): readonly Diagnostic[] {
  const owners = new Map<string, Lowered>();
  return lowered.flatMap((each) => {
    // A model writes no table.
    if (each.kind === 'model') return [];
    const table = outputTable(each.thrift.metaData ?? {});
    const owner = owners.get(table.toLowerCase());
    if (owner === undefined) {
      owners.set(table.toLowerCase(), each);
      return [];
    }
    const message = `${owner.name} and ${each.name} would have one table, ${table}.`;
    const shown = { object: each.name, place: each.places.get('') ?? null, sql: null, message };
    return [{ code: 'colliding-names', severity: 'error', ...shown, hint: 'Rename one of them.' } as const];
  });
}

/** A GroupBy that two joins hold is at fault once. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const distinct = new Map(
    diagnostics.map((each) => [JSON.stringify([each.code, each.place, each.sql, each.message]), each]),
  );
  return [...distinct.values()].sort(
    (a, b) =>
      order(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      order(a.code, b.code) ||
      order(a.sql?.text ?? '', b.sql?.text ?? '') ||
      (a.sql?.offset ?? 0) - (b.sql?.offset ?? 0) ||
      order(a.message, b.message),
  );
}

const nameOf = (each: NamedDefinition): string => compiledName(each, each.definition.version);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
