import type { GroupByDefinition, JoinDefinition, Place } from './definition.ts';
import type { QueryDefinition, ReadTable } from './source-definition.ts';

export interface PartDefinition {
  readonly kind: 'part';
  readonly place: Place;
  readonly groupBy: GroupByDefinition;
  /** Left column -> key of the GroupBy; keys that are not named here have the left column of their own name. */
  readonly on: Readonly<Record<string, string>>;
  readonly prefix: string | null;
}

/** What a GroupBy says of a row's keys in the time after the row's own, from `from` on and before `to`. */
export interface LabelDefinition {
  readonly kind: 'label';
  readonly place: Place;
  readonly groupBy: GroupByDefinition;
  readonly on: Readonly<Record<string, string>>;
  readonly prefix: string | null;
  readonly from: string;
  readonly to: string;
}

/** A service outside that gives features, by the name it is registered under. */
export interface ExternalSourceDefinition {
  readonly kind: 'external-source';
  readonly place: Place;
  readonly name: string;
  readonly team: string | null;
  /** Names and types, in order. */
  readonly keys: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

export interface ExternalPartDefinition {
  readonly kind: 'external-part';
  readonly place: Place;
  readonly source: ExternalSourceDefinition;
  /** Left column -> key of the service. */
  readonly on: Readonly<Record<string, string>>;
  readonly prefix: string | null;
}

/** Features that come with the request itself. */
export interface ContextualPartDefinition {
  readonly kind: 'contextual-part';
  readonly place: Place;
  readonly team: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly prefix: string | null;
}

/** A table whose values are taken instead of computed ones. */
export interface BootstrapDefinition extends Omit<QueryDefinition, 'select'> {
  readonly kind: 'bootstrap';
  readonly place: Place;
  /** null: what was logged of the answers that the join served. */
  readonly table: ReadTable | JoinDefinition | null;
  /** null: every column as it is. */
  readonly select: Readonly<Record<string, string>> | null;
  /** Columns that find the left row; null: the join's row ids. */
  readonly keys: readonly string[] | null;
}
