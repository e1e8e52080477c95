import type { StatusCode } from '@isochron/schema';

/** What a handler is told besides its request. */
export interface CallContext {
  /** Aborted when nobody waits for the answer any more: the caller has gone, the deadline has passed, or the service drains and this is a stream. */
  readonly signal: AbortSignal;
}

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

/** Is told of each call, and gives what is to be told of its end: for metrics and logs, which this package knows nothing of. */
export type CallObserver = (call: Call) => (outcome: Outcome) => void;

export type UnaryHandler<Request, Response> = (request: Request, context: CallContext) => Promise<Response>;
export type StreamHandler<Request, Response> = (request: Request, context: CallContext) => AsyncIterable<Response>;
