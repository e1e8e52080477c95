import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** Every key of a part is a column of the left side, and what `on` maps to is a key. */
export const keyMapping: Rule = (object, report) => {
  if (object.kind === 'group-by') return;
  const left = object.left.selects.map(({ name }) => name);
  for (const { path, thrift, groupBy, keys } of object.parts) {
    const mapped = Object.entries(thrift.keyMapping ?? {});
    for (const [column, key] of mapped) {
      if (groupBy.keys.includes(key)) continue;
      const message = `on maps ${column} to "${key}", which is not a key of ${groupBy.name}.`;
      const hint = didYouMean(key, groupBy.keys) ?? `Its keys are ${groupBy.keys.join(', ')}.`;
      report({ code: 'unknown-key', path: `${path}.keyMapping.${column}`, message, hint });
    }
    for (const key of groupBy.keys) {
      const columns = mapped.filter(([, to]) => to === key).map(([column]) => column);
      if (columns.length > 1) {
        const message = `on maps ${columns.join(' and ')} to the one key ${key}.`;
        report({
          code: 'unknown-key',
          path: `${path}.keyMapping`,
          message,
          hint: 'One column of the left side carries one key.',
        });
      }
    }
    // With no select on the left and no table in the catalog it cannot be known what the left side has.
    if (object.left.events?.query?.selects === undefined && object.left.tableColumns === null) continue;
    for (const { left: column, right } of keys) {
      if (left.includes(column)) continue;
      const message = `The left side has no column ${column} for the key ${right} of ${groupBy.name}.`;
      const near = didYouMean(column, left);
      const hint = `${near === null ? '' : `${near} `}Select it on the left, or name the column that carries it: on: { column: '${right}' }.`;
      report({ code: 'missing-key', path, message, hint });
    }
  }
};
