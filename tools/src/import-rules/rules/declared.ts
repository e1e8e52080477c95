import { at, importSites, type Rule, type Violation } from '../rule.ts';
import type { SourcePackage, SourceTree } from '../source-tree.ts';

export const declared: Rule = {
  name: 'declared',
  why: 'package.json, tsconfig.json and the imports say the same, so that a package builds and installs on its own.',
  check: (tree, table) => [
    ...importSites(tree).flatMap((site) => {
      const { packageName, owner, target } = site;
      if (packageName === null || target === owner || owner.dependencies.has(packageName)) return [];
      return [at(site, `imports ${packageName}, which ${owner.folder}/package.json does not declare`)];
    }),
    ...tree.packages.flatMap((owner) => referenceFaults(owner, tree, table[owner.folder]?.reaches ?? [])),
  ],
};

function referenceFaults(owner: SourcePackage, tree: SourceTree, outside: readonly string[]): Violation[] {
  const file = `${owner.folder}/tsconfig.json`;
  const declared = tree.packages.filter((other) => owner.dependencies.has(other.name)).map((other) => other.folder);
  const needed = [...declared, ...outside];
  const faults = [
    ...needed
      .filter((folder) => !owner.references.includes(folder))
      .map((folder) => `lacks the reference to ${folder}`),
    ...owner.references
      .filter((folder) => !needed.includes(folder))
      .map((folder) => `refers to ${folder}, which package.json does not declare`),
  ].map((message) => ({ file, line: null, message }));
  if (tree.rootReferences.includes(owner.folder)) return faults;
  return [...faults, { file: 'tsconfig.json', line: null, message: `lacks the reference to ${owner.folder}` }];
}
