import { sourcesOf } from '../checked.ts';
import type { Rule } from './rule.ts';

/**
 * No two columns of a join's output have one name: of the left side, and of every part. Engines do not tell upper from lower case in
 * names, so neither may the columns of a source.
 */
export const collidingColumns: Rule = (object, report) => {
  for (const { path, selects } of sourcesOf(object)) {
    const names = new Map<string, string>();
    for (const { name } of selects) {
      const other = names.get(name.toLowerCase());
      names.set(name.toLowerCase(), name);
      if (other === undefined) continue;
      const message = `The columns ${other} and ${name} differ in upper and lower case alone.`;
      const at = `${path}.events.query.selects.${name}`;
      report({ code: 'colliding-columns', path: at, message, hint: 'Select one of them under another name.' });
    }
  }
  if (object.kind === 'group-by') return;
  const owners = new Map(
    object.left.selects.map(({ name }): [string, string] => [name.toLowerCase(), 'the left side']),
  );
  for (const { path, groupBy, columnPrefix } of object.parts) {
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
};
