import type { Checked, CheckedGroupBy } from '../checking/checked.ts';
import { joinOutputs } from '../checking/join-outputs.ts';
import { didYouMean } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** What is said of a column is said of one that is there. A tag on nothing changes no value, so that it is no error. */
export const describedColumns: Rule = ({ root }, report) => {
  if (root.kind === 'staging-query' || root.kind === 'model') return;
  const described = Object.keys(root.thrift.metaData?.columnTags ?? {});
  const names = columnsOf(root);
  // Of a source that selects everything it is not known what there is.
  if (names === null) return;
  for (const name of described) {
    if (names.includes(name)) continue;
    report({
      code: 'unknown-column',
      severity: 'warning',
      path: `metaData.columnTags.${name}`,
      message: `Something is said of a column "${name}", which ${root.name} does not have.`,
      hint: didYouMean(name, names) ?? `It has ${names.join(', ')}.`,
    });
  }
};

/** Those of its table, and the features that derivations are made of; null where they are not known. */
function columnsOf(root: Exclude<Checked, { readonly kind: 'staging-query' | 'model' }>): readonly string[] | null {
  switch (root.kind) {
    case 'group-by':
      return root.sources.some(({ query, tableColumns }) => query.selects === undefined && tableColumns === null)
        ? null
        : [...root.keys, ...featureNames(root)];
    case 'join': {
      const parts = [...root.parts, ...root.labels.map(({ part }) => part)];
      const features = parts.flatMap(({ groupBy, columnPrefix }) =>
        featureNames(groupBy).map((name) => columnPrefix + name),
      );
      const outside = root.externals.flatMap(({ outputs }) => outputs.map(({ name }) => name));
      return [...joinOutputs(root).map(({ name }) => name), ...features, ...outside];
    }
    case 'model-transforms':
      return root.outputs.map(({ name }) => name);
  }
}

const featureNames = ({ features, rowFeatures, derivations }: CheckedGroupBy): readonly string[] => [
  ...derivations.outputs.map(({ name }) => name),
  ...features.map(({ spec }) => spec.name),
  ...(rowFeatures ?? []).map(({ name }) => name),
];
