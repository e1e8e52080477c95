import { setTimeout as pause } from 'node:timers/promises';
import {
  type CallOptions,
  type ChannelCredentials,
  type Client,
  type ClientOptions as ClientOptionsOfGrpc,
  type ClientReadableStream,
  type ClientUnaryCall,
  Metadata,
  type ServiceError,
} from '@grpc/grpc-js';
import { IsochronError } from '@isochron/schema';
import { setHeader } from './headers.ts';
import { type ClientProof, provingOptions } from './proof.ts';
import { fromServiceError } from './status.ts';

/** A client class that is generated from `proto/`. */
export type ClientClass<C extends Client> = new (
  address: string,
  credentials: ChannelCredentials,
  options?: Partial<ClientOptionsOfGrpc>,
) => C;

export interface ClientOptions extends ClientProof {
  /** A larger answer is RESOURCE_EXHAUSTED; not given: any size. */
  readonly answerBytesMax?: number;
}

/** Opens a client of the server at `host:port`. It connects when it is first used, and again whenever it has to. `close()` it. INVALID_ARGUMENT where its token could be read by others. */
export function createClient<C extends Client>(
  clientClass: ClientClass<C>,
  address: string,
  { answerBytesMax = -1, ...proof }: ClientOptions = {},
): C {
  const { credentials, interceptors } = provingOptions(address, proof);
  return new clientClass(address, credentials, {
    ...(interceptors.length > 0 && { interceptors }),
    'grpc.max_receive_message_length': answerBytesMax,
    'grpc.max_send_message_length': -1,
  });
}

export interface CallSettings {
  /** How long an answer is waited for, all attempts together. */
  readonly timeoutMs: number;
  /** How often it is tried while the server is UNAVAILABLE; not given: 3. Only for calls that may be made twice. */
  readonly attemptsMax?: number;
  readonly signal?: AbortSignal;
  /** What is told the server besides the request. */
  readonly headers?: Readonly<Record<string, string>>;
}

type UnaryMethod<Q, A> = (
  request: Q,
  metadata: Metadata,
  options: Partial<CallOptions>,
  callback: (error: ServiceError | null, response: A) => void,
) => ClientUnaryCall;

/** Makes a unary call: `call(client, client.publish, request, { timeoutMs })`. Rejects with the error that the server had. */
export async function call<Q, A>(
  client: Client,
  method: UnaryMethod<Q, A>,
  request: Q,
  { timeoutMs, attemptsMax = 3, signal, headers = {} }: CallSettings,
): Promise<A> {
  const deadline = Date.now() + timeoutMs;
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(client, method, request, { deadline, signal, headers });
    } catch (thrown) {
      const isLast = attempt >= attemptsMax || Date.now() >= deadline || signal?.aborted === true;
      if (isLast || !(thrown instanceof IsochronError) || thrown.code !== 'UNAVAILABLE') throw thrown;
      // Spread, so that callers that failed together do not come again together.
      await pause(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

const FIRST_PAUSE_MS = 25;

interface OneCall {
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

async function once<Q, A>(
  client: Client,
  method: UnaryMethod<Q, A>,
  request: Q,
  { deadline, signal, headers }: OneCall,
): Promise<A> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<A>();
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(headers)) setHeader(metadata, name, value);
  const running = method.call(client, request, metadata, { deadline }, (error, response) => {
    if (error === null) resolve(response);
    else reject(fromServiceError(error));
  });
  const cancel = () => running.cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

type StreamMethod<Q, A> = (request: Q, metadata: Metadata) => ClientReadableStream<A>;

/** The answers of a server stream, until it ends or the signal is aborted. Throws the error that the server had. */
export async function* streamed<Q, A>(
  client: Client,
  method: StreamMethod<Q, A>,
  request: Q,
  signal: AbortSignal,
): AsyncGenerator<A, void> {
  const stream = method.call(client, request, new Metadata());
  const cancel = () => stream.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for await (const answer of stream) yield answer;
  } catch (thrown) {
    if (!signal.aborted) throw fromServiceError(thrown);
  } finally {
    signal.removeEventListener('abort', cancel);
    stream.cancel();
  }
}
