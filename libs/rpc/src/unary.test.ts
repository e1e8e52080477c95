import { Client, credentials, type ServiceError, status } from '@grpc/grpc-js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Outcome, unobserved } from './call.ts';
import { createRpcServer, type RpcServer } from './server.ts';

const asIs = (bytes: Buffer): Buffer => bytes;
const definition = {
  shout: {
    path: '/test.Shouting/Shout',
    requestStream: false,
    responseStream: false,
    requestSerialize: asIs,
    requestDeserialize: asIs,
    responseSerialize: asIs,
    responseDeserialize: asIs,
  },
} as const;
const { path } = definition.shout;

const outcomes: Outcome[] = [];
let server: RpcServer;
let client: Client;
beforeEach(async () => {
  outcomes.length = 0;
  server = createRpcServer({
    host: '127.0.0.1',
    port: 0,
    requestBytesMax: 1_000,
    observe: () => ({ ...unobserved, end: (outcome) => outcomes.push(outcome) }),
  });
  server.add(definition, {
    // At once, and without a promise.
    shout: server.unary((bytes: Buffer) => {
      if (bytes.length === 0) throw new TypeError('nothing to shout');
      return Buffer.from(bytes.toString().toUpperCase());
    }),
  });
  client = new Client(`127.0.0.1:${await server.listen()}`, credentials.createInsecure());
});
afterEach(async () => {
  client.close();
  await server.drain(0);
});

const shout = (text: string): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, asIs, asIs, Buffer.from(text), (error, answer) => {
      if (error === null) resolve(answer?.toString());
      else reject(error);
    });
  });

/** As a client does that does not know that the method takes one request. */
const streamed = (requests: readonly Buffer[]): Promise<ServiceError | null> =>
  new Promise((resolve) => {
    const call = client.makeClientStreamRequest(path, asIs, asIs, (error) => resolve(error));
    for (const request of requests) call.write(request);
    call.end();
  });

it('may be answered at once, by many at the same time', async () => {
  const texts = Array.from({ length: 200 }, (_, at) => `text ${at}`);
  expect(await Promise.all(texts.map(shout))).toEqual(texts.map((text) => text.toUpperCase()));
  expect(outcomes).toEqual(texts.map(() => ({ code: 'OK', thrown: null })));
});

it('is INTERNAL where its handler throws at once, and the next one is answered', async () => {
  await expect(shout('')).rejects.toMatchObject({ code: status.INTERNAL });
  expect(outcomes).toMatchObject([{ code: 'INTERNAL', thrown: new TypeError('nothing to shout') }]);
  expect(await shout('again')).toBe('AGAIN');
});

it('is refused without a request, and with more than one', async () => {
  expect(await streamed([])).toMatchObject({
    code: status.UNIMPLEMENTED,
    details: expect.stringContaining('no request'),
  });
  expect(await streamed([Buffer.from('a'), Buffer.from('b')])).toMatchObject({
    code: status.UNIMPLEMENTED,
    details: expect.stringContaining('a second request'),
  });
});
