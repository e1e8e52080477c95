import { IsochronError } from '@isochron/schema';
import { type CallContext, within } from './call.ts';

/** The clock is looked at this often, so that one that was set otherwise is noticed; a longer timer than of 24 days fires at once. */
const LOOK_MS_MAX = 60_000;

/**
 * What a stream gives, for as long as its caller is who it proved to be: then it ends with UNAUTHENTICATED, at whatever it waits for as long as it minds the signal of its context.
 * `valuesOf` is called at once. `nowMs`: milliseconds since the epoch.
 */
export function whileProven<T>(
  context: CallContext,
  valuesOf: (context: CallContext) => AsyncIterable<T>,
  nowMs: () => number = Date.now,
): AsyncIterable<T> {
  const { untilMs } = context.caller;
  if (untilMs === undefined) return valuesOf(context);
  const ended = new AbortController();
  const values = valuesOf(within(context, AbortSignal.any([context.signal, ended.signal])));
  return endingWith(values, ended, (end) => whenPassed(untilMs, nowMs, end));
}

async function* endingWith<T>(
  values: AsyncIterable<T>,
  ended: AbortController,
  watch: (end: () => void) => () => void,
): AsyncGenerator<T, void> {
  const stop = watch(() => ended.abort(EXPIRED));
  try {
    for await (const value of values) {
      ended.signal.throwIfAborted();
      yield value;
    }
  } finally {
    stop();
  }
  ended.signal.throwIfAborted();
}

const EXPIRED = new IsochronError('UNAUTHENTICATED', 'The token has expired. Ask again with another.');

/** Calls back once when the instant has passed; answers how to call that off. */
function whenPassed(untilMs: number, nowMs: () => number, passed: () => void): () => void {
  const look = (): void => {
    const leftMs = untilMs - nowMs();
    if (leftMs <= 0) passed();
    else timer = setTimeout(look, Math.min(leftMs, LOOK_MS_MAX)).unref();
  };
  let timer: NodeJS.Timeout | undefined;
  look();
  return () => clearTimeout(timer);
}
