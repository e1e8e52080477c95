import {
  type Bound,
  bindColumn,
  FIRST_SLOT,
  featureName,
  type Input,
  isRefusal,
  operationNames,
  type Refusal,
  type States,
} from '@isochron/aggregation';
import { createVector, type DataType, getValue, type OperationName, type Value, vectorOf } from '@isochron/schema';
import { type Case, isList, listAt, objectAt, textAt } from '../case-file.ts';
import { decodeCell } from '../cell.ts';
import { typeOfText } from '../type-of-text.ts';

/** A row of a case: one event of one column. */
export interface ColumnRow {
  readonly ts: number;
  readonly value: Value;
  readonly bucket: string | null;
}

/** The one column that a case of an operation is about. */
export interface ColumnCase {
  /** What the column is called: of the input `v`, and by the buckets of `b`. */
  readonly name: string;
  readonly operation: OperationName;
  readonly args: Readonly<Record<string, string>>;
  readonly input: DataType;
  readonly mode: string;
  readonly bucketed: boolean;
  readonly rows: readonly ColumnRow[];
  /** The positions of the rows that are taken back. */
  readonly deleted: readonly number[];
}

export function columnCaseOf(from: Case): ColumnCase {
  const input = typeOfText(textAt(from, 'inputType'));
  const mode = textAt(from, 'mode');
  const rows = listAt(from, 'rows').map((row): ColumnRow => {
    const [ts, value = null, bucket = null] = isList(row) ? row : [];
    return { ts: Number(ts), value: decodeCell(input, value), bucket: bucket === null ? null : String(bucket) };
  });
  const single = mode === 'delete' && rows.length === 1 ? [0] : [];
  const deleted = isList(from['deleted']) ? from['deleted'].map(Number) : single;
  const [operation, args, bucketed] = [operationAt(from), argsAt(from), mode === 'bucket'];
  const name = featureName({ operation, args, input: 'v', bucket: bucketed ? 'b' : null, windowMs: null });
  return { name, operation, args, input, mode, bucketed, rows, deleted };
}

/** Throws for an operation that there is not: that we refuse it would prove nothing. */
export function operationAt(from: Case): OperationName {
  const name = textAt(from, 'op');
  const operation = operationNames.find((known) => known === name);
  if (operation === undefined) throw new Error(`there is no operation ${name}`);
  return operation;
}

export function argsAt(from: Case): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(objectAt(from, 'args')).map(([name, value]) => [name, String(value)]));
}

/** The states of one column, slot by slot: what the modes of a case are told in. */
export class Column {
  readonly bound: Bound;
  readonly #states: States;
  readonly #bucketed: boolean;
  #slots = FIRST_SLOT;

  constructor(bound: Bound, bucketed: boolean) {
    this.bound = bound;
    this.#bucketed = bucketed;
    this.#states = bound.states(FIRST_SLOT);
  }

  /** An empty state. */
  slot(): number {
    this.#states.grow(this.#slots + 1);
    this.#states.clear(this.#slots, this.#slots + 1);
    return this.#slots++;
  }

  update(slot: number, rows: readonly ColumnRow[]): void {
    this.#states.update(this.#at(slot, rows), this.#input(rows), times(rows), rows.length);
  }

  remove(slot: number, rows: readonly ColumnRow[]): void {
    this.#states.remove(this.#at(slot, rows), this.#input(rows), times(rows), rows.length);
  }

  /** Adds the state `from` to the state `to`. */
  merge(to: number, from: number): void {
    this.#states.merge(Int32Array.of(to, to, from), 1);
  }

  ir(slot: number): Value {
    return this.#states.read(slot);
  }

  write(slot: number, ir: Value): void {
    this.#states.write(slot, ir);
  }

  value(slot: number): Value {
    const output = createVector(this.bound.output, 1);
    this.#states.finalize(slot, 1, output, 0);
    return getValue(this.bound.output, output, 0);
  }

  #at(slot: number, rows: readonly ColumnRow[]): Int32Array {
    return new Int32Array(rows.length).fill(slot);
  }

  #input(rows: readonly ColumnRow[]): Input {
    const value = vectorOf(
      this.bound.input,
      rows.map((row) => row.value),
    );
    return this.#bucketed ? { kind: 'bucketed', bucket: rows.map(({ bucket }) => bucket), value } : value;
  }
}

/** The case's column with no state, or why there is none. */
export function bindCase({ operation, input, args, bucketed }: ColumnCase): Column | Refusal {
  const bound = bindColumn(operation, input, args, bucketed);
  return isRefusal(bound) ? bound : new Column(bound, bucketed);
}

const times = (rows: readonly ColumnRow[]): Float64Array => Float64Array.from(rows, ({ ts }) => ts);
