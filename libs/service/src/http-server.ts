import {
  type Authenticator,
  askNothing,
  type CallContext,
  type CallObserver,
  httpStatus,
  secureContextOf,
  statusOf,
  type TlsSource,
} from '@isochron/rpc';
import { IsochronError, type StatusCode } from '@isochron/schema';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import { Bunches } from './bunches.ts';
import { systemClock } from './clock.ts';
import { type Health, openly } from './health.ts';
import { HttpCalls } from './http-calls.ts';
import { addOpenApi, type HttpAbout, OPENAPI } from './open-api.ts';

export type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface HttpServerOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Of a request's body; a larger one is refused before it is read. */
  readonly bodyBytesMax: number;
  readonly health: Health;
  readonly registry: Registry;
  readonly observe: CallObserver;
  /** Says who calls, before a route is asked; not given: nobody is asked. */
  readonly authenticate?: Authenticator;
  /** Whether `/metrics` is for anybody, whoever else is asked. */
  readonly opensMetrics?: boolean;
  /** What the server proves itself with, and asks of its clients; not given: it does not encrypt. */
  readonly tls?: TlsSource | null;
  /** What the document of its routes is called. */
  readonly about: HttpAbout;
}

/**
 * An HTTP server: add routes to `app`, listen, and drain when it is over. It answers `/livez`, `/readyz`, `/metrics` and `/openapi.json` by itself, and what a route throws as
 * `{"error": {"code": "NOT_FOUND", "message": "…"}}` with the status that belongs to it.
 */
export interface HttpServer {
  readonly app: FastifyInstance;
  /** What a route tells the one who does its work: who asks, until when, and what is traced of it. */
  readonly contextOf: (request: FastifyRequest) => CallContext;
  /** Answers with a text of JSON, unless it is answered already, together with others that are ready in this turn of the loop. */
  readonly sendJson: (reply: FastifyReply, text: string) => void;
  /** What was thrown in a request, for a route that tells its errors itself: so it is counted, traced and logged as what it is. */
  readonly threw: (request: FastifyRequest, thrown: unknown) => void;
  /** Aborted when the service drains, for what would else never end. */
  readonly draining: AbortSignal;
  /** Answers the port. */
  listen(): Promise<number>;
  /** Takes no more connections and waits for requests under way; those that are not done by then are cut off. */
  drain(timeoutMs: number): Promise<void>;
}

export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { host, port, health } = options;
  const draining = new AbortController();
  const app = createApp(options);
  const refuse = (request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply => {
    const status = statusOf(thrown);
    calls.threw(request, thrown);
    return reply.code(httpStatus[status.code]).send({ error: status });
  };
  const calls = new HttpCalls(app, {
    observe: options.observe,
    authenticate: options.authenticate ?? askNothing,
    open: new Set(options.opensMetrics === true ? [...PROBES, METRICS] : PROBES),
    uncounted: new Set([...PROBES, METRICS, OPENAPI]),
  });
  await addOpenApi(app, options.about);
  app.setErrorHandler((thrown, request, reply) => refuse(request, reply, requestError(thrown, request)));
  app.setNotFoundHandler((request, reply) => {
    const what = `${request.method} ${request.url.split('?')[0]}`;
    return refuse(request, reply, new IsochronError('NOT_FOUND', `There is no ${what}.`));
  });
  // Callers with open connections go elsewhere before this server stops; those who did not say who they are learn how.
  app.addHook('onSend', (request, reply, _payload, done) => {
    calls.sends(request);
    if (health.isDraining) reply.header('connection', 'close');
    if (reply.statusCode === httpStatus.UNAUTHENTICATED) reply.header('www-authenticate', 'Bearer');
    done();
  });
  addHealth(app, options, calls);
  const bunches = new Bunches(systemClock.elapsedMs);
  return {
    app,
    contextOf: (request) => calls.contextOf(request),
    sendJson: (reply, text) => {
      calls.sends(reply.request);
      bunches.add(
        () => {
          if (!reply.sent) sendText(reply, text, health.isDraining);
        },
        (thrown) => {
          calls.threw(reply.request, thrown);
          // Whoever waits must learn that nothing comes; what is begun of the answer cannot be taken back.
          reply.raw.destroy();
        },
      );
    },
    threw: (request, thrown) => calls.threw(request, thrown),
    draining: draining.signal,
    listen: async () => {
      try {
        await app.listen({ host, port });
      } catch (thrown) {
        const why = thrown instanceof Error ? thrown.message : String(thrown);
        throw new IsochronError('UNAVAILABLE', `HTTP cannot listen on ${host}:${port}: ${why}`, thrown);
      }
      const bound = app.server.address();
      return typeof bound === 'object' && bound !== null ? bound.port : port;
    },
    drain: async (timeoutMs) => {
      draining.abort();
      const timer = setTimeout(() => app.server.closeAllConnections(), timeoutMs);
      await app.close();
      clearTimeout(timer);
    },
  };
}

