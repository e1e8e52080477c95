import { DAY_MS, hopStart, windowStart } from '@isochron/aggregation';
import { type Field, intType, longType } from '@isochron/schema';
import type {
  GroupByPlan,
  JoinPlan,
  LabelPlan,
  ModelTransformsPlan,
  PartitionPlan,
  PartPlan,
  Plan,
  ScanPlan,
  StagingQueryPlan,
  TableRead,
} from './plan.ts';

/** One table to fill, day by day, and what has to be there before. */
export interface StepPlan {
  readonly kind: 'left-side' | 'part' | 'labels' | 'join' | 'group-by' | 'staging-query' | 'model-transforms';
  /** Whose step it is: the definition's own, or that of one which stands in it and is computed first. */
  readonly of: string;
  readonly table: string;
  /** Besides the partition; null: known once it is filled. */
  readonly columns: readonly Field[] | null;
  readonly partition: PartitionPlan;
  readonly reads: readonly TableRead[];
  /** Changes when a value of the table may change, where what it reads stays. */
  readonly semanticHash: string;
}

const daily: PartitionPlan = { column: 'ds', format: 'yyyy-MM-dd', everyMs: DAY_MS, lateMs: 0, isTime: false };

/**
 * The steps of a plan in an order in which they can be run: those of definitions that stand in it first. None of a model, which fills no table. A join of
 * one part, and of nothing besides, may be folded straight into its table; the steps here are those of the general case.
 */
export function stepsOf(plan: Plan): readonly StepPlan[] {
  const steps = [...upstreamSteps(plan), ...ownSteps(plan)];
  return [...new Map(steps.map((step) => [step.table, step])).values()];
}

function upstreamSteps(plan: Plan): readonly StepPlan[] {
  return scansOf(plan).flatMap(({ upstream }) => (upstream === null ? [] : stepsOf(upstream)));
}

function scansOf(plan: Plan): readonly ScanPlan[] {
  switch (plan.kind) {
    case 'group-by':
    case 'model-transforms':
      return plan.scans;
    case 'join':
      return [plan.left, ...[...plan.parts, ...plan.labels].flatMap(({ groupBy }) => groupBy.scans)];
    case 'model':
      return plan.training === null ? [] : [plan.training.scan];
    case 'staging-query':
      return [];
  }
}

function ownSteps(plan: Plan): readonly StepPlan[] {
  switch (plan.kind) {
    case 'group-by':
      return [groupByStep(plan)];
    case 'join':
      return joinSteps(plan);
    case 'staging-query':
      return [stagingQueryStep(plan)];
    case 'model-transforms':
      return [modelTransformsStep(plan)];
    case 'model':
      return [];
  }
}

/** The value at the midnight that ends the day. */
function groupByStep(plan: GroupByPlan): StepPlan {
  return {
    kind: 'group-by',
    of: plan.name,
    table: plan.table,
    columns: [...plan.keys, ...(plan.derived ?? plan.outputs).map(({ name, type }) => ({ name, type }))],
    partition: daily,
    reads: plan.scans.flatMap((scan) => readsFor(plan, scan, { fromMs: DAY_MS, toMs: DAY_MS })),
    semanticHash: plan.semanticHash,
  };
}

function joinSteps(plan: JoinPlan): readonly StepPlan[] {
  const { left, leftTable, leftHash, name: of } = plan;
  const fields = left.columns.map(({ name, type }): Field => ({ name, type }));
  const rows: StepPlan = {
    kind: 'left-side',
    of,
    table: leftTable,
    columns: [{ name: 'row', type: intType }, { name: 'ts', type: longType }, ...fields],
    partition: daily,
    reads: [sameDay(left)],
    semanticHash: leftHash,
  };
  const parts = plan.parts.map((part) => partStep(plan, part));
  const labels = plan.labels.map((label) => labelStep(plan, label));
  const made = [rows, ...parts, ...labels].map(({ table }) => stepRead(table));
  const whole: StepPlan = {
    kind: 'join',
    of,
    table: plan.table,
    columns: [
      ...fields,
      { name: 'ts', type: longType },
      ...plan.outputs,
      ...plan.labels.flatMap(({ outputs }) => outputs),
    ],
    partition: daily,
    reads: [...made, ...plan.bootstraps.map(({ scan }) => sameDay(scan))],
    semanticHash: plan.semanticHash,
  };
  return [rows, ...parts, ...labels, whole];
}

