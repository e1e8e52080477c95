import { unversioned } from '../names.ts';
import { type DefinitionObject, fileOf } from '../objects.ts';
import type { Describe } from './diff.ts';

/** What was moved: new file -> the object before, and the files before. */
export interface Moves {
  readonly to: ReadonlyMap<string, DefinitionObject>;
  readonly from: ReadonlySet<string>;
}

/**
 * Of what is gone and what is new, which is the same under another name: one kind, and columns that mean the same, whatever they are called. Of
 * several that would do, the one whose name is the likest. Another version of an object is not the object moved.
 */
export function movesOf(
  gone: readonly DefinitionObject[],
  come: readonly DefinitionObject[],
  describe: Describe,
): Moves {
  const waiting = new Map<string, DefinitionObject[]>();
  for (const object of gone) {
    const meaning = meaningOf(object, describe);
    if (meaning !== null) waiting.set(meaning, [...(waiting.get(meaning) ?? []), object]);
  }
  const to = new Map<string, DefinitionObject>();
  const from = new Set<string>();
  for (const object of come) {
    const meaning = meaningOf(object, describe);
    const [best] = (meaning === null ? [] : (waiting.get(meaning) ?? []))
      .filter((each) => !from.has(fileOf(each)) && unversioned(each.name) !== unversioned(object.name))
      .sort((a, b) => likeness(b.name, object.name) - likeness(a.name, object.name));
    if (best === undefined) continue;
    to.set(fileOf(object), best);
    from.add(fileOf(best));
  }
  return { to, from };
}

/** One text for what an object means without its names; null for one without columns. */
function meaningOf(object: DefinitionObject, describe: Describe): string | null {
  const { columns, whole } = describe(object);
  if (columns.size === 0 && whole === null) return null;
  return JSON.stringify([object.kind, whole, [...columns.values()].sort()]);
}

/** How many parts of two names are the same: team, files, export. */
function likeness(a: string, b: string): number {
  const parts = new Set(unversioned(a).split(/[/.]/));
  return unversioned(b)
    .split(/[/.]/)
    .filter((part) => parts.has(part)).length;
}
