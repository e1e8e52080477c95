import {
  type handleUnaryCall,
  Metadata,
  ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
  type ServiceDefinition,
  status,
  type UntypedHandleCall,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { UnaryHandler } from './call.ts';
import { type CallSide, RpcContext, type Watching } from './context.ts';
import { grpcStatus } from './status.ts';

/** The methods of a server that have one request and one answer. Calls of them are taken as they come, before grpc-js hands them to a handler; all others go its own way. */
export class UnaryMethods {
  readonly #takers = new WeakMap<UntypedHandleCall, Taker>();
  readonly #byPath = new Map<string, { readonly name: string; readonly take: Taker }>();

  /** To be a method's in an implementation; grpc-js wants a handler of each, and never asks this one. */
  make<Q, A>(watching: Watching, handler: UnaryHandler<Q, A>): handleUnaryCall<Q, A> {
    const never = (): never => {
      throw new Error('a unary call is taken before it comes to its handler');
    };
    this.#takers.set(never, (call, name) => new UnaryCall(call, name, watching, handler));
    return never;
  }

  know(definition: ServiceDefinition, implementation: UntypedServiceImplementation): void {
    for (const [method, { path }] of Object.entries(definition)) {
      const given = implementation[method];
      const take = given === undefined ? undefined : this.#takers.get(given);
      if (take !== undefined) this.#byPath.set(path, { name: path.slice(1), take });
    }
  }

  readonly intercept: ServerInterceptor = ({ path }, call) => {
    const known = this.#byPath.get(path);
    return known === undefined ? new ServerInterceptingCall(call) : known.take(call, known.name);
  };
}

type Taker = (call: ServerInterceptingCallInterface, name: string) => ServerInterceptingCall;

/** How grpc-js tells of what arrives; it does not export the name. */
type Listener = Parameters<ServerInterceptingCallInterface['start']>[0];

const NO_METADATA = new Metadata();
const OK = { code: status.OK, details: 'OK', metadata: null };

/**
 * One call. grpc-js makes a stream of Node for every one, of which a unary call needs nothing: here its messages are taken where they arrive and sent where they are made, which
 * an interceptor may do. A tenth of what a bare call costs is saved by that.
 */
class UnaryCall<Q, A> extends ServerInterceptingCall implements Listener, CallSide {
  metadata = NO_METADATA;
  isCancelled = false;
  readonly #base: ServerInterceptingCallInterface;
  readonly #method: string;
  readonly #watching: Watching;
  readonly #handler: UnaryHandler<Q, A>;
  #request: { readonly message: Q } | null = null;
  #left: (() => void) | null = null;

  constructor(base: ServerInterceptingCallInterface, method: string, watching: Watching, handler: UnaryHandler<Q, A>) {
    super(base);
    this.#base = base;
    this.#method = method;
    this.#watching = watching;
    this.#handler = handler;
  }

  /** Who would listen otherwise is not asked: it is grpc-js's own handler. */
  override start(): void {
    this.#base.start(this);
  }

  onReceiveMetadata(metadata: Metadata): void {
    this.metadata = metadata;
    this.#base.startRead();
  }

  onReceiveMessage(message: Q): void {
    if (this.#request !== null) {
      this.#refuseMessages('a second request');
      return;
    }
    this.#request = { message };
    this.#base.startRead();
  }

  onReceiveHalfClose(): void {
    if (this.#request === null) this.#refuseMessages('no request');
    else this.#answer(this.#request.message);
  }

  onCancel(): void {
    this.isCancelled = true;
    this.#left?.();
  }

  deadlineMs(): number {
    return Number(this.#base.getDeadline());
  }

  certificate() {
    return this.#base.getAuthContext().sslPeerCertificate;
  }

  connection(): object | null {
    // grpc-js tells of no connection; a call of it has its stream under this name, and where it has not, each call's certificate is read.
    const stream: unknown = Reflect.get(this.#base, 'stream');
    if (typeof stream !== 'object' || stream === null || !('session' in stream)) return null;
    return typeof stream.session === 'object' ? stream.session : null;
  }

  whenCancelled(left: () => void): void {
    this.#left = left;
  }

  #answer(message: Q): void {
    const context = new RpcContext(this, this.#method, this.#watching, null);
    const send = (answer: A): void => context.send(null, () => this.#send(answer));
    const refuse = (thrown: unknown): void => context.send(thrown, () => this.#base.sendStatus(grpcStatus(thrown)));
    let answer: A | Promise<A>;
    try {
      const admitting = context.admit(this.#watching.authenticate);
      const handler = this.#handler;
      answer = admitting === undefined ? handler(message, context) : admitting.then(() => handler(message, context));
    } catch (thrown) {
      refuse(thrown);
      return;
    }
    if (answer instanceof Promise) answer.then(send, refuse);
    else send(answer);
  }

  #send(answer: A): void {
    this.#base.sendMessage(answer, () => this.#base.sendStatus(OK));
  }

  #refuseMessages(what: string): void {
    const details = `${this.#method} takes one request, and ${what} came.`;
    this.#base.sendStatus({ code: status.UNIMPLEMENTED, details, metadata: null });
  }
}