/** Left rows lie in their day, give or take the lag; a SNAPSHOT row is asked at the midnight that begins its day. */
function partStep(plan: JoinPlan, part: PartPlan): StepPlan {
  const { lagMs } = plan.left;
  const asked =
    plan.left.kind === 'entities'
      ? { fromMs: DAY_MS, toMs: DAY_MS }
      : part.groupBy.accuracy === 'TEMPORAL'
        ? { fromMs: -lagMs, toMs: DAY_MS + lagMs }
        : { fromMs: hopStart(-lagMs, DAY_MS), toMs: hopStart(DAY_MS + lagMs - 1, DAY_MS) };
  const reads = part.groupBy.scans.flatMap((scan) => readsFor(part.groupBy, scan, asked));
  return filledFromLeft('part', plan, part, reads);
}

/** What happened after the rows, up to the end of the last one's span. */
function labelStep(plan: JoinPlan, label: LabelPlan): StepPlan {
  const { lagMs } = plan.left;
  const reads = label.groupBy.scans.map((scan) =>
    read(scan, { fromMs: label.fromMs - lagMs, toMs: DAY_MS + lagMs + label.toMs }),
  );
  return filledFromLeft('labels', plan, label, reads);
}

const filledFromLeft = (
  kind: 'part' | 'labels',
  { name: of, leftTable }: JoinPlan,
  { table, outputs, semanticHash }: PartPlan,
  reads: readonly TableRead[],
): StepPlan => ({
  kind,
  of,
  table,
  columns: [{ name: 'row', type: intType }, ...outputs],
  partition: daily,
  reads: [stepRead(leftTable), ...reads],
  semanticHash,
});

const stagingQueryStep = ({ name: of, table, reads, semanticHash }: StagingQueryPlan): StepPlan => ({
  kind: 'staging-query',
  of,
  table,
  columns: null,
  partition: daily,
  reads,
  semanticHash,
});

const modelTransformsStep = ({ name: of, table, outputs, scans, semanticHash }: ModelTransformsPlan): StepPlan => ({
  kind: 'model-transforms',
  of,
  table,
  columns: outputs,
  partition: daily,
  reads: scans.map(sameDay),
  semanticHash,
});

/** Milliseconds after the midnight that begins the day: what is asked is asked at instants between. */
interface Asked {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What a scan has to read for features that are asked for. */
function readsFor({ features, shape, accuracy }: GroupByPlan, scan: ScanPlan, asked: Asked): readonly TableRead[] {
  // Of entities, the last snapshot before is all there is to know, but for what changed since.
  if (scan.kind === 'entities') {
    const before = { fromMs: asked.fromMs - 1, toMs: asked.toMs };
    const snapshots = accuracy === 'TEMPORAL' ? { fromMs: -1, toMs: 0 } : before;
    const changes =
      scan.mutations === null || accuracy === 'SNAPSHOT' ? [] : [{ ...read(scan, asked), table: scan.mutations.table }];
    return [read(scan, snapshots), ...changes];
  }
  if (shape === 'rows') return [sameDay(scan)];
  const starts = features.map(({ windowMs }) => windowStart(asked.fromMs, windowMs, accuracy));
  return [read(scan, { fromMs: Math.min(asked.fromMs, ...starts), toMs: asked.toMs })];
}

/** The days that can hold events of a span, lag included. */
function read(scan: ScanPlan, { fromMs, toMs }: Asked): TableRead {
  const { table, partition, lagMs, startDay, endDay, isCumulative } = scan;
  return {
    table,
    partition,
    firstDaysBefore: fromMs === -Infinity ? null : zeroUnsigned(-Math.floor((fromMs - lagMs) / DAY_MS)),
    lastDaysBefore: zeroUnsigned(-Math.floor((toMs - 1 + lagMs) / DAY_MS)),
    startDay,
    endDay,
    isCumulative,
    isOptional: false,
  };
}

const sameDay = (scan: ScanPlan): TableRead => ({
  ...read({ ...scan, lagMs: 0 }, { fromMs: 0, toMs: DAY_MS }),
});

const stepRead = (table: string): TableRead => ({
  table,
  partition: daily,
  firstDaysBefore: 0,
  lastDaysBefore: 0,
  startDay: null,
  endDay: null,
  isCumulative: false,
  isOptional: false,
});

const zeroUnsigned = (days: number): number => (days === 0 ? 0 : days);
