import type { DataType, Field } from '@isochron/schema';
import type { Fault } from '../syntax/token.ts';
import type { Analysis, Analyzed } from './analyze.ts';
import { analyzeText, type ExpressionText, writtenText } from './expression-text.ts';
import { childrenOf, localsEnd, mapNodes, sizeOf, type Typed, withLocalsFrom } from './typed.ts';

/** What an expression may grow to when the columns it names are written out in it. */
const NODES_MAX = 100_000;

/** Columns made of the columns of a row, and conditions on it, as text. */
export interface SelectionText {
  readonly columns: readonly { readonly name: string; readonly expression: ExpressionText }[];
  /** Conditions name `columns` first, then the row's own. A row stays where every one is TRUE. */
  readonly where: readonly ExpressionText[];
}

export interface SelectedExpression {
  readonly name: string;
  readonly analyzed: Storable;
}

/** An expression whose values a column can hold. */
export type Storable = Analyzed & { readonly dataType: DataType };

/** A selection over the columns of a row alone: what a condition says of a selected column, it says of what that is made of. */
export interface Selection {
  readonly columns: readonly SelectedExpression[];
  readonly where: readonly Analyzed[];
}

export interface SelectionFault {
  readonly text: string;
  readonly fault: Fault;
}

/** Every expression analyzed, or everything that is wrong with any. */
export function analyzeSelection(
  written: SelectionText,
  fields: readonly Field[],
):
  | { readonly selection: Selection; readonly faults: readonly [] }
  | { readonly selection: null; readonly faults: readonly SelectionFault[] } {
  const faults: SelectionFault[] = [];
  const columns = written.columns.flatMap(({ name, expression }): SelectedExpression[] => {
    const { analyzed, faults: found } = analyzeText(expression, fields);
    const text = writtenText(expression);
    faults.push(...found.map((fault) => ({ text, fault })));
    if (analyzed === null) return [];
    if (isStorable(analyzed)) return [{ name, analyzed }];
    faults.push({ text, fault: unstorable(analyzed) });
    return [];
  });
  const where = written.where.flatMap((condition): Analyzed[] => {
    const { analyzed, faults: found } = analyzeCondition(condition, columns, fields);
    faults.push(...found.map((fault) => ({ text: writtenText(condition), fault })));
    return analyzed === null ? [] : [analyzed];
  });
  return faults.length > 0 ? { selection: null, faults } : { selection: { columns, where }, faults: [] };
}

/** Selections one after the other, each of the columns that the one before makes, as one selection of the columns of the row. */
export function analyzeStages(
  stages: readonly SelectionText['columns'][],
  fields: readonly Field[],
): ReturnType<typeof analyzeSelection> {
  const [first = [], ...others] = stages;
  let made = analyzeSelection({ columns: first, where: [] }, fields);
  for (const columns of others) {
    if (made.selection === null) return made;
    const before = made.selection.columns;
    const next = analyzeSelection(
      { columns, where: [] },
      before.map(({ name, analyzed }) => ({ name, type: analyzed.dataType })),
    );
    if (next.selection === null) return next;
    const faults: SelectionFault[] = [];
    const written = next.selection.columns.flatMap(({ name, analyzed }): SelectedExpression[] => {
      const fault = tooLong(analyzed, before);
      if (fault !== null) faults.push({ text: analyzed.text, fault });
      return fault === null ? [{ name, analyzed: { ...inlined(analyzed, before), dataType: analyzed.dataType } }] : [];
    });
    made = faults.length > 0 ? { selection: null, faults } : { selection: { columns: written, where: [] }, faults: [] };
  }
  return made;
}

/** A condition over selected columns and those of the row; it comes out as one over those of the row. */
export function analyzeCondition(
  condition: ExpressionText,
  selected: readonly SelectedExpression[],
  fields: readonly Field[],
): Analysis {
  const hidden = new Set(selected.map(({ name }) => name));
  const visible: readonly Field[] = [
    ...selected.map(({ name, analyzed }) => ({ name, type: analyzed.dataType })),
    ...fields.filter(({ name }) => !hidden.has(name)),
  ];
  const analysis = analyzeText(condition, visible);
  if (analysis.analyzed === null) return analysis;
  const { analyzed } = analysis;
  if (analyzed.type.kind !== 'BOOL') {
    const message = `The condition ${analyzed.text} is of type ${analyzed.type.kind}, not BOOL.`;
    const { offset, length } = analyzed.typed;
    const fault: Fault = { code: 'type', offset, length, found: analyzed.type.kind, expected: 'BOOL', message };
    return { analyzed: null, faults: [fault] };
  }
  const fault = tooLong(analyzed, selected);
  return fault === null ? { analyzed: inlined(analyzed, selected), faults: [] } : { analyzed: null, faults: [fault] };
}

export const isStorable = (analyzed: Analyzed): analyzed is Storable => !('unstorable' in analyzed.dataType);

export function unstorable({ typed, type }: Analyzed): Fault {
  const message = `A value of type ${type.kind} cannot be kept in a column; cast it to a type that can, such as STRING.`;
  const { offset, length } = typed;
  return { code: 'type', offset, length, found: type.kind, expected: 'a type of columns', message };
}

/** The expression with selected columns replaced by what they are made of. */
function inlined(analyzed: Analyzed, selected: readonly SelectedExpression[]): Analyzed {
  const columns: Field[] = [];
  const place = (field: Field): number => {
    const known = columns.findIndex(({ name }) => name === field.name);
    return known === -1 ? columns.push(field) - 1 : known;
  };
  let ids = localsEnd(analyzed.typed);
  const typed = mapNodes(analyzed.typed, (node) => {
    const field = node.kind === 'column' ? analyzed.columns[node.column] : undefined;
    if (node.kind !== 'column' || field === undefined) return node;
    const made = selected.find(({ name }) => name === field.name)?.analyzed;
    if (made === undefined) return { ...node, column: place(field) };
    const base = ids;
    ids += localsEnd(made.typed);
    const { offset, length } = node;
    // Positions are those of the condition's text; the other text is not at hand where a fault is told.
    return mapNodes(made.typed, (inner) => {
      const own = inner.kind === 'column' ? made.columns[inner.column] : undefined;
      const moved = inner.kind === 'column' && own !== undefined ? { ...inner, column: place(own) } : inner;
      return { ...withLocalsFrom(moved, base), offset, length };
    });
  });
  return { ...analyzed, typed, columns };
}

function tooLong(analyzed: Analyzed, selected: readonly SelectedExpression[]): Fault | null {
  const size = inlinedSize(analyzed, selected);
  if (size <= NODES_MAX) return null;
  const message = `With the columns it names written out, the expression has ${size} parts; the most is ${NODES_MAX}.`;
  const { offset, length } = analyzed.typed;
  return { code: 'value', offset, length, found: 'a long expression', expected: 'a shorter one', message };
}

function inlinedSize(analyzed: Analyzed, selected: readonly SelectedExpression[]): number {
  const sizes = analyzed.columns.map(({ name }) => {
    const made = selected.find((each) => each.name === name)?.analyzed;
    return made === undefined ? 1 : sizeOf(made.typed);
  });
  const count = (node: Typed): number =>
    node.kind === 'column' ? (sizes[node.column] ?? 1) : childrenOf(node).reduce((sum, child) => sum + count(child), 1);
  return count(analyzed.typed);
}
