import { compiledPath, type DefinitionFolder, sanitize } from '@isochron/thrift';

/** Where a definition was found: `features/{team}/{file}.ts`, exported as `export`. `file` has slashes where folders nest. */
export interface NameParts {
  readonly team: string;
  readonly file: string;
  readonly export: string;
}

/**
 * A definition has one name in two spellings. People type `flights/departures.byOrigin__1`; Thrift holds `flights.departures.byOrigin__1`,
 * as the existing system does. They differ in the character after the team alone: a team has no dot in its name, so the first dot of
 * the Thrift name is the slash of the other. Folders below the team's become dots in both.
 */
export const compiledName = (parts: NameParts, version: number | string): string =>
  `${parts.team}/${parts.file.replaceAll('/', '.')}.${parts.export}__${version}`;

export const thriftName = (name: string): string => name.replace('/', '.');

export const nameOfThrift = (name: string): string => name.replace('.', '/');

/** `compiled/group_bys/flights/departures.byOrigin__1`. */
export const compiledFile = (folder: DefinitionFolder, name: string): string =>
  `compiled/${compiledPath(folder, thriftName(name))}`;

/** The output table of either spelling: `flights_departures_byOrigin__1`. */
export const tableOfName = (name: string): string => sanitize(name);

/** A version at the end of a name: a number, or of a model several with points between. */
const VERSION = /__(\d+(?:\.\d+)*)$/;

/** The name of all versions of a definition. */
export const unversioned = (name: string): string => name.replace(VERSION, '');

/** The version that ends a name, as text; null without one. */
export const versionOf = (name: string): string | null => VERSION.exec(name)?.[1] ?? null;

/** Negative where the version of `a` is older, or where it has none. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((name) => (versionOf(name) ?? '-1').split('.').map(Number));
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
