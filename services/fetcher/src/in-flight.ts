import { IsochronError } from '@isochron/schema';

export interface InFlightLimits {
  readonly requestsMax: number;
  readonly rowsMax: number;
}

/** How much is being fetched at once. Beyond the limits a request is refused at once: a queue that grows answers nobody in time. */
export class InFlight {
  readonly #limits: InFlightLimits;
  requests = 0;
  rows = 0;

  constructor(limits: InFlightLimits) {
    this.#limits = limits;
  }

  /** Answers how to leave. A request of many rows is let in where nothing else is. */
  enter(rows: number): () => void {
    const { requestsMax, rowsMax } = this.#limits;
    if (this.requests >= requestsMax || (this.requests > 0 && this.rows + rows > rowsMax)) {
      throw new IsochronError(
        'RESOURCE_EXHAUSTED',
        `${this.requests} requests of ${this.rows} rows are being answered; that is the most. Try again, or ask another replica.`,
      );
    }
    this.requests++;
    this.rows += rows;
    return () => {
      this.requests--;
      this.rows -= rows;
    };
  }
}
