import type { Authenticator, Caller, Shown, TlsSource } from '@isochron/rpc';
import { askNothing, isLoopback } from '@isochron/rpc';
import { IsochronError } from '@isochron/schema';
import { z } from 'zod';
import { type AccessPolicy, accessSettings, everythingForEverybody, ownTeamsForEverybody } from './access.ts';
import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import { TlsFiles, tlsSettings } from './tls.ts';
import { Tokens, tokenSettings } from './tokens.ts';

/** The settings of a service that say how it is guarded; part of its schema by `...guardSettings`. */
export const guardSettings = {
  tls: tlsSettings.optional(),
  tokens: tokenSettings.optional(),
  access: accessSettings.prefault({}),
  /** What a service beyond loopback is refused to start without, and starts without because it is said here: behind a mesh that does it, for example. */
  insecure: z
    .strictObject({
      withoutTls: z.boolean().default(false),
      withoutAuthentication: z.boolean().default(false),
      /** `/metrics` for anybody, whoever else is asked who they are: it tells names, and how often, but no values. */
      openMetrics: z.boolean().default(false),
    })
    .prefault({}),
};

const shape = z.object(guardSettings);
export type GuardSettings = z.output<typeof shape>;

/** What stands between callers and a service. */
export interface Guard {
  readonly tls: TlsSource | null;
  readonly authenticate: Authenticator;
  readonly access: AccessPolicy;
  readonly opensMetrics: boolean;
  close(): Promise<void>;
}

/**
 * Reads what the settings name. INVALID_ARGUMENT where a service would listen beyond loopback without TLS or without asking who calls, and was not told so;
 * FAILED_PRECONDITION where files are no good.
 */
export async function openGuard(host: string, settings: GuardSettings, logger: Logger, clock: Clock): Promise<Guard> {
  checkExposure(host, settings);
  const tokens = settings.tokens === undefined ? null : await Tokens.open(settings.tokens, clock, logger);
  const tls = settings.tls === undefined ? null : await TlsFiles.open(settings.tls, logger);
  const needsCertificate = settings.tls?.clientCertificateAuthority !== undefined;
  const asks = tokens !== null || needsCertificate;
  const { grants } = settings.access;
  return {
    tls,
    authenticate: asks ? authenticatorOf(tokens, needsCertificate) : askNothing,
    access: grants === undefined ? (asks ? ownTeamsForEverybody : everythingForEverybody) : { grants },
    opensMetrics: settings.insecure.openMetrics,
    close: async () => tls?.close(),
  };
}

function checkExposure(host: string, { tls, tokens, insecure }: GuardSettings): void {
  if (isLoopback(host)) return;
  if (tls === undefined && !insecure.withoutTls) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `host is ${host}, which others can reach, and there is no TLS: set tls.certificate and tls.key, or insecure.withoutTls (ISOCHRON_INSECURE_WITHOUT_TLS=true) where something else encrypts.`,
    );
  }
  if (tokens === undefined && tls?.clientCertificateAuthority === undefined && !insecure.withoutAuthentication) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `host is ${host}, which others can reach, and nobody is asked who they are: set tokens or tls.clientCertificateAuthority, or insecure.withoutAuthentication (ISOCHRON_INSECURE_WITHOUT_AUTHENTICATION=true) where everybody who can reach it may do everything.`,
    );
  }
}

/** By a token where one is shown and tokens are looked at, else by the certificate. Where certificates are asked for, a token without one is not enough. */
function authenticatorOf(tokens: Tokens | null, needsCertificate: boolean): Authenticator {
  return (shown) => {
    const certified = needsCertificate ? certifiedBy(shown) : null;
    if (tokens !== null && shown.authorization !== null) return tokens.callerOf(shown.authorization);
    if (certified !== null) return certified;
    throw new IsochronError(
      'UNAUTHENTICATED',
      'Say who you are: a bearer token in the header authorization is missing.',
    );
  };
}

function certifiedBy(shown: Shown): Caller {
  const subject = shown.certificateSubject();
  if (subject !== null) return { kind: 'certificate', subject, teams: [] };
  throw new IsochronError(
    'UNAUTHENTICATED',
    'A client certificate that our authority signed, and that has a name, is missing.',
  );
}
