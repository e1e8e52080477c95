import type { Lineage, ObjectLineage } from './lineage.ts';
import type { Reference } from './origin.ts';

/** A thing, or one column of it, that lies on the way. */
export interface Reached extends Reference {
  /** null: the whole, because its columns are not known or not asked for. */
  readonly column: string | null;
}

/** A lineage to walk in: both ways breadth first, the nearest first, each thing once, without the beginning. */
export interface LineageGraph {
  /** One step of {@link upstream}: what a thing is made of itself. */
  readonly madeOf: (at: Reached) => readonly Reached[];
  /** One step of {@link downstream}: the table that a thing fills, and those who read it. */
  readonly madeInto: (at: Reached) => readonly Reached[];
  /** Everything that a thing is made of, down to tables that nothing in the set fills. With a column, only what that column is made of. */
  readonly upstream: (from: Reached) => readonly Reached[];
  /**
   * Everything that is made of a thing. With a column, only the columns, and the things without known columns, that it goes into. `enters`: whether to
   * go on from what is read to a reader; always, unless given.
   */
  readonly downstream: (from: Reached, enters?: Enters) => readonly Reached[];
}

export function lineageGraph(lineage: Lineage): LineageGraph {
  const objects = new Map(lineage.objects.map((each) => [keyOf(each), each]));
  const makers = new Map(lineage.objects.flatMap((each) => (each.table === null ? [] : [[each.table, each] as const])));
  const readers = readersIn(lineage);
  const above = (at: Reached): readonly Reached[] => {
    const object = at.kind === 'table' ? makers.get(at.name) : objects.get(keyOf(at));
    if (object === undefined) return [];
    if (at.kind === 'table') return [{ kind: object.kind, name: object.name, column: at.column }];
    return madeOf(object, at.column);
  };
  const below = (at: Reached, enters: Enters): readonly Reached[] => {
    const table = objects.get(keyOf(at))?.table ?? null;
    const filled: readonly Reached[] = table === null ? [] : [{ kind: 'table', name: table, column: at.column }];
    const entered = (readers.get(keyOf(at)) ?? []).filter((reader) => enters(at, reader));
    return [...filled, ...entered.flatMap((reader) => madeIn(reader, at))];
  };
  const always: Enters = () => true;
  return {
    madeOf: above,
    madeInto: (at) => below(at, always),
    upstream: (from) => walk(from, above),
    downstream: (from, enters = always) => walk(from, (at) => below(at, enters)),
  };
}

type Enters = (read: Reached, reader: ObjectLineage) => boolean;

function madeOf(object: ObjectLineage, name: string | null): readonly Reached[] {
  const column = name === null ? undefined : object.columns.find((each) => isColumn(each.name, name));
  if (column !== undefined) return column.from.map(({ of, column: read }) => ({ ...of, column: read }));
  return object.reads.map((read) => ({ kind: read.kind, name: read.name, column: null }));
}

/** The columns of a reader that are made of what is read. */
function madeIn(reader: ObjectLineage, { kind, name, column }: Reached): readonly Reached[] {
  const whole: Reached = { kind: reader.kind, name: reader.name, column: null };
  if (column === null || reader.columns.length === 0) return [whole];
  return reader.columns
    .filter(({ from }) =>
      from.some(
        (each) =>
          each.of.kind === kind && each.of.name === name && (each.column === null || isColumn(each.column, column)),
      ),
    )
    .map((made) => ({ ...whole, column: made.name }));
}

function readersIn({ objects }: Lineage): ReadonlyMap<string, readonly ObjectLineage[]> {
  const readers = new Map<string, ObjectLineage[]>();
  for (const object of objects) {
    for (const read of object.reads) {
      const known = readers.get(keyOf(read));
      if (known === undefined) readers.set(keyOf(read), [object]);
      else known.push(object);
    }
  }
  return readers;
}

function walk(from: Reached, next: (at: Reached) => readonly Reached[]): readonly Reached[] {
  const seen = new Set([keyOfReached(from)]);
  const open = [from];
  for (const at of open) {
    for (const each of next(at)) {
      if (seen.has(keyOfReached(each))) continue;
      seen.add(keyOfReached(each));
      open.push(each);
    }
  }
  return open.slice(1);
}

const keyOf = ({ kind, name }: Reference): string => `${kind} ${name}`;

const keyOfReached = ({ kind, name, column }: Reached): string => JSON.stringify([kind, name, column]);

/** `*` is every column. Engines do not tell names apart by case. */
const isColumn = (made: string, asked: string): boolean =>
  made === '*' || made === asked || made.toLowerCase() === asked.toLowerCase();
