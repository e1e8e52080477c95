import { versionOf } from '../names.ts';
import { within } from '../places.ts';
import type { Rule } from './rule.ts';

/** Whoever is read has a name, which ends in its version: tables, columns and what is served are called after it. */
export const names: Rule = (scope, report) => {
  for (const { path, thrift, kind } of scope.objects) {
    const { name, version } = thrift.metaData ?? {};
    // Of a model transforms that is read, and of a model in it, the table is its own and no name is made of it.
    if (name === undefined || name === '') {
      if (path !== '' && kind !== 'group-by' && kind !== 'join') continue;
      const what = kind === 'group-by' ? kind : kind.replace('-', ' ');
      const hint =
        'Export it from its file: export const … = …. In compiled JSON its name is metaData.name: team.file.variable__1.';
      report({ code: `unnamed-${kind}`, path, message: `This ${what} has no name.`, hint });
      continue;
    }
    const ending = versionOf(name);
    if (ending === null || version === undefined || version === ending) continue;
    const message = `The name ${name} ends in version ${ending}, and the version is said to be ${version}.`;
    report({
      code: 'bad-version',
      path: within(path, 'metaData.version'),
      message,
      hint: 'Write one of them in both places.',
    });
  }
};
