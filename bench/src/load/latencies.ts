/** Times of requests, kept one by one: a share of them is looked up, not estimated. */
export class Latencies {
  #ms = new Float64Array(1 << 16);
  #count = 0;

  add(ms: number): void {
    if (this.#count === this.#ms.length) {
      const larger = new Float64Array(2 * this.#count);
      larger.set(this.#ms);
      this.#ms = larger;
    }
    this.#ms[this.#count++] = ms;
  }

  get count(): number {
    return this.#count;
  }

  /** The least time that such a share of all requests were within; NaN where there were none. */
  within(shares: readonly number[]): readonly number[] {
    const ordered = this.#ms.slice(0, this.#count).sort();
    return shares.map((share) => ordered[Math.max(0, Math.ceil(share * this.#count) - 1)] ?? Number.NaN);
  }
}
