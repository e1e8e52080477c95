import { type Authenticator, anonymous, httpStatus } from '@isochron/rpc';
import { IsochronError, type StatusCode } from '@isochron/schema';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from './clock.ts';
import { sendEvents } from './event-stream.ts';
import { createHealth, type Health } from './health.ts';
import { createHttpServer, type HttpServer } from './http-server.ts';
import { createLogger } from './logger.ts';
import { createRegistry, observeCalls } from './metrics.ts';

const logger = createLogger({ service: 't', version: '1', level: 'fatal', project: null });
let server: HttpServer;
let health: Health;
let base = '';
let isBroken = false;
let finish: PromiseWithResolvers<unknown>;
let begun: PromiseWithResolvers<void>;

/** Everybody is who the token says; nobody called eve is let in. */
const authenticate: Authenticator = ({ authorization }) => {
  if (authorization === null) return anonymous;
  if (authorization === 'Bearer eve') throw new IsochronError('UNAUTHENTICATED', 'Not eve.');
  return { kind: 'token', subject: authorization, teams: [] };
};

beforeEach(async () => {
  isBroken = false;
  finish = Promise.withResolvers();
  begun = Promise.withResolvers();
  const check = async () => {
    if (isBroken) throw new Error('no disk');
    return '2 disks';
  };
  health = createHealth({ checks: { store: check }, clock: systemClock, keptMs: 0 });
  const registry = createRegistry();
  const observe = observeCalls(registry, logger, systemClock);
  server = await createHttpServer({
    about: { title: 'A test', version: '1', description: 'For tests.' },
    host: '127.0.0.1',
    port: 0,
    bodyBytesMax: 1_000,
    health,
    registry,
    observe,
    authenticate,
  });
  server.app.post('/echo', async ({ body }) => body);
  server.app.get('/bunch/:name', (request, reply) => {
    const { name } = request.params as { name: string };
    if (name === 'broken')
      reply.raw.end = () => {
        throw new Error('cannot be sent');
      };
    server.sendJson(reply, JSON.stringify({ name }));
  });
  server.app.get('/slow', async () => {
    begun.resolve();
    await finish.promise;
    return { isDone: true };
  });
  server.app.get('/throw/:code', async ({ params }) => {
    const { code } = params as { code: StatusCode };
    throw code in httpStatus ? new IsochronError(code, `It is ${code}.`) : new TypeError('secret');
  });
  server.app.get('/events', async (request, reply) => {
    const values = async function* () {
      yield { n: 1 };
      await new Promise((resolve) => server.draining.addEventListener('abort', resolve));
      throw new IsochronError('UNAVAILABLE', 'Ask another.');
    };
    const idOf = ({ n }: { readonly n: number }) => String(n);
    await sendEvents(reply, server.contextOf(request), { valuesOf: values, idOf }, logger);
  });
  server.app.get('/who', async (request) => {
    const { caller, deadlineMs } = server.contextOf(request);
    return { caller, hasDeadline: deadlineMs !== null };
  });
  server.app.get('/until', async (request) => {
    const { signal } = server.contextOf(request);
    begun.resolve();
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    finish.resolve(signal.reason);
    return 'too late';
  });
  base = `http://127.0.0.1:${await server.listen()}`;
});
afterEach(() => server.drain(100));

const get = async (path: string) => {
  const response = await fetch(base + path);
  return { status: response.status, connection: response.headers.get('connection'), body: await response.json() };
};
const post = async (body: string, type = 'application/json') => {
  const response = await fetch(`${base}/echo`, { method: 'POST', body, headers: { 'content-type': type } });
  return { status: response.status, body: await response.json() };
};

