/**
 * Where the features that are needed stand among themselves. They are taken giver by giver (parts, then externals), each with all that it could give; one of which
 * nothing is needed is no giver.
 */
export class Places {
  readonly #needed: ReadonlySet<number>;
  readonly #places = new Map<number, number>();
  /** Of each place, the giver. */
  readonly #givers: number[] = [];
  #next = 0;
  #giver = 0;

  /** `needed`: by their numbers among all features of all givers. */
  constructor(needed: Iterable<number>) {
    this.#needed = new Set(needed);
  }

  /** How many are placed: where the first of the next giver will stand. */
  get placed(): number {
    return this.#givers.length;
  }

  /** The next giver, of which only those are placed that are needed: their numbers in it. */
  takeNeeded(count: number): readonly number[] {
    const own = this.#numbers(count).filter((number) => this.#needed.has(this.#next + number));
    this.#place(own, count);
    return own;
  }

  /** The next giver, of which all are placed if one is needed: whether one is. */
  takeAll(count: number): boolean {
    const own = this.#numbers(count);
    const isNeeded = own.some((number) => this.#needed.has(this.#next + number));
    this.#place(isNeeded ? own : [], count);
    return isNeeded;
  }

  has(number: number): boolean {
    return this.#places.has(number);
  }

  of(number: number): number {
    const place = this.#places.get(number);
    if (place === undefined) throw new Error(`feature ${number} has no place`);
    return place;
  }

  giverOf(place: number): number {
    const giver = this.#givers[place];
    if (giver === undefined) throw new Error(`place ${place} was not given`);
    return giver;
  }

  #numbers(count: number): readonly number[] {
    return Array.from({ length: count }, (_, number) => number);
  }

  #place(own: readonly number[], count: number): void {
    for (const number of own) {
      this.#places.set(this.#next + number, this.#givers.length);
      this.#givers.push(this.#giver);
    }
    if (own.length > 0) this.#giver++;
    this.#next += count;
  }
}
