import type { Clock } from '@isochron/service';

/** How long requests wait for work beside them, at most, but for what cannot be cut. */
const SLICE_MS = 2;

/** Work in slices, so that requests are answered while it goes on: `pass` is called between its pieces. */
export class Turns {
  readonly #elapsedMs: () => number;
  #sinceMs: number;

  constructor({ elapsedMs }: Pick<Clock, 'elapsedMs'>) {
    this.#elapsedMs = elapsedMs;
    this.#sinceMs = elapsedMs();
  }

  /** Lets others have their turn where the slice is over. */
  pass(): Promise<void> | undefined {
    return this.#elapsedMs() - this.#sinceMs < SLICE_MS ? undefined : this.#turn();
  }

  async #turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#sinceMs = this.#elapsedMs();
  }
}
