import { type Outcome, unobserved } from '@isochron/rpc';
import { IsochronError } from '@isochron/schema';
import { createHealth, createHttpServer, createRegistry, systemClock } from '@isochron/service';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FetcherApi } from '../api.ts';
import { addToHttp } from './routes.ts';

const ends: Outcome[] = [];
let thrown: unknown = null;
let base = '';
let close: () => Promise<void>;
beforeAll(async () => {
  const http = await createHttpServer({
    host: '127.0.0.1',
    port: 0,
    bodyBytesMax: 10_000,
    health: createHealth({ checks: {}, clock: systemClock }),
    registry: createRegistry(),
    observe: () => ({ ...unobserved, end: (outcome) => void ends.push(outcome) }),
    about: { title: 'A test', version: '1', description: 'For tests.' },
  });
  const find = (): never => {
    throw thrown;
  };
  // What fails before anything is fetched needs no more of the API.
  addToHttp(http, { sets: { current: {} }, find } as unknown as FetcherApi);
  base = `http://127.0.0.1:${await http.listen()}`;
  close = () => http.drain(1_000);
});
afterAll(() => close());

const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[{"user": "ann"}]' };

test.each([
  ['/v1/fetch/join/shop/a.b__1', post],
  ['/v1/fetch/groupby/shop/a.b__1', post],
  ['/v2/fetch/join/shop/a.b__1', post],
  ['/v3/fetch/join/shop/a.b__1', { ...post, body: '{"keys": {}}' }],
  ['/v3/schema/join/shop/a.b__1', {}],
  ['/v1/join/shop/a.b__1/schema', {}],
])('%s: what was thrown is told to who logs and counts it, and a fault of ours to no caller', async (path, init) => {
  for (const [each, status, code] of [
    [new TypeError('hunter2'), 500, 'INTERNAL'],
    [new IsochronError('DATA_LOSS', 'It is lost.'), 500, 'DATA_LOSS'],
    [new IsochronError('FAILED_PRECONDITION', 'Not yet.'), 400, 'FAILED_PRECONDITION'],
  ] as const) {
    thrown = each;
    ends.length = 0;
    const answer = await fetch(base + path, init);
    expect([answer.status, (await answer.text()).includes('hunter2')]).toEqual([status, false]);
    await expect.poll(() => ends).toEqual([{ code, thrown: each }]);
  }
});
