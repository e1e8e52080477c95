import type { Rule } from './rule.ts';

/** No two features of a group-by have one name, and none is called as a key is. */
export const duplicateFeatures: Rule = (scope, report) => {
  for (const { features, keys, derivations } of scope.groupBys) {
    const seen = new Set(keys);
    for (const { path, spec } of features) {
      if (seen.has(spec.name)) {
        const message = `Two columns of this group-by would be called ${spec.name}.`;
        const hint = 'Leave one out, or select its input under another name.';
        report({ code: 'duplicate-feature', path, message, hint });
      }
      seen.add(spec.name);
    }
    if (!derivations.areThere) continue;
    const derived = new Set<string>();
    for (const { path, name } of derivations.outputs) {
      if (derived.has(name) || keys.includes(name)) {
        const message = `Two columns of this group-by would be called ${name}, one of them derived.`;
        report({
          code: 'duplicate-feature',
          path,
          message,
          hint: 'Give what is derived a name of its own, or keep fewer features.',
        });
      }
      derived.add(name);
    }
  }
  for (const { left, derivations } of scope.joins) {
    if (!derivations.areThere) continue;
    const seen = new Set(left.selects.map(({ name }) => name));
    for (const { path, name } of derivations.outputs) {
      if (seen.has(name)) {
        const message = `Two columns of this join would be called ${name}, one of them derived.`;
        report({
          code: 'duplicate-feature',
          path,
          message,
          hint: 'Give what is derived a name of its own, or keep fewer features.',
        });
      }
      seen.add(name);
    }
  }
};
