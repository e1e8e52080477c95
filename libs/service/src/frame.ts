import { createRpcServer, type RpcServer } from '@isochron/rpc';
import type { Registry } from 'prom-client';
import { z } from 'zod';
import type { AccessPolicy } from './access.ts';
import { systemClock } from './clock.ts';
import { readTraceSettings } from './config.ts';
import { guardSettings, openGuard } from './guard.ts';
import type { Health } from './health.ts';
import { createHttpServer, type HttpServer } from './http-server.ts';
import { createLogger, type Logger, type LoggerOptions, logLevels } from './logger.ts';
import { createRegistry, observeCalls } from './metrics.ts';
import type { HttpAbout } from './open-api.ts';
import { openTracing } from './traces.ts';

/** The settings that every service has; part of its schema by `...frameSettings`. Times in milliseconds. */
export const frameSettings = {
  /** Beyond loopback it starts with TLS and asks who calls, unless `insecure` says otherwise. */
  host: z.string().default('127.0.0.1'),
  ...guardSettings,
  drain: z
    .strictObject({
      delayMs: z.number().int().min(0).default(5_000),
      timeoutMs: z.number().int().min(0).default(20_000),
    })
    .prefault({}),
  log: z
    .strictObject({ level: z.enum(logLevels).default('info'), project: z.string().nullable().default(null) })
    .prefault({}),
};

const shape = z.object(frameSettings);

export interface FrameOptions extends Pick<LoggerOptions, 'service' | 'version'> {
  readonly config: z.output<typeof shape>;
}

/** What every service has around it, before there is anything in it. */
export interface Frame {
  readonly logger: Logger;
  readonly registry: Registry;
  readonly access: AccessPolicy;
  /** Servers of both protocols that are observed and guarded as the settings say; they do not listen yet. */
  createServers(options: ServersOptions): Promise<Servers>;
  /** After the last request: sends what is left of traces. */
  close(): Promise<void>;
}

export interface ServersOptions {
  /** 0 lets the system choose. */
  readonly grpcPort: number;
  readonly httpPort: number;
  /** Of one request, over either protocol. */
  readonly requestBytesMax: number;
  readonly health: Health;
  readonly about: HttpAbout;
}

export interface Servers {
  readonly rpc: RpcServer;
  readonly http: HttpServer;
  /** Both, once there is something to serve; answers their ports. Where one cannot, neither does. */
  listen(): Promise<{ readonly grpcPort: number; readonly httpPort: number }>;
}

/**
 * Logs, metrics, traces, and what stands between callers and the service, by its settings and OpenTelemetry's variables. INVALID_ARGUMENT where it would be open to others and was
 * not told so.
 */
export async function openFrame({ service, version, config }: FrameOptions): Promise<Frame> {
  const { host } = config;
  const clock = systemClock;
  const logger = createLogger({ service, version, ...config.log });
  const guard = await openGuard(host, config, logger, clock);
  const tracing = await openTracing(readTraceSettings(), { service, version, clock, logger, random: Math.random });
  const registry = createRegistry();
  const { authenticate, tls, access, opensMetrics } = guard;
  const guarded = { host, authenticate, tls, observe: observeCalls(registry, logger, clock, tracing) };
  return {
    logger,
    registry,
    access,
    createServers: async ({ grpcPort, httpPort, requestBytesMax, health, about }) => {
      const isReady = async () => (await health.readiness()).isReady;
      const rpc = createRpcServer({ ...guarded, port: grpcPort, requestBytesMax, isReady });
      const served = { opensMetrics, registry, port: httpPort, bodyBytesMax: requestBytesMax, health, about };
      const http = await createHttpServer({ ...guarded, ...served });
      return { rpc, http, listen: () => listen(rpc, http) };
    },
    close: async () => {
      await guard.close();
      await tracing.close();
    },
  };
}

async function listen(rpc: RpcServer, http: HttpServer): Promise<{ grpcPort: number; httpPort: number }> {
  try {
    return { grpcPort: await rpc.listen(), httpPort: await http.listen() };
  } catch (thrown) {
    await Promise.all([rpc.drain(0), http.drain(0)]);
    throw thrown;
  }
}
