import { IsochronError, type StatusCode } from '@isochron/schema';
import { errors, Pool } from 'undici';
import { certificatesIn } from './certificates.ts';
import type { HttpSourceConfig } from './config.ts';
import { jsonOfBatch, rowsOfJson } from './json-answer.ts';
import type { Batch, CallLimits, Transport } from './transport.ts';

/** The header that tells a service how many milliseconds it has. */
export const TIMEOUT_HEADER = 'isochron-timeout-ms';

/** POSTs JSON over connections that are kept. */
export function httpTransport(service: string, config: HttpSourceConfig): Transport {
  const url = new URL(config.address);
  const pool = new Pool(url.origin, {
    connections: config.concurrencyMax,
    maxResponseSize: config.answerBytesMax,
    // The signal ends a call in time.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: config.timeoutMs, ...(config.certificates && { ca: certificatesIn(config.certificates) }) },
  });
  const path = url.pathname + url.search;
  const post = async (batch: Batch, { signal, timeoutMs, headers }: CallLimits): Promise<string> => {
    const { statusCode, body } = await pool.request({
      ...{ path, method: 'POST', signal, body: jsonOfBatch(service, batch, config.shape) },
      headers: {
        ...headers,
        'content-type': 'application/json',
        accept: 'application/json',
        [TIMEOUT_HEADER]: String(Math.ceil(timeoutMs)),
      },
    });
    if (statusCode === 200) return body.text();
    await body.dump();
    throw new IsochronError(codeOf(statusCode), `The external service "${service}" answered ${statusCode}.`);
  };
  return {
    fetch: async (batch, limits) => {
      let text: string;
      try {
        text = await post(batch, limits);
      } catch (thrown) {
        throw callError(service, config, thrown);
      }
      return rowsOfJson(service, batch, text);
    },
    close: () => pool.destroy(),
  };
}

const CODES: Readonly<Record<number, StatusCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'UNIMPLEMENTED',
  408: 'DEADLINE_EXCEEDED',
  413: 'RESOURCE_EXHAUSTED',
  429: 'RESOURCE_EXHAUSTED',
  502: 'UNAVAILABLE',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
};

const codeOf = (status: number): StatusCode => CODES[status] ?? (status >= 500 ? 'INTERNAL' : 'FAILED_PRECONDITION');

/** What the client throws: errors of the system and of undici, which carry codes. */
function callError(service: string, { address, answerBytesMax }: HttpSourceConfig, thrown: unknown): IsochronError {
  if (thrown instanceof IsochronError) return thrown;
  if (thrown instanceof errors.ResponseExceededMaxSizeError)
    return new IsochronError(
      'RESOURCE_EXHAUSTED',
      `The external service "${service}" answered more than ${answerBytesMax} bytes.`,
      thrown,
    );
  const why = thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
  return new IsochronError(
    'UNAVAILABLE',
    `The external service "${service}" at ${address} cannot be asked: ${why}`,
    thrown,
  );
}
