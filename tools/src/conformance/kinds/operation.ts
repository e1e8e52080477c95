import { isRefusal } from '@isochron/aggregation';
import { IsochronError, typeText, type Value, valueText } from '@isochron/schema';
import { type Case, isList, objectAt, textAt } from '../case-file.ts';
import { decodeCell } from '../cell.ts';
import { bindCase, type Column, type ColumnCase, columnCaseOf } from '../kernel/column.ts';
import { sameIr } from '../kernel/ir.ts';
import { irLikeness, valueLikeness } from '../kernel/likeness.ts';
import { modeOf } from '../kernel/modes.ts';
import { naiveValue } from '../kernel/naive.ts';
import { sameValue } from '../same-value.ts';
import { allOf, failed, passed, sameText, type Verdict } from '../verdict.ts';

/** One column of one operation, folded in one of the modes: its types, its value, and its IR in the existing system's bytes. */
export function operation(from: Case): Verdict {
  const column = columnCaseOf(from);
  const bound = bindCase(column);
  if (isRefusal(bound)) {
    if (from['error'] === undefined) return failed(valueWanted(from), `refused: ${bound.refusal}`);
    return passed();
  }
  const deleted = isList(from['deleted']) ? from['deleted'].map(Number) : allIfOne(column);
  const answer = answerOf(() => {
    const slot = modeOf(column)(bound, column.rows, deleted);
    return { slot, value: bound.value(slot) };
  });
  if (from['error'] !== undefined && from['ours'] === undefined) return insteadOfError(from, column, bound, deleted, answer);
  return allOf(checks(from, column, bound, deleted, answer));
}

/** What a fold gave: its value, or our refusal to tell one. */
type Answer = { readonly slot: number; readonly value: Value } | { readonly thrown: IsochronError };

function answerOf(fold: () => { readonly slot: number; readonly value: Value }): Answer {
  try {
    return fold();
  } catch (thrown) {
    if (thrown instanceof IsochronError) return { thrown };
    throw thrown;
  }
}

function* checks(
  from: Case,
  column: ColumnCase,
  bound: Column,
  deleted: readonly number[],
  answer: Answer,
): Generator<Verdict> {
  yield sameText('output type', textAt(from, 'outputType'), typeText(bound.bound.output));
  yield sameText('IR type', textAt(from, 'irType'), typeText(bound.bound.ir));
  yield valueVerdict(from, column, bound, deleted, answer);
  if (from['differs'] === undefined && 'slot' in answer) {
    const inputs = column.rows.map((row) => row.value);
    yield sameIr(from, bound.bound.ir, bound.ir(answer.slot), irLikeness(column.operation, inputs));
  }
}

function valueVerdict(
  from: Case,
  column: ColumnCase,
  bound: Column,
  deleted: readonly number[],
  answer: Answer,
): Verdict {
  const type = bound.bound.output;
  const isDeparture = typeof from['differs'] === 'string';
  const wanted = isDeparture && from['ours'] !== undefined ? from['ours'] : (from['value'] ?? null);
  const rules = isDeparture ? [textAt(from, 'differs')] : [];
  if ('thrown' in answer) {
    return wanted === 'ERROR' ? passed(...rules) : failed(valueWanted(from), `error: ${answer.thrown.message}`);
  }
  const likeness = valueLikeness(column.operation, column.rows.map((row) => row.value));
  if (wanted !== 'ERROR' && sameValue(type, decodeCell(type, wanted), answer.value, likeness)) return passed(...rules);
  if (isDeparture && sameValue(type, naiveValue(column, deleted), answer.value, likeness)) return passed(...rules);
  return failed(valueWanted(from), valueText(type, answer.value));
}

/** The existing system fails here: we may too, or give the value that the oracle gives. */
function insteadOfError(
  from: Case,
  column: ColumnCase,
  bound: Column,
  deleted: readonly number[],
  answer: Answer,
): Verdict {
  if ('thrown' in answer) return passed();
  const type = bound.bound.output;
  const expected = naiveValue(column, deleted);
  const likeness = valueLikeness(column.operation, column.rows.map((row) => row.value));
  return sameValue(type, expected, answer.value, likeness)
    ? passed(`theirs fails (${textAt(objectAt(from, 'error'), 'class')}), ours gives the oracle's value`)
    : failed(`the oracle's ${valueText(type, expected)}`, valueText(type, answer.value));
}

const valueWanted = (from: Case): string => jsonShown(from['ours'] ?? from['value'] ?? null);

const jsonShown = (value: unknown): string => JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? String(item) : item));

const allIfOne = ({ mode, rows }: ColumnCase): readonly number[] => (mode === 'delete' && rows.length === 1 ? [0] : []);
