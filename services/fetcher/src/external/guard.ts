import { IsochronError, type StatusCode } from '@isochron/schema';
import type { Clock } from '@isochron/service';
import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  CountBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
} from 'cockatiel';
import type { ExternalSourceConfig } from './config.ts';

/** A call that was ended by those who had asked for it: by their going, or by their deadline. It says nothing of the service. */
export class CutShort extends IsochronError {}

export interface GuardLimits {
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
  /** When those who wait will have no use for an answer, in milliseconds since the epoch. */
  readonly endMs: number;
}

export type BreakerState = 'closed' | 'half-open' | 'open';

type GuardConfig = Pick<ExternalSourceConfig, 'timeoutMs' | 'breaker' | 'concurrencyMax' | 'queueMax' | 'attemptsMax'>;

type Work<T> = (limits: { readonly signal: AbortSignal; readonly timeoutMs: number }) => Promise<T>;

const FIRST_PAUSE_MS = 5;
const PAUSE_MAX_MS = 100;

/**
 * Calls to a service, kept within bounds: so many at once and so many in wait; in time; made again where the service could not take them; and, while it fails,
 * not made at all. The one file that knows cockatiel; opossum, the other library in wide use, has timers running for each breaker, one AbortController for
 * all of its calls, and neither retries nor a queue.
 */
export class Guard {
  readonly #service: string;
  readonly #timeoutMs: number;
  readonly #clock: Clock;
  readonly #bulkhead: ReturnType<typeof bulkhead>;
  readonly #breaker: ReturnType<typeof circuitBreaker>;
  readonly #retry: ReturnType<typeof retry>;
  #lastError: IsochronError | null = null;

  constructor(service: string, config: GuardConfig, clock: Clock, onBreaker: (state: BreakerState) => void) {
    const { breaker, attemptsMax } = config;
    this.#service = service;
    this.#timeoutMs = config.timeoutMs;
    this.#clock = clock;
    this.#bulkhead = bulkhead(config.concurrencyMax, config.queueMax);
    this.#breaker = circuitBreaker(
      handleWhen((thrown) => thrown instanceof IsochronError && !(thrown instanceof CutShort)),
      {
        halfOpenAfter: new ExponentialBackoff({ initialDelay: breaker.openMs, maxDelay: breaker.openMsMax }),
        breaker: new CountBreaker({
          size: breaker.calls,
          threshold: breaker.failureShare,
          minimumNumberOfCalls: breaker.callsMin,
        }),
      },
    );
    this.#breaker.onStateChange((state) => onBreaker(stateOf(state)));
    this.#retry = retry(
      handleWhen((thrown) => thrown instanceof IsochronError && thrown.code === 'UNAVAILABLE'),
      {
        maxAttempts: attemptsMax - 1,
        backoff: new ExponentialBackoff({ initialDelay: FIRST_PAUSE_MS, maxDelay: PAUSE_MAX_MS }),
      },
    );
  }

  /** Rejects with an `IsochronError`; a {@link CutShort} where it was ended from outside. */
  async run<T>(work: Work<T>, { signal, endMs }: GuardLimits): Promise<T> {
    const ownEndMs = this.#clock.nowMs() + this.#timeoutMs;
    try {
      return await this.#bulkhead.execute(
        () => this.#retry.execute(() => this.#inTurn(work, { signal, endMs, ownEndMs }), signal),
        signal,
      );
    } catch (thrown) {
      throw this.#translated(thrown);
    }
  }

  async #inTurn<T>(work: Work<T>, limits: Limits): Promise<T> {
    // While one call tries a service that had failed, no other waits for what comes of it.
    if (this.#breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
    if (limits.signal.aborted) throw this.#cutShort('CANCELLED');
    return this.#breaker.execute(() => this.#attempt(work, limits));
  }

  /** The call that tries a service has all its time, whoever waits for it, for what comes of it decides for everybody. */
  async #attempt<T>(work: Work<T>, { signal, endMs, ownEndMs }: Limits): Promise<T> {
    const isTrial = this.#breaker.state === CircuitState.HalfOpen;
    const nowMs = this.#clock.nowMs();
    const isOthers = !isTrial && endMs < ownEndMs;
    const timeoutMs = isTrial ? this.#timeoutMs : Math.min(endMs, ownEndMs) - nowMs;
    if (timeoutMs <= 0) throw isOthers ? this.#cutShort('DEADLINE_EXCEEDED') : this.#late('was not asked in time');
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    try {
      const either = isTrial ? timeout.signal : AbortSignal.any([signal, timeout.signal]);
      return await work({ signal: either, timeoutMs });
    } catch (thrown) {
      if (!isTrial && signal.aborted) throw this.#cutShort('CANCELLED');
      const isLate = timeout.signal.aborted || (thrown instanceof IsochronError && thrown.code === 'DEADLINE_EXCEEDED');
      if (isLate && isOthers) throw this.#cutShort('DEADLINE_EXCEEDED');
      const error = timeout.signal.aborted ? this.#late(`did not answer within ${this.#timeoutMs} ms`) : thrown;
      if (error instanceof IsochronError) this.#lastError = error;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  #cutShort(code: StatusCode): CutShort {
    const why = code === 'CANCELLED' ? 'the caller had gone' : "the request's deadline had passed";
    return new CutShort(code, `The external service "${this.#service}" was not waited for: ${why}.`);
  }

  #late(what: string): IsochronError {
    return new IsochronError('DEADLINE_EXCEEDED', `The external service "${this.#service}" ${what}.`);
  }

  #translated(thrown: unknown): unknown {
    if (thrown instanceof TaskCancelledError) return this.#cutShort('CANCELLED');
    if (thrown instanceof BulkheadRejectedError)
      return new IsochronError(
        'RESOURCE_EXHAUSTED',
        `The external service "${this.#service}" is asked by too many at once.`,
        thrown,
      );
    if (thrown instanceof BrokenCircuitError) {
      const last = this.#lastError === null ? '' : ` The last failure: ${this.#lastError.message}`;
      return new IsochronError(
        'UNAVAILABLE',
        `The external service "${this.#service}" is not asked for a while, since too many calls failed.${last}`,
        thrown,
      );
    }
    return thrown;
  }
}

interface Limits extends GuardLimits {
  readonly ownEndMs: number;
}

function stateOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return 'closed';
  return state === CircuitState.HalfOpen ? 'half-open' : 'open';
}