describe('an HTTP server', () => {
  it('tells errors with the status and the code that belong to them', async () => {
    for (const [code, status] of Object.entries(httpStatus)) {
      if (status === 499) continue;
      expect(await get(`/throw/${code}`)).toMatchObject({
        status,
        body: { error: { code, message: `It is ${code}.` } },
      });
    }
    const ours = await get('/throw/bug');
    expect(ours).toMatchObject({ status: 500, body: { error: { code: 'INTERNAL' } } });
    expect(JSON.stringify(ours.body)).not.toContain('secret');
  });

  it('refuses what is not JSON, is too large, or is nowhere', async () => {
    expect(await post('{"a": 1}')).toEqual({ status: 200, body: { a: 1 } });
    expect(await post('{"a": ')).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_ARGUMENT', message: expect.stringContaining('JSON') } },
    });
    expect(await post('')).toMatchObject({ status: 400, body: { error: { code: 'INVALID_ARGUMENT' } } });
    expect(await post('<a/>', 'application/xml')).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_ARGUMENT', message: expect.stringContaining('application/xml') } },
    });
    expect(await post(JSON.stringify('x'.repeat(1_000)))).toMatchObject({
      status: 429,
      body: { error: { code: 'RESOURCE_EXHAUSTED' } },
    });
    expect(await get('/nowhere?token=x')).toMatchObject({
      status: 404,
      body: { error: { code: 'NOT_FOUND', message: 'There is no GET /nowhere.' } },
    });
  });

  it('answers probes, and counts what is no probe', async () => {
    expect(await get('/livez')).toMatchObject({ status: 200 });
    expect(await get('/readyz')).toMatchObject({ status: 200, body: { isReady: true } });
    isBroken = true;
    expect(await get('/readyz')).toMatchObject({
      status: 503,
      body: { isReady: false, checks: [{ name: 'store', isGood: false }] },
    });
    expect(await get('/livez')).toMatchObject({ status: 200 });
    await get('/throw/ABORTED');
    const text = await (await fetch(`${base}/metrics`)).text();
    expect(text).toContain('isochron_calls_total{protocol="http",method="GET /throw/:code",code="ABORTED"} 1');
    expect(text).not.toContain('readyz');
  });

  it('tells anybody which check fails, and why to who proves who he is', async () => {
    const readiness = async (headers: Record<string, string> = {}) => {
      const response = await fetch(`${base}/readyz`, { headers });
      return { status: response.status, text: await response.text() };
    };
    const [good, ada, eve] = [{}, { authorization: 'Bearer ada' }, { authorization: 'Bearer eve' }];
    expect(await readiness(ada)).toMatchObject({ status: 200, text: expect.stringContaining('2 disks') });
    isBroken = true;
    for (const headers of [good, eve]) {
      const { status, text } = await readiness(headers);
      expect(status).toBe(503);
      expect(JSON.parse(text)).toEqual({
        isReady: false,
        isDraining: false,
        checks: [{ name: 'store', isGood: false, tookMs: expect.any(Number) }],
      });
    }
    expect(await readiness(ada)).toMatchObject({ status: 503, text: expect.stringContaining('"fault":"no disk"') });
  });

  it('asks who calls, but for probes, and tells its routes', async () => {
    const ask = async (path: string, headers: Record<string, string> = {}) => {
      const response = await fetch(base + path, { headers });
      return { status: response.status, body: await response.json() };
    };
    expect(await ask('/who')).toEqual({ status: 200, body: { caller: anonymous, hasDeadline: false } });
    const headers = { authorization: 'Bearer ada', 'x-request-timeout-ms': '5000' };
    expect(await ask('/who', headers)).toMatchObject({
      status: 200,
      body: { caller: { kind: 'token', subject: 'Bearer ada' }, hasDeadline: true },
    });
    const eve = { authorization: 'Bearer eve' };
    const refused = { status: 401, body: { error: { code: 'UNAUTHENTICATED', message: 'Not eve.' } } };
    expect(await ask('/who', eve)).toEqual(refused);
    expect(await ask('/nowhere', eve)).toEqual(refused);
    expect(await ask('/livez', eve)).toMatchObject({ status: 200 });
    const text = await (await fetch(`${base}/metrics`)).text();
    expect(text).toContain('isochron_calls_total{protocol="http",method="GET /who",code="UNAUTHENTICATED"} 1');
  });

  it('answers at the deadline, and the route learns of it', async () => {
    const until = (timeout: string) => fetch(`${base}/until`, { headers: { 'x-request-timeout-ms': timeout } });
    const late = await until('20');
    expect([late.status, await late.json()]).toMatchObject([504, { error: { code: 'DEADLINE_EXCEEDED' } }]);
    expect(await finish.promise).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    for (const wrong of ['0', '-1', '1.5', 'soon']) {
      const refused = await until(wrong);
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain(`it must be whole milliseconds`);
    }
    const text = await (await fetch(`${base}/metrics`)).text();
    expect(text).toContain('isochron_calls_total{protocol="http",method="GET /until",code="DEADLINE_EXCEEDED"} 1');
  });

  it('sends events as they come', async () => {
    const response = await fetch(`${base}/events`);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    void server.drain(5_000);
    expect(await response.text()).toBe(
      ': listening\n\nid: 1\ndata: {"n":1}\n\nevent: error\ndata: {"code":"UNAVAILABLE","message":"Ask another."}\n\n',
    );
  });

  it('finishes what is under way when it drains, and sends callers elsewhere before', async () => {
    const under = get('/slow');
    await begun.promise;
    health.drain();
    expect(await get('/readyz')).toMatchObject({ status: 503, connection: 'close' });
    const drained = server.drain(5_000);
    finish.resolve(null);
    expect(await under).toMatchObject({ status: 200, body: { isDone: true }, connection: 'close' });
    await drained;
    await expect(get('/livez')).rejects.toThrow();
  });

  it('cuts off what does not end', async () => {
    const under = get('/slow').catch((thrown: unknown) => thrown);
    await begun.promise;
    await server.drain(50);
    expect(await under).toBeInstanceOf(Error);
  });
});

it('an answer that cannot be sent takes no other with it, and its caller does not wait for ever', async () => {
  const ask = (name: string) => fetch(`${base}/bunch/${name}`).then((response) => response.json());
  const asked = ['a', 'broken', 'b', 'broken', 'c'].map(ask);
  const ends = await Promise.allSettled(asked);
  expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : end.status))).toEqual([
    { name: 'a' },
    'rejected',
    { name: 'b' },
    'rejected',
    { name: 'c' },
  ]);
});
