import { type CertificateNames, certificateSubject } from './caller.ts';

/** Subjects of the certificates of connections, each read once: reading one takes about as long as a fast call, and a connection has it for as long as it lasts. */
export class CertifiedConnections {
  readonly #subjects = new WeakMap<object, string | null>();

  /** `connection`: the same object for all its calls; null where it is not known, so that the certificate is read. */
  subjectOf(connection: object | null, read: () => CertificateNames | null | undefined): string | null {
    const known = connection === null ? undefined : this.#subjects.get(connection);
    if (known !== undefined) return known;
    const certificate = read() ?? null;
    const subject = certificate === null ? null : certificateSubject(certificate);
    if (connection !== null) this.#subjects.set(connection, subject);
    return subject;
  }
}
