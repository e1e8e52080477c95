import { isFault, statusOf } from '@isochron/rpc';
import type { FastifyReply } from 'fastify';
import type { Logger } from './logger.ts';

/** So often something is said on a stream that has nothing to say, lest proxies take it for dead. */
const BEAT_MS = 15_000;

/**
 * Sends values as server-sent events, each as JSON with its id, until they end or the caller goes. The values' source is told by the signal that it was given
 * when nobody listens any more; abort that when this resolves. An error becomes an event `error`, since the reply has begun.
 */
export async function sendEvents<T>(
  reply: FastifyReply,
  values: AsyncIterable<T>,
  idOf: (value: T) => string,
  logger: Logger,
): Promise<void> {
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
