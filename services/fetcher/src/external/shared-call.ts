import type { IsochronError } from '@isochron/schema';
import type { Leaving } from './leaving.ts';
import type { GivenRow } from './transport.ts';

/** What came of a call. */
export type CallOutcome =
  | { readonly kind: 'rows'; readonly rows: readonly GivenRow[]; readonly atMs: number }
  /** `isCutShort`: it was ended for those who had begun it, so that others may try themselves. */
  | { readonly kind: 'error'; readonly error: IsochronError; readonly isCutShort: boolean };

/** A call that several wait for. When the last of them leaves, it is given up. */
export class SharedCall {
  readonly #abandon = new AbortController();
  readonly #outcome: Promise<CallOutcome>;
  #waiting = 0;

  constructor(begin: (signal: AbortSignal) => Promise<CallOutcome>) {
    this.#outcome = begin(this.#abandon.signal);
  }

  /** Calls back when it has come to its end, in whatever way. */
  onEnd(ended: () => void): void {
    // What rejects, which is a fault of ours, is told to those who wait.
    this.#outcome.then(ended, ended);
  }

  get isAbandoned(): boolean {
    return this.#abandon.signal.aborted;
  }

  async outcome({ left }: Leaving): Promise<CallOutcome> {
    this.#waiting++;
    const gone = left.then((error): CallOutcome => ({ kind: 'error', error, isCutShort: false }));
    const outcome = await Promise.race([this.#outcome, gone]);
    this.#waiting--;
    if (this.#waiting === 0) this.#abandon.abort();
    return outcome;
  }
}
