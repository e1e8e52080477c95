import { groupByStruct, joinStruct, type MetaData, readJson } from '@isochron/thrift';
import type { CompiledObject } from './compile.ts';
import { unversioned } from './names.ts';

/** How an object of the compiled set differs from before. */
export interface Change {
  /** `renamed`: another file before, with every column and its meaning the same. `same` objects are not listed. */
  readonly kind: 'added' | 'changed' | 'removed' | 'renamed';
  readonly file: string;
  /** Of what it was renamed from, or of the version before it. */
  readonly before: string | null;
  readonly columns: ColumnChanges;
}

export interface ColumnChanges {
  readonly added: readonly string[];
  /** Same name, other meaning. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/**
 * What `compile` did to the compiled files: `previous` maps each file that is there, as `compiled/…`, to its text. In the order of
 * files. A file that cannot be read counts as one without columns. `changed` without columns: only metadata differs.
 */
export function diffCompiled(
  previous: ReadonlyMap<string, string>,
  objects: readonly CompiledObject[],
): readonly Change[] {
  const next = new Map(objects.map(({ file, json }) => [file, json]));
  const removed = [...previous.keys()].filter((file) => !next.has(file));
  const changes = [...next].flatMap(([file, json]): Change[] => {
    const before = previous.get(file);
    if (before === json) return [];
    if (before !== undefined) return [{ kind: 'changed', file, before: null, columns: columnChanges(before, json) }];
    const moved = removed.find((each) => isRename(each, previous.get(each) ?? '', file, json));
    if (moved !== undefined) {
      removed.splice(removed.indexOf(moved), 1);
      return [{ kind: 'renamed', file, before: moved, columns: columnChanges(json, json) }];
    }
    const older =
      [...previous.keys()]
        .filter((each) => unversioned(each) === unversioned(file))
        .sort()
        .at(-1) ?? null;
    const text = older === null ? null : (previous.get(older) ?? null);
    return [{ kind: 'added', file, before: older, columns: columnChanges(text, json) }];
  });
  for (const file of removed) {
    changes.push({ kind: 'removed', file, before: null, columns: columnChanges(previous.get(file) ?? null, null) });
  }
  return changes.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function columnChanges(before: string | null, after: string | null): ColumnChanges {
  const old = hashesOf(before);
  const now = hashesOf(after);
  return {
    added: Object.keys(now).filter((name) => !Object.hasOwn(old, name)),
    changed: Object.keys(now).filter((name) => Object.hasOwn(old, name) && old[name] !== now[name]),
    removed: Object.keys(old).filter((name) => !Object.hasOwn(now, name)),
  };
}

/** One kind of object, and columns of equal names and meanings, of which there is at least one; a new version is none. */
function isRename(from: string, before: string, to: string, after: string): boolean {
  const [a, b] = [hashesOf(before), hashesOf(after)];
  const text = (hashes: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(hashes).sort());
  const kindOf = (file: string) => file.split('/')[1];
  return (
    kindOf(from) === kindOf(to) &&
    unversioned(from) !== unversioned(to) &&
    Object.keys(a).length > 0 &&
    text(a) === text(b)
  );
}

function hashesOf(json: string | null): Readonly<Record<string, string>> {
  if (json === null) return {};
  const group = readJson(groupByStruct, json);
  const join = readJson(joinStruct, json);
  const metaData: MetaData | undefined =
    group.kind === 'read' ? group.value.metaData : join.kind === 'read' ? join.value.metaData : undefined;
  return metaData?.columnHashes ?? {};
}
