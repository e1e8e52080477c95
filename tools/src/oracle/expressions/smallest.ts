import { duckDbDifference } from '@isochron/expression';
import type { Case } from '../case.ts';
import type { Engines } from '../engines/engines.ts';
import { type Contender, firstAtFault, type Verdict } from '../engines/verdict.ts';
import { type Argument, type Call, caseOf, valuesOf } from '../functions/call.ts';
import { simplify } from '../functions/simplify.ts';
import { columnsOf, isClosed, type Node, partsOf, textOf } from './node.ts';

/** The smallest part of an expression that is at fault. */
export interface Smallest {
  /** What the part is: the signature of a call, `CASE`. */
  readonly what: string;
  readonly verdict: Verdict;
  /** The part as a call over values, that is at fault too; null where it is so only within the expression. */
  readonly call: Call | null;
  /** Why it is known to differ; null where it isn't. */
  readonly known: string | null;
}

export const caseOfNode = (node: Node): Case => ({ text: textOf(node), columns: columnsOf(node) });

/**
 * Asks for every part of an expression by itself. Of the first at fault all inner parts are right, so that it can mostly be asked again with
 * their values in their places.
 */
export async function smallestAtFault(engines: Engines, root: Node, contender: Contender): Promise<Smallest> {
  const isAtFault = (verdict: Verdict): boolean => firstAtFault(verdict) === contender;
  const parts = [...partsOf(root)].filter((part) => isClosed(part));
  const verdicts = await engines.judge(parts.map((part) => ({ of: caseOfNode(part), ulps: 0 })));
  const at = verdicts.findIndex(isAtFault);
  const [part, verdict] = [parts[at], verdicts[at]];
  if (part === undefined || verdict === undefined) {
    const whole = verdicts.at(-1);
    if (whole === undefined) throw new Error('An expression is a part of itself.');
    return { what: `${root.what}, not again when asked a second time`, verdict: whole, call: null, known: null };
  }
  const answers = new Map(parts.map((each, index) => [each, verdicts[index]]));
  const calls = (['column', 'literal'] as const).map((written) => callOf(part, answers, written));
  const alone = await engines.judge(calls.map((call) => ({ of: caseOf(call), ulps: 0 })));
  const place = alone.findIndex(isAtFault);
  const [call, again] = [calls[place] ?? null, alone[place] ?? verdict];
  return { what: part.what, verdict: again, call, known: knownDifference() };

  function knownDifference(): string | null {
    if (part === undefined || verdict === undefined) return null;
    if (contender === 'duckdb' && isUntoldFailure(part, verdict, answers)) return duckDbDifference;
    return calls.some((each) => part.differs?.covers(valuesOf(each))) ? (part.differs?.reason ?? null) : null;
  }
}

/** Whether the part has no value because an inner one has none, which DuckDB does not tell. */
function isUntoldFailure(part: Node, verdict: Verdict, answers: ReadonlyMap<Node, Verdict | undefined>): boolean {
  if (verdict.zetasql.kind !== 'error' || verdict.answers.duckdb?.kind !== 'value') return false;
  return part.children.some((child) => child.kind === 'value' && answers.get(child.node)?.zetasql.kind === 'error');
}

/** The same made as simple as can be, where it is a call over values. */
export async function simplest(
  engines: Engines,
  { call, verdict }: Smallest,
  isAtFault: (verdict: Verdict) => boolean,
): Promise<Verdict> {
  return call === null ? verdict : simplify(engines, call, 0, isAtFault);
}

/** The part as a call over the values of its children; a child without a value of its own stays as it is written. */
function callOf(node: Node, answers: ReadonlyMap<Node, Verdict | undefined>, written: 'column' | 'literal'): Call {
  const kept: Node[] = [];
  const args = node.children.map((child): Argument => {
    if (child.kind === 'text') {
      kept.push(...child.within);
      return { kind: 'text', text: child.text };
    }
    const answer = answers.get(child.node)?.zetasql;
    if (answer?.kind === 'value') {
      return { kind: 'value', type: child.node.type, value: answer.value, written, name: '', bareNull: false };
    }
    kept.push(child.node);
    return { kind: 'text', text: textOf(child.node) };
  });
  const context = new Map(kept.flatMap(columnsOf).map((column) => [column.name, column]));
  return { write: node.write, args, context: [...context.values()] };
}
