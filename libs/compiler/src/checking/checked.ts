import type { Accuracy, Feature, Refusal } from '@isochron/aggregation';
import type { DialectName } from '@isochron/expression';
import type { DataType, Field } from '@isochron/schema';
import type {
  BootstrapPart,
  ExternalPart,
  GroupBy,
  Join,
  JoinPart,
  LabelPart,
  Model,
  ModelTransforms,
  Query,
  StagingQuery,
} from '@isochron/thrift';
import type { UnpackedFeature } from '../features.ts';
import type { ReadMacros } from '../macros/index.ts';
import type { CheckedDerivations } from './check-derivations.ts';
import type { CheckedExpression, Output } from './checked-expression.ts';

/** An object with everything looked up that rules and the planner ask for; what cannot be known for a fault is null. */
export type Checked = CheckedGroupBy | CheckedJoin | CheckedStagingQuery | CheckedModel | CheckedModelTransforms;

/** What every checked object has. */
interface CheckedObject {
  readonly name: string;
  /** Where it stands in the object that is checked: `joinParts[2].groupBy`; empty for that object itself. */
  readonly path: string;
  readonly dialect: DialectName;
  /** The table it fills. */
  readonly table: string;
}

/** Whether rows are things that happened or things that are. */
export type DataModel = 'events' | 'entities';

export interface CheckedSource {
  readonly kind: 'events' | 'entities' | 'join' | 'model-transforms';
  /** `sources[0]`. */
  readonly path: string;
  /** Where its selects and conditions stand: `sources[0].events.query`. */
  readonly queryPath: string;
  readonly query: Query;
  readonly model: DataModel;
  /** The table that is read, of entities that of their snapshots, of another object the one it fills. */
  readonly table: string;
  readonly tablePath: string;
  /** null where the table is not known; of another object, what it makes, null while some of that has no type. */
  readonly tableColumns: readonly Field[] | null;
  /** The live twin of what is read. */
  readonly topic: string | null;
  /** True where each partition holds everything since the beginning. */
  readonly isCumulative: boolean;
  /** The object that is read, which stands whole in this one. */
  readonly upstream: CheckedJoin | CheckedModelTransforms | null;
  readonly mutations: CheckedMutations | null;
  readonly partition: CheckedPartition;
  /** The event's time; where none is written, the end of the partition's day. */
  readonly time: CheckedExpression;
  readonly selects: readonly CheckedSelect[];
  readonly wheres: readonly CheckedExpression[];
  /** Of an event's own identity, if it has one. */
  readonly id: CheckedExpression | null;
  /** All of its texts, in the order people write them. */
  readonly expressions: readonly CheckedExpression[];
}

export interface CheckedSelect {
  readonly name: string;
  readonly expression: CheckedExpression;
  readonly type: DataType | null;
}

/** The changes of entities: rows before and after, by the same selects and conditions. */
export interface CheckedMutations {
  readonly table: string;
  readonly tablePath: string;
  readonly tableColumns: readonly Field[] | null;
  readonly selects: readonly CheckedSelect[];
  readonly wheres: readonly CheckedExpression[];
  /** The time of the entity's row, as in the snapshots. */
  readonly time: CheckedExpression;
  /** The time of the change. */
  readonly changeTime: CheckedExpression;
  /** True of the row as it was before the change. */
  readonly isBefore: CheckedExpression;
}

/** How a table is cut. */
export interface CheckedPartition {
  readonly column: string;
  /** A pattern of java.time. */
  readonly format: string;
  /** null for a length that is none. */
  readonly everyMs: number | null;
  readonly lateMs: number;
  /** True where the column holds times, and partitions are ranges of it. */
  readonly isTime: boolean;
}

