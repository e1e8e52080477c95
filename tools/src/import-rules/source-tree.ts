import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { parseSource, type SourceFacts } from './parse-source.ts';

/** What the rules look at: every package of a checkout with its manifests and its sources. */
export interface SourceTree {
  readonly packages: readonly SourcePackage[];
  /** Folders that the root `tsconfig.json` refers to. */
  readonly rootReferences: readonly string[];
}

export interface SourcePackage {
  /** From the root, with slashes: `libs/schema`. */
  readonly folder: string;
  /** `@isochron/schema`. */
  readonly name: string;
  readonly dependencies: ReadonlySet<string>;
  /** Import path within the package ('.', './wiring') -> file. */
  readonly exports: ReadonlyMap<string, string>;
  /** Folders that its `tsconfig.json` refers to, from the root. */
  readonly references: readonly string[];
  readonly files: readonly SourceFile[];
}

export interface SourceFile extends SourceFacts {
  /** From the package, with slashes: `src/index.ts`. */
  readonly path: string;
  /** A test, a test of types, or what only they use (`x.fixture.ts`, `fixtures/`). */
  readonly isTest: boolean;
}

export function readTree(root: string): SourceTree {
  const manifest = readJson(join(root, 'package.json'));
  const folders = strings(manifest['workspaces']).flatMap((pattern) =>
    globSync(`${pattern}/package.json`, { cwd: root }).map((file) => slashes(dirname(file))),
  );
  const rootDevelopment = Object.keys(record(manifest['devDependencies']));
  return {
    packages: folders.sort().map((folder) => readPackage(root, folder, rootDevelopment)),
    rootReferences: readReferences(root, '.'),
  };
}

function readPackage(root: string, folder: string, rootDevelopment: readonly string[]): SourcePackage {
  const manifest = readJson(join(root, folder, 'package.json'));
  const kinds = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];
  return {
    folder,
    name: String(manifest['name']),
    dependencies: new Set([...kinds.flatMap((kind) => Object.keys(record(manifest[kind]))), ...rootDevelopment]),
    exports: new Map(Object.entries(record(manifest['exports'])).map(([path, file]) => [path, String(file)])),
    references: readReferences(root, folder),
    files: sourcePaths(join(root, folder)).map((path) => ({
      path,
      isTest: /(\.(test|test-d|fixture)\.ts$)|((^|\/)fixtures\/)/.test(path),
      ...parseSource(basename(path), readFileSync(join(root, folder, path), 'utf8')),
    })),
  };
}

function sourcePaths(folder: string): string[] {
  const isLeftOut = (name: string): boolean => name === 'node_modules' || name === 'compiled' || name.startsWith('.');
  return globSync('**/*.{ts,mts,tsx}', { cwd: folder, exclude: (entry) => isLeftOut(basename(entry)) })
    .map(slashes)
    .sort();
}

function readReferences(root: string, folder: string): string[] {
  const file = join(root, folder, 'tsconfig.json');
  if (!existsSync(file)) return [];
  const references = readJson(file)['references'];
  if (!Array.isArray(references)) return [];
  return references.map((entry) => slashes(relative(root, join(root, folder, String(record(entry)['path'])))));
}

function readJson(file: string): Record<string, unknown> {
  return record(JSON.parse(readFileSync(file, 'utf8')));
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function slashes(path: string): string {
  return path.split(sep).join('/');
}
