import { type CallContext, isFault, statusOf, whileProven } from '@isochron/rpc';
import type { FastifyReply } from 'fastify';
import type { Logger } from './logger.ts';

/** So often something is said on a stream that has nothing to say, lest proxies take it for dead. */
const BEAT_MS = 15_000;

export interface Events<T> {
  /** Called at once: what it throws is the answer, for the reply has not begun. The signal of its context says when nobody listens any more. */
  readonly valuesOf: (context: CallContext) => AsyncIterable<T>;
  readonly idOf: (value: T) => string;
}

/**
 * Sends values as server-sent events, each as JSON with its id, until they end, the caller goes or its token expires. An error becomes an event `error` with code and message, since
 * the reply has begun.
 */
export async function sendEvents<T>(
  reply: FastifyReply,
  context: CallContext,
  { valuesOf, idOf }: Events<T>,
  logger: Logger,
): Promise<void> {
  const values = whileProven(context, valuesOf);
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  raw.write(': listening\n\n');
  const beat = setInterval(() => raw.write(': still here\n\n'), BEAT_MS);
  try {
    for await (const value of values) raw.write(`id: ${idOf(value)}\ndata: ${JSON.stringify(value)}\n\n`);
  } catch (thrown) {
    if (isFault(thrown)) logger.error({ err: thrown }, 'an event stream failed');
    raw.write(`event: error\ndata: ${JSON.stringify(statusOf(thrown))}\n\n`);
  } finally {
    clearInterval(beat);
    raw.end();
  }
}
