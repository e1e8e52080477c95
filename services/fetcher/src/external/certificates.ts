import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { IsochronError } from '@isochron/schema';

/** The certificates that a source is told to trust, as PEM. INVALID_ARGUMENT where the file cannot be read, or is no PEM. */
export function certificatesIn(path: string): string {
  try {
    const pem = readFileSync(path, 'utf8');
    // Where there is none in a file, TLS would trust nobody, and say so at the first call only.
    new X509Certificate(pem);
    return pem;
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new IsochronError('INVALID_ARGUMENT', `The certificates in ${path} cannot be read: ${why}`, thrown);
  }
}
