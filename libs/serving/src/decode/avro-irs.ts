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
    if (this.#left === 0 && !this.#startBlock()) return false;
    this.#left--;
    this.#step(this, this.#cursor);
    return true;
  }

  #startBlock(): boolean {
    const cursor = this.#cursor;
    if (this.#blockEnd >= 0 && cursor.at !== this.#blockEnd) cursor.fail('a block does not end where it says');
    let count = cursor.count();
    this.#blockEnd = -1;
    if (count < 0) {
      count = -count;
      const bytes = cursor.count();
      this.#blockEnd = cursor.at + bytes;
    }
    if (count > cursor.end - cursor.at)
      cursor.fail(`they count ${count} items in the ${cursor.end - cursor.at} bytes that are left`);
    this.#left = count;
    return count > 0;
  }
}
