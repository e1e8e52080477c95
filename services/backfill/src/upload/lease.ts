import { IsochronError } from '@isochron/schema';
import { loadingOf, renewed, uploadSilenceMaxMs } from '@isochron/serving';
import type { Dataset } from './dataset.ts';

/**
 * An upload's place among those that are alive. Whoever holds it says so before it writes, often enough that nobody takes it for dead; an upload that was stopped
 * for long, and is taken for dead, finds that out before it writes again.
 */
export class Lease {
  readonly #dataset: Dataset;
  readonly #owner: string;
  readonly #now: () => number;
  #renewedAtMs: number;

  constructor(dataset: Dataset, owner: string, now: () => number) {
    this.#dataset = dataset;
    this.#owner = owner;
    this.#now = now;
    this.#renewedAtMs = now();
  }

  /** Rejects with ABORTED where the upload was taken for dead. */
  async renew(): Promise<void> {
    const now = this.#now();
    if (Math.abs(now - this.#renewedAtMs) < uploadSilenceMaxMs / 10) return;
    await this.#dataset.update((state) => {
      if (loadingOf(state, this.#owner) === undefined) throw takenForDead(this.#dataset.name);
      return renewed(state, this.#owner, now);
    });
    this.#renewedAtMs = now;
  }
}

export const takenForDead = (dataset: string): IsochronError =>
  new IsochronError(
    'ABORTED',
    `This upload of ${dataset} was silent for more than ${uploadSilenceMaxMs / 60_000} minutes and was taken for dead. Nothing of it is in force; run it again.`,
  );
