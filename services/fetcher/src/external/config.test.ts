import { expect, test } from 'vitest';
import { externalSourcesSchema } from './config.ts';

test('what is not said of a source is chosen', () => {
  expect(externalSourcesSchema.parse({ risk: { kind: 'grpc', address: 'risk:443' } })).toEqual({
    risk: {
      ...{ kind: 'grpc', address: 'risk:443', timeoutMs: 50, batchMax: 100, concurrencyMax: 16, queueMax: 64 },
      ...{ attemptsMax: 2, answerBytesMax: 4_194_304, headers: {}, sendsHeadersInClear: false },
      ...{ cache: { ttlMs: 0, bytesMax: 16_777_216 } },
      breaker: { failureShare: 0.5, calls: 50, callsMin: 10, openMs: 1_000, openMsMax: 30_000 },
    },
  });
});

test.each([
  [{ kind: 'http', address: 'risk:80' }, 'write http://host:port/path'],
  [{ kind: 'grpc', address: 'http://risk' }, 'write host:port'],
  [{ kind: 'smtp', address: 'risk:25' }, 'Invalid'],
  [{ kind: 'grpc', address: 'risk:1', headers: { authorization: 'Bearer abc' } }, 'write file:'],
  [{ kind: 'grpc', address: 'risk:1', headers: { authorization: 'file:/a' } }, 'in the clear to another machine'],
  [{ kind: 'http', address: 'http://risk/x', headers: { 'x-key': 'file:/a' } }, 'in the clear to another machine'],
  [{ kind: 'grpc', address: 'risk:1', headers: { Authorization: 'file:/a' } }, 'small letters'],
  [{ kind: 'grpc', address: 'risk:1', shape: 'rows' }, 'shape'],
  [{ kind: 'grpc', address: 'risk:1', breaker: { calls: 5, callsMin: 6 } }, 'callsMin must not be above calls'],
  [{ kind: 'grpc', address: 'risk:1', timeoutMs: 0 }, 'Too small'],
])('%j is refused', (source, message) => {
  const { success, error } = externalSourcesSchema.safeParse({ risk: source });
  expect(success).toBe(false);
  expect(error?.message).toContain(message);
});

test.each([
  { kind: 'grpc', address: 'risk:1', tls: {} },
  { kind: 'grpc', address: 'localhost:1' },
  { kind: 'grpc', address: '[::1]:1' },
  { kind: 'grpc', address: 'risk:1', sendsHeadersInClear: true },
  { kind: 'http', address: 'https://risk/x' },
  { kind: 'http', address: 'http://[::1]:80/x' },
  { kind: 'http', address: 'http://127.0.0.1:80/x' },
])('%j may be sent a token', (source) => {
  const { success } = externalSourcesSchema.safeParse({ risk: { ...source, headers: { authorization: 'file:/a' } } });
  expect(success).toBe(true);
});
