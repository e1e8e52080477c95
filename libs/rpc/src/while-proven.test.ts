import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type CallContext, localCall } from './call.ts';
import { whileProven } from './while-proven.ts';

const DAY_MS = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const contextUntil = (untilMs?: number, signal = new AbortController().signal): CallContext => ({
  ...localCall(signal),
  caller: { kind: 'token', subject: 'ada', teams: [], ...(untilMs !== undefined && { untilMs }) },
});

/** A value, then nothing until its signal is aborted. */
async function* waiting({ signal }: CallContext): AsyncGenerator<number, void> {
  yield 1;
  await new Promise((resolve) => signal.addEventListener('abort', resolve));
}

test('a stream that waits ends when the proof of its caller does, weeks later, and not before', async () => {
  const values = whileProven(contextUntil(Date.now() + 40 * DAY_MS), waiting)[Symbol.asyncIterator]();
  expect(await values.next()).toEqual({ value: 1, done: false });
  const next = values.next();
  const outcome = vi.fn();
  next.then(outcome, outcome);
  await vi.advanceTimersByTimeAsync(40 * DAY_MS - 1);
  expect(outcome).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await expect(next).rejects.toMatchObject({ code: 'UNAUTHENTICATED', message: expect.stringContaining('expired') });
  expect(vi.getTimerCount()).toBe(0);
});

test('a value that comes after the end is not given', async () => {
  const two = async function* () {
    yield 1;
    yield 2;
  };
  const values = whileProven(contextUntil(Date.now() + 10), two)[Symbol.asyncIterator]();
  await values.next();
  vi.advanceTimersByTime(10);
  await expect(values.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('a clock that is set forward is noticed within a minute', async () => {
  const clock = { ms: 0 };
  const values = whileProven(contextUntil(DAY_MS), waiting, () => clock.ms)[Symbol.asyncIterator]();
  await values.next();
  const refused = expect(values.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  clock.ms = DAY_MS;
  await vi.advanceTimersByTimeAsync(60_000);
  await refused;
});

test('without an end of the proof, and where the caller goes first, it ends as it would', async () => {
  for (const untilMs of [undefined, Date.now() + DAY_MS]) {
    const leaving = new AbortController();
    const values = whileProven(contextUntil(untilMs, leaving.signal), waiting)[Symbol.asyncIterator]();
    await values.next();
    const next = values.next();
    leaving.abort();
    expect(await next).toEqual({ value: undefined, done: true });
    expect(vi.getTimerCount()).toBe(0);
  }
});
