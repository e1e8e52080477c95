import { at, importSites, isService, isWiring, portOf, type Rule } from '../rule.ts';

/** Folders beside `cli/src/wiring.ts` from which a service may be run. */
const runsServices = ['e2e', 'bench'];

export const wiringOnly: Rule = {
  name: 'wiring-only',
  why: 'Only a wiring.ts names an adapter. Nobody imports a service but cli/src/wiring.ts, e2e/ and bench/, and these only its wiring.',
  check: (tree) => [
    ...importSites(tree).flatMap((site) => {
      const { target, owner, file } = site;
      if (target === null || target === owner) return [];
      if (isService(target)) {
        if (site.from !== `${target.name}/wiring`)
          return [at(site, `imports ${site.from} rather than ${target.name}/wiring`)];
        const mayRun = runsServices.includes(owner.folder) || (owner.folder === 'cli' && isWiring(file));
        return mayRun ? [] : [at(site, `imports the service ${target.name}`)];
      }
      if (portOf(target, tree) === null || isWiring(file) || file.isTest || runsServices.includes(owner.folder))
        return [];
      return [at(site, `names the adapter ${target.name} outside of a wiring.ts`)];
    }),
    ...tree.packages
      .filter((member) => isService(member) && [...member.exports].some(([, path]) => path !== './src/wiring.ts'))
      .map((member) => ({
        file: `${member.folder}/package.json`,
        line: null,
        message: 'exports more than "./wiring": "./src/wiring.ts"',
      })),
  ],
};
