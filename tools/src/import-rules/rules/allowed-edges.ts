import { at, importSites, isWiring, type Rule, shortName } from '../rule.ts';

export const allowedEdges: Rule = {
  name: 'allowed-edges',
  why: 'Which package may import which stands in tools/src/import-rules/package-table.ts; a new edge is a decision.',
  check: (tree, table) => [
    ...tree.packages
      .filter((member) => table[member.folder] === undefined)
      .map((member) => ({ file: member.folder, line: null, message: `${member.folder} has no row in the table` })),
    ...importSites(tree).flatMap((site) => {
      const row = table[site.owner.folder];
      if (row === undefined || site.packageName === null || site.target === site.owner) return [];
      const { target } = site;
      if (target === null) {
        const isAllowed = row.npm === undefined || site.file.isTest || row.npm.includes(site.packageName);
        return isAllowed ? [] : [at(site, `imports ${site.packageName}, which ${site.owner.folder} may not`)];
      }
      const allowed = [
        ...row.imports,
        ...(isWiring(site.file) ? (row.inWiring ?? []) : []),
        ...(site.file.isTest ? [...(row.inTests ?? []), ...(row.inWiring ?? [])] : []),
      ];
      return allowed.includes(shortName(target))
        ? []
        : [at(site, `imports ${target.name}, which may not be imported here`)];
    }),
  ],
};