/**
 * An answer that is complete as it is, past what fastify asks of every answer: its hooks, its serializers. Where no character takes more than a byte the engine copies it
 * as it lies.
 */
function sendText(reply: FastifyReply, text: string, isLast: boolean): void {
  const length = Buffer.byteLength(text);
  reply.hijack();
  const headers = { 'content-type': JSON_TYPE, 'content-length': length, ...(isLast && { connection: 'close' }) };
  reply.raw.writeHead(200, headers);
  reply.raw.end(text, length === text.length ? 'latin1' : 'utf8');
}

/** As fastify would complete it. */
const JSON_TYPE = 'application/json; charset=utf-8';

function createApp({ bodyBytesMax, tls = null }: HttpServerOptions): FastifyInstance {
  const settings = {
    bodyLimit: bodyBytesMax,
    // What comes on a connection that is still open was accepted, so it is answered.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 1_000 },
  } as const;
  if (tls === null) return fastify(settings);
  const asksClients = tls.current.clientAuthority !== null;
  // A client without a certificate is refused by its request and not by its connection, so that probes, which have none, are answered.
  const https = { ...secureContextOf(tls.current), requestCert: asksClients, rejectUnauthorized: false };
  const app = fastify({ ...settings, https });
  tls.onReplaced((material) => app.server.setSecureContext(secureContextOf(material)));
  // To its routes an HTTPS server is an HTTP server: Node's has all of its methods.
  return app as unknown as FastifyInstance;
}

/** Probes are answered to anybody: who asks them proves nothing. */
const PROBES: readonly string[] = ['/livez', '/readyz'];
const METRICS = '/metrics';

function addHealth(app: FastifyInstance, { health, registry }: HttpServerOptions, calls: HttpCalls): void {
  app.get('/livez', { schema: { hide: true } }, async () => ({ isAlive: true }));
  app.get('/readyz', { schema: { hide: true } }, async (request, reply) => {
    const readiness = await health.readiness();
    const isProven = (await calls.callerOf(request)).kind !== 'anonymous';
    return reply.code(readiness.isReady ? 200 : 503).send(isProven ? readiness : openly(readiness));
  });
  app.get(METRICS, { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

/** What fastify says of a request that it refuses itself, as one of ours. */
export function requestError(thrown: unknown, request: FastifyRequest): unknown {
  const { code, message } = thrown as Partial<FastifyError>;
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    const type = request.headers['content-type'] ?? 'nothing';
    return new IsochronError('INVALID_ARGUMENT', `The body must be application/json, not ${type}.`, thrown);
  }
  const known = REFUSALS.find(([name]) => name === code)?.[1];
  if (known !== undefined) return new IsochronError(known, message ?? '', thrown);
  return thrown instanceof SyntaxError
    ? new IsochronError('INVALID_ARGUMENT', `The body is not JSON: ${message}`, thrown)
    : thrown;
}

const REFUSALS: readonly (readonly [string, StatusCode])[] = [
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'RESOURCE_EXHAUSTED'],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', 'INVALID_ARGUMENT'],
  ['FST_ERR_CTP_INVALID_JSON_BODY', 'INVALID_ARGUMENT'],
  ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 'INVALID_ARGUMENT'],
  ['FST_ERR_VALIDATION', 'INVALID_ARGUMENT'],
];
