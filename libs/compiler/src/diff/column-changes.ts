/** How columns differ, each by its name; in the order of the columns. */
export interface ColumnChanges {
  readonly added: readonly string[];
  /** Same name, other meaning. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Same meaning, other name. */
  readonly renamed: readonly { readonly before: string; readonly after: string }[];
  /** How many stay as they are. */
  readonly unchanged: number;
}

/** Columns by name, each with the hash of what it means. One that is gone and one that is new are the same renamed, where their hashes are equal. */
export function columnChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ColumnChanges {
  const kept = [...after].filter(([name]) => before.has(name));
  const added = new Map([...after].filter(([name]) => !before.has(name)));
  const renamed: { before: string; after: string }[] = [];
  const removed: string[] = [];
  for (const [name, meaning] of before) {
    if (after.has(name)) continue;
    const other = [...added].find(([, each]) => each === meaning)?.[0];
    if (other === undefined) removed.push(name);
    else {
      renamed.push({ before: name, after: other });
      added.delete(other);
    }
  }
  const changed = kept.filter(([name, meaning]) => before.get(name) !== meaning).map(([name]) => name);
  return { added: [...added.keys()], changed, removed, renamed, unchanged: kept.length - changed.length };
}

export const noChanges = ({ added, changed, removed, renamed }: ColumnChanges): boolean =>
  added.length + changed.length + removed.length + renamed.length === 0;
