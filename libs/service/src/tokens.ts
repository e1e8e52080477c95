import { type Caller, isLoopback } from '@isochron/rpc';
import { IsochronError } from '@isochron/schema';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { IssuerKeys } from './issuer-keys.ts';
import type { Logger } from './logger.ts';

/** Signatures of which the verifier holds a public key only: a shared secret would let it make tokens as well. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
] as const;

/** Bearer tokens: JWTs of an OIDC issuer. */
export const tokenSettings = z.strictObject({
  /** Must be the token's `iss`, to the letter. */
  issuer: z.string().min(1),
  /** Must be, or be in, the token's `aud`: without it a token for another service would do here. */
  audience: z.string().min(1),
  /** The issuer's keys, as a JWKS: `https://…`, or `file:/…`. */
  keys: z.string().refine(isKeysPlace, { error: 'write https:// and where the JWKS is, or file: and its path' }),
  algorithms: z.array(z.enum(ALGORITHMS)).min(1).default(['RS256', 'ES256']),
  /** By how much the issuer's clock may differ. */
  clockToleranceMs: z.number().int().min(0).max(600_000).default(30_000),
  /** The claim that names the caller's teams: a list of texts, or one text with spaces between. */
  teamsClaim: z.string().min(1).default('teams'),
  /** For how long a token that was found good is not looked at again. */
  keptMs: z.number().int().min(0).max(600_000).default(60_000),
  /** For how long the issuer's keys are not read again, unless a token names another. A withdrawn key is believed for so long, and `keptMs`. */
  keysKeptMs: z.number().int().min(0).max(3_600_000).default(300_000),
});

export type TokenSettings = z.output<typeof tokenSettings>;

/** Plain HTTP is for loopback: who can change keys on their way can make tokens. */
function isKeysPlace(text: string): boolean {
  if (text.startsWith('file:')) return text.length > 'file:'.length;
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** A longer one is not looked at. */
const TOKEN_LENGTH_MAX = 16_384;
const KEPT_MAX = 10_000;

/**
 * Looks at bearer tokens. One that was found good is remembered, at most until it expires, so that a caller's next calls cost a look into a map; at most 10,000 are.
 * UNAUTHENTICATED says what is wrong with a token, and never shows it; UNAVAILABLE where the issuer's keys cannot be had.
 */
export class Tokens {
  readonly #settings: TokenSettings;
  readonly #clock: Clock;
  readonly #keys: IssuerKeys;
  readonly #good = new Map<string, { readonly caller: Caller; readonly untilMs: number }>();

  private constructor(settings: TokenSettings, clock: Clock, keys: IssuerKeys) {
    this.#settings = settings;
    this.#clock = clock;
    this.#keys = keys;
  }

  /** FAILED_PRECONDITION if a file of keys cannot be read. */
  static async open(settings: TokenSettings, clock: Clock, logger: Logger): Promise<Tokens> {
    const keys = new IssuerKeys({ place: settings.keys, maxAgeMs: settings.keysKeptMs, clock, logger });
    await keys.open();
    return new Tokens(settings, clock, keys);
  }

  /** The caller by the header `authorization`: at once if the token is known. */
  callerOf(authorization: string): Caller | Promise<Caller> {
    const kept = this.#good.get(authorization);
    if (kept !== undefined && this.#clock.nowMs() < kept.untilMs) return kept.caller;
    return this.#look(authorization);
  }

  async #look(authorization: string): Promise<Caller> {
    const [, token] = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization) ?? [];
    if (token === undefined || token.length > TOKEN_LENGTH_MAX) {
      throw unauthenticated('The header authorization must be Bearer and a JWT.');
    }
    const { issuer, audience, algorithms, clockToleranceMs, teamsClaim } = this.#settings;
    const nowMs = this.#clock.nowMs();
    try {
      const { payload } = await jwtVerify(token, this.#keys.keyOf, {
        issuer,
        audience,
        algorithms: [...algorithms],
        clockTolerance: clockToleranceMs / 1000,
        currentDate: new Date(nowMs),
        requiredClaims: ['sub', 'exp'],
      });
      const teams = teamsOf(payload, teamsClaim);
      const untilMs = (payload.exp ?? 0) * 1000 + clockToleranceMs;
      const caller = { kind: 'token', subject: subjectOf(payload), teams, untilMs } as const;
      this.#keep(authorization, caller, nowMs);
      return caller;
    } catch (thrown) {
      throw this.#refusal(thrown);
    }
  }

  #keep(authorization: string, caller: Caller & { readonly untilMs: number }, nowMs: number): void {
    const untilMs = Math.min(nowMs + this.#settings.keptMs, caller.untilMs);
    this.#good.delete(authorization);
    this.#good.set(authorization, { caller, untilMs });
    if (this.#good.size <= KEPT_MAX) return;
    const [oldest] = this.#good.keys();
    if (oldest !== undefined) this.#good.delete(oldest);
  }

  #refusal(thrown: unknown): IsochronError {
    if (thrown instanceof IsochronError) return thrown;
    const { algorithms } = this.#settings;
    if (thrown instanceof errors.JWTExpired) return unauthenticated('The token has expired.', thrown);
    if (thrown instanceof errors.JWTClaimValidationFailed) {
      return unauthenticated(
        `The token's claim "${thrown.claim}" is ${thrown.reason === 'missing' ? 'missing' : 'not what this service asks for'}.`,
        thrown,
      );
    }
    if (thrown instanceof errors.JWSSignatureVerificationFailed) {
      return unauthenticated("The token's signature is not right.", thrown);
    }
    if (thrown instanceof errors.JWKSNoMatchingKey) {
      return unauthenticated('The token is signed with a key that its issuer does not have, or no longer.', thrown);
    }
    if (thrown instanceof errors.JOSEAlgNotAllowed) {
      return unauthenticated(`The token must be signed with one of ${algorithms.join(', ')}.`, thrown);
    }
    if (thrown instanceof errors.JWTInvalid || thrown instanceof errors.JWSInvalid) {
      return unauthenticated('The token is no JWT.', thrown);
    }
    if (thrown instanceof errors.JOSENotSupported || thrown instanceof errors.JWKSMultipleMatchingKeys) {
      return unauthenticated('It cannot be said which key the token is signed with.', thrown);
    }
    return new IsochronError('INTERNAL', 'The token could not be looked at; the log says why.', thrown);
  }
}

function teamsOf(payload: JWTPayload, claim: string): readonly string[] {
  const said = payload[claim];
  if (typeof said === 'string') return said.split(' ').filter((team) => team !== '');
  return Array.isArray(said) ? said.filter((team) => typeof team === 'string') : [];
}

/** Grants go by it, and history tells it: a number, or nothing, is nobody. */
function subjectOf({ sub }: JWTPayload): string {
  if (typeof sub === 'string' && sub !== '') return sub;
  throw unauthenticated('The token\'s claim "sub" is not a text, or is empty.');
}

const unauthenticated = (message: string, cause?: unknown): IsochronError =>
  new IsochronError('UNAUTHENTICATED', message, cause);
