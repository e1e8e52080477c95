import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import fastify from 'fastify';
import { serve } from '../load/serving-process.ts';

/**
 * The floor: the same libraries over the same bytes, and nothing else. What is asked is read as far as the library reads it (fastify parses its JSON), and what is
 * answered has as many bytes as it was told by `answer N`.
 */
let answerBytes = Buffer.alloc(0);
let answerText = '';

const asIs = (bytes: Buffer): Buffer => bytes;
const method = {
  path: '/floor.Floor/Answer',
  requestStream: false,
  responseStream: false,
  requestSerialize: asIs,
  requestDeserialize: asIs,
  responseSerialize: asIs,
  responseDeserialize: asIs,
};
const rpc = new Server({ 'grpc.max_receive_message_length': -1 });
const implementation: UntypedServiceImplementation = {
  Answer: (_call: unknown, callback: (error: null, answer: Buffer) => void) => callback(null, answerBytes),
};
rpc.addService({ Answer: method }, implementation);

const http = fastify({ logger: false, bodyLimit: 64 << 20 });
http.post('/floor', (_request, reply) => {
  void reply.header('content-type', 'application/json').send(answerText);
});

const grpcPort = await new Promise<number>((resolve, reject) => {
  rpc.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
    if (error === null) resolve(port);
    else reject(error);
  });
});
await http.listen({ port: 0, host: '127.0.0.1' });
const address = http.server.address();
if (address === null || typeof address === 'string') throw new Error('fastify does not listen');

serve({
  ready: { grpcPort, httpPort: address.port },
  asked: async (question) => {
    const bytes = Number(/^answer (\d+)$/.exec(question)?.[1] ?? Number.NaN);
    if (Number.isNaN(bytes)) throw new Error(`nobody knows what ${question} means`);
    answerBytes = Buffer.alloc(bytes, 7);
    answerText = JSON.stringify('x'.repeat(Math.max(0, bytes - 2)));
    return null;
  },
  stop: async () => {
    rpc.forceShutdown();
    await http.close();
  },
});
