import { type Rule, shortName } from '../rule.ts';
import type { SourcePackage, SourceTree } from '../source-tree.ts';

export const noCycles: Rule = {
  name: 'no-cycles',
  why: 'Packages are layers: what one depends on never depends on it, tests included.',
  check: (tree) => {
    const cycle = findCycle(tree);
    if (cycle === null) return [];
    const [first] = cycle;
    const path = [...cycle, first].map((member) => shortName(member)).join(' -> ');
    return [{ file: `${first.folder}/package.json`, line: null, message: `is part of a cycle: ${path}` }];
  },
};

/** The first cycle of declared dependencies and project references, from its first member on; null if there is none. */
function findCycle(tree: SourceTree): [SourcePackage, ...SourcePackage[]] | null {
  const done = new Set<SourcePackage>();
  const visit = (member: SourcePackage, path: readonly SourcePackage[]): [SourcePackage, ...SourcePackage[]] | null => {
    const from = path.indexOf(member);
    if (from >= 0) return [member, ...path.slice(from + 1)];
    if (done.has(member)) return null;
    for (const next of tree.packages) {
      if (!member.dependencies.has(next.name) && !member.references.includes(next.folder)) continue;
      const found = visit(next, [...path, member]);
      if (found !== null) return found;
    }
    done.add(member);
    return null;
  };
  for (const member of tree.packages) {
    const found = visit(member, []);
    if (found !== null) return found;
  }
  return null;
}
