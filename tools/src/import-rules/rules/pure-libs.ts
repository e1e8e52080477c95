import { at, importSites, isNodeModule, type Rule } from '../rule.ts';

export const pureLibs: Rule = {
  name: 'pure-libs',
  why: 'A pure lib gives equal results for equal arguments everywhere: no Node, clock, randomness, timer, environment or I/O.',
  check: (tree, table) => {
    const isPure = (folder: string, path: string, isTest: boolean): boolean => {
      const pure = table[folder]?.pure;
      return pure !== undefined && !isTest && pure.except[path] === undefined;
    };
    const imports = importSites(tree)
      .filter((site) => isPure(site.owner.folder, site.file.path, site.file.isTest) && isNodeModule(site.from))
      .map((site) => at(site, `imports ${site.from}`));
    const uses = tree.packages.flatMap((owner) =>
      owner.files
        .filter((file) => isPure(owner.folder, file.path, file.isTest))
        .flatMap((file) => file.ambient.map(({ name, line }) => at({ owner, file, line }, `uses ${name}`))),
    );
    const idle = tree.packages.flatMap((owner) =>
      Object.keys(table[owner.folder]?.pure?.except ?? {})
        .filter((path) => !owner.files.some((file) => file.path === path))
        .map((path) => ({
          file: `${owner.folder}/${path}`,
          line: null,
          message: 'is excepted in the table but is not there',
        })),
    );
    return [...imports, ...uses, ...idle];
  },
};
