import type { DialectName } from '@isochron/expression';
import type { Field } from '@isochron/schema';
import { outputTable } from '@isochron/thrift';
import type { Catalog } from './catalog.ts';
import { type Planned, planAmong } from './check.ts';
import { createCheckedSources } from './checking/checked-sources.ts';
import { createSoundGroupBys } from './checking/sound-group-bys.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Finding } from './finding.ts';
import type { KnownTables } from './known-tables.ts';
import { createMeaningContext } from './meaning/index.ts';
import { type DefinitionObject, fileOf, metaDataOf } from './objects.ts';
import type { Places } from './places.ts';
import type { Plan } from './planning/plan.ts';
import { withReuse } from './planning/reuse.ts';
import { tableColumns } from './planning/table-columns.ts';
import { versionsIn } from './versions.ts';

/** An object, and what is known of how it was written. */
export interface WrittenObject {
  readonly object: DefinitionObject;
  readonly places?: Places;
  readonly findings?: readonly Finding[];
  /** The columns of its table, where its author says them and its plan does not. */
  readonly columns?: readonly Field[];
}

export interface SetOptions {
  /** The dialect of objects that do not say theirs. Not given: GoogleSQL. */
  readonly dialect?: DialectName;
}

export interface CheckedSet {
  /** By file; objects with errors have none. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** In the order of places, each once. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks and plans everything that is compiled or published together: each object, among the tables of the warehouse and those that the others fill, and
 * whether they get along. `catalog` as in {@link planOf}. A function of its arguments, whatever their order.
 */
export function checkSet(
  written: readonly WrittenObject[],
  catalog: Catalog | null,
  { dialect = 'googlesql' }: SetOptions = {},
): CheckedSet {
  const planned = new Map<string, Planned>();
  const shared = { sound: createSoundGroupBys(), sources: createCheckedSources(), plans: new Map() };
  const makers = makersIn(written);
  const tables: KnownTables | null =
    catalog === null
      ? null
      : {
          columnsOf: (table) => {
            const maker = makers.get(table);
            return (maker === undefined ? null : columnsMadeBy(maker)) ?? catalog.tables.get(table) ?? null;
          },
          names: [...catalog.tables.keys()],
          makerOf: (table) => makers.get(table)?.object ?? null,
        };
  const columnsMadeBy = (maker: WrittenObject): readonly Field[] | null =>
    maker.columns ?? tableColumns(plan(maker).plan);
  // Whoever fills a table is planned before those who read it; of those who would wait for each other, the table is not known.
  const plan = (each: WrittenObject): Planned => {
    const file = fileOf(each.object);
    const known = planned.get(file);
    if (known !== undefined) return known;
    planned.set(file, { plan: null, diagnostics: [] });
    const { places, findings } = each;
    const options = { dialect, ...(places !== undefined && { places }), ...(findings !== undefined && { findings }) };
    const made = planAmong(each.object, tables, options, shared);
    planned.set(file, made);
    return made;
  };
  // In one order, so that those who wait for each other are told the same whatever order they came in.
  for (const each of [...written].sort(byName)) plan(each);
  const versionsOf = versionsIn(written.map(({ object }) => object));
  const context = createMeaningContext(dialect);
  const plans = [...written].sort(byName).flatMap(({ object }) => {
    const made = planned.get(fileOf(object))?.plan ?? null;
    return made === null ? [] : [[fileOf(object), withReuse(made, object, versionsOf(object), context)] as const];
  });
  const diagnostics = [...planned.values()].flatMap(({ diagnostics: found }) => found);
  return { plans: new Map(plans), diagnostics: inOrder([...diagnostics, ...collisions(written)]) };
}

/** Who fills which table; where two fill one, the first. */
function makersIn(written: readonly WrittenObject[]): ReadonlyMap<string, WrittenObject> {
  const makers = new Map<string, WrittenObject>();
  for (const each of [...written].sort(byName)) {
    const table = tableOf(each.object);
    if (table !== null && !makers.has(table)) makers.set(table, each);
  }
  return makers;
}

const tableOf = (object: DefinitionObject): string | null =>
  object.kind === 'model' ? null : outputTable(metaDataOf(object));

/** Two objects of one name, and two that would fill one table: names may differ and yet name one. */
function collisions(written: readonly WrittenObject[]): readonly Diagnostic[] {
  const files = new Map<string, DefinitionObject>();
  const owners = new Map<string, DefinitionObject>();
  return [...written].sort(byName).flatMap((each): readonly Diagnostic[] => {
    const { object, places } = each;
    const about = {
      severity: 'error',
      object: object.name,
      place: places?.get('') ?? null,
      path: '',
      sql: null,
    } as const;
    if (files.has(fileOf(object))) {
      const message = `There are two definitions called ${object.name}.`;
      return [{ ...about, code: 'duplicate-name', message, hint: 'Rename one of them, or take one away.' }];
    }
    files.set(fileOf(object), object);
    const table = tableOf(object);
    const owner = table === null ? undefined : owners.get(table.toLowerCase());
    if (table === null) return [];
    if (owner === undefined) {
      owners.set(table.toLowerCase(), object);
      return [];
    }
    const message = `${owner.name} and ${object.name} would have one table, ${table}.`;
    return [{ ...about, code: 'colliding-names', message, hint: 'Rename one of them.' }];
  });
}

/** A GroupBy that two joins hold is at fault once. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const distinct = new Map(
    diagnostics.map((each) => [JSON.stringify([each.code, each.place ?? each.object, each.sql, each.message]), each]),
  );
  return [...distinct.values()].sort(
    (a, b) =>
      order(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      order(a.code, b.code) ||
      order(a.sql?.text ?? '', b.sql?.text ?? '') ||
      (a.sql?.offset ?? 0) - (b.sql?.offset ?? 0) ||
      order(a.message, b.message) ||
      order(a.object, b.object),
  );
}

const byName = (a: WrittenObject, b: WrittenObject): number => order(fileOf(a.object), fileOf(b.object));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
