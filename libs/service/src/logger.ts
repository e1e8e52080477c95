import { type DestinationStream, destination, type Logger, pino } from 'pino';
import { parseTraceParent } from './trace-parent.ts';

export type { Logger } from 'pino';

export interface LoggerOptions {
  /** `compiler`. */
  readonly service: string;
  readonly version: string;
  readonly level: LogLevel;
  /** The Google Cloud project whose traces are linked to; null: none. */
  readonly project: string | null;
  /** Where lines go; not given: standard output. */
  readonly stream?: DestinationStream;
}

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Pino's levels as Cloud Logging has them. */
const SEVERITIES: Readonly<Record<string, string>> = {
  trace: 'DEBUG',
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARNING',
  error: 'ERROR',
  fatal: 'CRITICAL',
};

/**
 * A logger of JSON lines as Cloud Logging reads them: `severity`, `time`, `message`, and errors in `stack_trace`, where Error Reporting finds them. Lines are
 * written before the call returns, so that none is lost in a crash. What requests hold is not for logs.
 */
export function createLogger({ service, version, level, project, stream }: LoggerOptions): Logger {
  return pino(
    {
      level,
      messageKey: 'message',
      base: { serviceContext: { service, version } },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: {
        level: (label) => ({ severity: SEVERITIES[label] ?? 'DEFAULT' }),
        log: (fields) => cloudFields(fields, project),
      },
    },
    stream ?? destination({ dest: 1, sync: true }),
  );
}

/** `err` and `traceParent` are what callers write; this is what Cloud Logging reads. */
function cloudFields(fields: Record<string, unknown>, project: string | null): Record<string, unknown> {
  const { err, traceParent, ...rest } = fields;
  return { ...rest, ...errorFields(err), ...traceFields(traceParent, project) };
}

function errorFields(thrown: unknown): Record<string, unknown> {
  if (thrown === undefined || thrown === null) return {};
  if (!(thrown instanceof Error)) return { error: String(thrown) };
  const code = 'code' in thrown ? { errorCode: thrown.code } : {};
  return { error: thrown.message, ...code, stack_trace: stackOf(thrown) };
}

/** With the stacks of what it was caused by. */
function stackOf(error: Error): string {
  const stack = error.stack ?? String(error);
  return error.cause instanceof Error ? `${stack}\nCaused by: ${stackOf(error.cause)}` : stack;
}

function traceFields(traceParent: unknown, project: string | null): Record<string, unknown> {
  const found = parseTraceParent(traceParent);
  if (found === null) return {};
  const { traceId, spanId, isSampled } = found;
  return {
    'logging.googleapis.com/trace': project === null ? traceId : `projects/${project}/traces/${traceId}`,
    'logging.googleapis.com/spanId': spanId,
    'logging.googleapis.com/trace_sampled': isSampled,
  };
}
