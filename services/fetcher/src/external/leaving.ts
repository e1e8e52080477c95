import { IsochronError } from '@isochron/schema';
import type { Clock } from '@isochron/service';

/** Of one who waits: that he will not wait any longer, because he has gone or his deadline has passed. */
export interface Leaving {
  /** When he has no use for an answer any more, in milliseconds since the epoch; Infinity: never. */
  readonly endMs: number;
  /** Resolves with the reason; it may never. */
  readonly left: Promise<IsochronError>;
  dispose(): void;
}

/** Longer timers fire at once. */
const TIMER_MAX_MS = 2 ** 31 - 1;

export function leavingOf(signal: AbortSignal | null, deadlineMs: number | null, clock: Clock): Leaving {
  const { promise: left, resolve } = Promise.withResolvers<IsochronError>();
  const gone = (): void => resolve(new IsochronError('CANCELLED', 'The caller does not wait any more.'));
  const passed = (): void => resolve(new IsochronError('DEADLINE_EXCEEDED', "The request's deadline has passed."));
  signal?.addEventListener('abort', gone, { once: true });
  if (signal?.aborted) gone();
  const remainingMs = deadlineMs === null ? TIMER_MAX_MS : Math.min(TIMER_MAX_MS, deadlineMs - clock.nowMs());
  const timer = deadlineMs === null ? undefined : setTimeout(passed, Math.max(0, remainingMs));
  return {
    endMs: deadlineMs ?? Number.POSITIVE_INFINITY,
    left,
    dispose: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', gone);
    },
  };
}
