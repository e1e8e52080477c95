import { type Call, type CallTrace, isFault, type Outcome } from '@isochron/rpc';
import type { Span, Tracer } from '@opentelemetry/api';
import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import { parseTraceParent, type TraceParent, traceParentText } from './trace-parent.ts';
import type { TraceSampling, TraceSettings } from './trace-settings.ts';

/** Which calls are traced, and where to. */
export interface Tracing {
  /** null for a call of which nothing is kept and nothing is passed on. */
  begin(call: Call): TracedCall | null;
  /** Sends what is not sent yet. */
  close(): Promise<void>;
}

export interface TracedCall {
  readonly trace: CallTrace;
  /** A part of the call that has ended, from and to in milliseconds of `Clock.elapsedMs`. */
  stage(name: string, startedMs: number, endedMs: number): void;
  end(outcome: Outcome): void;
}

/** Costs nothing. */
export const noTracing: Tracing = { begin: () => null, close: async () => undefined };

export interface TracingOptions {
  readonly service: string;
  readonly version: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** From 0 to 1, for which calls are traced. */
  readonly random: () => number;
}

/**
 * A span a call, of the kind that serves, with its stages as spans below it; sent in batches, dropped where the collector is too slow. Whether a call is traced is decided before
 * anything is made for it. The packages that do it are loaded here, so that a service without traces does without them.
 */
export async function openTracing(settings: TraceSettings | null, options: TracingOptions): Promise<Tracing> {
  if (settings === null) return noTracing;
  const { service, version, clock, logger, random } = options;
  const [api, sdk, { resourceFromAttributes }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const told = (message: string): void => logger.warn({ telemetry: message.slice(0, 500) }, 'traces could not be sent');
  const nothing = (): void => undefined;
  api.diag.setLogger(
    { error: told, warn: told, info: nothing, debug: nothing, verbose: nothing },
    api.DiagLogLevel.WARN,
  );
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': settings.serviceName ?? service, 'service.version': version }),
    sampler: new sdk.AlwaysOnSampler(),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: settings.url }) })],
  });
  const tracer = provider.getTracer('isochron');
  const spans = spansOf(api, tracer, clock);
  return {
    begin: (call) => {
      const parent = call.traceParent === null ? null : parseTraceParent(call.traceParent);
      if (isSampled(settings.sampling, parent, random)) return spans(call, parent);
      return parent === null ? null : { trace: passedOn(parent), stage: nothing, end: nothing };
    },
    close: () => provider.shutdown(),
  };
}

function isSampled({ followsParent, ratio }: TraceSampling, parent: TraceParent | null, random: () => number): boolean {
  if (followsParent && parent !== null) return parent.isSampled;
  return ratio >= 1 || (ratio > 0 && random() < ratio);
}

/** Who traces but not this call learns so from the calls that are made for it as well. */
const passedOn = (parent: TraceParent): CallTrace => ({
  traceParent: traceParentText({ ...parent, isSampled: false }),
});

type Api = typeof import('@opentelemetry/api');

function spansOf({ ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace }: Api, tracer: Tracer, clock: Clock) {
  return ({ protocol, method }: Call, parent: TraceParent | null): TracedCall => {
    // Stages are told by a clock that only grows, spans by that of the day.
    const offsetMs = clock.nowMs() - clock.elapsedMs();
    const above =
      parent === null
        ? ROOT_CONTEXT
        : trace.setSpanContext(ROOT_CONTEXT, {
            traceId: parent.traceId,
            spanId: parent.spanId,
            traceFlags: parent.isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
            isRemote: true,
          });
    const attributes = { 'rpc.system': protocol, 'rpc.method': method };
    const span = tracer.startSpan(method, { kind: SpanKind.SERVER, startTime: clock.nowMs(), attributes }, above);
    const below = trace.setSpan(ROOT_CONTEXT, span);
    return {
      trace: { traceParent: textOf(span) },
      stage: (name, startedMs, endedMs) =>
        tracer.startSpan(name, { startTime: startedMs + offsetMs }, below).end(endedMs + offsetMs),
      end: ({ code, thrown }: Outcome) => {
        span.setAttribute('rpc.status', code);
        if (thrown !== null && isFault(thrown)) span.setStatus({ code: SpanStatusCode.ERROR, message: code });
        span.end(clock.elapsedMs() + offsetMs);
      },
    };
  };
}

function textOf(span: Span): string {
  const { traceId, spanId } = span.spanContext();
  return traceParentText({ traceId, spanId, isSampled: true });
}
