/** So many are sent together at most, so that whoever is asked for next need not wait for all. */
const BUNCH_MAX = 8;
/** How long the first of them waits for others, unless one of these takes longer to make. */
const WAIT_MS_MAX = 1;

/**
 * Sends answers that become ready in one turn of the loop together, when the turn ends or there are some. A write wakes up who waits for it, which on the same machine is a
 * good part of what a fast answer costs; who was woken by the first finds the others when he comes.
 */
export class Bunches {
  readonly #elapsedMs: () => number;
  #waiting: { readonly send: () => void; readonly failed: (thrown: unknown) => void }[] = [];
  #sinceMs = 0;

  constructor(elapsedMs: () => number) {
    this.#elapsedMs = elapsedMs;
  }

  /** `send` is called in this turn, after what was added before it. Where it throws, `failed` is told, and the others are sent. */
  add(send: () => void, failed: (thrown: unknown) => void): void {
    this.#waiting.push({ send, failed });
    if (this.#waiting.length === 1) {
      this.#sinceMs = this.#elapsedMs();
      setImmediate(() => this.#sendAll());
    } else if (this.#waiting.length >= BUNCH_MAX || this.#elapsedMs() - this.#sinceMs >= WAIT_MS_MAX) this.#sendAll();
  }

  #sendAll(): void {
    const sends = this.#waiting;
    this.#waiting = [];
    for (const { send, failed } of sends) {
      try {
        send();
      } catch (thrown) {
        failed(thrown);
      }
    }
  }
}
