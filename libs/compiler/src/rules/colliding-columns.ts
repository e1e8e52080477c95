import type { Rule } from './rule.ts';

/** No two columns of a join's output have one name: of the left side, and of every part. */
export const collidingColumns: Rule = (object, report) => {
  if (object.kind === 'group-by') return;
  const owners = new Map(object.left.selects.map(({ name }): [string, string] => [name, 'the left side']));
  for (const { path, groupBy, columnPrefix } of object.parts) {
    // A part that collides does so in many columns; the first says it.
    const collision = groupBy.features.map(({ spec }) => columnPrefix + spec.name).find((name) => owners.has(name));
    if (collision !== undefined) {
      const message = `The column ${collision} would come from both ${owners.get(collision)} and this part.`;
      report({
        code: 'colliding-columns',
        path,
        message,
        hint: "Give the part a prefix: part(…, { prefix: 'arrival' }).",
      });
    }
    for (const { spec } of groupBy.features) owners.set(columnPrefix + spec.name, `a part of ${groupBy.name}`);
  }
};
