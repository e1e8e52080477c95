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
  /** From now on the time of the call goes to this stage, until it enters another or ends: stages come one after the other and add up to the whole. Names are few and small. */
  enter(stage: string): void;
}

/** What is passed on of a call, so that those that are made for it are found beside it. */
export interface CallTrace {
  /** The W3C header that calls made for this one carry; null: none. */
  readonly traceParent: string | null;
}

export const untraced: CallTrace = { traceParent: null };

/** The context of a call that comes from this process itself. */
export const localCall = (signal: AbortSignal): CallContext => ({
  signal,
  caller: anonymous,
  deadlineMs: null,
  trace: untraced,
  enter: () => undefined,
});

/** The same call, whose signal is another. */
export const within = (context: CallContext, signal: AbortSignal): CallContext => ({
  signal,
  caller: context.caller,
  deadlineMs: context.deadlineMs,
  trace: context.trace,
  enter: (stage) => context.enter(stage),
});

/** Of a call as it begins. */
export interface Call {
  /** `local`: from this process itself. */
  readonly protocol: 'grpc' | 'http' | 'local';
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

/** The stages of every call, before and after what its service does: who calls is found out, the request is taken in and read, the answer is handed to the connection. */
export type FrameStage = 'authenticate' | 'request' | 'send';

/** A call that is looked at: what is traced of it, and where its stages and its end are told. It begins in the stage `authenticate`. */
export interface ObservedCall {
  readonly trace: CallTrace;
  /** As {@link CallContext.enter}; nothing once it has ended. */
  enter(stage: string): void;
  /** Its first end counts. */
  end(outcome: Outcome): void;
}

/** Nothing is kept of it. */
export const unobserved: ObservedCall = { trace: untraced, enter: () => undefined, end: () => undefined };

/** Is told of each call: for metrics, traces and logs, which this package knows nothing of. */
export type CallObserver = (call: Call) => ObservedCall;

/** Answers at once where it can. */
export type UnaryHandler<Request, Response> = (request: Request, context: CallContext) => Promise<Response> | Response;
export type StreamHandler<Request, Response> = (request: Request, context: CallContext) => AsyncIterable<Response>;
