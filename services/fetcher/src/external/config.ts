import { isLoopback } from '@isochron/rpc';
import { secret } from '@isochron/service';
import { z } from 'zod';

const count = (least: number) => z.number().int().min(least);

const shared = {
  /** How long an answer is waited for, all attempts together and the wait for a turn among them; less where the request's own deadline is nearer. */
  timeoutMs: count(1).default(50),
  /** Answers are kept so long, and so many bytes of them; 0 ms: none are. */
  cache: z
    .strictObject({
      ttlMs: count(0).default(0),
      bytesMax: count(1_024).default(16 * 1_024 * 1_024),
    })
    .prefault({}),
  /**
   * When more than this share of the last calls failed, of `callsMin` at least, the service is not asked for `openMs`; then one call tries it, and where that fails it
   * is left alone for longer each time, at most `openMsMax`.
   */
  breaker: z
    .strictObject({
      failureShare: z.number().gt(0).lt(1).default(0.5),
      calls: count(1).default(50),
      callsMin: count(1).default(10),
      openMs: count(1).default(1_000),
      openMsMax: count(1).default(30_000),
    })
    .refine(({ calls, callsMin }) => callsMin <= calls, { error: 'callsMin must not be above calls' })
    .prefault({}),
  /** So many keys are asked for in one call; more of them in several, at once. */
  batchMax: count(1).default(100),
  /** Calls at once, and how many more wait for their turn; beyond that a call fails at once. */
  concurrencyMax: count(1).default(16),
  queueMax: count(0).default(64),
  /** How often a call is made that the service could not take: it refused or broke the connection, or said that it is unavailable. */
  attemptsMax: count(1).default(2),
  answerBytesMax: count(1).default(4 * 1_024 * 1_024),
  /** By name; the value stands in a file, which is read again as it changes. */
  headers: z
    .record(z.string().regex(/^[a-z0-9-]+$/, { error: 'write names of headers in small letters' }), secret())
    .default({}),
  /** Whether headers may go without TLS to another machine, where a mesh encrypts: who reads a token can use it. */
  sendsHeadersInClear: z.boolean().default(false),
};

const http = z.strictObject({
  kind: z.literal('http'),
  address: z.url({ protocol: /^https?$/, error: 'write http://host:port/path' }),
  /** How keys are written: a list a key, or an object a row. Answers may be either. */
  shape: z.enum(['columns', 'rows']).default('columns'),
  /** A file of certificates, as PEM, to trust in place of the usual ones. */
  certificates: z.string().min(1).optional(),
  ...shared,
});

const grpc = z.strictObject({
  kind: z.literal('grpc'),
  address: z.string().regex(/^[^/]+:\d+$/, { error: 'write host:port' }),
  /** Spoken over TLS; not given: in the clear, which is for loopback, or a mesh that encrypts. */
  tls: z
    .strictObject({
      /** A file of certificates, as PEM, to trust in place of the usual ones. */
      certificates: z.string().min(1).optional(),
    })
    .optional(),
  ...shared,
});

const source = z.discriminatedUnion('kind', [http, grpc]).refine(keepsItsHeaders, {
  error:
    'headers would go in the clear to another machine: write https://, or tls of gRPC, or sendsHeadersInClear where a mesh encrypts',
});

function keepsItsHeaders(given: z.output<typeof http> | z.output<typeof grpc>): boolean {
  if (Object.keys(given.headers).length === 0 || given.sendsHeadersInClear) return true;
  if (given.kind === 'grpc') return given.tls !== undefined || isLoopback(given.address.replace(/:\d+$/, ''));
  const { protocol, hostname } = new URL(given.address);
  return protocol === 'https:' || isLoopback(hostname);
}

/** External services by the names that Joins know them under. */
export const externalSourcesSchema = z.record(z.string().min(1), source);

export type ExternalSourceConfig = z.output<typeof source>;
export type HttpSourceConfig = z.output<typeof http>;
export type GrpcSourceConfig = z.output<typeof grpc>;
export type ExternalSourcesConfig = z.output<typeof externalSourcesSchema>;
