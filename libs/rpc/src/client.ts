import { setTimeout as pause } from 'node:timers/promises';
import {
  type CallOptions,
  type ChannelCredentials,
  type ChannelOptions,
  type Client,
  type ClientReadableStream,
  type ClientUnaryCall,
  credentials,
  Metadata,
  type ServiceError,
} from '@grpc/grpc-js';
import { IsochronError } from '@isochron/schema';
import { fromServiceError } from './status.ts';

/** A client class that is generated from `proto/`. */
export type ClientClass<C extends Client> = new (
  address: string,
  credentials: ChannelCredentials,
  options?: Partial<ChannelOptions>,
) => C;

/** Opens a client of the server at `host:port`. It connects when it is first used, and again whenever it has to. `close()` it. */
export function createClient<C extends Client>(clientClass: ClientClass<C>, address: string): C {
  return new clientClass(address, credentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
  });
}

export interface CallSettings {
  /** How long an answer is waited for, all attempts together. */
  readonly timeoutMs: number;
  /** How often it is tried while the server is UNAVAILABLE; not given: 3. Only for calls that may be made twice. */
  readonly attemptsMax?: number;
  readonly signal?: AbortSignal;
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
  { timeoutMs, attemptsMax = 3, signal }: CallSettings,
): Promise<A> {
  const deadline = Date.now() + timeoutMs;
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(client, method, request, { deadline, signal });
    } catch (thrown) {
      const isLast = attempt >= attemptsMax || Date.now() >= deadline || signal?.aborted === true;
      if (isLast || !(thrown instanceof IsochronError) || thrown.code !== 'UNAVAILABLE') throw thrown;
      // Spread, so that callers that failed together do not come again together.
      await pause(FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

const FIRST_PAUSE_MS = 25;

async function once<Q, A>(
  client: Client,
  method: UnaryMethod<Q, A>,
  request: Q,
  { deadline, signal }: { readonly deadline: number; readonly signal: AbortSignal | undefined },
): Promise<A> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<A>();
  const running = method.call(client, request, new Metadata(), { deadline }, (error, response) => {
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
