import type { Accuracy, FeatureSpec } from '@isochron/aggregation';
import type { ExpressionText } from '@isochron/expression';
import type { DataType, Field } from '@isochron/schema';

/**
 * What a definition comes to: everything settled (types, names, hashes), small and flat. Expressions say their dialect. An executor that cannot run some of
 * it says so by name; nothing here is left out because of that.
 */
export type Plan = GroupByPlan | JoinPlan | StagingQueryPlan | ModelPlan | ModelTransformsPlan;

/** How a table is cut into partitions. */
export interface PartitionPlan {
  readonly column: string;
  /** A pattern of java.time. */
  readonly format: string;
  readonly everyMs: number;
  /** How late a partition usually is. */
  readonly lateMs: number;
  /** True where the column holds times, and partitions are ranges of it. */
  readonly isTime: boolean;
}

/** A read of a source: selects, wheres and event time over a table in partitions. */
export interface ScanPlan {
  /** `entities`: rows are what is, at the end of each partition; `events`: what happened. */
  readonly kind: 'events' | 'entities';
  readonly table: string;
  readonly partition: PartitionPlan;
  /** Partitions below the day that must be there, as they are written. */
  readonly waitsFor: readonly string[];
  /** What fills the table, where that stands whole in the definition: it is computed first. */
  readonly upstream: JoinPlan | ModelTransformsPlan | null;
  /** True where each partition holds everything since the beginning, so that one is read. */
  readonly isCumulative: boolean;
  /** Statements that are run once before. */
  readonly setups: readonly string[];
  readonly columns: readonly SelectedColumn[];
  readonly where: readonly ExpressionText[];
  /** The event's time in milliseconds since the epoch. */
  readonly time: ExpressionText;
  /** The event's own identity: of events that have the same, one counts. null: every row is an event. */
  readonly id: ExpressionText | null;
  readonly lagMs: number;
  /** First and last partition the table may be read from, inclusive. */
  readonly startDay: string | null;
  readonly endDay: string | null;
  /** Of entities: what changed since the last partition. */
  readonly mutations: MutationPlan | null;
}

/** The changes of entities, selected as their snapshots are. */
export interface MutationPlan {
  readonly table: string;
  /** In milliseconds since the epoch. */
  readonly changeTime: ExpressionText;
  /** True of the row as it was before the change. */
  readonly isBefore: ExpressionText;
}

export interface SelectedColumn extends Field {
  readonly expression: ExpressionText;
}

/** What an author says of the jobs that fill a table. None of it changes a value, or is part of a semantic hash. */
export interface RunPlan {
  /** How many days a step computes; null: as many as the executor likes. */
  readonly stepDays: number | null;
  /** True where, of the days of a Join that are asked for, the last alone is computed. A GroupBy's are all computed, as in the existing system. */
  readonly isLastDayOnly: boolean;
  /** When an orchestrator is to start what computes the table, and what uploads it; null: never. */
  readonly schedule: string | null;
  readonly onlineSchedule: string | null;
  /** Whatever else is said, by the names that authors write: `run.env`. An executor that has no use for it says so. */
  readonly others: readonly string[];
}

/** What every plan that fills a table has. */
interface FillingPlan {
  /** `flights/departures.byOrigin__1`. */
  readonly name: string;
  /** The output table: `{namespace}.{name}` with every other character than letters, digits and underscores as `_`; or as its metadata has it. */
  readonly table: string;
  /** Columns that the table is cut by: the day, and others below it. */
  readonly partitionColumns: readonly string[];
  /** How it is cut by the first of them. */
  readonly partition: PartitionPlan;
  readonly run: RunPlan;
  /** Changes when, and only when, a value this plan computes may change. */
  readonly semanticHash: string;
}

/** Tables of earlier versions that hold columns of this one as they are: they can be copied for days that both have. */
export interface ReusePlan {
  readonly name: string;
  readonly table: string;
  /** Each of the new table's, with its name there. A row that is missing there has null in them. */
  readonly columns: readonly { readonly name: string; readonly from: string }[];
}

export interface GroupByPlan extends FillingPlan {
  readonly kind: 'group-by';
  readonly accuracy: Accuracy;
  /** Where rows come from; each selects the keys and the inputs, by these names and types. */
  readonly scans: readonly ScanPlan[];
  readonly keys: readonly Field[];
  /** The columns the features read: inputs and buckets, each once; without aggregations the features. */
  readonly inputs: readonly Field[];
  /** `rows`: rows are one a key already, and the inputs are the features as they are. */
  readonly shape: 'aggregated' | 'rows';
  readonly features: readonly FeatureSpec[];
  /** Names and types as they are folded, one a feature; of rows, the inputs. */
  readonly outputs: readonly Field[];
  /** What the features become, of keys, features, `ts` (milliseconds) and `ds`; null where they stay as they are. */
  readonly derived: readonly SelectedColumn[] | null;
  /** How far back from a row its features reach, hop included; null: without bound. */
  readonly lookbackMs: number | null;
  readonly reuse: readonly ReusePlan[];
}

