import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 86_400_000;

export interface Certified {
  /** PEM. */
  readonly certificate: string;
  readonly key: string;
}

/** An authority of certificates that lives as long as a test. */
export interface Authority {
  /** Its own certificate, PEM. */
  readonly certificate: string;
  /** A certificate for names such as `dns:localhost`, `ip:127.0.0.1`, `url:spiffe://cluster/x`; good from yesterday to tomorrow, or when else it is said. */
  issue(common: string, names?: readonly string[], dates?: Dates): Promise<Certified>;
}

interface Dates {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const daysFromNow = (days: number): Date => new Date(Date.now() + days * DAY_MS);

/** When certificates are good that are so no more, or not yet. */
export const expired = (): Dates => ({ notBefore: daysFromNow(-2), notAfter: daysFromNow(-1) });
export const notYetValid = (): Dates => ({ notBefore: daysFromNow(1), notAfter: daysFromNow(2) });
const valid = (): Dates => ({ notBefore: daysFromNow(-1), notAfter: daysFromNow(1) });

let serial = 1;

export async function createAuthority(common: string): Promise<Authority> {
  const keys = await generate();
  const subject = `CN=${common}`;
  const own = await X509CertificateGenerator.createSelfSigned({
    serialNumber: String(serial++).padStart(2, '0'),
    name: subject,
    keys,
    signingAlgorithm: ALGORITHM,
    ...valid(),
    extensions: [
      new BasicConstraintsExtension(true, 1, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });
  return {
    certificate: own.toString('pem'),
    issue: async (name, names = [], dates = valid()) => {
      const pair = await generate();
      const issued = await X509CertificateGenerator.create({
        serialNumber: String(serial++).padStart(2, '0'),
        subject: `CN=${name}`,
        issuer: subject,
        publicKey: pair.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: ALGORITHM,
        ...dates,
        extensions: names.length === 0 ? [] : [new SubjectAlternativeNameExtension(names.map(nameOf))],
      });
      const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', pair.privateKey), 'PRIVATE KEY');
      return { certificate: issued.toString('pem'), key };
    },
  };
}

const generate = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

function nameOf(name: string): { type: 'dns' | 'ip' | 'url'; value: string } {
  const [, type, value] = /^(dns|ip|url):(.*)$/.exec(name) ?? [];
  if ((type === 'dns' || type === 'ip' || type === 'url') && value !== undefined) return { type, value };
  throw new Error(`${name} must begin with dns:, ip: or url:.`);
}

/** The names of a server that tests reach on this machine. */
export const LOCAL_NAMES = ['dns:localhost', 'ip:127.0.0.1'] as const;

/** Writes them as cert-manager does, and answers how settings name them. */
export async function writeCertificate(folder: string, { certificate, key }: Certified, authority?: Authority) {
  await replaceFile(join(folder, 'tls.key'), key);
  await replaceFile(join(folder, 'tls.crt'), certificate);
  if (authority !== undefined) await replaceFile(join(folder, 'ca.crt'), authority.certificate);
  return {
    certificate: `file:${join(folder, 'tls.crt')}`,
    key: `file:${join(folder, 'tls.key')}`,
    ...(authority !== undefined && { clientCertificateAuthority: `file:${join(folder, 'ca.crt')}` }),
  };
}

/** A file that is read meanwhile is the old one or the new one, whole. */
export async function replaceFile(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}
