import type { Rule } from './rule.ts';

/** Names that the platform gives columns of its own. */
export const reserved: readonly string[] = ['ts', 'ds', 'row', 'is_before', 'mutation_ts'];

/** No selected column has a name of the platform's own, or one that is no plain name; prefixes can begin a name. */
export const reservedNames: Rule = (scope, report) => {
  for (const { queryPath, selects } of scope.sources) {
    for (const { name } of selects) {
      const at = `${queryPath}.selects.${name}`;
      if (reserved.includes(name.toLowerCase())) {
        const message = `The column name "${name}" is the platform's own.`;
        const hint =
          name === 'ts' ? 'The event time is said by time: …, not by a select.' : 'Select it under another name.';
        report({ code: 'reserved-name', path: at, message, hint });
      } else if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
        const hint = 'Use letters, digits and underscores, beginning with a letter.';
        report({ code: 'reserved-name', path: at, message: `The column name "${name}" is not a plain name.`, hint });
      }
    }
  }
  const derivations = [...scope.groupBys, ...scope.joins].map((each) => each.derivations);
  for (const { outputs } of derivations.filter(({ areThere }) => areThere)) {
    for (const { name, path } of outputs) {
      const hint = 'Use letters, digits and underscores, beginning with a letter.';
      if (reserved.includes(name.toLowerCase())) {
        report({
          code: 'reserved-name',
          path,
          message: `The column name "${name}" is the platform's own.`,
          hint: 'Derive it under another name.',
        });
      } else if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
        report({ code: 'reserved-name', path, message: `The column name "${name}" is not a plain name.`, hint });
      }
    }
  }
  const parts = scope.joins.flatMap((join) => [
    ...join.parts,
    ...join.externals,
    ...join.labels.map((label) => label.part),
  ]);
  for (const { path, thrift } of parts) {
    if (thrift.prefix === undefined || /^[A-Za-z0-9_]*$/.test(thrift.prefix)) continue;
    const message = `The prefix "${thrift.prefix}" cannot stand in a column name.`;
    report({ code: 'reserved-name', path: `${path}.prefix`, message, hint: 'Use letters, digits and underscores.' });
  }
};