export interface PartPlan {
  /** Unique in its join: `flights_departures_byOrigin__1`, or with its prefix before it. */
  readonly name: string;
  /** Where the part's own table stands. */
  readonly table: string;
  readonly groupBy: GroupByPlan;
  /** Which left column carries which key, in the order of the GroupBy's keys. */
  readonly keys: readonly { readonly left: string; readonly right: string }[];
  /** The columns this part folds for the join, one a feature of the GroupBy, in its order; before anything is derived of them. */
  readonly outputs: readonly Field[];
  /** Of the GroupBy, the keys and the names; not of the left side. */
  readonly semanticHash: string;
}

/** Features that a service gives when a vector is asked for, or the caller himself. In the table they are null, those of the caller what the left side has. */
export interface ExternalPlan {
  /** What the service is registered under. */
  readonly service: string;
  readonly isContextual: boolean;
  readonly keys: readonly { readonly left: string; readonly right: string; readonly type: DataType }[];
  /** By the names they have in the join, and by the service's. */
  readonly outputs: readonly (Field & { readonly field: string })[];
}

/** A table whose values are taken instead of computed ones, wherever it has a row; of several tables the first. */
export interface BootstrapPlan {
  readonly scan: ScanPlan;
  /** True for the log of what was served. */
  readonly isLog: boolean;
  /** The columns that find a row, in the table and on the left, besides the day. */
  readonly keys: readonly string[];
  /** The columns of the join that are taken of it. */
  readonly columns: readonly string[];
}

/** What happened after a row, over [q + fromMs, q + toMs). */
export interface LabelPlan extends PartPlan {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface JoinPlan extends FillingPlan {
  readonly kind: 'join';
  readonly left: ScanPlan;
  /** Where the selected left rows stand between steps. */
  readonly leftTable: string;
  readonly leftHash: string;
  readonly parts: readonly PartPlan[];
  readonly externals: readonly ExternalPlan[];
  readonly bootstraps: readonly BootstrapPlan[];
  readonly labels: readonly LabelPlan[];
  /** The left columns that tell rows apart. */
  readonly rowIds: readonly string[];
  /** Left rows are left out whose columns are among these, literals of SQL. */
  readonly skewKeys: readonly { readonly column: string; readonly literals: readonly string[] }[];
  /**
   * How the table is made of left columns, `ts`, the outputs of all parts, and `ds`: stage after stage, each the whole table (left columns and `ts`
   * among it) over the columns of the one before. None where nothing is derived.
   */
  readonly derive: readonly (readonly SelectedColumn[])[];
  /** The features in the end, without labels. */
  readonly outputs: readonly Field[];
  readonly reuse: readonly ReusePlan[];
}

/** Whose warehouse runs a query. */
export type EngineName = 'spark' | 'bigquery' | 'snowflake';

export interface StagingQueryPlan extends FillingPlan {
  readonly kind: 'staging-query';
  /** With its macros. */
  readonly query: string;
  readonly setups: readonly string[];
  /** null: the warehouse's own. */
  readonly engine: EngineName | null;
  readonly reads: readonly TableRead[];
  readonly startDay: string | null;
  /** How many of the last days are computed anew each time. */
  readonly recomputeDays: number;
}

/** What a model is asked and answers. It fills no table. */
export interface ModelPlan {
  readonly kind: 'model';
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly expression: ExpressionText }[];
  /** The fields of a prediction, `{model}__{field}`. */
  readonly prediction: readonly Field[];
  /** The columns made of them, `{model}__{output}`. */
  readonly outputs: readonly SelectedColumn[];
  readonly training: TrainingPlan | null;
  readonly semanticHash: string;
}

export interface TrainingPlan {
  readonly scan: ScanPlan;
  /** How far back it learns; null: without bound. */
  readonly windowMs: number | null;
  readonly schedule: string | null;
}

export interface ModelTransformsPlan extends FillingPlan {
  readonly kind: 'model-transforms';
  readonly scans: readonly ScanPlan[];
  readonly models: readonly ModelPlan[];
  /** Columns of the rows that are kept. */
  readonly passed: readonly string[];
  readonly outputs: readonly Field[];
}

/** The partitions of a table that are read for an output day D. */
export interface TableRead {
  readonly table: string;
  readonly partition: PartitionPlan;
  /** The first is that of D minus so many days; null: the first there is. */
  readonly firstDaysBefore: number | null;
  /** The last is that of D minus so many days; negative: after D. */
  readonly lastDaysBefore: number;
  /** None before and none after these. */
  readonly startDay: string | null;
  readonly endDay: string | null;
  /** True where one partition, the last, holds everything. */
  readonly isCumulative: boolean;
  /** True where it may be missing. */
  readonly isOptional: boolean;
}
