import { once } from 'node:events';
import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  Server,
  type ServerCredentials,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { IsochronError, statusCodes } from '@isochron/schema';
import {
  type Call,
  type CallContext,
  type CallObserver,
  type CallTrace,
  type ObservedCall,
  type Outcome,
  type StreamHandler,
  type UnaryHandler,
  unobserved,
} from './call.ts';
import { type Authenticator, anonymous, askNothing, type Caller, certificateSubject, type Shown } from './caller.ts';
import type { HealthCheckRequest } from './generated/grpc/health/v1/health.ts';
import { HealthAnswers, HealthService, type Readiness } from './health.ts';
import { statusOf } from './status.ts';
import { serverCredentials, type TlsSource } from './tls.ts';
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
  const methods = new MethodNames();
  const watching = { observe: options.observe, authenticate: options.authenticate ?? askNothing, methods };
  const server = new Server({
    'grpc.max_receive_message_length': requestBytesMax,
    'grpc.max_send_message_length': -1,
    // A connection that lives for ever never finds another server.
    'grpc.max_connection_age_ms': 30 * 60_000,
    'grpc.max_connection_age_grace_ms': 5 * 60_000,
    // Nobody can ask for what it would count of every call.
    'grpc.enable_channelz': 0,
  });
  const draining = new AbortController();
  const health = options.isReady === undefined ? null : new HealthAnswers(options.isReady);
  if (health !== null) addHealth(server, health, handlersOf({ ...PROBES, methods }, draining.signal));
  return {
    add: (definition, implementation) => {
      server.addService(definition, implementation);
      health?.know(definition);
    },
    ...handlersOf(watching, draining.signal),
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
const PROBES = { observe: () => unobserved, authenticate: askNothing };

function addHealth(server: Server, health: HealthAnswers, { unary, stream }: Handlers): void {
  server.addService(HealthService, {
    check: unary((request: HealthCheckRequest) => health.check(request)),
    watch: stream((request: HealthCheckRequest, context) => health.watch(request, context)),
  });
}

type Handlers = Pick<RpcServer, 'unary' | 'stream'>;

const handlersOf = (watching: Watching, draining: AbortSignal): Handlers => ({
  unary: (handler) => (call, callback) => {
    const context = new GrpcContext(call, watching, null);
    void answer(watching, call, context, handler).then(
      (response) => context.send(null, () => callback(null, response)),
      (thrown: unknown) => context.send(thrown, () => callback(grpcStatus(thrown))),
    );
  },
  stream: (handler) => (call) => {
    const context = new GrpcContext(call, watching, draining);
    void pour(watching, call, context, handler).then(
      () => context.send(null, () => call.end()),
      (thrown: unknown) => context.send(thrown, () => call.emit('error', grpcStatus(thrown))),
    );
  },
});

type AnyCall<Q, A> = ServerUnaryCall<Q, A> | ServerWritableStream<Q, A>;

interface Watching {
  readonly observe: CallObserver;
  readonly authenticate: Authenticator;
  readonly methods: MethodNames;
}

async function answer<Q, A>(
  { authenticate }: Watching,
  call: ServerUnaryCall<Q, A>,
  context: GrpcContext<Q, A>,
  handler: UnaryHandler<Q, A>,
): Promise<A> {
  const admitting = context.admit(authenticate);
  if (admitting !== undefined) await admitting;
  return handler(call.request, context);
}

async function pour<Q, A>(
  { authenticate }: Watching,
  call: ServerWritableStream<Q, A>,
  context: GrpcContext<Q, A>,
  handler: StreamHandler<Q, A>,
): Promise<void> {
  const admitting = context.admit(authenticate);
  if (admitting !== undefined) await admitting;
  for await (const response of whileProven(context, (proven) => handler(call.request, proven))) {
    if (context.signal.aborted) break;
    if (!call.write(response)) await once(call, 'drain', { signal: context.signal }).catch(() => undefined);
  }
}

const WENT_WELL: Outcome = { code: 'OK', thrown: null };

/** What a handler is told; what costs is made where it is asked for. */
class GrpcContext<Q, A> implements CallContext {
  readonly trace: CallTrace;
  readonly deadlineMs: number | null;
  caller = anonymous;
  readonly #call: AnyCall<Q, A>;
  readonly #observed: ObservedCall;
  readonly #draining: AbortSignal | null;
  #signal: AbortSignal | null = null;

  constructor(call: AnyCall<Q, A>, { observe, methods }: Watching, draining: AbortSignal | null) {
    this.#call = call;
    this.#observed = observe(new BegunCall(call, methods));
    this.#draining = draining;
    this.trace = this.#observed.trace;
    const deadlineMs = Number(call.getDeadline());
    this.deadlineMs = Number.isFinite(deadlineMs) ? deadlineMs : null;
  }

  get signal(): AbortSignal {
    this.#signal ??= this.#listening();
    return this.#signal;
  }

  enter(stage: string): void {
    this.#observed.enter(stage);
  }

  /** Finds out who calls; nothing is to be waited for where that is known. No work is put into what nobody waits for: under load a call may have waited longer than its caller does. */
  admit(authenticate: Authenticator): Promise<void> | undefined {
    if (this.deadlineMs !== null && Date.now() >= this.deadlineMs)
      throw new IsochronError('DEADLINE_EXCEEDED', 'The call came to its turn after its deadline.');
    const caller = authenticate(new ShownBy(this.#call));
    if (caller instanceof Promise) return caller.then((found) => this.#admitted(found));
    this.#admitted(caller);
    return undefined;
  }

  #admitted(caller: Caller): void {
    this.caller = caller;
    this.enter('request');
  }

  /** Hands over the answer, or what was thrown in its place, which is the end of the call. */
  send(thrown: unknown, hand: () => void): void {
    const outcome = this.#outcome(thrown);
    this.enter('send');
    hand();
    this.#observed.end(outcome);
  }

  /** A caller that gives up at its deadline may be first to say so. */
  #outcome(thrown: unknown): Outcome {
    if (this.#call.cancelled) return { code: this.#goneCode(), thrown: null };
    return thrown === null ? WENT_WELL : { code: statusOf(thrown).code, thrown };
  }

  #goneCode(): 'DEADLINE_EXCEEDED' | 'CANCELLED' {
    return this.deadlineMs !== null && Date.now() >= this.deadlineMs ? 'DEADLINE_EXCEEDED' : 'CANCELLED';
  }

  #listening(): AbortSignal {
    const leaving = new AbortController();
    const left = () => leaving.abort(new IsochronError(this.#goneCode(), 'The caller does not wait any more.'));
    if (this.#call.cancelled) left();
    else this.#call.once('cancelled', left);
    return this.#draining === null ? leaving.signal : AbortSignal.any([leaving.signal, this.#draining]);
  }
}

/** A call as it begins; its headers are looked at where somebody asks for them. */
class BegunCall<Q, A> implements Call {
  readonly protocol = 'grpc';
  readonly method: string;
  readonly #call: AnyCall<Q, A>;

  constructor(call: AnyCall<Q, A>, methods: MethodNames) {
    this.#call = call;
    this.method = methods.of(call.getPath());
  }

  get traceParent(): string | null {
    return headerOf(this.#call, 'traceparent');
  }
}

class ShownBy<Q, A> implements Shown {
  readonly #call: AnyCall<Q, A>;

  constructor(call: AnyCall<Q, A>) {
    this.#call = call;
  }

  get authorization(): string | null {
    return headerOf(this.#call, 'authorization');
  }

  readonly certificateSubject = (): string | null => {
    const certificate = this.#call.getAuthContext().sslPeerCertificate;
    return certificate === undefined ? null : certificateSubject(certificate);
  };
}

/** Paths without their slash, each made once, so that what counts by one finds it by its identity. Paths are those of methods that were added: others have no handler. */
class MethodNames {
  readonly #names = new Map<string, string>();

  of(path: string): string {
    const known = this.#names.get(path);
    if (known !== undefined) return known;
    const name = path.slice(1);
    this.#names.set(path, name);
    return name;
  }
}

function headerOf<Q, A>(call: AnyCall<Q, A>, name: string): string | null {
  const [value] = call.metadata.get(name);
  return value === undefined ? null : value.toString();
}

function grpcStatus(thrown: unknown): { readonly code: number; readonly details: string } {
  const { code, message } = statusOf(thrown);
  return { code: statusCodes[code], details: message };
}

async function bind(server: Server, address: string, credentials: ServerCredentials): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.bindAsync(address, credentials, (error, bound) => {
    if (error === null) resolve(bound);
    else reject(new IsochronError('UNAVAILABLE', `gRPC cannot listen on ${address}: ${error.message}`, error));
  });
  return promise;
}
