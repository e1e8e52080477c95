import { IsochronError } from '@isochron/schema';

/** Which calls are traced. */
export interface TraceSampling {
  /** Whether a caller's own decision counts, where it has made one. */
  readonly followsParent: boolean;
  /** Of calls without such a decision, the part that is traced, from 0 to 1. */
  readonly ratio: number;
}

export interface TraceSettings {
  /** Where spans are sent to, as OTLP over HTTP. */
  readonly url: string;
  readonly sampling: TraceSampling;
  /** What the service is called there; null: its own name. */
  readonly serviceName: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What OpenTelemetry's own variables say: traces are on where `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT` or `OTEL_EXPORTER_OTLP_ENDPOINT` says where to send them, unless
 * `OTEL_SDK_DISABLED` is `true` or `OTEL_TRACES_EXPORTER` is `none`. `OTEL_TRACES_SAMPLER` and its `_ARG` say which calls, `OTEL_SERVICE_NAME` the name.
 * The exporter reads the others of `OTEL_EXPORTER_OTLP_…` (headers, timeout, compression) itself. null: no traces. INVALID_ARGUMENT names the variable that is wrong.
 */
export function traceSettingsOf(environment: Environment): TraceSettings | null {
  const said = (name: string): string | null => environment[name]?.trim() || null;
  const base = said('OTEL_EXPORTER_OTLP_ENDPOINT');
  const url =
    said('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT') ?? (base === null ? null : `${base.replace(/\/$/, '')}/v1/traces`);
  if (url === null || said('OTEL_SDK_DISABLED') === 'true' || said('OTEL_TRACES_EXPORTER') === 'none') return null;
  if (!URL.canParse(url)) throw wrong('OTEL_EXPORTER_OTLP_ENDPOINT', url, 'a URL');
  return { url, sampling: samplingOf(said), serviceName: said('OTEL_SERVICE_NAME') };
}

function samplingOf(said: (name: string) => string | null): TraceSampling {
  const name = said('OTEL_TRACES_SAMPLER') ?? 'parentbased_always_on';
  const followsParent = name.startsWith('parentbased_');
  switch (name.replace(/^parentbased_/, '')) {
    case 'always_on':
      return { followsParent, ratio: 1 };
    case 'always_off':
      return { followsParent, ratio: 0 };
    case 'traceidratio':
      return { followsParent, ratio: ratioOf(said('OTEL_TRACES_SAMPLER_ARG') ?? '1') };
    default:
      throw wrong(
        'OTEL_TRACES_SAMPLER',
        name,
        'always_on, always_off or traceidratio, or one of them after parentbased_',
      );
  }
}

function ratioOf(text: string): number {
  const ratio = Number(text);
  if (ratio >= 0 && ratio <= 1) return ratio;
  throw wrong('OTEL_TRACES_SAMPLER_ARG', text, 'a number from 0 to 1');
}

const wrong = (name: string, value: string, what: string): IsochronError =>
  new IsochronError('INVALID_ARGUMENT', `${name} is ${JSON.stringify(value)}; it must be ${what}.`);
