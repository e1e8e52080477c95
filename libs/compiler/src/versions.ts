import { unversioned } from './names.ts';
import { type DefinitionObject, fileOf, type ObjectSet } from './objects.ts';

/** A function that finds all versions of an object in a set, itself among them; of two with one file, the first. */
export function versionsIn(objects: ObjectSet): (object: DefinitionObject) => ObjectSet {
  const versions = new Map<string, DefinitionObject[]>();
  const files = new Set<string>();
  for (const object of objects) {
    if (files.has(fileOf(object))) continue;
    files.add(fileOf(object));
    const known = versions.get(keyOf(object));
    if (known === undefined) versions.set(keyOf(object), [object]);
    else known.push(object);
  }
  return (object) => versions.get(keyOf(object)) ?? [];
}

const keyOf = ({ kind, name }: DefinitionObject): string => `${kind} ${unversioned(name)}`;
