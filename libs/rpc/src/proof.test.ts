import { describe, expect, it } from 'vitest';
import { call, createClient } from './client.ts';
import { CompilerClient } from './compiler.ts';
import { isLoopback } from './loopback.ts';

const open = (address: string, proof: Parameters<typeof createClient>[2]) =>
  createClient(CompilerClient, address, proof).close();
const token = () => 'a token';

describe('a token', () => {
  it.each(['fetcher:7411', '10.0.0.1:7411', '0.0.0.0:7411', 'localhost.example:7411', '[2001:db8::1]:7411'])(
    'does not go in clear to %s, unless it is said that it may',
    (address) => {
      expect(() => open(address, { token })).toThrowError(
        expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(address) }),
      );
      open(address, { token, tls: { authority: null } });
      open(address, { token, sendsTokenInClear: true });
      open(address, {});
    },
  );

  it.each(['localhost:1', '127.0.0.1:1', '[::1]:1'])('goes in clear to %s', (address) => open(address, { token }));
});

it.each(['of two\nlines', 'of a file\n', 'ä'])(
  'that cannot stand in a header is not shown by the error: %j',
  async (secret) => {
    const proofs = [{ token: () => secret }, {}];
    for (const proof of proofs) {
      const client = createClient(CompilerClient, '127.0.0.1:1', proof);
      const headers = 'token' in proof ? {} : { authorization: secret };
      const settings = { timeoutMs: 5_000, attemptsMax: 1, headers };
      const thrown: unknown = await call(client, client.listSets, {}, settings).catch((reason: unknown) => reason);
      client.close();
      expect(thrown).toMatchObject({
        code: 'token' in proof ? 'UNAUTHENTICATED' : 'INVALID_ARGUMENT',
        message: expect.stringContaining('The header authorization cannot be sent'),
      });
      expect(String(thrown)).not.toContain(secret.trim());
    }
  },
);

it('only this machine reaches its loopback addresses', () => {
  expect(['localhost', '::1', '[::1]', '127.0.0.1', '127.255.0.9'].map(isLoopback)).not.toContain(false);
  expect(['0.0.0.0', '::', '128.0.0.1', '127.0.0.1.example', '127.1', ''].map(isLoopback)).not.toContain(true);
});
