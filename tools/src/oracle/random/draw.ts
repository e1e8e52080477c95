import { uniformBigInt } from 'pure-rand/distribution/uniformBigInt';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of random choices, the same for the same seed. */
export class Draw {
  readonly #generator;

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(seed);
  }

  /** A whole number; both ends count. */
  integer(least: number, greatest: number): number {
    return uniformInt(this.#generator, least, greatest);
  }

  bigint(least: bigint, greatest: bigint): bigint {
    return uniformBigInt(this.#generator, least, greatest);
  }

  /** True so often in a thousand times. */
  chance(permille: number): boolean {
    return this.integer(1, 1000) <= permille;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.integer(0, items.length - 1)];
    // An item may be undefined only where Item says so, which the type of the answer then says too.
    if (item === undefined && items.length === 0) throw new RangeError('There is nothing to pick from.');
    return item as Item;
  }

  /** One of the alternatives, by their weights. */
  either<Result>(...alternatives: readonly (readonly [weight: number, make: () => Result])[]): Result {
    let left = this.integer(
      1,
      alternatives.reduce((sum, [weight]) => sum + weight, 0),
    );
    for (const [weight, make] of alternatives) {
      left -= weight;
      if (left <= 0) return make();
    }
    throw new RangeError('There is nothing to pick from.');
  }

  list<Item>(least: number, greatest: number, make: (at: number) => Item): Item[] {
    return Array.from({ length: this.integer(least, greatest) }, (_, at) => make(at));
  }
}
