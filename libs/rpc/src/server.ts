import { once } from 'node:events';
import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { IsochronError, statusCodes } from '@isochron/schema';
import type { CallContext, CallObserver, Outcome, StreamHandler, UnaryHandler } from './call.ts';
import { statusOf } from './status.ts';

export interface RpcServerOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Of a request; a larger one is RESOURCE_EXHAUSTED before any of it is looked at. */
  readonly requestBytesMax: number;
  readonly observe: CallObserver;
}

/** A gRPC server: add services, listen, and drain when it is over. */
export interface RpcServer {
  add(definition: ServiceDefinition, implementation: UntypedServiceImplementation): void;
  readonly unary: <Q, A>(handler: UnaryHandler<Q, A>) => handleUnaryCall<Q, A>;
  readonly stream: <Q, A>(handler: StreamHandler<Q, A>) => handleServerStreamingCall<Q, A>;
  /** Answers the port. */
  listen(): Promise<number>;
  /** Takes no more calls, ends streams, waits for calls under way; those that are not done by then are cut off. */
  drain(timeoutMs: number): Promise<void>;
}

export function createRpcServer({ host, port, requestBytesMax, observe }: RpcServerOptions): RpcServer {
  const server = new Server({
    'grpc.max_receive_message_length': requestBytesMax,
    'grpc.max_send_message_length': -1,
    // A connection that lives for ever never finds another server.
    'grpc.max_connection_age_ms': 30 * 60_000,
    'grpc.max_connection_age_grace_ms': 5 * 60_000,
  });
  const draining = new AbortController();
  return {
    add: (definition, implementation) => server.addService(definition, implementation),
    unary: (handler) => (call, callback) => {
      void answer(observe, call, handler).then(
        (response) => callback(null, response),
        (thrown: unknown) => callback(grpcStatus(thrown)),
      );
    },
    stream: (handler) => (call) => {
      void pour(observe, call, handler, draining.signal).catch((thrown: unknown) => {
        call.emit('error', grpcStatus(thrown));
      });
    },
    listen: () => bind(server, host, port),
    drain: async (timeoutMs) => {
      draining.abort();
      const done = Promise.withResolvers<void>();
      const timer = setTimeout(() => {
        server.forceShutdown();
        done.resolve();
      }, timeoutMs);
      server.tryShutdown(() => done.resolve());
      await done.promise;
      clearTimeout(timer);
    },
  };
}

type AnyCall<Q, A> = ServerUnaryCall<Q, A> | ServerWritableStream<Q, A>;

async function answer<Q, A>(
  observe: CallObserver,
  call: ServerUnaryCall<Q, A>,
  handler: UnaryHandler<Q, A>,
): Promise<A> {
  return observed(observe, call, (context) => handler(call.request, context), []);
}

async function pour<Q, A>(
  observe: CallObserver,
  call: ServerWritableStream<Q, A>,
  handler: StreamHandler<Q, A>,
  draining: AbortSignal,
): Promise<void> {
  const write = async (context: CallContext): Promise<void> => {
    for await (const response of handler(call.request, context)) {
      if (context.signal.aborted) break;
      if (!call.write(response)) await once(call, 'drain', { signal: context.signal }).catch(() => undefined);
    }
  };
  await observed(observe, call, write, [draining]);
  call.end();
}

async function observed<Q, A, T>(
  observe: CallObserver,
  call: AnyCall<Q, A>,
  work: (context: CallContext) => Promise<T>,
  signals: readonly AbortSignal[],
): Promise<T> {
  const gone = new AbortController();
  call.on('cancelled', () => gone.abort(new IsochronError('CANCELLED', 'The caller does not wait any more.')));
  const ended = observe({ protocol: 'grpc', method: call.getPath().slice(1), traceParent: traceParentOf(call) });
  try {
    const done = await work({ signal: AbortSignal.any([gone.signal, ...signals]) });
    ended(outcomeOf(gone.signal));
    return done;
  } catch (thrown) {
    ended(gone.signal.aborted ? outcomeOf(gone.signal) : { code: statusOf(thrown).code, thrown });
    throw thrown;
  }
}

const outcomeOf = (gone: AbortSignal): Outcome => ({ code: gone.aborted ? 'CANCELLED' : 'OK', thrown: null });

function traceParentOf(call: { readonly metadata: ServerDuplexStream<unknown, unknown>['metadata'] }): string | null {
  const [value] = call.metadata.get('traceparent');
  return value === undefined ? null : value.toString();
}

function grpcStatus(thrown: unknown): { readonly code: number; readonly details: string } {
  const { code, message } = statusOf(thrown);
  return { code: statusCodes[code], details: message };
}

async function bind(server: Server, host: string, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
    if (error === null) resolve(bound);
    else reject(new IsochronError('UNAVAILABLE', `gRPC cannot listen on ${host}:${port}: ${error.message}`, error));
  });
  return promise;
}
