import { IsochronError, type Value, type Vector, writeSafeLong } from '@isochron/schema';
import { grownDoubles, longColumn } from './columns.ts';
import type { Input, States } from './operation.ts';
import { RUN } from './runs.ts';
import { additionError } from './two-sum.ts';

const TWO_32 = 4294967296;
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/**
 * Sums of integers, exact to 64 bits without a bigint: `sums` + `errors` is the sum exactly, because a long is the sum of two
 * exact doubles (its words) and every addition leaves its exact error in `errors`, which stays far below 2^53. An empty sum is -0,
 * one taken back to nothing +0. The pair is exact beyond 64 bits too, so that whether a sum fits does not depend on the order of
 * events; to give out a value or an IR that does not fit is OUT_OF_RANGE.
 */
export class SumOfLongs implements States {
  slots: number;
  #sums: Float64Array;
  #errors: Float64Array;

  constructor(slots: number) {
    this.slots = slots;
    this.#sums = new Float64Array(slots).fill(-0);
    this.#errors = new Float64Array(slots);
  }

  grow(slots: number): void {
    this.#sums = grownDoubles(this.#sums, slots, -0);
    this.#errors = grownDoubles(this.#errors, slots, 0);
    this.slots = this.#sums.length;
  }

  clear(from: number, to: number): void {
    this.#sums.fill(-0, from, to);
    this.#errors.fill(0, from, to);
  }

  update(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    this.#add(at, input, n, 1);
  }

  remove(at: Int32Array, input: Input, _ts: Float64Array, n: number): void {
    this.#add(at, input, n, -1);
  }

  #add(at: Int32Array, input: Input, n: number, sign: number): void {
    if (input.kind === 'ints') addInts(this.#sums, this.#errors, at, input.data, input.valid, n, sign);
    else if (input.kind === 'longs') addLongs(this.#sums, this.#errors, at, input.words, input.valid, n, sign);
    else throw new TypeError(`a sum of longs cannot read ${input.kind}`);
  }

  merge(score: Int32Array, n: number): void {
    const sums = this.#sums;
    const errors = this.#errors;
    for (let p = 0, end = 3 * n; p < end; p += 3) {
      const dst = score[p] as number;
      const left = score[p + 1] as number;
      const right = score[p + 2] as number;
      const a = sums[left] as number;
      const b = sums[right] as number;
      const sum = a + b;
      errors[dst] = (errors[left] as number) + (errors[right] as number) + additionError(a, b, sum);
      sums[dst] = sum;
    }
  }

  fold(runs: Int32Array, n: number): void {
    const sums = this.#sums;
    const errors = this.#errors;
    for (let p = 0, end = RUN * n; p < end; p += RUN) {
      const dst = runs[p] as number;
      const left = runs[p + 1] as number;
      const to = runs[p + 3] as number;
      let sum = sums[left] as number;
      let error = errors[left] as number;
      for (let slot = runs[p + 2] as number; slot < to; slot++) {
        const before = sum;
        const added = sums[slot] as number;
        sum = before + added;
        error = error + (errors[slot] as number) + additionError(before, added, sum);
      }
      errors[dst] = error;
      sums[dst] = sum;
    }
  }

  finalize(from: number, n: number, output: Vector, row: number): void {
    const { data, words, valid } = longColumn(output);
    const sums = this.#sums;
    const errors = this.#errors;
    for (let k = 0; k < n; k++) {
      const sum = sums[from + k] as number;
      const value = sum + (errors[from + k] as number);
      valid[row + k] = Object.is(sum, -0) ? 0 : 1;
      // Rounded to a safe integer, the value was that integer.
      if (value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER) writeSafeLong(words, row + k, value);
      else data[row + k] = exactSum(sum, errors[from + k] as number);
    }
  }

  read(slot: number): Value {
    const sum = this.#sums[slot] as number;
    const error = this.#errors[slot] as number;
    if (Object.is(sum, -0)) return null;
    const value = sum + error;
    return Number.isSafeInteger(value) ? value : exactSum(sum, error);
  }

  write(slot: number, ir: Value): void {
    const near = Number(ir);
    this.#sums[slot] = ir === null ? -0 : near + 0;
    this.#errors[slot] = typeof ir === 'bigint' ? Number(ir - BigInt(near)) : 0;
  }
}

function addInts(
  sums: Float64Array,
  errors: Float64Array,
  at: Int32Array,
  data: Int32Array,
  valid: Uint8Array | null,
  n: number,
  sign: number,
): void {
  for (let r = 0; r < n; r++) {
    if (valid !== null && valid[r] !== 1) continue;
    const slot = at[r] as number;
    const x = sign * (data[r] as number) + 0;
    const before = sums[slot] as number;
    const sum = before + x;
    sums[slot] = sum;
    (errors[slot] as number) += additionError(before, x, sum);
  }
}

function addLongs(
  sums: Float64Array,
  errors: Float64Array,
  at: Int32Array,
  words: Int32Array,
  valid: Uint8Array | null,
  n: number,
  sign: number,
): void {
  for (let r = 0; r < n; r++) {
    if (valid !== null && valid[r] !== 1) continue;
    const slot = at[r] as number;
    const high = sign * (words[2 * r + 1] as number) * TWO_32;
    const low = sign * ((words[2 * r] as number) >>> 0);
    const x = high + low + 0;
    const before = sums[slot] as number;
    const sum = before + x;
    // low - (x - high) is what the long lost on becoming one double: exact, as |high| is 0 or more than |low|.
    sums[slot] = sum;
    (errors[slot] as number) += low - (x - high) + additionError(before, x, sum);
  }
}

/** The sum as a bigint; OUT_OF_RANGE where it has left the 64 bits of a long. */
function exactSum(sum: number, error: number): bigint {
  const exact = BigInt(sum) + BigInt(error);
  if (exact >= LONG_MIN && exact <= LONG_MAX) return exact;
  throw new IsochronError(
    'OUT_OF_RANGE',
    `The sum ${exact} does not fit the 64 bits of a long; cast the input to a double to sum it nevertheless.`,
  );
}
