import {
  type Change,
  type CompiledObject,
  changeText,
  noChanges,
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
 *            breaks the online flights/training.lateness__1
 * ```
 *
 * `detailsOf`: what else is to be said of a definition, by its name. Of more changes than a person reads, nothing else is said.
 */
export function differenceText(
  { changes, unchanged }: SetDifference,
  detailsOf: (name: string) => readonly string[] = () => [],
): string {
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  const definitions = plural(changes.length - count('removed') + unchanged.length, 'definition');
  if (changes.length === 0) return `${definitions}, nothing changed`;
  const counts = (['added', 'changed', 'moved', 'removed'] as const).flatMap((kind) =>
    count(kind) === 0 ? [] : [`${count(kind)} ${kind}`],
  );
  if (unchanged.length > 0) counts.push(`${unchanged.length} unchanged`);
  const details = changes.length > DETAILED_MAX ? () => [] : (change: Change) => detailLines(change, detailsOf);
  const lines = changes.flatMap((change) => [lineOf(change), ...details(change)]);
  return [`${definitions}: ${counts.join(', ')}`, ...lines].join('\n');
}

const DETAILED_MAX = 25;

function detailLines(
  { name, breaks, isMeaning }: Change,
  detailsOf: (name: string) => readonly string[],
): readonly string[] {
  if (!isMeaning) return [];
  const others = breaks.filter((each) => each !== name);
  const broken = others.length === 0 ? [] : [`breaks the online ${others.join(', ')}`];
  return [...broken, ...detailsOf(name)].map((line) => `           ${line}`);
}

function lineOf(change: Change): string {
  const { kind, file, before, columns, isMeaning } = change;
  const start = `  ${kind.padEnd(7)}  ${file}`;
  switch (kind) {
    case 'added':
      if (before === null)
        return columns.added.length === 0 ? start : `${start}  ${plural(columns.added.length, 'column')}`;
      return `${start} (after ${before}): ${noChanges(columns) && columns.unchanged > 0 ? 'the same columns' : changeText(change)}`;
    case 'changed':
      return isMeaning ? `${start}: ${changeText(change)}` : `${start}: no column, only what is known of it`;
    case 'moved':
      return `${start} (was ${before})${columns.renamed.length === 0 ? '' : `: ${changeText(change)}`}`;
    case 'removed':
      return start;
  }
}
