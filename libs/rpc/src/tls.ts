import { type ChannelCredentials, credentials, Metadata, ServerCredentials } from '@grpc/grpc-js';

/** What a server proves itself with, as PEM. */
export interface TlsMaterial {
  /** The server's certificate, and those between it and its authority. */
  readonly certificate: string;
  readonly key: string;
  /** Who signs the certificates that clients must show; null: they need none. */
  readonly clientAuthority: string | null;
}

/** TLS material that may be replaced while a server listens; whether clients must show certificates stays as it is. */
export interface TlsSource {
  readonly current: TlsMaterial;
  /** Is told of each replacement, which is known to be sound. Connections that are open stay open. */
  onReplaced(listener: (material: TlsMaterial) => void): void;
}

/** Credentials of a gRPC server that follow their source. A client whose certificate is asked for and is not good is refused before any call. */
export const serverCredentials = (tls: TlsSource | null): ServerCredentials =>
  tls === null ? ServerCredentials.createInsecure() : new FollowingCredentials(tls);

class FollowingCredentials extends ServerCredentials {
  constructor(tls: TlsSource) {
    const asksClients = tls.current.clientAuthority !== null;
    super({ requestCert: asksClients, rejectUnauthorized: asksClients }, secureContextOf(tls.current));
    tls.onReplaced((material) => this.updateSecureContextOptions(secureContextOf(material)));
  }

  override _equals(other: ServerCredentials): boolean {
    return this === other;
  }
}

/** Of Node's TLS servers. */
export const secureContextOf = ({ certificate, key, clientAuthority }: TlsMaterial) => ({
  cert: certificate,
  key,
  ...(clientAuthority !== null && { ca: clientAuthority }),
});

/** How a client speaks TLS. */
export interface ClientTls {
  /** PEM of who signs the server's certificate; null: the authorities that Node knows. */
  readonly authority: string | null;
  /** What the client proves itself with, PEM; null: nothing. */
  readonly certificate?: { readonly certificate: string; readonly key: string } | null;
}

export interface ClientProof {
  /** null: none, which is for loopback, or a mesh that encrypts. */
  readonly tls?: ClientTls | null;
  /** Asked for the bearer token of each call; only over TLS, for who reads a token can use it. */
  readonly token?: () => Promise<string>;
}

export function clientCredentials({ tls = null, token }: ClientProof): ChannelCredentials {
  if (tls === null) return credentials.createInsecure();
  const pem = (text: string | undefined): Buffer | null => (text === undefined ? null : Buffer.from(text));
  const channel = credentials.createSsl(
    pem(tls.authority ?? undefined),
    pem(tls.certificate?.key),
    pem(tls.certificate?.certificate),
  );
  return token === undefined ? channel : channel.compose(credentials.createFromMetadataGenerator(bearing(token)));
}

const bearing =
  (token: () => Promise<string>) =>
  (_options: unknown, done: (error: Error | null, metadata?: Metadata) => void): void => {
    token().then(
      (text) => {
        const metadata = new Metadata();
        metadata.set('authorization', `Bearer ${text}`);
        done(null, metadata);
      },
      (thrown: unknown) => done(thrown instanceof Error ? thrown : new Error(String(thrown))),
    );
  };
