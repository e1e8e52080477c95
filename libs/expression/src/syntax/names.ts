import { type DialectName, dialects } from '../analysis/dialect.ts';
import { parse } from './parser.ts';
import type { Fault } from './token.ts';
import type { Expression } from './tree.ts';

/** What is wrong with a text whatever its columns are. Never throws on any text. */
export const syntaxFaults = (text: string, dialect: DialectName = 'googlesql'): readonly Fault[] =>
  parse(text, dialects[dialect].syntax).faults;

/**
 * The names in a text that may be columns, each once, in the order of the text; none for a text that cannot be read. Words that are parts of dates, and
 * the parameters of lambdas, are among them, because only their places in a typed call tell them apart.
 */
export function namesIn(text: string, dialect: DialectName = 'googlesql'): readonly string[] {
  const names = new Set<string>();
  const { expression } = parse(text, dialects[dialect].syntax);
  if (expression !== null) visit(expression, (node) => node.kind === 'column' && names.add(node.name));
  return [...names];
}

function visit(node: Expression, meet: (node: Expression) => unknown): void {
  meet(node);
  for (const child of childrenOf(node)) visit(child, meet);
}

function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'literal':
    case 'column':
      return [];
    case 'interval':
      return [node.value];
    case 'field':
      return [node.operand];
    case 'subscript':
      return [node.operand, node.index];
    case 'call':
      return node.args.map(({ value }) => value);
    case 'cast':
      return [node.operand, node.format, node.zone].filter((each) => each !== null);
    case 'case':
      return [
        ...(node.operand === null ? [] : [node.operand]),
        ...node.branches.flatMap(({ when, result }) => [when, result]),
        ...(node.otherwise === null ? [] : [node.otherwise]),
      ];
    case 'array':
      return node.items;
    case 'struct':
      return node.fields.map(({ value }) => value);
    case 'lambda':
      return [node.body];
    case 'unnest':
      return [node.array, ...(node.where === null ? [] : [node.where]), node.select];
  }
}
