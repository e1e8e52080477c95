import type { GroupByPlan, JoinPlan, PartPlan, Plan, ScanPlan } from '@isochron/compiler';
import { quotedName } from '@isochron/expression';
import { type Field, IsochronError, intType, longType } from '@isochron/schema';
import type { DayRange, FoldCounts, FoldRequest, LeftRows, Target, Warehouse } from '@isochron/warehouse';
import { rangeText } from './days.ts';
import { outputsOf } from './features.ts';
import { runFold } from './fold.ts';
import { foldRequestOf } from './fold-request.ts';
import { askedOf, askedOfKeys, Inputs, oneDay, refuseNoEvents, spanOf, type TimeSpan } from './inputs.ts';
import {
  confirmWritten,
  fingerprintOf,
  type Missing,
  missingDays,
  replacesColumns,
  STEP_DAYS_UNLESS_SAID,
} from './ledger.ts';
import type { OnProgress } from './progress.ts';
import { type RunnablePlan, runnable } from './runnable.ts';
import { unusedSettings, wantedDays } from './settings.ts';

export interface BackfillRequest {
  readonly plan: Plan;
  /** Days of the output, both ends included. */
  readonly days: DayRange;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

export interface BackfillReport {
  readonly table: string;
  /** Those asked for; of a Join whose author wants no days before the newest, the last of them. */
  readonly days: DayRange;
  /** Days that were computed now, over all tables written: none if everything was there. */
  readonly computed: readonly {
    readonly step: string;
    readonly table: string;
    readonly days: number;
    readonly rows: number;
  }[];
  /** What the folds left out, by step. */
  readonly counts: readonly { readonly step: string; readonly counts: FoldCounts }[];
  /** Tables that had other columns: all of their days were one step, however many days the author gives one. */
  readonly replaced: readonly string[];
  /** What the author says that changes nothing here, by its name: `run.schedule`. */
  readonly unusedSettings: readonly string[];
}

/**
 * Fills what is missing of a definition's table. A step writes all its days or none; a second run does nothing; a run that was cut off
 * goes on with the first step it did not finish. Rejects with FAILED_PRECONDITION, before anything is written, if partitions it needs are
 * missing; with UNIMPLEMENTED for a plan that it cannot run; with CANCELLED when the signal was aborted.
 */
export async function backfill(warehouse: Warehouse, request: BackfillRequest): Promise<BackfillReport> {
  const plan = runnable(request.plan);
  const days = wantedDays(plan, request.days);
  const run = new Run(warehouse, { ...request, plan, days });
  try {
    await run.all();
  } catch (thrown) {
    throw request.signal.aborted ? cancelled(thrown) : thrown;
  }
  const { computed, counts, replaced } = run;
  return { table: plan.table, days, computed, counts, replaced, unusedSettings: unusedSettings(plan) };
}

/** Whatever a call under way says once it was told to stop is only the echo of that. */
const cancelled = (thrown: unknown): IsochronError =>
  new IsochronError('CANCELLED', 'Interrupted. What is finished stays: run the same backfill again to go on.', thrown);

/** A table to fill: what stands in the way of a day, and how a run of days is written. */
interface Step {
  readonly name: string;
  readonly table: string;
  /** How many days its author wants in one; null: nobody said. */
  readonly days: number | null;
  /** Of the table, in order, without `ds`. */
  readonly columns: readonly Field[];
  readonly fingerprint: (day: string) => Promise<string>;
  readonly write: (days: DayRange, missing: Missing) => Promise<number>;
}

interface RunRequest extends BackfillRequest {
  readonly plan: RunnablePlan;
}

class Run {
  readonly computed: { step: string; table: string; days: number; rows: number }[] = [];
  readonly counts: { step: string; counts: FoldCounts }[] = [];
  readonly replaced: string[] = [];
  readonly #warehouse: Warehouse;
  readonly #request: RunRequest;
  readonly #inputs: Inputs;

  constructor(warehouse: Warehouse, request: RunRequest) {
    this.#warehouse = warehouse;
    this.#request = request;
    this.#inputs = new Inputs(warehouse);
  }

