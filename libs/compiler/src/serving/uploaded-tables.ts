import { type DialectName, quotedName } from '@isochron/expression';
import { type Field, longType } from '@isochron/schema';
import { Accuracy, type EntitySource, type EventSource, type GroupBy, type Query } from '@isochron/thrift';
import { checkGroupBy } from '../checking/check-group-by.ts';
import { noCheckedSources } from '../checking/checked-sources.ts';
import { noSoundGroupBys } from '../checking/sound-group-bys.ts';
import type { KnownTables } from '../known-tables.ts';

/** What an upload says of the rows that a GroupBy's features were made of, after its selects. */
export interface UploadedColumns {
  readonly keys: readonly Field[];
  readonly inputs: readonly Field[];
}

/** The columns that rows have by themselves. */
const TIME = 'ts';

/**
 * What was uploaded, as tables: a GroupBy that reads them selects what is there already. What remains of its definition is what serving needs: keys,
 * aggregations, derivations, names.
 */
export class UploadedTables {
  readonly #tables = new Map<string, readonly Field[]>();
  readonly #dialect: DialectName;
  readonly #outer: KnownTables | null;

  /** `outer`: other tables that are there as well. */
  constructor(dialect: DialectName = 'googlesql', outer: UploadedTables | null = null) {
    this.#dialect = dialect;
    this.#outer = outer?.known ?? null;
  }

  /** Whatever is read is there, so that nobody asks for names to find one that was meant. */
  readonly known: KnownTables = {
    columnsOf: (table) => this.#tables.get(table) ?? this.#outer?.columnsOf(table) ?? null,
    names: [],
    makerOf: () => null,
  };

  /** A source of events that have these columns and a time. */
  events(name: string, fields: readonly Field[]): { readonly events: EventSource } {
    return { events: { table: this.#table(name, fields), query: { ...selecting(fields), timeColumn: TIME } } };
  }

  /** The same GroupBy over what was uploaded of it. */
  reading(groupBy: GroupBy, { keys, inputs }: UploadedColumns): GroupBy {
    const name = groupBy.metaData?.name ?? '';
    const fields = [...keys, ...inputs.filter((input) => !keys.some((key) => key.name === input.name))];
    const isRows = groupBy.aggregations === undefined;
    const source = isRows ? this.#entities(name, fields) : this.events(name, fields);
    return { ...groupBy, sources: [source], accuracy: this.#accuracyOf(groupBy) };
  }

  #entities(name: string, fields: readonly Field[]): { readonly entities: EntitySource } {
    return { entities: { snapshotTable: this.#table(name, fields), query: selecting(fields) } };
  }

  #table(name: string, fields: readonly Field[]): string {
    const table = `uploaded.${name}`;
    this.#tables.set(table, [...fields.filter((field) => field.name !== TIME), { name: TIME, type: longType }]);
    return table;
  }

  /** Where it is not said it comes from the sources, which are no more. */
  #accuracyOf(groupBy: GroupBy): Accuracy {
    if (groupBy.accuracy !== undefined) return groupBy.accuracy;
    const { accuracy } = checkGroupBy(groupBy, {
      tables: null,
      unsaid: this.#dialect,
      sound: noSoundGroupBys,
      sources: noCheckedSources,
    });
    return Accuracy[accuracy];
  }
}

const selecting = (fields: readonly Field[]): Query => ({
  selects: Object.fromEntries(fields.filter(({ name }) => name !== TIME).map(({ name }) => [name, quotedName(name)])),
});
