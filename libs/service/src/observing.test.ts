import { IsochronError } from '@isochron/schema';
import { describe, expect, it } from 'vitest';
import type { Clock } from './clock.ts';
import { createHealth } from './health.ts';
import { createLogger } from './logger.ts';
import { createRegistry, observeCalls } from './metrics.ts';

function logged(project: string | null = null) {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ service: 'compiler', version: '1', level: 'debug', project, stream });
  return { logger, last: () => JSON.parse(lines.at(-1) ?? 'null') };
}

function clock(): Clock & { pass: (ms: number) => void } {
  let at = 0;
  return {
    nowMs: () => at,
    elapsedMs: () => at,
    pass: (ms) => {
      at += ms;
    },
  };
}

const TRACE = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('a logger', () => {
  it('writes what Cloud Logging reads', () => {
    const { logger, last } = logged('my-project');
    logger.warn({ rows: 3, traceParent: TRACE }, 'slow');
    expect(last()).toEqual({
      severity: 'WARNING',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      serviceContext: { service: 'compiler', version: '1' },
      rows: 3,
      'logging.googleapis.com/trace': 'projects/my-project/traces/4bf92f3577b34da6a3ce929d0e0e4736',
      'logging.googleapis.com/spanId': '00f067aa0ba902b7',
      'logging.googleapis.com/trace_sampled': true,
      message: 'slow',
    });
    logger.info({ traceParent: 'nonsense' }, 'fine');
    expect(last()).not.toHaveProperty('logging.googleapis.com/trace');
  });

  it('writes errors with their causes', () => {
    const { logger, last } = logged();
    logger.error({ err: new IsochronError('DATA_LOSS', 'damaged', new Error('bit 7')) }, 'reading');
    expect(last()).toMatchObject({ severity: 'ERROR', error: 'damaged', errorCode: 'DATA_LOSS', message: 'reading' });
    expect(last().stack_trace).toMatch(/damaged\n {4}at .*\nCaused by: Error: bit 7\n {4}at /s);
    logger.error({ err: 'text' }, 'odd');
    expect(last()).toMatchObject({ error: 'text' });
  });
});

describe('observed calls', () => {
  it('are counted and timed by method, and their faults logged', async () => {
    const { logger, last } = logged();
    const registry = createRegistry();
    const time = clock();
    const observe = observeCalls(registry, logger, time);
    const method = 'Compiler/Publish';
    const published = observe({ protocol: 'grpc', method, traceParent: TRACE });
    expect(await registry.metrics()).toContain('isochron_calls_in_flight{protocol="grpc"} 1');
    time.pass(20);
    published.end({ code: 'OK', thrown: null });
    observe({ protocol: 'grpc', method, traceParent: null }).end({
      code: 'ABORTED',
      thrown: new IsochronError('ABORTED', 'Somebody was first.'),
    });
    expect(last()).toMatchObject({ severity: 'DEBUG', message: 'Compiler/Publish answered ABORTED' });
    observe({ protocol: 'grpc', method, traceParent: null }).end({ code: 'INTERNAL', thrown: new TypeError('ours') });
    expect(last()).toMatchObject({ severity: 'ERROR', error: 'ours', message: 'Compiler/Publish failed' });
    const text = await registry.metrics();
    for (const code of ['OK', 'ABORTED', 'INTERNAL'])
      expect(text).toContain(`isochron_calls_total{protocol="grpc",method="Compiler/Publish",code="${code}"} 1`);
    expect(text).toContain('isochron_calls_in_flight{protocol="grpc"} 0');
    expect(text).toContain('isochron_call_seconds_bucket{le="0.01",protocol="grpc",method="Compiler/Publish"} 2');
    expect(text).toContain('isochron_call_seconds_bucket{le="0.025",protocol="grpc",method="Compiler/Publish"} 3');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
  });
});

describe('the stages of a call', () => {
  it('begin where the one before ends, are left by a fault where it is, and add up to the call', async () => {
    const { logger } = logged();
    const registry = createRegistry();
    const time = clock();
    const observe = observeCalls(registry, logger, time);
    const call = { protocol: 'http', method: 'GET /', traceParent: null } as const;
    const good = observe(call);
    time.pass(1);
    good.enter('request');
    time.pass(2);
    good.enter('work');
    good.enter('work');
    time.pass(4);
    good.enter('send');
    time.pass(8);
    good.end({ code: 'OK', thrown: null });
    time.pass(16);
    // What goes on although nobody waits is nobody's time.
    good.enter('work');
    good.end({ code: 'OK', thrown: null });
    const bad = observe(call);
    bad.enter('work');
    time.pass(28);
    bad.end({ code: 'INTERNAL', thrown: new TypeError('ours') });
    const text = await registry.metrics();
    const told = (name: string) => Number(new RegExp(`^isochron_call_${name} (\\S+)$`, 'm').exec(text)?.[1]);
    const stage = (name: string, of: string) =>
      told(`stage_seconds_${of}\\{protocol="http",method="GET /",stage="${name}"\\}`);
    expect(['authenticate', 'request', 'work', 'send'].map((name) => stage(name, 'count'))).toEqual([2, 1, 2, 1]);
    expect(['authenticate', 'request', 'work', 'send'].map((name) => stage(name, 'sum'))).toEqual([
      0.001, 0.002, 0.032, 0.008,
    ]);
    expect(told('seconds_sum\\{protocol="http",method="GET /"\\}')).toBeCloseTo(0.043, 12);
    expect(text).toContain('isochron_calls_total{protocol="http",method="GET /",code="OK"} 1');
  });
});

it('what a request holds is not logged, by whatever code it is refused', () => {
  const { logger, last } = logged();
  const observe = observeCalls(createRegistry(), logger, clock());
  for (const code of [
    'INVALID_ARGUMENT',
    'OUT_OF_RANGE',
    'FAILED_PRECONDITION',
    'NOT_FOUND',
    'PERMISSION_DENIED',
  ] as const) {
    const published = observe({ protocol: 'http', method: 'POST /v1/publish', traceParent: null });
    published.end({ code, thrown: new IsochronError(code, 'It says hunter2.', new Error('hunter2')) });
    expect(last()).toMatchObject({ severity: 'DEBUG', code });
    expect(JSON.stringify(last())).not.toContain('hunter2');
  }
});

describe('readiness', () => {
  it('is what its checks say, and no more once it drains', async () => {
    let isBroken = false;
    const time = clock();
    const store = async () => {
      if (isBroken) throw new Error('no disk');
    };
    const health = createHealth({ checks: { store, other: async () => 'fine' }, clock: time });
    expect(await health.readiness()).toMatchObject({ isReady: true, isDraining: false });
    isBroken = true;
    time.pass(400);
    expect((await health.readiness()).isReady).toBe(true);
    time.pass(100);
    const red = await health.readiness();
    expect(red.isReady).toBe(false);
    expect(red.checks.map(({ name, isGood, fault }) => [name, isGood, fault])).toEqual([
      ['store', false, 'no disk'],
      ['other', true, null],
    ]);
    isBroken = false;
    time.pass(500);
    expect((await health.readiness()).isReady).toBe(true);
    health.drain();
    expect(await health.readiness()).toMatchObject({ isReady: false, isDraining: true });
  });

  it('takes a check that does not answer for one that fails', async () => {
    const health = createHealth({ checks: { store: () => new Promise(() => {}) }, clock: clock(), timeoutMs: 10 });
    expect((await health.readiness()).checks[0]).toMatchObject({ isGood: false, fault: 'No answer within 10 ms.' });
  });
});