  /** What can be refused is refused before the first step writes. */
  async all(): Promise<void> {
    const { plan, days } = this.#request;
    const steps = plan.kind === 'group-by' ? [this.#groupBy(plan)] : this.#join(plan);
    await this.#inputs.check(plan, days);
    for (const step of steps) await this.#isReplaced(step);
    for (const step of steps) await this.#fill(step);
  }

  #groupBy(plan: GroupByPlan): Step {
    return {
      name: plan.name,
      table: plan.table,
      days: plan.run.stepDays,
      columns: [...plan.keys, ...outputsOf(plan).map(({ name, type }) => ({ name, type }))],
      fingerprint: async (day) =>
        fingerprintOf(plan.semanticHash, await this.#inputs.eventVersions(plan, askedOfKeys(plan, oneDay(day)))),
      write: (days, missing) =>
        this.#fold(plan.name, plan, plan, { kind: 'every-key', days }, askedOfKeys(plan, days), {
          table: plan.table,
          days,
          missing,
          form: 'joined',
          derive: stagesOfKeys(plan),
        }),
    };
  }

  #join(plan: JoinPlan): readonly Step[] {
    const [only, ...others] = plan.parts;
    if (only !== undefined && others.length === 0) return [this.#joinOfOnePart(plan, only)];
    return [this.#left(plan), ...plan.parts.map((part) => this.#part(plan, part)), this.#assembled(plan)];
  }

  #left(plan: JoinPlan): Step {
    return {
      name: 'left side',
      table: plan.leftTable,
      days: plan.run.stepDays,
      columns: [{ name: 'row', type: intType }, { name: 'ts', type: longType }, ...fieldsOf(plan.left)],
      fingerprint: async (day) => fingerprintOf(plan.leftHash, [await this.#leftVersions(plan.left, day)]),
      write: async (days, missing) => {
        const report = await this.#warehouse.project({
          scan: await this.#inputs.leftScan(plan.left, days),
          target: { table: plan.leftTable, days, fingerprint: missing.fingerprint },
        });
        return report.rows;
      },
    };
  }

