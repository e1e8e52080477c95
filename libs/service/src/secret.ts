import { readFile } from 'node:fs/promises';
import { IsochronError } from '@isochron/schema';
import { z } from 'zod';

/** Something that must not be written into a configuration, a log or an error. A configuration says where it is; it is read when it is needed, so that it may change. */
export class Secret {
  readonly #place: string;

  constructor(place: string) {
    this.#place = place;
  }

  /** The content of the file, without a newline at its end. */
  async read(): Promise<string> {
    try {
      return (await readFile(this.#place, 'utf8')).replace(/\r?\n$/, '');
    } catch (thrown) {
      throw new IsochronError('FAILED_PRECONDITION', `The secret in ${this.#place} cannot be read.`, thrown);
    }
  }

  toString(): string {
    return `the secret in ${this.#place}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

const PREFIX = 'file:';

/** A setting that is a secret: written as `file:/run/secrets/name`, where Kubernetes and Secret Manager put them. */
export const secret = () =>
  z
    .string()
    .refine((text) => text.startsWith(PREFIX) && text.length > PREFIX.length, {
      error: 'write file: and the path of the file that holds it, not the secret itself',
    })
    .transform((text) => new Secret(text.slice(PREFIX.length)));
