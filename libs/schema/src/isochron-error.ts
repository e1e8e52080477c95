/** The gRPC status codes an error can carry; they are the names every caller already knows. */
export const statusCodes = {
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;

export type StatusCode = keyof typeof statusCodes;

/**
 * The one error of the platform: something a caller can act on, said in a sentence that names the offending value and what to do.
 * A broken invariant of ours is a plain `Error` (or a `TypeError` the engine throws) and is let through to crash loudly.
 */
export class IsochronError extends Error {
  readonly code: StatusCode;

  constructor(code: StatusCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'IsochronError';
    this.code = code;
  }

  /** The error itself if it is one of ours, else an UNKNOWN one around it. */
  static from(thrown: unknown): IsochronError {
    if (thrown instanceof IsochronError) return thrown;
    return new IsochronError('UNKNOWN', thrown instanceof Error ? thrown.message : String(thrown), thrown);
  }
}
