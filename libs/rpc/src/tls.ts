import { ServerCredentials } from '@grpc/grpc-js';

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
