import { posix } from 'node:path';
import { at, importSites, type Rule } from '../rule.ts';

export const noInsideImports: Rule = {
  name: 'no-inside-imports',
  why: "A package is what its exports say: nobody reaches into another's folder, by name or by path.",
  check: (tree, table) =>
    importSites(tree).flatMap((site) => {
      const { target, owner, from, file } = site;
      if (target !== null) {
        const path = `.${from.slice(target.name.length)}`;
        return target.exports.has(path)
          ? []
          : [at(site, `imports ${from}, which ${target.folder}/package.json does not export`)];
      }
      if (from.startsWith('/') || from.startsWith('file:')) return [at(site, `imports the absolute path ${from}`)];
      if (!from.startsWith('.')) return [];
      const reached = posix.join(owner.folder, posix.dirname(file.path), from);
      const outside = (table[owner.folder]?.reaches ?? []).map((folder) => `${folder}/src/index.ts`);
      return reached.startsWith(`${owner.folder}/`) || outside.includes(reached)
        ? []
        : [at(site, `imports ${from}, which leaves ${owner.folder}`)];
    }),
};
