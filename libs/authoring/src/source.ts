import type { Columns, Select } from './column-type.ts';
import { isMade } from './made.ts';
import type { SourceDefinition } from './source-definition.ts';

declare const declared: unique symbol;

/** What TypeScript knows of any source: the columns it selects, and those of the table that it selects from. */
export interface TypedRows<Declared extends Columns = Columns, Selected extends Select = Select> {
  /** Its names are those of the columns. */
  readonly select: Selected;
  /** For TypeScript alone: no source has it. */
  readonly [declared]?: Declared;
}

/** Anything that rows come from. */
export type AnySource = SourceDefinition & TypedRows;

/** The columns of what a source reads. */
export type DeclaredIn<Source extends TypedRows> = NonNullable<Source[typeof declared]>;

/** What to pass where a source is wanted, for a sentence. */
export const SOURCE = 'what eventSource(), entitySource(), joinSource() or modelSource() returned';

const kinds = ['event-source', 'entity-source', 'join-source', 'model-source'] as const;

export function isSource(value: unknown): value is SourceDefinition {
  return kinds.some((kind) => isMade(value, kind));
}
