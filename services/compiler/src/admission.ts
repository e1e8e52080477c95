import { IsochronError } from '@isochron/schema';

/**
 * Lets so many sets be worked on at once, waiting ones included, and refuses more early: each is held in memory with all its texts, and they are checked one after
 * the other anyway.
 */
export class Admission {
  readonly #most: number;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#count >= this.#most) {
      throw new IsochronError(
        'RESOURCE_EXHAUSTED',
        `${this.#count} sets are being checked or wait for it; that is the most. Try again later.`,
      );
    }
    this.#count++;
    try {
      return await work();
    } finally {
      this.#count--;
    }
  }
}
