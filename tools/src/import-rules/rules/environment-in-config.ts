import { at, type Rule } from '../rule.ts';

export const environmentInConfig: Rule = {
  name: 'environment-in-config',
  why: 'The environment is read once, checked and given its defaults in a config.ts; everything else is told what it needs.',
  check: (tree) =>
    tree.packages
      .filter((owner) => owner.folder !== 'tools')
      .flatMap((owner) =>
        owner.files
          .filter((file) => !file.isTest && !/(^|\/)config\.ts$/.test(file.path))
          .flatMap((file) =>
            file.ambient
              .filter(({ name }) => name === 'process.env')
              .map(({ line }) => at({ owner, file, line }, 'reads process.env outside of a config.ts')),
          ),
      ),
};
