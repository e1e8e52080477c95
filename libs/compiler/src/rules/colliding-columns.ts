import type { CheckedJoin } from '../checking/checked.ts';
import type { Report } from '../finding.ts';
import type { Rule } from './rule.ts';

/**
 * No two columns of a join's output have one name: of the left side, and of every part. Engines do not tell upper from lower case in
 * names, so neither may the columns of a source.
 */
export const collidingColumns: Rule = (scope, report) => {
  for (const { queryPath, selects } of scope.sources) {
    const names = new Map<string, string>();
    for (const { name } of selects) {
      const other = names.get(name.toLowerCase());
      names.set(name.toLowerCase(), name);
      if (other === undefined) continue;
      const message = `The columns ${other} and ${name} differ in upper and lower case alone.`;
      const at = `${queryPath}.selects.${name}`;
      report({ code: 'colliding-columns', path: at, message, hint: 'Select one of them under another name.' });
    }
  }
  for (const join of scope.joins) collisionsOf(join, report);
};

function collisionsOf({ left, parts, externals, labels }: CheckedJoin, report: Report): void {
  const owners = new Map(left.selects.map(({ name }): [string, string] => [name.toLowerCase(), 'the left side']));
  for (const { path, groupBy, columnPrefix } of [...parts, ...labels.map(({ part }) => part)]) {
    const columns = groupBy.derivations.outputs.map(({ name }) => columnPrefix + name);
    // A part that collides does so in many columns; the first says it.
    const collision = columns.find((name) => owners.has(name.toLowerCase()));
    if (collision !== undefined) {
      const message = `The column ${collision} would come from both ${owners.get(collision.toLowerCase())} and this part.`;
      report({
        code: 'colliding-columns',
        path,
        message,
        hint: "Give the part a prefix: part(…, { prefix: 'arrival' }).",
      });
    }
    for (const name of columns) owners.set(name.toLowerCase(), `a part of ${groupBy.name}`);
  }
  for (const { path, service, outputs } of externals) {
    const collision = outputs.find(({ name }) => owners.has(name.toLowerCase()))?.name;
    if (collision !== undefined) {
      const message = `The column ${collision} would come from both ${owners.get(collision.toLowerCase())} and this part.`;
      report({ code: 'colliding-columns', path, message, hint: 'Give the part a prefix of its own.' });
    }
    for (const { name } of outputs) owners.set(name.toLowerCase(), `the external part ${service}`);
  }
}
