import { createHash } from 'node:crypto';

/** One object of a set: which, and what it is, by the hash of its text. */
export interface SetEntry {
  /** The path of its compiled file, `compiled/joins/flights/training.lateness__1`: its name in the set. */
  readonly file: string;
  /** {@link objectHash} of its text. */
  readonly hash: string;
}

/** What an object can be found by. Its publisher says it; the store does not read Thrift. */
export interface ObjectSummary {
  /** `join`. */
  readonly kind: string;
  /** `flights/training.lateness__1`. */
  readonly name: string;
  readonly team: string;
  readonly isOnline: boolean;
  /** `owner=ads`, or only the key where the tag has no value. */
  readonly tags: readonly string[];
  /** What it gives, in its order. */
  readonly columns: readonly string[];
  readonly description: string | null;
}

/** A version of a set: one line of its history. The head is the newest. */
export interface SetVersion {
  /** 1, 2, 3, … */
  readonly version: number;
  /** {@link setHash} of the set it is. */
  readonly hash: string;
  /** Of the version before; null for the first. */
  readonly previousHash: string | null;
  readonly kind: 'publish' | 'rollback';
  /** The version whose set this is again; null unless it is a rollback. */
  readonly rolledBackTo: number | null;
  readonly who: string;
  /** Milliseconds, by the clock of who moved the head. */
  readonly atMs: number;
  readonly message: string;
  /** Of the call that made it; no two have one. */
  readonly id: string;
  readonly objects: number;
  /** Against the version before. */
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** SHA-256 of the text in UTF-8, as 64 hex digits. */
export const objectHash = (json: string): string => createHash('sha256').update(json, 'utf8').digest('hex');

/**
 * SHA-256, as 64 hex digits, of a line `{hash} {file}\n` for each object, by file in UTF-16 code units: what anybody can compute who has the compiled
 * files, to say which set a change was made from. Of no objects it is the hash of nothing.
 */
export function setHash(entries: readonly SetEntry[]): string {
  const hash = createHash('sha256');
  for (const { file, hash: object } of sortedEntries(entries)) hash.update(`${object} ${file}\n`, 'utf8');
  return hash.digest('hex');
}

export function sortedEntries(entries: readonly SetEntry[]): readonly SetEntry[] {
  return [...entries].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

export interface SetChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Files that differ between two sets. */
export function setChanges(before: readonly SetEntry[], after: readonly SetEntry[]): SetChanges {
  const old = new Map(before.map(({ file, hash }) => [file, hash]));
  const now = new Set(after.map(({ file }) => file));
  return {
    added: after.filter(({ file }) => !old.has(file)).map(({ file }) => file),
    changed: after.filter(({ file, hash }) => old.has(file) && old.get(file) !== hash).map(({ file }) => file),
    removed: before.filter(({ file }) => !now.has(file)).map(({ file }) => file),
  };
}
