import type { DialectName } from '@isochron/expression';
import { type LineageGraph, lineageGraph, lineageOf } from '../lineage/index.ts';
import { columnsOf, createMeaningContext, wholeMeaning } from '../meaning/index.ts';
import { compareVersions, unversioned } from '../names.ts';
import { type DefinitionObject, fileOf, metaDataOf, type ObjectKind, type ObjectSet, objectJson } from '../objects.ts';
import { type ColumnChanges, columnChanges, noChanges } from './column-changes.ts';
import { type Moves, movesOf } from './moves.ts';

/** How one set of compiled objects differs from another. Data, the same on every machine. */
export interface SetDifference {
  /** In the order of files. */
  readonly changes: readonly Change[];
  /** Files of the objects that are the same to the byte. */
  readonly unchanged: readonly string[];
}

export interface Change {
  /** `moved`: under another name before, with every column meaning the same. */
  readonly kind: 'added' | 'changed' | 'removed' | 'moved';
  readonly object: ObjectKind;
  readonly name: string;
  readonly file: string;
  /** The name it was moved from; of what is added, the newest version there was before; else null. */
  readonly before: string | null;
  /** Of what is added, against that version. */
  readonly columns: ColumnChanges;
  /** The keys by which it is asked, where they or their order are others than before. */
  readonly keys: { readonly before: readonly string[]; readonly after: readonly string[] } | null;
  /** False where only what is known of it differs: who owns it, when it runs, what it is tagged with. */
  readonly isMeaning: boolean;
  /** Whether it is served; of what is changed or removed, whether it was. */
  readonly isOnline: boolean;
  /** Names of online objects that are there before and after, and answer otherwise, or not at all, because of this. Itself among them. */
  readonly breaks: readonly string[];
}

/**
 * What is added, changed, removed and moved between two sets, each with its columns: told apart by what columns mean, never by the hashes that files
 * carry, so that files of any compiler and any age can be compared. `unsaid`: the dialect of objects that do not say theirs.
 */
export function diff(before: ObjectSet, after: ObjectSet, unsaid: DialectName = 'googlesql'): SetDifference {
  const old = new Map(before.map((each) => [fileOf(each), each]));
  const now = new Map(after.map((each) => [fileOf(each), each]));
  const describe = describer(unsaid);
  const gone = [...old].filter(([file]) => !now.has(file)).map(([, each]) => each);
  const come = [...now].filter(([file]) => !old.has(file)).map(([, each]) => each);
  const moves = movesOf(gone, come, describe);
  const changes: Change[] = [];
  const unchanged: string[] = [];
  for (const [file, object] of now) {
    const same = old.get(file);
    if (same === undefined) changes.push(arrived(object, before, moves, describe));
    else if (same === object || objectJson(same) === objectJson(object)) unchanged.push(file);
    else changes.push(changed(same, object, describe));
  }
  for (const object of gone) if (!moves.from.has(fileOf(object))) changes.push(removed(object, describe));
  const inPlace = new Set(changes.filter(isInPlace).map(({ file }) => file));
  const online = new Set(before.filter((each) => metaDataOf(each).online === true).map(fileOf));
  // Most compilations change nothing, and need no lineage.
  const graph = changes.some(canBreak) ? lineageGraph(lineageOf(before, unsaid)) : null;
  return {
    changes: changes
      .sort(byFile)
      .map((change) =>
        graph === null ? change : { ...change, breaks: brokenBy(change, { graph, inPlace, online, now }) },
      ),
    unchanged: unchanged.sort(),
  };
}

/** What counts of an object: its columns and the keys by which it is asked. */
export interface Described {
  readonly columns: ReadonlyMap<string, string>;
  readonly keys: readonly string[];
  /** Of an object whose columns are not known. */
  readonly whole: string | null;
}

export type Describe = (object: DefinitionObject) => Described;

