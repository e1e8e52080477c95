import type { Difference, SqlType } from '@isochron/expression';
import type { Column } from '../case.ts';

/** A part of a random expression. */
export interface Node {
  readonly type: SqlType;
  /** What it is, for the report: `ROUND(FLOAT64) -> FLOAT64`, `CASE`. */
  readonly what: string;
  /** The text, from the texts of the children. */
  readonly write: (children: readonly string[]) => string;
  readonly children: readonly Child[];
  /** Where it differs on purpose. */
  readonly differs: Difference | null;
  /** The column that a leaf is. */
  readonly column: Column | null;
  /** The local of a lambda or an UNNEST that a leaf is. */
  readonly local: string | null;
}

/** A value of its own; or a text that is none, such as a part of a date, or a lambda with what it is made of. */
export type Child =
  | { readonly kind: 'value'; readonly node: Node }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly within: readonly Node[];
      readonly binds: readonly string[];
    };

export function textOf(node: Node): string {
  return node.write(node.children.map((child) => (child.kind === 'value' ? textOf(child.node) : child.text)));
}

/** The columns it reads, each once. */
export function columnsOf(node: Node): readonly Column[] {
  const found = new Map<string, Column>();
  const visit = (each: Node): void => {
    if (each.column !== null) found.set(each.column.name, each.column);
    for (const child of each.children) {
      if (child.kind === 'value') visit(child.node);
      else child.within.forEach(visit);
    }
  };
  visit(node);
  return [...found.values()];
}

/** Whether it stands by itself: whatever local it names is bound in it. */
export function isClosed(node: Node, bound: readonly string[] = []): boolean {
  if (node.local !== null) return bound.includes(node.local);
  return node.children.every((child) =>
    child.kind === 'value'
      ? isClosed(child.node, bound)
      : child.within.every((each) => isClosed(each, [...bound, ...child.binds])),
  );
}

/** Every part that is a value, the inner ones before what they are in. */
export function* partsOf(node: Node): Generator<Node> {
  for (const child of node.children) {
    if (child.kind === 'value') yield* partsOf(child.node);
    else for (const each of child.within) yield* partsOf(each);
  }
  yield node;
}
