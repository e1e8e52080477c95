import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { TlsMaterial, TlsSource } from '@isochron/rpc';
import { IsochronError } from '@isochron/schema';
import { z } from 'zod';
import type { Logger } from './logger.ts';
import { type Periodic, periodically } from './periodically.ts';
import { secret } from './secret.ts';

/** Files of PEM, as cert-manager puts them into a secret: `tls.crt`, `tls.key`, `ca.crt`. */
export const tlsSettings = z.strictObject({
  /** The server's certificate, and those between it and its authority. */
  certificate: secret(),
  key: secret(),
  /** Who signs the certificates of clients. Where it is given, a client without one is refused. */
  clientCertificateAuthority: secret().optional(),
  /** How often the files are looked at for new ones. */
  reloadEveryMs: z.number().int().min(50).default(10_000),
});

export type TlsSettings = z.output<typeof tlsSettings>;

/**
 * TLS material that follows its files. They are read again and again rather than watched, since in Kubernetes they are links that are switched. New files that do
 * not fit together, or cannot be read, are logged and looked at again; until then what was good stays in use.
 */
export class TlsFiles implements TlsSource {
  readonly #settings: TlsSettings;
  readonly #logger: Logger;
  readonly #listeners: ((material: TlsMaterial) => void)[] = [];
  readonly #looking: Periodic;
  #current: TlsMaterial;
  #fault = '';

  private constructor(settings: TlsSettings, logger: Logger, current: TlsMaterial) {
    this.#settings = settings;
    this.#logger = logger;
    this.#current = current;
    this.#looking = periodically(settings.reloadEveryMs, () => this.#look());
  }

  /** FAILED_PRECONDITION if the files cannot be read or do not fit together. */
  static async open(settings: TlsSettings, logger: Logger): Promise<TlsFiles> {
    return new TlsFiles(settings, logger, await read(settings));
  }

  get current(): TlsMaterial {
    return this.#current;
  }

  onReplaced(listener: (material: TlsMaterial) => void): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {
    await this.#looking.stop();
  }

  async #look(): Promise<void> {
    try {
      const found = await read(this.#settings);
      this.#fault = '';
      if (isSame(found, this.#current)) return;
      this.#current = found;
      for (const listener of this.#listeners) listener(found);
      this.#logger.info('the TLS certificate was replaced');
    } catch (thrown) {
      const fault = String(thrown);
      if (fault !== this.#fault) this.#logger.error({ err: thrown }, 'new TLS files are no good; the old stay in use');
      this.#fault = fault;
    }
  }
}

async function read({ certificate, key, clientCertificateAuthority }: TlsSettings): Promise<TlsMaterial> {
  const material = {
    certificate: await certificate.read(),
    key: await key.read(),
    clientAuthority: (await clientCertificateAuthority?.read()) ?? null,
  };
  const { clientAuthority } = material;
  try {
    // An empty file is what a writer leaves for a moment; Node takes it for none, and with no authority it would believe every public one.
    for (const pem of [material.certificate, clientAuthority]) if (pem !== null) new X509Certificate(pem);
    createSecureContext({ cert: material.certificate, key: material.key, ca: clientAuthority ?? undefined });
    return material;
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new IsochronError(
      'FAILED_PRECONDITION',
      `${[certificate, key, clientCertificateAuthority].filter((each) => each !== undefined).join(', ')}: they are no TLS certificate, its key and its clients' authority: ${why}`,
      thrown,
    );
  }
}

const isSame = (a: TlsMaterial, b: TlsMaterial): boolean =>
  a.certificate === b.certificate && a.key === b.key && a.clientAuthority === b.clientAuthority;
