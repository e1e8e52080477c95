import { type Decimal, decimalToNumber } from '@isochron/schema';
import type { Input } from './operation.ts';

/** Numbers to loop over: `valid[r]` is 1 where row r has one; null when every row has. */
export interface NumberRows {
  readonly data: Float64Array;
  readonly valid: Uint8Array | null;
}

const TWO_32 = 4294967296;

/**
 * Turns any numeric input into doubles, so that a room has one loop, which only ever sees a `Float64Array` (a loop that also met
 * an `Int32Array` would run at half its speed). The rows stand in memory of its own until the next call. A long beyond 2^53 and
 * a decimal become the nearest double.
 */
export class Numbers {
  #data = new Float64Array(0);
  #valid = new Uint8Array(0);

  of(input: Input, n: number): NumberRows {
    switch (input.kind) {
      case 'doubles':
        return input;
      case 'ints':
        this.#room(n);
        this.#data.set(input.data.length === n ? input.data : input.data.subarray(0, n));
        return { data: this.#data, valid: input.valid };
      case 'longs':
        this.#room(n);
        readLongs(input.words, this.#data, n);
        return { data: this.#data, valid: input.valid };
      case 'values':
        return this.#decimals(input.data as readonly (Decimal | null)[], n);
      case 'bucketed':
        throw new TypeError('buckets are taken apart before an operation sees its input');
    }
  }

  #decimals(data: readonly (Decimal | null)[], n: number): NumberRows {
    this.#room(n);
    for (let r = 0; r < n; r++) {
      const decimal = data[r] ?? null;
      this.#valid[r] = decimal === null ? 0 : 1;
      this.#data[r] = decimal === null ? 0 : decimalToNumber(decimal);
    }
    return { data: this.#data, valid: this.#valid };
  }

  #room(n: number): void {
    if (this.#data.length >= n) return;
    this.#data = new Float64Array(n);
    this.#valid = new Uint8Array(n);
  }
}

function readLongs(words: Int32Array, data: Float64Array, n: number): void {
  for (let r = 0; r < n; r++) data[r] = (words[2 * r + 1] as number) * TWO_32 + ((words[2 * r] as number) >>> 0);
}
