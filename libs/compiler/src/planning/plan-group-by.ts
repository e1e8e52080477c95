import { hopMs, isRefusal } from '@isochron/aggregation';
import { quotedName } from '@isochron/expression';
import type { Field } from '@isochron/schema';
import type { CheckedDerivations } from '../checking/check-derivations.ts';
import type { CheckedFeature, CheckedGroupBy } from '../checking/checked.ts';
import { type Output, plannedText } from '../checking/checked-expression.ts';
import { hashOf, sortedByName } from '../hash.ts';
import type { GroupByPlan, SelectedColumn } from './plan.ts';
import { fieldMeaning, scanMeaning, selectMeaning } from './plan-meaning.ts';
import { planOutput } from './plan-output.ts';
import { planScan } from './plan-scan.ts';
import { unsettled } from './unsettled.ts';

/** Plans that were made before, of GroupBys that stand in more than one object. */
export type PlannedGroupBys = Map<CheckedGroupBy, GroupByPlan>;

/**
 * The plan of a GroupBy that no rule has anything against. Whatever is unsettled in spite of that is an error of ours, and throws.
 */
export function planGroupBy(group: CheckedGroupBy, known: PlannedGroupBys): GroupByPlan {
  const made = known.get(group) ?? newPlan(group, known);
  known.set(group, made);
  return made;
}

function newPlan(group: CheckedGroupBy, known: PlannedGroupBys): GroupByPlan {
  const { rowFeatures, columns } = group;
  const names = rowFeatures === null ? inputNames(group) : rowFeatures.map(({ name }) => name);
  const keys = group.keys.map((name) => fieldOf(columns, name));
  const inputs = names.map((name) => fieldOf(columns, name));
  const scans = group.sources.map((source) => planScan(source, new Set([...group.keys, ...names]), known));
  const outputs = rowFeatures === null ? group.features.map(featureOutput) : inputs;
  const derived = derivedOf(group.derivations);
  return {
    kind: 'group-by',
    name: group.name,
    table: group.table,
    ...planOutput(group.thrift.metaData),
    accuracy: group.accuracy,
    scans,
    keys,
    inputs,
    shape: rowFeatures === null ? 'aggregated' : 'rows',
    features: group.features.map(({ spec }) => spec),
    outputs,
    derived,
    lookbackMs: rowFeatures === null ? lookbackOf(group) : 0,
    reuse: [],
    semanticHash: hashOf({
      accuracy: group.accuracy,
      scans: scans.map(scanMeaning),
      keys: keys.map(fieldMeaning),
      features: group.features.map(({ spec }, f) => ({
        operation: spec.operation,
        args: sortedByName(spec.args),
        input: spec.input,
        bucket: spec.bucket,
        windowMs: spec.windowMs,
        output: fieldMeaning(outputs[f] ?? unsettled(spec.name)),
      })),
      ...(rowFeatures !== null && { rows: outputs.map(fieldMeaning) }),
      ...(derived !== null && { derived: derived.map(selectMeaning) }),
    }),
  };
}

/** What features become; null where they stay as they are. */
export const derivedOf = ({ areThere, outputs }: CheckedDerivations): readonly SelectedColumn[] | null =>
  areThere
    ? outputs.map(({ name, type, expression }) => ({
        name,
        expression: expression === null ? quotedName(name) : plannedText(expression),
        type: type ?? unsettled(name),
      }))
    : null;

export const settledField = ({ name, type }: Output): Field => ({ name, type: type ?? unsettled(name) });

const inputNames = ({ features }: CheckedGroupBy): readonly string[] => [
  ...new Set(features.flatMap(({ spec }) => [spec.input, ...(spec.bucket === null ? [] : [spec.bucket])])),
];

/** Windows move their tails back by up to a hop, so a row can see that much further. */
function lookbackOf({ features, accuracy }: CheckedGroupBy): number | null {
  let lookback = 0;
  for (const { spec } of features) {
    if (spec.windowMs === null) return null;
    lookback = Math.max(lookback, spec.windowMs + hopMs(spec.windowMs, accuracy));
  }
  return lookback;
}

function featureOutput({ spec, bound }: CheckedFeature): Field {
  return { name: spec.name, type: bound === null || isRefusal(bound) ? unsettled(spec.name) : bound.bound.output };
}

const fieldOf = (fields: readonly Field[], name: string): Field =>
  fields.find((field) => field.name === name) ?? unsettled(name);
