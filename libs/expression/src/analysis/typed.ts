import type { Cast } from '../registry/cast.ts';
import type { FunctionRow, Signature } from '../registry/row.ts';
import type { Position } from '../syntax/tree.ts';
import type { SqlType } from '../types/sql-type.ts';
import type { SqlValue } from '../value.ts';

/** An expression whose every part has a type, and every name a meaning. */
export type Typed = Position & {
  readonly type: SqlType;
} /** `written`: how a literal of a FLOAT64 stands in the text. It becomes a NUMERIC from that, not from the nearest double. */ & (
    | { readonly kind: 'constant'; readonly value: SqlValue; readonly written?: string }
    /** `column`: its place among the columns the expression reads. */
    | { readonly kind: 'column'; readonly column: number }
    /** A parameter of a lambda, or the element or the position of an UNNEST, by a number of its own in the expression. */
    | { readonly kind: 'local'; readonly id: number; readonly name: string }
    | { readonly kind: 'field'; readonly operand: Typed; readonly field: string; readonly position: number }
    | TypedCall
    | TypedCast
    /** `subject`: the value of `CASE x WHEN …`, which the conditions know as a local. */
    | {
        readonly kind: 'case';
        readonly subject: { readonly local: TypedLocal; readonly value: Typed } | null;
        readonly branches: readonly TypedBranch[];
        readonly otherwise: Typed;
      }
    | { readonly kind: 'array'; readonly items: readonly Typed[] }
    | { readonly kind: 'struct'; readonly fields: readonly Typed[] }
    /** Stands only among the arguments of a call; its type is that of its body. */
    | TypedLambda
    | TypedUnnest
  );

export type TypedCall = {
  readonly kind: 'call';
  readonly row: FunctionRow;
  readonly signature: Signature;
  readonly args: readonly Typed[];
  /** For each argument the name it goes by, empty where it goes by its place. */
  readonly names: readonly string[];
  readonly safe: boolean;
};

export type TypedCast = {
  readonly kind: 'cast';
  readonly cast: Cast;
  readonly operand: Typed;
  readonly typeParams: readonly number[];
  readonly safe: boolean;
  readonly format: Typed | null;
  readonly zone: Typed | null;
};

export interface TypedBranch {
  readonly when: Typed;
  readonly result: Typed;
}

export interface TypedLocal {
  readonly id: number;
  readonly name: string;
  readonly type: SqlType;
}

export type TypedLambda = { readonly kind: 'lambda'; readonly params: readonly TypedLocal[]; readonly body: Typed };

export type TypedUnnest = {
  readonly kind: 'unnest';
  readonly what: 'EXISTS' | 'ARRAY';
  readonly array: Typed;
  readonly element: TypedLocal;
  readonly position: TypedLocal;
  readonly where: Typed | null;
  readonly select: Typed;
};

/** Everything directly inside a node, in the order of evaluation. */
export function childrenOf(node: Typed): readonly Typed[] {
  switch (node.kind) {
    case 'constant':
    case 'column':
    case 'local':
      return [];
    case 'field':
      return [node.operand];
    case 'call':
      return node.args;
    case 'cast':
      return [node.operand, ...(node.format === null ? [] : [node.format]), ...(node.zone === null ? [] : [node.zone])];
    case 'case':
      return [
        ...(node.subject === null ? [] : [node.subject.value]),
        ...node.branches.flatMap(({ when, result }) => [when, result]),
        node.otherwise,
      ];
    case 'array':
      return node.items;
    case 'struct':
      return node.fields;
    case 'lambda':
      return [node.body];
    case 'unnest':
      return [node.array, ...(node.where === null ? [] : [node.where]), node.select];
  }
}

/** The tree with every node replaced by what `change` makes of it, the innermost first. */
export function mapNodes(node: Typed, change: (node: Typed) => Typed): Typed {
  const inner = (child: Typed): Typed => mapNodes(child, change);
  switch (node.kind) {
    case 'constant':
    case 'column':
    case 'local':
      return change(node);
    case 'field':
      return change({ ...node, operand: inner(node.operand) });
    case 'call':
      return change({ ...node, args: node.args.map(inner) });
    case 'cast': {
      const { operand, format, zone } = node;
      return change({ ...node, operand: inner(operand), format: format && inner(format), zone: zone && inner(zone) });
    }
    case 'case':
      return change({
        ...node,
        subject: node.subject && { ...node.subject, value: inner(node.subject.value) },
        branches: node.branches.map(({ when, result }) => ({ when: inner(when), result: inner(result) })),
        otherwise: inner(node.otherwise),
      });
    case 'array':
      return change({ ...node, items: node.items.map(inner) });
    case 'struct':
      return change({ ...node, fields: node.fields.map(inner) });
    case 'lambda':
      return change({ ...node, body: inner(node.body) });
    case 'unnest':
      return change({
        ...node,
        array: inner(node.array),
        where: node.where && inner(node.where),
        select: inner(node.select),
      });
  }
}

/** How many parts an expression has. */
export const sizeOf = (node: Typed): number => childrenOf(node).reduce((sum, child) => sum + sizeOf(child), 1);

/** The locals that a node itself brings in or names. */
function localIdsOf(node: Typed): readonly number[] {
  switch (node.kind) {
    case 'local':
      return [node.id];
    case 'lambda':
      return node.params.map(({ id }) => id);
    case 'unnest':
      return [node.element.id, node.position.id];
    case 'case':
      return node.subject === null ? [] : [node.subject.local.id];
    default:
      return [];
  }
}

/** A number above those of all locals of an expression. */
export const localsEnd = (node: Typed): number =>
  Math.max(0, ...localIdsOf(node).map((id) => id + 1), ...childrenOf(node).map(localsEnd));

/** A node, without what is inside of it, whose locals count from `base` on. */
export function withLocalsFrom(node: Typed, base: number): Typed {
  const moved = <Local extends { readonly id: number }>(local: Local): Local => ({ ...local, id: local.id + base });
  switch (node.kind) {
    case 'local':
      return moved(node);
    case 'lambda':
      return { ...node, params: node.params.map(moved) };
    case 'unnest':
      return { ...node, element: moved(node.element), position: moved(node.position) };
    case 'case':
      return node.subject === null ? node : { ...node, subject: { ...node.subject, local: moved(node.subject.local) } };
    default:
      return node;
  }
}
