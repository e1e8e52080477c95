import { compiledPath, type DefinitionFolder, nameWithoutVersion, sanitize } from '@isochron/thrift';

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

/** The name of all versions of a definition. */
export const unversioned = (name: string): string => nameWithoutVersion(name);

/** The number that ends a name; -1 without one. */
export const versionOf = (name: string): number => Number(/__(\d+)$/.exec(name)?.[1] ?? -1);
