import type {
  AggregationDefinition,
  Definition,
  EventSourceDefinition,
  GroupByDefinition,
  JoinDefinition,
  PartDefinition,
  TableDefinition,
} from './definition.ts';

/** What each call of an author makes, by its kind. */
interface MadeByKind {
  readonly table: TableDefinition;
  readonly 'event-source': EventSourceDefinition;
  readonly aggregation: AggregationDefinition;
  readonly 'group-by': GroupByDefinition;
  readonly part: PartDefinition;
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

/** Whether an export of an author's file is a definition: what `groupBy` or `join` returned. Tables, sources and parts are not. */
export function isDefinition(value: unknown): value is Definition {
  return isMade(value, 'group-by') || isMade(value, 'join');
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const held of Object.values(value)) freeze(held);
}
