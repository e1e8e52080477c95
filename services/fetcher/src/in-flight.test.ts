import { expect, test } from 'vitest';
import { InFlight } from './in-flight.ts';

function opened(limits = { requestsMax: 2, rowsMax: 10, lostAfterMs: 1_000 }) {
  let nowMs = 0;
  const inFlight = new InFlight(limits, () => nowMs);
  return {
    inFlight,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

test('so many requests and rows are let in, and a request of many rows where nothing else is', () => {
  const { inFlight } = opened();
  const leave = inFlight.enter(30);
  expect(() => inFlight.enter(1)).toThrow('1 requests of 30 rows are being answered');
  leave();
  const first = inFlight.enter(5);
  expect(() => inFlight.enter(6)).toThrow('1 requests of 5 rows are being answered');
  inFlight.enter(5);
  expect(() => inFlight.enter(1)).toThrow('2 requests of 10 rows');
  first();
  first();
  expect([inFlight.requests, inFlight.rows]).toEqual([1, 5]);
});

test('what never ends keeps its place for a time, then gives it to who needs one; leaving late takes nothing from him', () => {
  const { inFlight, pass } = opened();
  const hanging = inFlight.enter(4);
  pass(600);
  const slow = inFlight.enter(4);
  pass(399);
  expect(() => inFlight.enter(1)).toThrow('2 requests of 8 rows');
  pass(1);
  inFlight.enter(6);
  expect([inFlight.requests, inFlight.rows, inFlight.lost]).toEqual([2, 10, 1]);
  hanging();
  expect([inFlight.requests, inFlight.rows]).toEqual([2, 10]);
  slow();
  expect([inFlight.requests, inFlight.rows]).toEqual([1, 6]);
});
