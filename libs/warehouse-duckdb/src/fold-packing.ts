import type { Field } from '@isochron/schema';

/**
 * A row's place in the order of a fold as one integer of at most 62 bits, from the top: the number of its key; its time since `fromMs`; one for
 * an event, so that a left row stands before the events of its time; and one bit for each input that can be null, set where it is.
 */
export interface Packing {
  readonly fromMs: number;
  /** How many bits stand below the key: from 32, so that a key is in the high word alone, to 53, so that they are a safe integer. */
  readonly shift: number;
  /** How many bits there are in all. */
  readonly bits: number;
  /** The bit of each input; null for one that is never null. */
  readonly nullBits: readonly (number | null)[];
  /** How many bits the inputs take: where the bit of an event stands. */
  readonly eventBit: number;
}

/** The place of a row that comes after all others. */
export const LAST_PLACE = '9223372036854775807';

const BITS_MAX = 62;
const SAFE_BITS = 53;

/** The packing of rows of `keys` keys at times of [fromMs, toMs); undefined where it does not fit. */
export function foldPacking(
  keys: number,
  fromMs: number,
  toMs: number,
  isNullable: readonly boolean[],
): Packing | undefined {
  let eventBit = 0;
  const nullBits = isNullable.map((nullable) => (nullable ? eventBit++ : null));
  const shift = Math.max(32, eventBit + 1 + Math.ceil(Math.log2(Math.max(1, toMs - fromMs))));
  const bits = shift + Math.ceil(Math.log2(keys + 1));
  const fits = Number.isSafeInteger(fromMs) && shift <= SAFE_BITS && bits <= BITS_MAX && eventBit < 31;
  return fits ? { fromMs, shift, bits, nullBits, eventBit } : undefined;
}

/** SQL for the place of a row that has `id`; `timeMs` is SQL for its time. */
export function placeOf(packing: Packing, timeMs: string, kind: 'left' | 'event', inputs: readonly Field[]): string {
  const { fromMs, shift, nullBits, eventBit } = packing;
  const unit = 2n ** BigInt(eventBit + 1);
  const offset = (kind === 'event' ? unit / 2n : 0n) - BigInt(fromMs) * unit;
  const nulls =
    kind === 'left'
      ? []
      : inputs.flatMap((_, at) => {
          const bit = nullBits[at] ?? null;
          return bit === null ? [] : [`CAST(i${at} IS NULL AS BIGINT) * ${2 ** bit}`];
        });
  return [`CAST(id AS BIGINT) * ${2n ** BigInt(shift)}`, `(${timeMs} * ${unit} + (${offset}))`, ...nulls].join(' + ');
}
