import type { TLSSocket } from 'node:tls';
import {
  type Authenticator,
  anonymous,
  type CallContext,
  type Caller,
  type CallObserver,
  type CallTrace,
  CertifiedConnections,
  httpStatus,
  type ObservedCall,
  type Shown,
  statusOf,
  unobserved,
} from '@isochron/rpc';
import { IsochronError, type StatusCode } from '@isochron/schema';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { signalOf } from './http-request.ts';

/** How long a caller waits for the answer, in whole milliseconds from when the request came. */
export const TIMEOUT_HEADER = 'x-request-timeout-ms';

export interface HttpCallsOptions {
  readonly observe: CallObserver;
  readonly authenticate: Authenticator;
  /** Routes that are answered to anybody. */
  readonly open: ReadonlySet<string>;
  /** Routes that are no calls: they are not counted. */
  readonly uncounted: ReadonlySet<string>;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set when it comes; a property, since every request looks it up more than once. */
    observedCall: HttpCall | null;
  }
}

/** Requests as calls: observed from beginning to end, asked who they are of, answered at their deadline at the latest. */
export class HttpCalls {
  readonly #options: HttpCallsOptions;
  readonly #methods = new MethodNames();
  readonly #certified = new CertifiedConnections();

  constructor(app: FastifyInstance, options: HttpCallsOptions) {
    this.#options = options;
    app.decorateRequest('observedCall', null);
    app.addHook('onRequest', (request, reply, done) => {
      const begun = this.#begin(request, reply);
      if (begun === undefined) done();
      else begun.then(() => done(), done);
    });
    app.addHook('onResponse', (request, reply, done) => {
      request.observedCall?.end(reply.statusCode);
      done();
    });
    app.addHook('onRequestAbort', (request, done) => {
      request.observedCall?.fail('CANCELLED', null);
      done();
    });
  }

  /** What is thrown in a request, for how it is seen to end. */
  threw(request: FastifyRequest, thrown: unknown): void {
    if (request.observedCall !== null) request.observedCall.thrown = thrown;
  }

  /** Who calls a route that is answered to anybody; anonymous where he does not prove it. */
  async callerOf(request: FastifyRequest): Promise<Caller> {
    try {
      return await this.#options.authenticate(shownBy(request, this.#certified));
    } catch {
      return anonymous;
    }
  }

  /** Its answer is there, and is on its way from now on. */
  sends(request: FastifyRequest): void {
    request.observedCall?.enter('send');
  }

  contextOf(request: FastifyRequest): CallContext {
    const call = request.observedCall;
    if (call === null) throw new Error(`${request.url} is not a call.`);
    return call;
  }

  #begin(request: FastifyRequest, reply: FastifyReply): Promise<void> | undefined {
    const { url = 'unknown' } = request.routeOptions;
    const { open, uncounted, authenticate } = this.#options;
    const call = new HttpCall(reply, uncounted.has(url) ? unobserved : this.#observe(request, url));
    request.observedCall = call;
    this.#setDeadline(call, request, reply);
    const caller = open.has(url) ? anonymous : authenticate(shownBy(request, this.#certified));
    if (caller instanceof Promise) return caller.then((found) => call.admit(found));
    call.admit(caller);
    return undefined;
  }

  #observe({ method, headers: { traceparent } }: FastifyRequest, url: string): ObservedCall {
    return this.#options.observe({
      protocol: 'http',
      method: this.#methods.of(method, url),
      traceParent: typeof traceparent === 'string' ? traceparent : null,
    });
  }

  #setDeadline(call: HttpCall, request: FastifyRequest, reply: FastifyReply): void {
    const header = request.headers[TIMEOUT_HEADER];
    if (header === undefined) return;
    const timeoutMs = typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : 0;
    if (timeoutMs === 0) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `The header ${TIMEOUT_HEADER} is ${JSON.stringify(header).slice(0, 40)}; it must be whole milliseconds from 1 on.`,
      );
    }
    const expire = call.expireAt(Date.now() + timeoutMs);
    const timer = setTimeout(() => {
      const late = new IsochronError('DEADLINE_EXCEEDED', `The answer was not there after ${timeoutMs} ms.`);
      expire(late);
      if (reply.sent) return;
      this.threw(request, late);
      // As the route tells errors.
      reply.send(late);
    }, timeoutMs);
    reply.raw.once('close', () => clearTimeout(timer));
  }
}

/** `POST /v1/publish`, made once a route, so that what counts by it finds it by its identity. */
class MethodNames {
  readonly #names = new Map<string, Map<string, string>>();

  of(method: string, url: string): string {
    const ofMethod = this.#names.get(method) ?? new Map<string, string>();
    this.#names.set(method, ofMethod);
    const known = ofMethod.get(url);
    if (known !== undefined) return known;
    const name = `${method} ${url}`;
    ofMethod.set(url, name);
    return name;
  }
}

/** One request; what costs is made where it is asked for. */
class HttpCall implements CallContext {
  readonly trace: CallTrace;
  caller: Caller = anonymous;
  deadlineMs: number | null = null;
  thrown: unknown = null;
  readonly #reply: FastifyReply;
  readonly #observed: ObservedCall;
  #signal: AbortSignal | null = null;
  #late: AbortController | null = null;

  constructor(reply: FastifyReply, observed: ObservedCall) {
    this.#reply = reply;
    this.#observed = observed;
    this.trace = observed.trace;
  }

  get signal(): AbortSignal {
    this.#signal ??= AbortSignal.any([signalOf(this.#reply), ...(this.#late === null ? [] : [this.#late.signal])]);
    return this.#signal;
  }

  admit(caller: Caller): void {
    this.caller = caller;
    this.enter('request');
  }

  enter(stage: string): void {
    this.#observed.enter(stage);
  }

  /** From now on it has a deadline. Answers what is to be called when that has passed. */
  expireAt(deadlineMs: number): (late: IsochronError) => void {
    const expiring = new AbortController();
    this.deadlineMs = deadlineMs;
    this.#late = expiring;
    return (late) => expiring.abort(late);
  }

  /** As its status says, where a route made its refusal itself. */
  end(statusCode: number): void {
    if (this.thrown !== null) this.fail(statusOf(this.thrown).code, this.thrown);
    else if (statusCode < 400) this.fail('OK', null);
    else this.fail(CODES.get(statusCode) ?? 'UNKNOWN', null);
  }

  fail(code: StatusCode | 'OK', thrown: unknown): void {
    this.#observed.end({ code, thrown });
  }
}

/** The first code that has a status, which is the one that callers cause. */
const CODES: ReadonlyMap<number, StatusCode> = new Map(
  // The names of an object's own entries are its keys.
  (Object.entries(httpStatus) as [StatusCode, number][])
    .map(([code, status]): [number, StatusCode] => [status, code])
    .reverse(),
);

function shownBy(request: FastifyRequest, certified: CertifiedConnections): Shown {
  return {
    authorization: request.headers.authorization ?? null,
    certificateSubject: () => {
      const { socket } = request.raw;
      // Of a server with TLS, whose sockets alone say whether they are authorized.
      if (!('authorized' in socket) || socket.authorized !== true) return null;
      return certified.subjectOf(socket, () => (socket as TLSSocket).getPeerCertificate());
    },
  };
}
