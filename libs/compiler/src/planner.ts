import { hopMs, isRefusal } from '@isochron/aggregation';
import { type ExpressionText, quotedName } from '@isochron/expression';
import type { Field } from '@isochron/schema';
import { longType, typeText } from '@isochron/schema';
import { outputTable } from '@isochron/thrift';
import type { CheckedFeature, CheckedGroupBy, CheckedJoin, CheckedPart, CheckedSource } from './checked.ts';
import { type CheckedExpression, columnOf, plannedText } from './checked-expression.ts';
import type { CheckedDerivations } from './derivations.ts';
import { type Hashed, hashOf } from './hash.ts';
import { tableOfName } from './names.ts';
import type { GroupByPlan, JoinPlan, PartPlan, ScanPlan, SelectedColumn } from './plan.ts';
import { windowMs } from './window-text.ts';

/**
 * The plan of a GroupBy that no rule has anything against. Whatever is unsettled in spite of that is an error of ours, and throws.
 */
export function planGroupBy(group: CheckedGroupBy): GroupByPlan {
  const names = new Set(
    group.features.flatMap(({ spec }) => [spec.input, ...(spec.bucket === null ? [] : [spec.bucket])]),
  );
  const keys = group.keys.map((name) => fieldOf(group.columns, name));
  const inputs = [...names].map((name) => fieldOf(group.columns, name));
  const used = new Set([...group.keys, ...names]);
  const scans = group.sources.map((source) => planScan(source, used));
  const outputs = group.features.map(outputOf);
  return {
    kind: 'group-by',
    name: group.name,
    table: outputTable(group.thrift.metaData ?? {}),
    accuracy: group.accuracy,
    scans,
    keys,
    inputs,
    features: group.features.map(({ spec }) => spec),
    outputs,
    derived: derivedOf(group.derivations),
    lookbackMs: lookbackOf(group),
    semanticHash: hashOf({
      accuracy: group.accuracy,
      scans: scans.map(scanMeaning),
      keys: keys.map(fieldMeaning),
      features: group.features.map(({ spec }, f) => ({
        operation: spec.operation,
        args: spec.args,
        input: spec.input,
        bucket: spec.bucket,
        windowMs: spec.windowMs,
        output: fieldMeaning(outputs[f] ?? unsettled(spec.name)),
      })),
      ...(group.derivations.areThere && { derived: derivedOf(group.derivations)?.map(selectMeaning) ?? [] }),
    }),
  };
}

/** The plan of a Join that no rule has anything against. */
export function planJoin(join: CheckedJoin): JoinPlan {
  const table = outputTable(join.thrift.metaData ?? {});
  const left = planScan(join.left, null);
  const leftHash = hashOf(scanMeaning(left));
  const parts = join.parts.map((part) => planPart(part, table));
  const derive = stagesOf(join, left, parts);
  return {
    kind: 'join',
    name: join.name,
    table,
    left,
    leftTable: `${table}__left`,
    leftHash,
    parts,
    derive,
    outputs: join.derivations.outputs.map(({ name, type }) => ({ name, type: type ?? unsettled(name) })),
    semanticHash: hashOf({
      left: leftHash,
      parts: parts.map(({ semanticHash }) => semanticHash),
      ...(derive.length > 0 && { derive: derive.map((stage) => stage.map(selectMeaning)) }),
    }),
  };
}

