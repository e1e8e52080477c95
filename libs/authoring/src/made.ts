import type { ConfigDefinition } from './config-definition.ts';
import type {
  AggregationDefinition,
  Definition,
  GroupByDefinition,
  JoinDefinition,
  TableDefinition,
} from './definition.ts';
import type { ModelDefinition, ModelTransformsDefinition } from './model-definition.ts';
import type {
  BootstrapDefinition,
  ContextualPartDefinition,
  ExternalPartDefinition,
  ExternalSourceDefinition,
  LabelDefinition,
  PartDefinition,
} from './part-definition.ts';
import type {
  EntitySourceDefinition,
  EventSourceDefinition,
  JoinSourceDefinition,
  ModelSourceDefinition,
} from './source-definition.ts';
import type { DependencyDefinition, StagingQueryDefinition } from './staging-query-definition.ts';

/** What each call of an author makes, by its kind. */
interface MadeByKind {
  readonly config: ConfigDefinition;
  readonly table: TableDefinition;
  readonly 'event-source': EventSourceDefinition;
  readonly 'entity-source': EntitySourceDefinition;
  readonly 'join-source': JoinSourceDefinition;
  readonly 'model-source': ModelSourceDefinition;
  readonly model: ModelDefinition;
  readonly 'model-transforms': ModelTransformsDefinition;
  readonly dependency: DependencyDefinition;
  readonly 'staging-query': StagingQueryDefinition;
  readonly aggregation: AggregationDefinition;
  readonly 'group-by': GroupByDefinition;
  readonly part: PartDefinition;
  readonly label: LabelDefinition;
  readonly 'external-source': ExternalSourceDefinition;
  readonly 'external-part': ExternalPartDefinition;
  readonly 'contextual-part': ContextualPartDefinition;
  readonly bootstrap: BootstrapDefinition;
  readonly join: JoinDefinition;
}

/** In the registry of symbols, so that a definition made by another copy of this package is known too. */
const brand = Symbol.for('isochron.made');

/** Marks what one of our calls made, and freezes it with all that it holds. The mark is not enumerable: what one sees is plain data. */
export function make<Made extends MadeByKind[keyof MadeByKind]>(made: Made): Made {
  Object.defineProperty(made, brand, { value: true });
  freeze(made);
  return made;
}

/** Whether `value` was made by the call of this kind; an object that merely looks like it was not. */
export function isMade<Kind extends keyof MadeByKind>(value: unknown, kind: Kind): value is MadeByKind[Kind] {
  return typeof value === 'object' && value !== null && brand in value && 'kind' in value && value.kind === kind;
}

/** Kinds of what a repository compiles. */
const definitionKinds = [
  'group-by',
  'join',
  'staging-query',
  'model',
  'model-transforms',
] as const satisfies readonly Definition['kind'][];

/** Whether an export of an author's file is a definition: what `groupBy`, `join`, `stagingQuery`, `model` or `modelTransforms` returned. */
export function isDefinition(value: unknown): value is Definition {
  return definitionKinds.some((kind) => isMade(value, kind));
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const held of Object.values(value)) freeze(held);
}