  #part(plan: JoinPlan, part: PartPlan): Step {
    const asked = (days: DayRange): TimeSpan => askedOf(part.groupBy, spanOf(days, plan.left.lagMs));
    return {
      name: part.name,
      table: part.table,
      days: part.groupBy.run.stepDays ?? plan.run.stepDays,
      columns: [{ name: 'row', type: intType }, ...part.outputs],
      fingerprint: async (day) =>
        fingerprintOf(part.semanticHash, [
          await this.#inputs.versions(plan.leftTable, oneDay(day)),
          ...(await this.#inputs.eventVersions(part.groupBy, asked(oneDay(day)))),
        ]),
      write: (days, missing) =>
        this.#fold(
          part.name,
          part.groupBy,
          part,
          {
            kind: 'table',
            table: plan.leftTable,
            days,
            keys: part.keys.map(({ left }) => left),
            lagMs: plan.left.lagMs,
          },
          asked(days),
          { table: part.table, days, missing, form: 'features' },
        ),
    };
  }

  #assembled(plan: JoinPlan): Step {
    return {
      name: plan.name,
      table: plan.table,
      days: plan.run.stepDays,
      columns: joinedColumns(plan),
      fingerprint: async (day) => {
        const versions = [await this.#inputs.versions(plan.leftTable, oneDay(day))];
        for (const part of plan.parts) versions.push(await this.#inputs.versions(part.table, oneDay(day)));
        return fingerprintOf(plan.semanticHash, versions);
      },
      write: async (days, missing) => {
        const report = await this.#warehouse.assemble({
          left: plan.leftTable,
          days,
          parts: plan.parts.map((part) => ({ table: part.table, outputs: part.outputs.map(({ name }) => name) })),
          target: { table: plan.table, days, fingerprint: missing.fingerprint, derive: plan.derive },
        });
        return report.rows;
      },
    };
  }

  #joinOfOnePart(plan: JoinPlan, part: PartPlan): Step {
    const asked = (days: DayRange): TimeSpan => askedOf(part.groupBy, spanOf(days, plan.left.lagMs));
    return {
      name: plan.name,
      table: plan.table,
      days: plan.run.stepDays ?? part.groupBy.run.stepDays,
      columns: joinedColumns(plan),
      fingerprint: async (day) =>
        fingerprintOf(`${plan.semanticHash} ${plan.leftHash} ${part.semanticHash}`, [
          await this.#leftVersions(plan.left, day),
          ...(await this.#inputs.eventVersions(part.groupBy, asked(oneDay(day)))),
        ]),
      write: async (days, missing) =>
        this.#fold(
          plan.name,
          part.groupBy,
          part,
          { kind: 'scan', scan: await this.#inputs.leftScan(plan.left, days), keys: part.keys.map(({ left }) => left) },
          asked(days),
          { table: plan.table, days, missing, form: 'joined', derive: plan.derive },
        ),
    };
  }

  #isReplaced({ table, columns }: Step): Promise<boolean> {
    const { plan, days } = this.#request;
    return replacesColumns(this.#warehouse, table, days, columns, plan.kind === 'join' && plan.run.isLastDayOnly);
  }

  async #fill(step: Step): Promise<void> {
    const { days, onProgress, signal } = this.#request;
    const isReplaced = await this.#isReplaced(step);
    const daysMax = isReplaced ? Number.POSITIVE_INFINITY : (step.days ?? STEP_DAYS_UNLESS_SAID);
    const missing = await missingDays(this.#warehouse, step.table, days, step.fingerprint, daysMax);
    if (isReplaced) this.replaced.push(step.table);
    for (const range of missing.steps) {
      signal.throwIfAborted();
      onProgress({ kind: 'start', step: step.name, table: step.table, days: rangeText(range) });
      const folds = this.counts.length;
      const rows = await step.write(range, missing);
      this.#inputs.written(await confirmWritten(this.#warehouse, step.table, range, missing));
      const count = missing.days.filter((day) => day >= range.start && day <= range.end).length;
      this.computed.push({ step: step.name, table: step.table, days: count, rows });
      onProgress({ kind: 'done', step: step.name, rows, counts: this.counts[folds]?.counts ?? null });
    }
  }

  async #fold(
    name: string,
    plan: GroupByPlan,
    outputs: { readonly outputs: FoldRequest['outputs'] },
    left: LeftRows,
    span: TimeSpan,
    target: {
      readonly table: string;
      readonly days: DayRange;
      readonly missing: Missing;
      readonly form: 'features' | 'joined';
      readonly derive?: Target['derive'];
    },
  ): Promise<number> {
    const { onProgress, signal } = this.#request;
    const events = await this.#inputs.eventScans(plan, span);
    if (left.kind === 'every-key') refuseNoEvents(plan, events, target.days);
    const step = await this.#warehouse.fold(
      foldRequestOf(plan, { left, events, fromMs: span.fromMs, outputs: outputs.outputs }),
    );
    try {
      await runFold(step, plan, signal, (rows) =>
        onProgress({ kind: 'rows', step: name, rows, rowsTotal: step.counts.rowsExpected }),
      );
      const report = await step.publish(
        {
          table: target.table,
          days: target.days,
          fingerprint: target.missing.fingerprint,
          ...(target.derive !== undefined && { derive: target.derive }),
        },
        target.form,
      );
      this.counts.push({ step: name, counts: step.counts });
      return report.rows;
    } finally {
      await step.close();
    }
  }

  async #leftVersions(scan: ScanPlan, day: string): Promise<string> {
    return this.#inputs.versions(scan.table, await this.#inputs.leftDays(scan, oneDay(day)));
  }
}

const fieldsOf = ({ columns }: ScanPlan): readonly Field[] => columns.map(({ name, type }) => ({ name, type }));

const joinedColumns = ({ left, outputs }: JoinPlan): readonly Field[] => [
  ...fieldsOf(left),
  { name: 'ts', type: longType },
  ...outputs,
];

/** A GroupBy's own table: its keys, and what its features become. */
const stagesOfKeys = ({ keys, derived }: GroupByPlan): NonNullable<Target['derive']> =>
  derived === null ? [] : [[...keys.map(({ name }) => ({ name, expression: quotedName(name) })), ...derived]];
