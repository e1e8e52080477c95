import { createVector, type Field, gatherVector, type Vector } from '@isochron/schema';
import type { Selection, Storable } from '../analysis/selection.ts';
import { ExpressionError } from '../expression-error.ts';
import { type CompiledExpression, compileExpression } from './compile.ts';

/** A selection as a function of batches of rows. */
export interface CompiledSelection {
  /** The columns it reads, in the order in which batches hold them. */
  readonly reads: readonly Field[];
  /** The columns it makes. */
  readonly makes: readonly Field[];
  /**
   * The rows of a batch of `n` that are kept, and their new columns. Columns are made of kept rows only, so that a row which the conditions leave out
   * never fails. Throws an `ExpressionError` whose `row` is a place in the batch.
   */
  readonly apply: (vectors: readonly Vector[], n: number) => SelectedRows;
}

export interface SelectedRows {
  /** The places of the kept rows in the batch, ascending. */
  readonly rows: Int32Array;
  /** One vector a column made, as long as `rows`. */
  readonly vectors: readonly Vector[];
}

interface Step {
  readonly compiled: CompiledExpression;
  /** Where the columns that it reads stand in a batch. */
  readonly places: readonly number[];
}

/** Compiles a selection once, for batches of any size. */
export function compileSelection({ columns, where }: Selection): CompiledSelection {
  const reads: Field[] = [];
  const stepOf = (analyzed: Storable): Step => {
    const compiled = compileExpression(analyzed);
    const places = compiled.columns.map((field) => {
      const known = reads.findIndex(({ name }) => name === field.name);
      return known === -1 ? reads.push(field) - 1 : known;
    });
    return { compiled, places };
  };
  const conditions = where.map((analyzed) => stepOf({ ...analyzed, dataType: { kind: 'boolean' } }));
  const makers = columns.map(({ analyzed }) => stepOf(analyzed));
  const makes = columns.map(({ name, analyzed }): Field => ({ name, type: analyzed.dataType }));
  return {
    reads,
    makes,
    apply: (vectors, n) => {
      let rows = Int32Array.from({ length: n }, (_, row) => row);
      let batch = vectors;
      for (const condition of conditions) {
        const kept = keptRows(evaluated(condition, batch, rows), rows.length);
        if (kept.length === rows.length) continue;
        batch = batch.map((vector) => gatherVector(vector, kept));
        rows = kept.map((place) => rows[place] ?? 0);
      }
      return { rows, vectors: makers.map((maker) => evaluated(maker, batch, rows)) };
    },
  };
}

/** One expression over a batch whose rows stood at `rows` in the one before. */
function evaluated({ compiled, places }: Step, batch: readonly Vector[], rows: Int32Array): Vector {
  const output = createVector(compiled.type, rows.length);
  const vectors = places.map((place) => {
    const vector = batch[place];
    if (vector === undefined) throw new TypeError('A batch has a vector for each column that is read.');
    return vector;
  });
  try {
    compiled.evaluateVectors(vectors, rows.length, output);
  } catch (thrown) {
    if (!(thrown instanceof ExpressionError) || thrown.row === null) throw thrown;
    throw thrown.of(rows[thrown.row] ?? thrown.row);
  }
  return output;
}

function keptRows(condition: Vector, n: number): Int32Array {
  if (condition.kind !== 'ints') throw new TypeError('A condition is a vector of booleans.');
  const { data, valid } = condition;
  const kept = new Int32Array(n);
  let count = 0;
  for (let row = 0; row < n; row++) {
    if (data[row] === 1 && (valid === null || valid[row] === 1)) kept[count++] = row;
  }
  return kept.subarray(0, count);
}
