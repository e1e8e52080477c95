import { IsochronError } from '@isochron/schema';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';

/** What a caller wrote in a body or a query, by its schema; INVALID_ARGUMENT with everything that is wrong, each by its path. */
export function readBody<S extends z.ZodType>(schema: S, written: unknown): z.output<S> {
  const parsed = schema.safeParse(written);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.slice(0, FAULTS_MAX).map(({ path, message }) => {
    const at = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
    return at === '' ? message : `${at.replace(/^\./, '')}: ${message}`;
  });
  throw new IsochronError('INVALID_ARGUMENT', `The request is wrong: ${faults.join('; ')}.`);
}

const FAULTS_MAX = 10;

/** Aborted when the caller has gone before it was answered. */
export function signalOf(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new IsochronError('CANCELLED', 'The caller does not wait any more.'));
  });
  return gone.signal;
}
