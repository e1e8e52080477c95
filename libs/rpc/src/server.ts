import { once } from 'node:events';
import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  type Metadata,
  Server,
  type ServerCredentials,
  type ServerWritableStream,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { IsochronError } from '@isochron/schema';
import { type CallObserver, type StreamHandler, type UnaryHandler, unobserved } from './call.ts';
import { type Authenticator, askNothing } from './caller.ts';
import { CertifiedConnections } from './certified-connections.ts';
import { type CallSide, RpcContext, type Watching } from './context.ts';
import type { HealthCheckRequest } from './generated/grpc/health/v1/health.ts';
import { HealthAnswers, HealthService, type Readiness } from './health.ts';
import { grpcStatus } from './status.ts';
import { serverCredentials, type TlsSource } from './tls.ts';
import { UnaryMethods } from './unary.ts';
import { whileProven } from './while-proven.ts';

export interface RpcServerOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Of a request; a larger one is RESOURCE_EXHAUSTED before any of it is looked at. */
  readonly requestBytesMax: number;
  readonly observe: CallObserver;
  /** Says who calls, before a handler is asked; not given: nobody is asked. */
  readonly authenticate?: Authenticator;
  /** What the server proves itself with, and asks of its clients; not given: it does not encrypt. */
  readonly tls?: TlsSource | null;
  /** Whether it is to be sent calls: what `grpc.health.v1.Health` answers, to anybody and without being counted; not given: it has no such service. */
  readonly isReady?: Readiness;
}

/** A gRPC server: add services, listen, and drain when it is over. */
export interface RpcServer {
  add(definition: ServiceDefinition, implementation: UntypedServiceImplementation): void;
  readonly unary: <Q, A>(handler: UnaryHandler<Q, A>) => handleUnaryCall<Q, A>;
  /** Ended with UNAUTHENTICATED when its caller's token expires. */
  readonly stream: <Q, A>(handler: StreamHandler<Q, A>) => handleServerStreamingCall<Q, A>;
  /** Answers the port. */
  listen(): Promise<number>;
  /** Takes no more calls, ends streams, waits for calls under way; those that are not done by then are cut off. */
  drain(timeoutMs: number): Promise<void>;
}

export function createRpcServer(options: RpcServerOptions): RpcServer {
  const { host, port, requestBytesMax } = options;
  const { observe, authenticate = askNothing } = options;
  const watching = { observe, authenticate, certified: new CertifiedConnections() };
  const unaryMethods = new UnaryMethods();
  const server = new Server({
    'grpc.max_receive_message_length': requestBytesMax,
    'grpc.max_send_message_length': -1,
    // A connection that lives for ever never finds another server.
    'grpc.max_connection_age_ms': 30 * 60_000,
    'grpc.max_connection_age_grace_ms': 5 * 60_000,
    // Nobody can ask for what it would count of every call.
    'grpc.enable_channelz': 0,
    interceptors: [unaryMethods.intercept],
  });
  const add: RpcServer['add'] = (definition, implementation) => {
    unaryMethods.know(definition, implementation);
    server.addService(definition, implementation);
  };
  const draining = new AbortController();
  const health = options.isReady === undefined ? null : new HealthAnswers(options.isReady);
  if (health !== null)
    add(HealthService, healthImplementation(health, handlersOf(probes(), unaryMethods, draining.signal)));
  return {
    add: (definition, implementation) => {
      add(definition, implementation);
      health?.know(definition);
    },
    ...handlersOf(watching, unaryMethods, draining.signal),
    listen: () => bind(server, `${host}:${port}`, serverCredentials(options.tls ?? null)),
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

/** Probes are not calls: they are not counted, and not asked who they are of. */
const probes = (): Watching => ({
  observe: () => unobserved,
  authenticate: askNothing,
  certified: new CertifiedConnections(),
});

const healthImplementation = (health: HealthAnswers, { unary, stream }: Handlers) => ({
  check: unary((request: HealthCheckRequest) => health.check(request)),
  watch: stream((request: HealthCheckRequest, context) => health.watch(request, context)),
});

type Handlers = Pick<RpcServer, 'unary' | 'stream'>;

const handlersOf = (watching: Watching, unaryMethods: UnaryMethods, draining: AbortSignal): Handlers => ({
  unary: (handler) => unaryMethods.make(watching, handler),
  stream: (handler) => (call) => {
    const context = new RpcContext(new StreamSide(call), call.getPath().slice(1), watching, draining);
    void pour(watching, call, context, handler).then(
      () => context.send(null, () => call.end()),
      (thrown: unknown) => context.send(thrown, () => call.emit('error', grpcStatus(thrown))),
    );
  },
});

async function pour<Q, A>(
  { authenticate }: Watching,
  call: ServerWritableStream<Q, A>,
  context: RpcContext,
  handler: StreamHandler<Q, A>,
): Promise<void> {
  const admitting = context.admit(authenticate);
  if (admitting !== undefined) await admitting;
  for await (const response of whileProven(context, (proven) => handler(call.request, proven))) {
    if (context.signal.aborted) break;
    if (!call.write(response)) await once(call, 'drain', { signal: context.signal }).catch(() => undefined);
  }
}

class StreamSide<Q, A> implements CallSide {
  readonly metadata: Metadata;
  readonly #call: ServerWritableStream<Q, A>;

  constructor(call: ServerWritableStream<Q, A>) {
    this.#call = call;
    this.metadata = call.metadata;
  }

  get isCancelled(): boolean {
    return this.#call.cancelled;
  }

  deadlineMs(): number {
    return Number(this.#call.getDeadline());
  }

  certificate() {
    return this.#call.getAuthContext().sslPeerCertificate;
  }

  /** A stream is opened seldom. */
  connection(): null {
    return null;
  }

  whenCancelled(left: () => void): void {
    this.#call.once('cancelled', left);
  }
}

async function bind(server: Server, address: string, credentials: ServerCredentials): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.bindAsync(address, credentials, (error, bound) => {
    if (error === null) resolve(bound);
    else reject(new IsochronError('UNAVAILABLE', `gRPC cannot listen on ${address}: ${error.message}`, error));
  });
  return promise;
}
