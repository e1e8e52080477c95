import type { ServiceError, status } from '@grpc/grpc-js';
import { IsochronError, type StatusCode, statusCodes } from '@isochron/schema';

/** What a caller is told of an error: the code and the sentence, the same over every protocol. */
export interface Status {
  readonly code: StatusCode;
  readonly message: string;
}

/**
 * The one mapping of errors to what callers see. An `IsochronError` is told as it is. Anything else is a fault of ours, of which callers learn that it happened
 * and nothing more; what it was belongs into the log.
 */
export function statusOf(thrown: unknown): Status {
  if (thrown instanceof IsochronError) return { code: thrown.code, message: thrown.message };
  return { code: 'INTERNAL', message: 'The service failed in a way it should not; its log says how.' };
}

/** Whether it is for the one who runs the service to look at, not for the caller. */
export const isFault = (thrown: unknown): boolean => !(thrown instanceof IsochronError) || FAULTS.has(thrown.code);

const FAULTS: ReadonlySet<StatusCode> = new Set(['INTERNAL', 'UNKNOWN', 'DATA_LOSS']);

/** As gRPC tells it. */
export function grpcStatus(thrown: unknown): {
  readonly code: number;
  readonly details: string;
  readonly metadata: null;
} {
  const { code, message } = statusOf(thrown);
  return { code: statusCodes[code], details: message, metadata: null };
}

/** What a gRPC client throws, as the error that the server had. */
export function fromServiceError(thrown: unknown): unknown {
  if (!isServiceError(thrown)) return thrown;
  return new IsochronError(codeOfNumber(thrown.code), thrown.details || thrown.message, thrown);
}

/** What stands for a code in HTTP, as Google's APIs have it. */
export const httpStatus = {
  CANCELLED: 499,
  UNKNOWN: 500,
  INVALID_ARGUMENT: 400,
  DEADLINE_EXCEEDED: 504,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  PERMISSION_DENIED: 403,
  RESOURCE_EXHAUSTED: 429,
  FAILED_PRECONDITION: 400,
  ABORTED: 409,
  OUT_OF_RANGE: 400,
  UNIMPLEMENTED: 501,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  DATA_LOSS: 500,
  UNAUTHENTICATED: 401,
} as const satisfies Record<StatusCode, number>;

const CODES = new Map<number, StatusCode>(
  // The names of an object's own entries are its keys.
  (Object.entries(statusCodes) as [StatusCode, number][]).map(([name, number]) => [number, name]),
);

const codeOfNumber = (code: status): StatusCode => CODES.get(code) ?? 'UNKNOWN';

const isServiceError = (thrown: unknown): thrown is ServiceError =>
  thrown instanceof Error && 'details' in thrown && 'code' in thrown && typeof thrown.code === 'number';
