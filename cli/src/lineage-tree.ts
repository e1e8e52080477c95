import { type Lineage, lineageGraph, type ObjectLineage, type Reached } from '@isochron/compiler';
import { countText } from './output.ts';

/** A thing on the way up or down, and what lies beyond it. */
export interface LineageNode extends Reached {
  /** Of whole things: the columns of the one above that the one below reads; none where it is not known which. */
  readonly columns: readonly string[];
  /** True where it stands in the tree before, with what lies beyond it. */
  readonly isRepeated: boolean;
  readonly beyond: readonly LineageNode[];
}

export interface LineageTrees {
  /** What it is made of, down to tables that nothing here fills. */
  readonly upstream: readonly LineageNode[];
  /** What is made of it. */
  readonly downstream: readonly LineageNode[];
}

/** Everything a thing, or a column of it, comes from and goes into, each expanded where it is met first. */
export function lineageTrees(lineage: Lineage, from: Reached): LineageTrees {
  const { madeOf, madeInto } = lineageGraph(lineage);
  const objects = new Map(lineage.objects.map((each) => [keyOf(each), each]));
  const named = (reader: Reached, read: Reached): readonly string[] =>
    reader.column === null && read.column === null ? columnsNamed(objects.get(keyOf(reader)), read) : [];
  return {
    upstream: grown(from, madeOf, named),
    downstream: grown(from, madeInto, (at, reader) => named(reader, at)),
  };
}

function grown(
  root: Reached,
  next: (at: Reached) => readonly Reached[],
  columnsOf: (at: Reached, beyond: Reached) => readonly string[],
): readonly LineageNode[] {
  const seen = new Set([keyOfReached(root)]);
  const nodesBeyond = (at: Reached): readonly LineageNode[] =>
    distinct(next(at)).map(({ kind, name, column }): LineageNode => {
      const reached = { kind, name, column };
      const isKnown = seen.has(keyOfReached(reached));
      seen.add(keyOfReached(reached));
      // What has nothing beyond it is whole wherever it stands.
      const isRepeated = isKnown && next(reached).length > 0;
      const beyond = isKnown ? [] : nodesBeyond(reached);
      return { ...reached, columns: columnsOf(at, reached), isRepeated, beyond };
    });
  return nodesBeyond(root);
}

/** The columns of what is read that any column of the reader is made of. */
function columnsNamed(reader: ObjectLineage | undefined, { kind, name }: Reached): readonly string[] {
  const origins = reader?.columns.flatMap(({ from }) => from) ?? [];
  const own = origins.filter(({ of }) => of.kind === kind && of.name === name);
  return [...new Set(own.flatMap(({ column }) => column ?? []))].sort();
}

/**
 * ```
 * made of
 * ├─ table flights: delay, origin
 * └─ group-by flights/delays.byOrigin__1: late_sum_7d
 *    └─ table flights: delay, origin
 * goes into nothing here
 * ```
 */
export const lineageText = ({ upstream, downstream }: LineageTrees): string =>
  [treeText('made of', upstream, columnsText), treeText('goes into', downstream, readText)].join('\n');

/** Above, columns are a thing's own; below, those that it reads. */
type ColumnsText = (listed: string) => string;
const columnsText: ColumnsText = (listed) => `: ${listed}`;
const readText: ColumnsText = (listed) => ` (reads ${listed})`;

function treeText(head: string, nodes: readonly LineageNode[], columns: ColumnsText): string {
  if (nodes.length === 0) return `${head} nothing here`;
  const lines = linesOf(nodes, columns, '');
  const more = lines.length > LINES_MAX ? [`… ${countText(lines.length - LINES_MAX)} more; --format json has all`] : [];
  return [head, ...lines.slice(0, LINES_MAX), ...more].join('\n');
}

const LINES_MAX = 100;

function linesOf(nodes: readonly LineageNode[], columns: ColumnsText, indent: string): readonly string[] {
  return nodes.flatMap((node, at) => {
    const isLast = at === nodes.length - 1;
    const line = `${indent}${isLast ? '└─' : '├─'} ${nodeText(node, columns)}`;
    return [line, ...linesOf(node.beyond, columns, `${indent}${isLast ? '   ' : '│  '}`)];
  });
}

const COLUMNS_MAX = 6;

function nodeText({ kind, name, column, columns, isRepeated }: LineageNode, text: ColumnsText): string {
  const shown = columns.slice(0, COLUMNS_MAX).join(', ');
  const more = columns.length > COLUMNS_MAX ? ` and ${columns.length - COLUMNS_MAX} more` : '';
  const which = column === null ? (columns.length === 0 ? '' : text(`${shown}${more}`)) : `: ${column}`;
  return `${kind} ${name}${which}${isRepeated ? ' (as above)' : ''}`;
}

const distinct = (reached: readonly Reached[]): readonly Reached[] => [
  ...new Map(reached.map((each) => [keyOfReached(each), each])).values(),
];

const keyOf = ({ kind, name }: Pick<Reached, 'kind' | 'name'>): string => `${kind} ${name}`;

const keyOfReached = ({ kind, name, column }: Reached): string => JSON.stringify([kind, name, column]);
