import type { PackageRow } from './package-table.ts';
import type { SourceFile, SourcePackage, SourceTree } from './source-tree.ts';

/** One sentence of the architecture page that can be checked. */
export interface Rule {
  readonly name: string;
  /** Said once beneath a rule's violations. */
  readonly why: string;
  check(tree: SourceTree, table: Readonly<Record<string, PackageRow>>): Violation[];
}

export interface Violation {
  /** From the root, with slashes. */
  readonly file: string;
  /** null where the whole file is meant. */
  readonly line: number | null;
  readonly message: string;
}

/** An import together with where it stands and the package it names. */
export interface ImportSite {
  readonly owner: SourcePackage;
  readonly file: SourceFile;
  readonly line: number;
  /** As written: `@isochron/backfill/wiring`. */
  readonly from: string;
  /** `@isochron/backfill`; null for a relative path or a module of Node. */
  readonly packageName: string | null;
  /** The package of the project it names, when it names one. */
  readonly target: SourcePackage | null;
}

export function importSites(tree: SourceTree): ImportSite[] {
  const byName = new Map(tree.packages.map((member) => [member.name, member]));
  return tree.packages.flatMap((owner) =>
    owner.files.flatMap((file) =>
      file.imports.map(({ from, line }) => {
        const packageName = packageNameOf(from);
        return { owner, file, line, from, packageName, target: byName.get(packageName ?? '') ?? null };
      }),
    ),
  );
}

export const isNodeModule = (from: string): boolean => from.startsWith('node:');

export const isWiring = (file: SourceFile): boolean => file.path === 'src/wiring.ts';

export const isService = (member: SourcePackage): boolean => member.folder.startsWith('services/');

/** `warehouse-duckdb` beside `warehouse`: a lib named for a port and what it stands on. */
export function portOf(member: SourcePackage, tree: SourceTree): SourcePackage | null {
  return (
    tree.packages.find((port) => member.folder.startsWith('libs/') && member.folder.startsWith(`${port.folder}-`)) ??
    null
  );
}

export const shortName = (member: SourcePackage): string => member.name.replace('@isochron/', '');

export function at(site: Pick<ImportSite, 'owner' | 'file' | 'line'>, message: string): Violation {
  return { file: `${site.owner.folder}/${site.file.path}`, line: site.line, message };
}

function packageNameOf(from: string): string | null {
  if (from.startsWith('.') || from.startsWith('/') || isNodeModule(from)) return null;
  return from.split('/', from.startsWith('@') ? 2 : 1).join('/');
}
