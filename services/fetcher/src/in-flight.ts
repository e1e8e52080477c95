import { IsochronError } from '@isochron/schema';

export interface InFlightLimits {
  readonly requestsMax: number;
  readonly rowsMax: number;
  /** What has not come to an end after so long is taken for lost: nobody waits for it any more, and its place is given to others where they need one. */
  readonly lostAfterMs: number;
}

interface Entered {
  readonly rows: number;
  readonly sinceMs: number;
}

/** How much is being fetched at once. Beyond the limits a request is refused at once: a queue that grows answers nobody in time. */
export class InFlight {
  readonly #limits: InFlightLimits;
  readonly #elapsedMs: () => number;
  /** In the order in which they came. */
  readonly #entered = new Set<Entered>();
  #rows = 0;
  /** How many were taken for lost. */
  lost = 0;

  constructor(limits: InFlightLimits, elapsedMs: () => number) {
    this.#limits = limits;
    this.#elapsedMs = elapsedMs;
  }

  get requests(): number {
    return this.#entered.size;
  }

  get rows(): number {
    return this.#rows;
  }

  /** Answers how to leave, which may be done once. A request of many rows is let in where nothing else is. */
  enter(rows: number): () => void {
    if (this.#isFullFor(rows)) this.#giveUpLost();
    if (this.#isFullFor(rows)) {
      throw new IsochronError(
        'RESOURCE_EXHAUSTED',
        `${this.requests} requests of ${this.rows} rows are being answered; that is the most. Try again, or ask another replica.`,
      );
    }
    const entered = { rows, sinceMs: this.#elapsedMs() };
    this.#entered.add(entered);
    this.#rows += rows;
    return () => this.#leave(entered);
  }

  #isFullFor(rows: number): boolean {
    const { requestsMax, rowsMax } = this.#limits;
    return this.requests >= requestsMax || (this.requests > 0 && this.#rows + rows > rowsMax);
  }

  /** A store that never answers would otherwise keep the places of its reads for ever. */
  #giveUpLost(): void {
    const lostMs = this.#elapsedMs() - this.#limits.lostAfterMs;
    for (const entered of this.#entered) {
      if (entered.sinceMs > lostMs) return;
      this.#leave(entered);
      this.lost++;
    }
  }

  #leave(entered: Entered): void {
    if (this.#entered.delete(entered)) this.#rows -= entered.rows;
  }
}