/** Objects are described once each, when they are asked for: most are the same. */
function describer(unsaid: DialectName): Describe {
  const known = new Map<DefinitionObject, Described>();
  const context = createMeaningContext(unsaid);
  return (object) => {
    const found = known.get(object);
    if (found !== undefined) return found;
    const keys = object.kind === 'group-by' ? (object.thrift.keyColumns ?? []) : [];
    const described = {
      columns: object.columns ?? columnsOf(object, context),
      keys,
      whole: wholeMeaning(object, context),
    };
    known.set(object, described);
    return described;
  };
}

const about = (object: DefinitionObject): Pick<Change, 'object' | 'name' | 'file' | 'isOnline' | 'breaks'> => ({
  object: object.kind,
  name: object.name,
  file: fileOf(object),
  isOnline: metaDataOf(object).online === true,
  breaks: [],
});

function arrived(object: DefinitionObject, before: ObjectSet, moves: Moves, describe: Describe): Change {
  const from = moves.to.get(fileOf(object));
  const to = describe(object);
  if (from !== undefined) {
    const columns = columnChanges(describe(from).columns, to.columns);
    const isOnline = metaDataOf(from).online === true;
    return { ...about(object), kind: 'moved', before: from.name, columns, keys: null, isMeaning: false, isOnline };
  }
  const older = newestVersion(object, before);
  const columns = columnChanges(older === null ? new Map() : describe(older).columns, to.columns);
  return { ...about(object), kind: 'added', before: older?.name ?? null, columns, keys: null, isMeaning: true };
}

function changed(from: DefinitionObject, to: DefinitionObject, describe: Describe): Change {
  const [old, now] = [describe(from), describe(to)];
  const columns = columnChanges(old.columns, now.columns);
  const keys = old.keys.join() === now.keys.join() ? null : { before: old.keys, after: now.keys };
  const isMeaning = !noChanges(columns) || keys !== null || old.whole !== now.whole;
  return { ...about(from), kind: 'changed', before: null, columns, keys, isMeaning };
}

const removed = (object: DefinitionObject, describe: Describe): Change => ({
  ...about(object),
  kind: 'removed',
  before: null,
  columns: columnChanges(describe(object).columns, new Map()),
  keys: null,
  isMeaning: true,
});

/** The version of an object that was the newest before. */
function newestVersion(object: DefinitionObject, before: ObjectSet): DefinitionObject | null {
  const versions = before.filter(
    (each) =>
      each.kind === object.kind && each.name !== object.name && unversioned(each.name) === unversioned(object.name),
  );
  return versions.sort((a, b) => compareVersions(b.name, a.name))[0] ?? null;
}

const isInPlace = ({ kind, isMeaning }: Change): boolean => kind === 'changed' && isMeaning;

const canBreak = ({ kind, isMeaning }: Change): boolean => kind !== 'added' && isMeaning;

interface Known {
  readonly graph: LineageGraph;
  /** Files of what changes in place, of what was online, and of everything that is there now. */
  readonly inPlace: ReadonlySet<string>;
  readonly online: ReadonlySet<string>;
  readonly now: ReadonlyMap<string, DefinitionObject>;
}

/** Online objects that read what is changed. Where a copy of it stands inside of one, that one breaks if its own columns are others; where its table is read, always. */
function brokenBy(change: Change, { graph, inPlace, online, now }: Known): readonly string[] {
  if (!canBreak(change)) return [];
  const { changed: other, removed: lost, renamed } = change.columns;
  const columns = [...other, ...lost, ...renamed.map((each) => each.before)];
  const starts = columns.length > 0 ? columns : noChanges(change.columns) ? [null] : [];
  const reached = starts.flatMap((column) =>
    graph.downstream(
      { kind: change.object, name: change.name, column },
      (read, reader) => read.kind === 'table' || inPlace.has(reader.file),
    ),
  );
  const broken = reached.flatMap(({ kind, name }) => {
    if (kind === 'table') return [];
    const file = fileOf({ kind, name });
    return online.has(file) && now.has(file) ? [name] : [];
  });
  return [...new Set([...(change.isOnline ? [change.name] : []), ...broken])].sort();
}

const byFile = (a: Change, b: Change): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
