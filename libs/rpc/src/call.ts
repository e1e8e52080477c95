import type { StatusCode } from '@isochron/schema';
import { anonymous, type Caller } from './caller.ts';

/** What a handler is told besides its request. */
export interface CallContext {
  /**
   * Aborted when nobody waits for the answer any more: the caller has gone, the deadline has passed, or the service drains and this is a stream. It is made when it
   * is first asked for, so a handler that is done at once does not pay for it.
   */
  readonly signal: AbortSignal;
  /** Who calls. */
  readonly caller: Caller;
  /** When the answer is of no use any more, in milliseconds since the epoch; null: it was not said. Pass what is left of it on. */
  readonly deadlineMs: number | null;
  readonly trace: CallTrace;
}

/** What is kept of how a call went, where it is one of those that are traced; of all others nothing is. */
export interface CallTrace {
  /** The W3C header that calls made for this one carry; null: none. */
  readonly traceParent: string | null;
  /** Whether stages are kept: where not, a caller may spare the call. */
  readonly isRecording: boolean;
  /** A part of the call that has ended, from and to in milliseconds of `Clock.elapsedMs`. */
  stage(name: string, startedMs: number, endedMs: number): void;
}

export const untraced: CallTrace = { traceParent: null, isRecording: false, stage: () => undefined };

/** The context of a call that comes from this process itself. */
export const localCall = (signal: AbortSignal): CallContext => ({
  signal,
  caller: anonymous,
  deadlineMs: null,
  trace: untraced,
});

/** Of a call as it begins. */
export interface Call {
  readonly protocol: 'grpc' | 'http';
  /** `isochron.compiler.v1.Compiler/Publish`, or `POST /v1/publish`. */
  readonly method: string;
  /** The W3C header `traceparent`, where the caller sent one. */
  readonly traceParent: string | null;
}

/** Of a call as it ends. */
export interface Outcome {
  readonly code: StatusCode | 'OK';
  /** What was thrown; null if it went well. */
  readonly thrown: unknown;
}

/** A call that is looked at: what is traced of it, and where its end is told. */
export interface ObservedCall {
  readonly trace: CallTrace;
  end(outcome: Outcome): void;
}

/** Is told of each call: for metrics, traces and logs, which this package knows nothing of. */
export type CallObserver = (call: Call) => ObservedCall;

export type UnaryHandler<Request, Response> = (request: Request, context: CallContext) => Promise<Response>;
export type StreamHandler<Request, Response> = (request: Request, context: CallContext) => AsyncIterable<Response>;
