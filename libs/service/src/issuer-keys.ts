import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { IsochronError } from '@isochron/schema';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';

export interface IssuerKeysOptions {
  /** `https://…`, or `file:/…`. */
  readonly place: string;
  /** Keys that were read longer ago are read again. */
  readonly maxAgeMs: number;
  readonly clock: Clock;
  readonly logger: Logger;
}

type Keys = ReturnType<typeof createLocalJWKSet>;

/** For a key that is not known, and after a failure, they are read at most so often: tokens that anybody can make must not keep an issuer busy. */
const AGAIN_MS = 1_000;
/** How long keys are good while they cannot be read again: an issuer that is down for an hour does not take us with it. */
const STALE_MAX_MS = 3_600_000;
const TIMEOUT_MS = 5_000;
/** Who has keys that are old waits so long for new ones, and then goes by the old. */
const PATIENCE_MS = 500;
const BYTES_MAX = 1_000_000;

/**
 * The public keys of an issuer of tokens. They are read again when they are old, and for a token that names a key which is not there. Where that fails it
 * is logged, and the keys known before stay good for an hour; then, and where there never were any, UNAVAILABLE.
 */
export class IssuerKeys {
  readonly #options: IssuerKeysOptions;
  #keys: { readonly set: Keys; readonly readMs: number } | null = null;
  #failure: unknown = null;
  #triedMs = Number.NEGATIVE_INFINITY;
  #reading: Promise<void> | null = null;

  constructor(options: IssuerKeysOptions) {
    this.#options = options;
  }

  /** Reads them for the first time. Keys in a file must be there, else FAILED_PRECONDITION; those at a URL are on their way. */
  async open(): Promise<void> {
    const reading = this.#read();
    if (!isFile(this.#options.place)) return;
    await reading;
    if (this.#keys === null) {
      const why = this.#failure instanceof Error ? this.#failure.message : String(this.#failure);
      throw new IsochronError(
        'FAILED_PRECONDITION',
        `The keys of tokens in ${this.#options.place} cannot be read: ${why}`,
        this.#failure,
      );
    }
  }

  /** What `jwtVerify` asks for the key of a token. */
  readonly keyOf: JWTVerifyGetKey = async (header, token) => {
    const keys = await this.#current();
    try {
      return await keys(header, token);
    } catch (thrown) {
      if (!(thrown instanceof errors.JWKSNoMatchingKey) || !(await this.#readForUnknown())) throw thrown;
      return (await this.#current())(header, token);
    }
  };

  async #current(): Promise<Keys> {
    if (this.#ageMs() >= this.#options.maxAgeMs) {
      if (this.#mayTry()) void this.#read();
      if (this.#ageMs() >= STALE_MAX_MS) await this.#reading;
      else await Promise.race([this.#reading, pause(PATIENCE_MS, undefined, { ref: false })]);
    }
    if (this.#keys !== null && this.#ageMs() < STALE_MAX_MS) return this.#keys.set;
    throw new IsochronError(
      'UNAVAILABLE',
      "The issuer's keys cannot be had at the moment; the log says why.",
      this.#failure,
    );
  }

  #ageMs(): number {
    return this.#keys === null ? Number.POSITIVE_INFINITY : this.#options.clock.elapsedMs() - this.#keys.readMs;
  }

  /** Whether they were read again. */
  async #readForUnknown(): Promise<boolean> {
    if (this.#reading === null && !this.#mayTry()) return false;
    await this.#read();
    return true;
  }

  #mayTry(): boolean {
    return this.#reading === null && this.#options.clock.elapsedMs() - this.#triedMs >= AGAIN_MS;
  }

  /** One at a time; never rejects. */
  #read(): Promise<void> {
    this.#reading ??= this.#readOnce().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readOnce(): Promise<void> {
    const { place, clock, logger } = this.#options;
    this.#triedMs = clock.elapsedMs();
    try {
      this.#keys = { set: createLocalJWKSet(await readKeys(place)), readMs: clock.elapsedMs() };
      this.#failure = null;
    } catch (thrown) {
      this.#failure = thrown;
      logger.error({ err: thrown, keys: place }, "the issuer's keys could not be read; those known before stay in use");
    }
  }
}

const isFile = (place: string): boolean => place.startsWith('file:');

/** `createLocalJWKSet` refuses what is no JWKS. */
async function readKeys(place: string): Promise<JSONWebKeySet> {
  const text = isFile(place) ? await readFile(place.slice('file:'.length), 'utf8') : await fetchText(place);
  return JSON.parse(text);
}

async function fetchText(url: string): Promise<string> {
  // A redirect could lead to where keys may be changed on their way.
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  const text = await response.text();
  if (text.length > BYTES_MAX) throw new Error(`${url} answered ${text.length} characters; ${BYTES_MAX} are the most.`);
  return text;
}