export interface CheckedGroupBy extends CheckedObject {
  readonly kind: 'group-by';
  readonly thrift: GroupBy;
  readonly accuracy: Accuracy;
  readonly sources: readonly CheckedSource[];
  readonly keys: readonly string[];
  /** The columns of the first source that have a type. */
  readonly columns: readonly Field[];
  /** Of aggregations. */
  readonly features: readonly CheckedFeature[];
  /** Without aggregations: the columns but the keys, which are the features as they are; else null. */
  readonly rowFeatures: readonly Output[] | null;
  readonly derivations: CheckedDerivations;
}

export interface CheckedFeature extends UnpackedFeature {
  /** null while its input or bucket is not a column with a type. */
  readonly bound: Feature | Refusal | null;
}

export interface CheckedJoin extends CheckedObject {
  readonly kind: 'join';
  readonly thrift: Join;
  readonly left: CheckedSource;
  readonly parts: readonly CheckedPart[];
  readonly externals: readonly CheckedExternal[];
  readonly bootstraps: readonly CheckedBootstrap[];
  readonly labels: readonly CheckedLabel[];
  readonly derivations: CheckedDerivations;
}

export interface CheckedPart {
  readonly path: string;
  readonly thrift: JoinPart;
  readonly groupBy: CheckedGroupBy;
  /** Whether the group-by is checked by itself in the same set, so that what is to be said of it is said there. Its paths are those of the original then. */
  readonly isCopy: boolean;
  /** Which left column carries which key, in the order of the keys. */
  readonly keys: readonly Carried[];
  readonly columnPrefix: string;
}

/** A key and the left column that carries it. */
export interface Carried {
  readonly left: string;
  readonly right: string;
}

/** Features that a service outside gives, or the caller himself. */
export interface CheckedExternal {
  readonly path: string;
  readonly thrift: ExternalPart;
  /** What it is registered under. */
  readonly service: string;
  readonly isContextual: boolean;
  readonly keys: readonly (Carried & { readonly type: DataType | null })[];
  /** Its columns, by the names they have in the join, and the service's own. */
  readonly outputs: readonly (Output & { readonly field: string })[];
  /** Why its schemas cannot be read. */
  readonly faults: readonly { readonly path: string; readonly message: string }[];
}

/** A table whose values are taken instead of computed ones. */
export interface CheckedBootstrap {
  readonly path: string;
  readonly thrift: BootstrapPart;
  readonly source: CheckedSource;
  /** The left columns that find its row; empty where neither it nor the join says which. */
  readonly keys: readonly string[];
  /** True for the log of what was served. */
  readonly isLog: boolean;
}

/** What happened after a row, as its labels. */
export interface CheckedLabel {
  readonly path: string;
  readonly thrift: LabelPart;
  readonly part: CheckedPart;
  /** After the row's time; null for what is no length. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

export interface CheckedStagingQuery extends CheckedObject {
  readonly kind: 'staging-query';
  readonly thrift: StagingQuery;
  readonly partition: CheckedPartition;
  readonly macros: ReadMacros;
  /** Those that its SQL names, as far as it can be told without a parser of whole queries, and those that its macros ask. */
  readonly tables: readonly string[];
}

export interface CheckedModel extends CheckedObject {
  readonly kind: 'model';
  readonly thrift: Model;
  /** Over a row of what the model is asked for; over no columns that are known where it stands alone. */
  readonly inputs: readonly { readonly name: string; readonly expression: CheckedExpression }[];
  /** The columns it adds, over the prediction's fields. */
  readonly outputs: readonly (Output & { readonly expression: CheckedExpression })[];
  /** The prediction, `{model}__{field}`; null while its schema cannot be read. */
  readonly prediction: readonly Field[] | null;
  readonly faults: readonly { readonly path: string; readonly message: string }[];
  /** What it learns from. */
  readonly training: CheckedSource | null;
}

export interface CheckedModelTransforms extends CheckedObject {
  readonly kind: 'model-transforms';
  readonly thrift: ModelTransforms;
  readonly sources: readonly CheckedSource[];
  readonly models: readonly CheckedModel[];
  /** The columns in the end: those passed on, and those of its models. */
  readonly outputs: readonly Output[];
}
