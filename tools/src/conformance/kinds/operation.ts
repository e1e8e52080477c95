import { isRefusal, operationOf } from '@isochron/aggregation';
import { IsochronError, typeText, type Value, valueText } from '@isochron/schema';
import type { JsonValue } from '@isochron/thrift';
import { type Case, jsonText, textAt } from '../case-file.ts';
import { decodeCell } from '../cell.ts';
import { departureOf, values } from '../departures/index.ts';
import { bindCase, type Column, type ColumnCase, columnCaseOf } from '../kernel/column.ts';
import { sameIr } from '../kernel/ir.ts';
import { valueLikeness } from '../kernel/likeness.ts';
import { modeOf } from '../kernel/modes.ts';
import { isWithinBound, naiveValue } from '../kernel/naive.ts';
import { hasTies } from '../kernel/ties.ts';
import { sameValue } from '../same-value.ts';
import { allOf, failed, passed, sameText, type Verdict } from '../verdict.ts';

/** One column of one operation, folded in one of the modes: its types, its value, and its IR in the existing system's bytes. */
export function operation(from: Case): Verdict {
  const of = columnCaseOf(from);
  const column = bindCase(of);
  const isErrorThere = from['error'] !== undefined && from['ours'] === undefined;
  if (isRefusal(column)) {
    return isErrorThere ? passed() : failed(jsonText(wantedOf(from)), `refused: ${column.refusal}`);
  }
  const trial = { from, of, column, answer: answerOf(of, column) };
  return isErrorThere ? insteadOfError(trial) : allOf(checks(trial));
}

interface Trial {
  readonly from: Case;
  readonly of: ColumnCase;
  readonly column: Column;
  readonly answer: Answer;
}

/** What a fold gave: a value and the slot it is of, or our refusal to tell one. */
type Answer =
  | { readonly kind: 'value'; readonly slot: number; readonly value: Value }
  | { readonly kind: 'error'; readonly error: IsochronError };

function answerOf(of: ColumnCase, column: Column): Answer {
  try {
    const slot = modeOf(of)(column, of);
    return { kind: 'value', slot, value: column.value(slot) };
  } catch (error) {
    if (error instanceof IsochronError) return { kind: 'error', error };
    throw error;
  }
}

function* checks(trial: Trial): Generator<Verdict> {
  const { from, of, column, answer } = trial;
  yield sameText('column', textAt(from, 'column'), of.name);
  yield sameText('output type', textAt(from, 'outputType'), typeText(column.bound.output));
  if (from['irType'] !== undefined) yield sameText('IR type', textAt(from, 'irType'), typeText(column.bound.ir));
  const verdict = valueVerdict(trial);
  yield verdict;
  // Where the values are two on purpose, so are the states.
  const isTheirs = verdict.kind === 'passed' && verdict.departures.length === 0;
  if (isTheirs && answer.kind === 'value') yield sameIr(from, of, column, answer.slot);
}

function valueVerdict(trial: Trial): Verdict {
  const { from, of, column, answer } = trial;
  const wanted = wantedOf(from);
  const rule = typeof from['differs'] === 'string' ? departureOf(from['differs']) : null;
  const rules = rule === null ? [] : [rule];
  if (answer.kind === 'error') {
    return wanted === 'ERROR' ? passed(...rules) : failed(jsonText(wanted), `error: ${answer.error.message}`);
  }
  const type = column.bound.output;
  const isError = wanted === 'ERROR' && type.kind !== 'string';
  if (!isError && isLike(trial, decodeCell(type, wanted), answer.value)) return passed(...rules);
  if (operationOf(of.operation).isNear !== undefined && isWithinBound(of, type, answer.value)) {
    return passed(rule ?? values.bound);
  }
  const mayDiffer = rule ?? (hasTies(of.operation, of.input, of.rows) ? values.ties : null);
  if (mayDiffer !== null && isNaive(trial, answer.value)) return passed(mayDiffer);
  return failed(jsonText(wanted), valueText(type, answer.value));
}

/** The existing system fails here: we may too, or give the value that the oracle gives. */
function insteadOfError(trial: Trial): Verdict {
  const { of, column, answer } = trial;
  if (answer.kind === 'error') return passed();
  const expected = naiveValue(of);
  if (isLike(trial, expected, answer.value)) {
    return passed(values.failsThere);
  }
  const type = column.bound.output;
  return failed(`the oracle's ${valueText(type, expected)}`, valueText(type, answer.value));
}

/** The oracle has no value either where a sum has no 64 bits. */
function isNaive(trial: Trial, actual: Value): boolean {
  try {
    return isLike(trial, naiveValue(trial.of), actual);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function isLike({ of, column }: Trial, expected: Value, actual: Value): boolean {
  return sameValue(column.bound.output, expected, actual, valueLikeness(of.operation, of.rows));
}

/** The answer to give: ours where the case has one (and null is one). */
const wantedOf = (from: Case): JsonValue => ('ours' in from ? from['ours'] : from['value']) ?? null;
