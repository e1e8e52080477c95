import type { Accuracy, FeatureSpec } from '@isochron/aggregation';
import type { ExpressionText } from '@isochron/expression';
import type { Field } from '@isochron/schema';

/**
 * What the backfill runs: definitions with everything settled (types, names, hashes), small and flat. Expressions say their dialect.
 */
export type Plan = GroupByPlan | JoinPlan;

/** A read of a source: selects, wheres and event time over a table in day partitions. */
export interface ScanPlan {
  readonly table: string;
  readonly columns: readonly SelectedColumn[];
  readonly where: readonly ExpressionText[];
  /** The event's time in milliseconds since the epoch. */
  readonly time: ExpressionText;
  readonly lagMs: number;
  /** First and last partition the table may be read from, inclusive. */
  readonly startDay: string | null;
  readonly endDay: string | null;
}

export interface SelectedColumn extends Field {
  readonly expression: ExpressionText;
}

export interface GroupByPlan {
  readonly kind: 'group-by';
  /** `flights/departures.byOrigin__1`. */
  readonly name: string;
  /** The output table: as its metadata says it, else the name with every character outside [a-zA-Z0-9_] as `_`, in its namespace. */
  readonly table: string;
  readonly accuracy: Accuracy;
  /** Where rows come from; each selects the keys and the inputs, by these names and types. */
  readonly scans: readonly ScanPlan[];
  readonly keys: readonly Field[];
  /** The columns the features read: inputs and buckets, each once. */
  readonly inputs: readonly Field[];
  readonly features: readonly FeatureSpec[];
  /** Names and types as they are folded, one a feature. */
  readonly outputs: readonly Field[];
  /** What the features become, of keys, features, `ts` (milliseconds) and `ds`; null where they stay as they are. */
  readonly derived: readonly SelectedColumn[] | null;
  /** How far back from a row its features reach, hop included; null: without bound. */
  readonly lookbackMs: number | null;
  /** Changes when, and only when, a number this plan computes may change. */
  readonly semanticHash: string;
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

export interface JoinPlan {
  readonly kind: 'join';
  readonly name: string;
  readonly table: string;
  readonly left: ScanPlan;
  /** Where the selected left rows stand between steps. */
  readonly leftTable: string;
  readonly leftHash: string;
  readonly parts: readonly PartPlan[];
  /**
   * How the table is made of left columns, `ts`, the outputs of all parts, and `ds`: stage after stage, each the whole table (left columns and `ts`
   * among it) over the columns of the one before. None where nothing is derived.
   */
  readonly derive: readonly (readonly SelectedColumn[])[];
  /** The features in the end. */
  readonly outputs: readonly Field[];
  readonly semanticHash: string;
}
