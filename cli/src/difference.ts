import {
  type Change,
  type CompiledObject,
  changeText,
  type ObjectSet,
  objectOfFile,
  readObject,
  type SetDifference,
} from '@isochron/compiler';
import { plural } from './output.ts';

/**
 * The objects of compiled files, and the files that hold none. A file that is as it was just compiled is not read again: its object is the one of
 * `compiled`.
 */
export function readObjects(
  files: ReadonlyMap<string, string>,
  compiled: readonly CompiledObject[] = [],
): { readonly objects: ObjectSet; readonly unreadable: readonly string[] } {
  const current = new Map(compiled.map((object) => [object.file, object]));
  const readings = [...files].map(([file, text]) => {
    const same = current.get(file);
    if (same?.json === text) return { file, object: same };
    const named = objectOfFile(file);
    const reading = named === null ? null : readObject(named.kind, text, named.name);
    return { file, object: reading?.kind === 'read' ? reading.value : null };
  });
  return {
    objects: readings.flatMap(({ object }) => object ?? []),
    unreadable: readings.filter(({ object }) => object === null).map(({ file }) => file),
  };
}

/**
 * What a compilation changes, for people:
 *
 * ```
 * 7 definitions: 1 changed, 6 unchanged
 *   changed  compiled/group_bys/flights/delays.byOrigin__1: adds delay_sum_3d; removes delay_sum_1d
 * ```
 */
export function differenceText({ changes, unchanged }: SetDifference): string {
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  const definitions = plural(changes.length - count('removed') + unchanged.length, 'definition');
  if (changes.length === 0) return `${definitions}, nothing changed`;
  const counts = (['added', 'changed', 'moved', 'removed'] as const).flatMap((kind) =>
    count(kind) === 0 ? [] : [`${count(kind)} ${kind}`],
  );
  if (unchanged.length > 0) counts.push(`${unchanged.length} unchanged`);
  return [`${definitions}: ${counts.join(', ')}`, ...changes.map(lineOf)].join('\n');
}

function lineOf(change: Change): string {
  const { kind, file, before, columns, isMeaning } = change;
  const start = `  ${kind.padEnd(7)}  ${file}`;
  switch (kind) {
    case 'added':
      return before === null
        ? `${start}  ${plural(columns.added.length, 'column')}`
        : `${start} (after ${before}): ${changeText(change)}`;
    case 'changed':
      return isMeaning ? `${start}: ${changeText(change)}` : `${start}: no column, only what is known of it`;
    case 'moved':
      return `${start} (was ${before})${columns.renamed.length === 0 ? '' : `: ${changeText(change)}`}`;
    case 'removed':
      return start;
  }
}
