/** Who calls, as far as that was proven. */
export interface Caller {
  /** By what it was proven: a bearer token, a client's certificate, or by nothing. */
  readonly kind: 'anonymous' | 'token' | 'certificate';
  /** The token's subject, or the certificate's: its first URI or DNS name, else its common name. Empty for who is anonymous. */
  readonly subject: string;
  /** The teams that the token says it belongs to. Of a certificate none: what it may do is said of its subject. */
  readonly teams: readonly string[];
  /** Until when it is proven, in milliseconds since the epoch: when its token expires. Not given: for as long as the call lasts. */
  readonly untilMs?: number;
}

/** Who proved nothing: everybody, where a service asks for no proof. */
export const anonymous: Caller = { kind: 'anonymous', subject: '', teams: [] };

/** What a caller shows to prove who it is. */
export interface Shown {
  /** The header `authorization`, or gRPC's metadata of that name; null: none. */
  readonly authorization: string | null;
  /** Subject of the certificate of its connection, as {@link Caller} has it, where our authority signed that; null: none. Reading it costs, so it is a function. */
  certificateSubject(): string | null;
}

/** Says who a caller is, at once where that is known already; UNAUTHENTICATED with a sentence where it does not prove it. */
export type Authenticator = (shown: Shown) => Caller | Promise<Caller>;

/** For services that ask for no proof. */
export const askNothing: Authenticator = () => anonymous;

/** What of a certificate says whose it is; Node's `PeerCertificate` has it so. */
export interface CertificateNames {
  /** `DNS:a.example, URI:spiffe://example/ns/b`; names with special characters stand in JSON quotes. */
  readonly subjectaltname?: string | undefined;
  readonly subject?: { readonly CN?: string | string[] | undefined } | undefined;
}

/** The subject of a certificate: its first URI, else its first DNS name, else its common name; null: it has none of them. */
export function certificateSubject({ subjectaltname, subject }: CertificateNames): string | null {
  const names = [...(subjectaltname ?? '').matchAll(/(URI|DNS):("(?:[^"\\]|\\.)*"|[^,]*)/g)];
  for (const kind of ['URI', 'DNS']) {
    const name = names.find(([, found]) => found === kind)?.[2]?.trim();
    if (name !== undefined && name !== '') return unquoted(name);
  }
  const common = subject?.CN;
  const first = Array.isArray(common) ? common[0] : common;
  return first === undefined || first === '' ? null : first;
}

function unquoted(name: string): string {
  if (!name.startsWith('"')) return name;
  const parsed: unknown = JSON.parse(name);
  return typeof parsed === 'string' ? parsed : name;
}
