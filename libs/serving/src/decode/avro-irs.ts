import type { EncodedIr } from '@isochron/aggregation';
import type { Value } from '@isochron/schema';
import { Cursor } from './cursor.ts';
import type { ValueReader } from './value-reader.ts';

/** Reads the item that a cursor stands at into `item`, and of a map its `key`. */
export type ItemStep = (irs: AvroIrs, cursor: Cursor) => void;

/** The IRs of a column as Avro has them: places in the bytes that it was given last. */
export class AvroIrs implements EncodedIr {
  key = '';
  item: Value = null;
  readonly #cursor = new Cursor();
  readonly #value: ValueReader;
  readonly #step: ItemStep;
  /** Items of the block that are to come, and where it ends; -1 where it does not say. */
  #left = 0;
  #blockEnd = -1;

  /** Both of IRs that are not null. */
  constructor(value: ValueReader, step: ItemStep) {
    this.#value = value;
    this.#step = step;
  }

  /** Places are in these bytes from now on. */
  startIn(cursor: Cursor): void {
    this.#cursor.share(cursor);
  }

  value(place: number): Value {
    this.#cursor.at = place;
    return this.#value(this.#cursor);
  }

  open(place: number): void {
    this.#cursor.at = place;
    this.#left = 0;
    this.#blockEnd = -1;
  }

  next(): boolean {
    const cursor = this.#cursor;
    if (this.#left === 0 && !this.#startBlock()) return false;
    this.#left--;
    this.#step(this, cursor);
    // Whoever has enough may not ask for the next.
    if (this.#left === 0) cursor.endBlock(this.#blockEnd);
    return true;
  }

  #startBlock(): boolean {
    this.#left = this.#cursor.block();
    this.#blockEnd = this.#cursor.blockEnd;
    return this.#left > 0;
  }
}
