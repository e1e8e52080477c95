import { featureFolder } from '../package-table.ts';
import { at, importSites, type Rule } from '../rule.ts';

export const featureDefinitions: Rule = {
  name: 'feature-definitions',
  why: 'A definition is data: it knows the authoring language and its own tables, so that it compiles to equal bytes anywhere.',
  check: (tree) =>
    importSites(tree).flatMap((site) => {
      const isDefinition =
        site.file.path.split('/').includes(featureFolder.folder) && site.owner.folder.startsWith('examples/');
      if (!isDefinition || site.file.isTest) return [];
      const isAllowed = site.from.startsWith('.') || featureFolder.imports.some((name) => name === site.from);
      return isAllowed
        ? []
        : [
            at(
              site,
              `imports ${site.from}; a definition imports ${featureFolder.imports.join(', ')} and its own tables`,
            ),
          ];
    }),
};
