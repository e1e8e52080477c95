import type { Metadata } from '@grpc/grpc-js';
import { IsochronError } from '@isochron/schema';
import type { Call, CallContext, CallObserver, CallTrace, ObservedCall, Outcome } from './call.ts';
import { type Authenticator, anonymous, type Caller, type CertificateNames, type Shown } from './caller.ts';
import type { CertifiedConnections } from './certified-connections.ts';
import { statusOf } from './status.ts';

/** What grpc-js has of a call, whatever kind it is. */
export interface CallSide {
  readonly metadata: Metadata;
  readonly isCancelled: boolean;
  /** Milliseconds since the epoch; Infinity: none. */
  deadlineMs(): number;
  /** Of the client's certificate, where the connection has one that our authority signed. */
  certificate(): CertificateNames | undefined;
  /** The same object for all calls of a connection; null where it is not known which one it is. */
  connection(): object | null;
  /** `left` is called once the call is over, however it ended. */
  whenCancelled(left: () => void): void;
}

/** Who is to know of calls. */
export interface Watching {
  readonly observe: CallObserver;
  readonly authenticate: Authenticator;
  readonly certified: CertifiedConnections;
}

const WENT_WELL: Outcome = { code: 'OK', thrown: null };

/** A call as its handler, its observer and who authenticates it are told of it, in one object; what costs is made where it is asked for. */
export class RpcContext implements CallContext, Call, Shown {
  readonly protocol = 'grpc';
  readonly method: string;
  readonly trace: CallTrace;
  readonly deadlineMs: number | null;
  caller = anonymous;
  readonly #side: CallSide;
  readonly #observed: ObservedCall;
  readonly #certified: CertifiedConnections;
  readonly #draining: AbortSignal | null;
  #signal: AbortSignal | null = null;

  /** `method`: one text a method, so that what counts by it finds it by its identity. */
  constructor(side: CallSide, method: string, { observe, certified }: Watching, draining: AbortSignal | null) {
    this.#side = side;
    this.method = method;
    this.#certified = certified;
    this.#draining = draining;
    this.#observed = observe(this);
    this.trace = this.#observed.trace;
    const deadlineMs = side.deadlineMs();
    this.deadlineMs = deadlineMs < Infinity ? deadlineMs : null;
  }

  get traceParent(): string | null {
    return this.#header('traceparent');
  }

  get authorization(): string | null {
    return this.#header('authorization');
  }

  certificateSubject(): string | null {
    return this.#certified.subjectOf(this.#side.connection(), () => this.#side.certificate());
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
    const caller = authenticate(this);
    if (caller instanceof Promise) return caller.then((found) => this.#admitted(found));
    this.#admitted(caller);
    return undefined;
  }

  /** Hands over the answer, or what was thrown in its place, which is the end of the call. */
  send(thrown: unknown, hand: () => void): void {
    const outcome = this.#outcome(thrown);
    this.enter('send');
    hand();
    this.#observed.end(outcome);
  }

  #admitted(caller: Caller): void {
    this.caller = caller;
    this.enter('request');
  }

  /** A caller that gives up at its deadline may be first to say so. */
  #outcome(thrown: unknown): Outcome {
    if (this.#side.isCancelled) return { code: this.#goneCode(), thrown: null };
    return thrown === null ? WENT_WELL : { code: statusOf(thrown).code, thrown };
  }

  #goneCode(): 'DEADLINE_EXCEEDED' | 'CANCELLED' {
    return this.deadlineMs !== null && Date.now() >= this.deadlineMs ? 'DEADLINE_EXCEEDED' : 'CANCELLED';
  }

  #listening(): AbortSignal {
    const leaving = new AbortController();
    const left = () => leaving.abort(new IsochronError(this.#goneCode(), 'The caller does not wait any more.'));
    if (this.#side.isCancelled) left();
    else this.#side.whenCancelled(left);
    return this.#draining === null ? leaving.signal : AbortSignal.any([leaving.signal, this.#draining]);
  }

  #header(name: string): string | null {
    const [value] = this.#side.metadata.get(name);
    return value === undefined ? null : value.toString();
  }
}
