import { groupBysOf } from '../checked.ts';
import type { Rule } from './rule.ts';

/** No two features of a group-by have one name, and none is called as a key is. */
export const duplicateFeatures: Rule = (object, report) => {
  for (const { features, keys } of groupBysOf(object)) {
    const seen = new Set(keys);
    for (const { path, spec } of features) {
      if (seen.has(spec.name)) {
        const message = `Two columns of this group-by would be called ${spec.name}.`;
        const hint = 'Leave one out, or select its input under another name.';
        report({ code: 'duplicate-feature', path, message, hint });
      }
      seen.add(spec.name);
    }
  }
};