function planPart(part: CheckedPart, joinTable: string): PartPlan {
  const groupBy = planGroupBy(part.groupBy);
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

const derivedOf = ({ areThere, outputs }: CheckedDerivations): readonly SelectedColumn[] | null =>
  areThere
    ? outputs.map(({ name, type, expression }) => ({
        name,
        expression: expression === null ? quotedName(name) : plannedText(expression),
        type: type ?? unsettled(name),
      }))
    : null;

/**
 * How a join's output is made of left columns, `ts` and the features of all parts: first what the parts derive, each of its own keys and
 * features, then what the join derives of the result. Nothing where nobody derives.
 */
function stagesOf(
  join: CheckedJoin,
  left: ScanPlan,
  parts: readonly PartPlan[],
): readonly (readonly SelectedColumn[])[] {
  const kept: readonly SelectedColumn[] = [...left.columns, { name: 'ts', type: longType }].map(({ name, type }) => ({
    name,
    type,
    expression: quotedName(name),
  }));
  const stages: (readonly SelectedColumn[])[] = [];
  if (join.parts.some(({ groupBy }) => groupBy.derivations.areThere)) {
    stages.push([...kept, ...join.parts.flatMap((part, at) => derivedOfPart(part, parts[at] ?? unsettled(part.path)))]);
  }
  const own = derivedOf(join.derivations);
  if (own !== null) stages.push([...kept, ...own]);
  return stages;
}

/** What a part derives, over the columns of the join: its keys are left columns there, and its features have its prefix. */
function derivedOfPart(part: CheckedPart, plan: PartPlan): readonly SelectedColumn[] {
  const names = new Map<string, string>([
    ...part.keys.map(({ left, right }): [string, string] => [right, left]),
    ...plan.groupBy.outputs.map(({ name }): [string, string] => [name, part.columnPrefix + name]),
  ]);
  const renamed = (column: string): string => names.get(column) ?? column;
  return part.groupBy.derivations.outputs.map(({ name, type, expression }) => ({
    name: part.columnPrefix + name,
    type: type ?? unsettled(name),
    expression: expression === null ? quotedName(renamed(name)) : renamedText(expression, renamed),
  }));
}

/** An expression as it is written, over columns that have other names. */
function renamedText(expression: CheckedExpression, renamed: (column: string) => string): ExpressionText {
  const { text, dialect } = expression;
  const analyzed = expression.analyzed ?? unsettled(text);
  const column = columnOf(analyzed);
  if (column !== null) return quotedName(renamed(column));
  return { text, dialect, names: Object.fromEntries(analyzed.columns.map(({ name }) => [name, renamed(name)])) };
}

/** `used`: the columns that are read; null for all. Those that conditions name are selected too, because conditions see them by name. */
function planScan(source: CheckedSource, used: ReadonlySet<string> | null): ScanPlan {
  const inConditions = new Set(
    source.wheres.flatMap(({ analyzed }) => analyzed?.columns.map(({ name }) => name) ?? []),
  );
  const columns = source.selects
    .filter(({ name }) => used === null || used.has(name) || inConditions.has(name))
    .map(
      ({ name, expression, type }): SelectedColumn => ({
        name,
        expression: plannedText(expression),
        type: type ?? unsettled(name),
      }),
    );
  const query = source.events?.query ?? {};
  return {
    table: source.table,
    // In the order of names, which Thrift keeps none of.
    columns: [...columns].sort((a, b) => (a.name < b.name ? -1 : 1)),
    where: source.wheres.map(plannedText),
    time: plannedText(source.time),
    lagMs: query.eventLag === undefined ? 0 : (windowMs(query.eventLag) ?? 0),
    startDay: query.startPartition ?? null,
    endDay: query.endPartition ?? null,
  };
}

/** Windows move their tails back by up to a hop, so a row can see that much further. */
function lookbackOf({ features, accuracy }: CheckedGroupBy): number | null {
  let lookback = 0;
  for (const { spec } of features) {
    if (spec.windowMs === null) return null;
    lookback = Math.max(lookback, spec.windowMs + hopMs(spec.windowMs, accuracy));
  }
  return lookback;
}

function outputOf({ spec, bound }: CheckedFeature): Field {
  return { name: spec.name, type: bound === null || isRefusal(bound) ? unsettled(spec.name) : bound.bound.output };
}

const fieldOf = (fields: readonly Field[], name: string): Field =>
  fields.find((field) => field.name === name) ?? unsettled(name);

const fieldMeaning = ({ name, type }: Field): Hashed => ({ name, type: typeText(type) });

/** What a scan makes of the rows it reads. Which partitions it may read is no part of it: the ledger has those by their versions. */
const scanMeaning = ({ table, where, time, lagMs, columns }: ScanPlan): Hashed => ({
  table,
  where: where.map(textMeaning),
  time: textMeaning(time),
  lagMs,
  columns: columns.map(selectMeaning),
});

const selectMeaning = ({ name, type, expression }: SelectedColumn): Hashed => ({
  name,
  type: typeText(type),
  expression: textMeaning(expression),
});

/** What a text means by itself is what it says; in another dialect, or of columns by other names, that too. */
const textMeaning = (expression: ExpressionText): Hashed =>
  typeof expression === 'string' ? expression : { ...expression, names: expression.names ?? {} };

function unsettled(name: string): never {
  throw new Error(`${name} has no type, and no rule said so.`);
}
