import type { Clock, Secret } from '@isochron/service';

const KEPT_MS = 10_000;

/** Headers whose values stand in files. They are read again every ten seconds, so that a token that is renewed there is used. */
export class Headers {
  readonly #secrets: Readonly<Record<string, Secret>>;
  readonly #clock: Clock;
  #readAtMs = Number.NEGATIVE_INFINITY;
  #values: Promise<Readonly<Record<string, string>>> = Promise.resolve({});

  constructor(secrets: Readonly<Record<string, Secret>>, clock: Clock) {
    this.#secrets = secrets;
    this.#clock = clock;
  }

  /** FAILED_PRECONDITION where a file cannot be read. */
  async values(): Promise<Readonly<Record<string, string>>> {
    const nowMs = this.#clock.elapsedMs();
    if (nowMs - this.#readAtMs >= KEPT_MS) {
      this.#readAtMs = nowMs;
      this.#values = this.#read();
      // One that failed is tried again by the next call.
      this.#values.catch(() => {
        this.#readAtMs = Number.NEGATIVE_INFINITY;
      });
    }
    return this.#values;
  }

  async #read(): Promise<Readonly<Record<string, string>>> {
    const read = Object.entries(this.#secrets).map(async ([name, secret]) => [name, await secret.read()] as const);
    return Object.fromEntries(await Promise.all(read));
  }
}
