import { typeText } from '@isochron/schema';
import type { Rule } from './rule.ts';

const KEY_KINDS = new Set([
  'boolean',
  'byte',
  'short',
  'int',
  'long',
  'string',
  'binary',
  'date',
  'timestamp',
  'decimal',
]);

/** A key has one type on the left and in the group-by, of which equal values are plainly equal. */
export const keyTypes: Rule = (scope, report) => {
  for (const { path, keys, columns } of scope.groupBys) {
    for (const [position, key] of keys.entries()) {
      const type = columns.find(({ name }) => name === key)?.type;
      if (type === undefined || KEY_KINDS.has(type.kind)) continue;
      const at = `${path === '' ? '' : `${path}.`}keyColumns[${position}]`;
      const message = `The key ${key} is of type ${typeText(type)}, which cannot be a key.`;
      report({
        code: 'key-type',
        path: at,
        message,
        hint: 'Keys are text, whole numbers, booleans, bytes, dates or decimals.',
      });
    }
  }
  for (const join of scope.joins) {
    for (const { path, groupBy, keys } of [...join.parts, ...join.labels.map(({ part }) => part)]) {
      for (const { left, right } of keys) {
        const leftType = join.left.selects.find(({ name }) => name === left)?.type ?? null;
        const rightType = groupBy.columns.find(({ name }) => name === right)?.type;
        if (leftType === null || rightType === undefined || typeText(leftType) === typeText(rightType)) continue;
        const message = `The left column ${left} is of type ${typeText(leftType)}, and the key ${right} of ${groupBy.name} is of type ${typeText(rightType)}.`;
        report({ code: 'key-type', path, message, hint: `Make them equal with CAST(${left} AS …) in a select.` });
      }
    }
  }
};
