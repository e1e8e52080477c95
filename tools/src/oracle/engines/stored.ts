import {
  type Analysis,
  analyze,
  type CompiledExpression,
  compileExpression,
  dataTypeOf,
  ExpressionError,
  type SqlValue,
  typeName,
} from '@isochron/expression';
import { createVector, type Field, getValue, sliceVector, type Value, vectorOf } from '@isochron/schema';
import type { Case } from '../case.ts';
import { type Fault, sameValue } from '../same-answer.ts';
import { shown } from '../text/plain.ts';
import type { Answer } from './answer.ts';
import { asStored, loaded, stored } from './stored-value.ts';

/** A case, and what the closure made of its bare values. */
interface Answered {
  readonly of: Case;
  readonly answer: Answer;
}

/** A text over columns that tables can have, and the rows it is evaluated for. */
interface Group {
  readonly compiled: CompiledExpression;
  readonly type: NonNullable<Analysis['analyzed']>['type'];
  readonly rows: { readonly place: number; readonly values: readonly Value[]; readonly answer: Answer }[];
}

/**
 * What is wrong where expressions are evaluated as they are in the warehouse and in a stream: over whole vectors, and over rows, of columns that
 * hold what tables hold. The closure must give what it gave for the bare values. Null where nothing is, or the case has no such columns.
 */
export function storedFaults(cases: readonly Answered[]): readonly Fault[] {
  const faults: Fault[] = cases.map(() => null);
  for (const group of groupsOf(cases)) {
    const overVectors = vectorResults(group);
    group.rows.forEach(({ place, values, answer }, at) => {
      const overRow = attempt(() => group.compiled.evaluate(values));
      faults[place] =
        faultOf('evaluate', group, answer, overRow) ?? faultOf('evaluateVectors', group, answer, overVectors[at]);
    });
  }
  return faults;
}

function groupsOf(cases: readonly Answered[]): readonly Group[] {
  const groups = new Map<string, Group | null>();
  cases.forEach(({ of, answer }, place) => {
    if (of.columns.length === 0 || (answer.kind !== 'value' && answer.kind !== 'error')) return;
    const key = [of.dialect, of.text, ...of.columns.map(({ name, type }) => `${name} ${typeName(type)}`)].join('\0');
    const group = groups.has(key) ? groups.get(key) : groupOf(of);
    groups.set(key, group ?? null);
    const values = group?.compiled.columns.map(({ name }) => {
      const column = of.columns.find((each) => each.name === name);
      return column === undefined ? undefined : stored(column.type, column.value);
    });
    if (values?.every((value) => value !== undefined)) group?.rows.push({ place, values, answer });
  });
  return [...groups.values()].filter((group) => group !== null && group !== undefined);
}

function groupOf({ text, columns, dialect = 'googlesql' }: Case): Group | null {
  const fields: Field[] = [];
  for (const { name, type } of columns) {
    const dataType = dataTypeOf(type);
    if ('unstorable' in dataType) return null;
    fields.push({ name, type: dataType });
  }
  const { analyzed } = analyze(text, { columns: fields, dialect });
  if (analyzed === null || 'unstorable' in analyzed.dataType) return null;
  const { dataType, type } = analyzed;
  return { compiled: compileExpression({ ...analyzed, dataType }), type, rows: [] };
}

/** A value; or undefined for a row that has none; or the message of a crash. */
type Result = { readonly value: Value } | 'none' | { readonly crash: string };

function attempt(evaluate: () => Value): Result {
  try {
    return { value: evaluate() };
  } catch (thrown) {
    return thrown instanceof ExpressionError ? 'none' : { crash: String(thrown) };
  }
}

/** All rows in one call; where a row has no value, the ones behind it in another. */
function vectorResults({ compiled, rows }: Group): readonly Result[] {
  const vectors = compiled.columns.map(({ type }, column) =>
    vectorOf(
      type,
      rows.map(({ values }) => values[column] ?? null),
    ),
  );
  const results: Result[] = [];
  while (results.length < rows.length) {
    const from = results.length;
    const output = createVector(compiled.type, rows.length - from);
    const resultsTo = (end: number): void => {
      for (let row = 0; row < end; row++) results.push({ value: getValue(compiled.type, output, row) });
    };
    try {
      compiled.evaluateVectors(
        vectors.map((vector) => sliceVector(vector, from, rows.length)),
        rows.length - from,
        output,
      );
      resultsTo(rows.length - from);
    } catch (thrown) {
      if (!(thrown instanceof ExpressionError) || thrown.row === null) {
        return [...results, ...rows.slice(from).map(() => ({ crash: String(thrown) }))];
      }
      resultsTo(thrown.row);
      results.push('none');
    }
  }
  return results;
}

function faultOf(what: string, { type }: Group, answer: Answer, result: Result | undefined): Fault {
  if (result === undefined || answer.kind === 'unanswered' || answer.kind === 'invalid') return null;
  if (result === 'none') return answer.kind === 'error' ? null : `${what} gave no value over columns`;
  if ('crash' in result) return `${what} crashed over columns: ${result.crash}`;
  const given: SqlValue = loaded(type, result.value);
  if (answer.kind === 'error') return `${what} over columns gave ${shown(given)}`;
  return sameValue(asStored(type, answer.value), given, 0) ? null : `${what} over columns gave ${shown(given)}`;
}
