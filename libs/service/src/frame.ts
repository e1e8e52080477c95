import type { RpcServerOptions } from '@isochron/rpc';
import type { Registry } from 'prom-client';
import { systemClock } from './clock.ts';
import { readTraceSettings } from './config.ts';
import { type GuardSettings, openGuard } from './guard.ts';
import type { HttpServerOptions } from './http-server.ts';
import { createLogger, type Logger, type LoggerOptions } from './logger.ts';
import { createRegistry, observeCalls } from './metrics.ts';
import { openTracing } from './traces.ts';

export interface FrameOptions extends Pick<LoggerOptions, 'service' | 'version'> {
  readonly config: GuardSettings & { readonly host: string; readonly log: Pick<LoggerOptions, 'level' | 'project'> };
}

/** What every service has around it, before there is anything in it. */
export interface Frame {
  readonly logger: Logger;
  readonly registry: Registry;
  readonly access: Awaited<ReturnType<typeof openGuard>>['access'];
  /** What servers of either protocol are made with. */
  readonly guarded: Required<Pick<RpcServerOptions & HttpServerOptions, 'host' | 'observe' | 'authenticate' | 'tls'>>;
  /** What only those over HTTP are. */
  readonly guardedHttp: Required<Pick<HttpServerOptions, 'opensMetrics' | 'registry'>>;
  /** After the last request: sends what is left of traces. */
  close(): Promise<void>;
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
  return {
    logger,
    registry,
    access,
    guarded: { host, authenticate, tls, observe: observeCalls(registry, logger, clock, tracing) },
    guardedHttp: { opensMetrics, registry },
    close: async () => {
      await guard.close();
      await tracing.close();
    },
  };
}
