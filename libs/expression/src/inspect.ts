import { functions } from './functions.ts';
import { parse } from './parser.ts';
import type { Fault } from './syntax/token.ts';
import { childrenOf, type Expression } from './syntax.ts';

export interface Reference {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

export interface CalledFunction extends Reference {
  /** False when the function is not in {@link functions}. */
  readonly known: boolean;
}

export interface Inspection {
  /** Columns in the order of the text, once for each time they stand there. Fields taken of a struct are not columns. */
  readonly columns: readonly Reference[];
  /** Functions by their names in upper case, in the order of the text. CAST and EXTRACT are syntax and not among them. */
  readonly functions: readonly CalledFunction[];
  /** At most one, since reading stops there; what stands before it is then not listed either. */
  readonly faults: readonly Fault[];
}

/** What a GoogleSQL scalar expression refers to, or what is wrong with it. Never throws on any text. */
export function inspect(text: string): Inspection {
  const parsed = parse(text);
  if (parsed.fault !== null) return { columns: [], functions: [], faults: [parsed.fault] };
  const columns: Reference[] = [];
  const calls: CalledFunction[] = [];
  const visit = (node: Expression): void => {
    if (node.kind === 'column') columns.push({ name: node.name, offset: node.offset, length: node.nameLength });
    if (node.kind === 'call') {
      const known = Object.hasOwn(functions, node.name);
      calls.push({ name: node.name, offset: node.offset, length: node.nameLength, known });
    }
    for (const child of childrenOf(node)) visit(child);
  };
  visit(parsed.expression);
  return { columns, functions: calls, faults: [] };
}
