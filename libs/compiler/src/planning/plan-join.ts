import type { Join } from '@isochron/thrift';
import type { CheckedBootstrap, CheckedExternal, CheckedJoin, CheckedLabel, CheckedPart } from '../checking/checked.ts';
import { hashOf } from '../hash.ts';
import { tableOfName } from '../names.ts';
import type { BootstrapPlan, ExternalPlan, JoinPlan, LabelPlan, PartPlan } from './plan.ts';
import { type PlannedGroupBys, planGroupBy, settledField } from './plan-group-by.ts';
import { scanMeaning, selectMeaning } from './plan-meaning.ts';
import { planOutput } from './plan-output.ts';
import { planScan } from './plan-scan.ts';
import { stagesOf } from './stages.ts';
import { unsettled } from './unsettled.ts';

/** The plan of a Join that no rule has anything against. */
export function planJoin(join: CheckedJoin, known: PlannedGroupBys): JoinPlan {
  const { table, thrift } = join;
  const left = planScan(join.left, null, known);
  const skewKeys = skewKeysOf(thrift);
  const leftHash = skewKeys.length === 0 ? hashOf(scanMeaning(left)) : hashOf({ scan: scanMeaning(left), skewKeys });
  const parts = join.parts.map((part) => planPart(part, table, known));
  const externals = join.externals.map(planExternal);
  const outputs = join.derivations.outputs.map(settledField);
  const bootstraps = join.bootstraps.map((part) =>
    planBootstrap(
      part,
      outputs.map(({ name }) => name),
      known,
    ),
  );
  const derive = stagesOf(join, left, parts, externals);
  return {
    kind: 'join',
    name: join.name,
    table,
    ...planOutput(thrift.metaData),
    left,
    leftTable: `${table}__left`,
    leftHash,
    parts,
    externals,
    bootstraps,
    labels: join.labels.map((label) => planLabel(label, table, known)),
    rowIds: thrift.rowIds ?? [],
    skewKeys,
    derive,
    outputs,
    reuse: [],
    semanticHash: hashOf({
      left: leftHash,
      parts: parts.map(({ semanticHash }) => semanticHash),
      ...(externals.length > 0 && { externals: externals.map(({ outputs: made }) => made.map(({ name }) => name)) }),
      ...(bootstraps.length > 0 && {
        bootstraps: bootstraps.map(({ scan, keys, columns }) => ({ scan: scanMeaning(scan), keys, columns })),
      }),
      ...(derive.length > 0 && { derive: derive.map((stage) => stage.map(selectMeaning)) }),
    }),
  };
}

/** In the order of names, which Thrift keeps none of. */
const skewKeysOf = ({ skewKeys = {} }: Join): JoinPlan['skewKeys'] =>
  Object.entries(skewKeys)
    .map(([column, literals]) => ({ column, literals }))
    .sort((a, b) => (a.column < b.column ? -1 : 1));

function planLabel({ part, fromMs, toMs, path }: CheckedLabel, joinTable: string, known: PlannedGroupBys): LabelPlan {
  const plan = planPart(part, joinTable, known);
  const name = `label_${plan.name}`;
  const span = { fromMs: fromMs ?? unsettled(path), toMs: toMs ?? unsettled(path) };
  const semanticHash = hashOf({ part: plan.semanticHash, ...span });
  return { ...plan, ...span, name, table: `${joinTable}__${name}`, semanticHash };
}

function planPart(part: CheckedPart, joinTable: string, known: PlannedGroupBys): PartPlan {
  const groupBy = planGroupBy(part.groupBy, known);
  const prefix = part.thrift.prefix === undefined ? '' : `${tableOfName(part.thrift.prefix)}_`;
  const name = prefix + tableOfName(groupBy.name);
  const outputs = groupBy.outputs.map((output) => ({ ...output, name: part.columnPrefix + output.name }));
  return {
    name,
    table: `${joinTable}__${name}`,
    groupBy,
    keys: part.keys,
    outputs,
    semanticHash: hashOf({
      groupBy: groupBy.semanticHash,
      keys: part.keys.map(({ left, right }) => ({ left, right })),
      outputs: outputs.map(({ name: output }) => output),
    }),
  };
}

const planExternal = ({ service, isContextual, keys, outputs }: CheckedExternal): ExternalPlan => ({
  service,
  isContextual,
  keys: keys.map(({ left, right, type }) => ({ left, right, type: type ?? unsettled(right) })),
  outputs: outputs.map(({ name, field, type }) => ({ name, field, type: type ?? unsettled(field) })),
});

/** Of a table without selects, the columns that the join has are taken; of one with them, those that are selected. */
function planBootstrap(
  { source, isLog, keys }: CheckedBootstrap,
  features: readonly string[],
  known: PlannedGroupBys,
): BootstrapPlan {
  const selected = new Set(source.selects.map(({ name }) => name));
  const columns = features.filter((name) => isLog || selected.has(name));
  return { scan: planScan(source, new Set([...keys, ...columns]), known), isLog, keys, columns };
}
