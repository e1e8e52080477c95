import type { DiffResponse, ObjectFile, SetAddress } from '@isochron/rpc/compiler';
import { IsochronError } from '@isochron/schema';
import { objectFile, type Publisher } from './publisher.ts';

export interface SentObjects {
  /** As they are to be published. */
  readonly objects: readonly ObjectFile[];
  readonly found: DiffResponse;
}

/**
 * Compares a set with the published one. What is published already is sent by its hash; where the store has lost the text of that, which is ABORTED, or what it is found by, which
 * is DATA_LOSS, everything is sent with its text.
 */
export async function sendObjects(
  publisher: Pick<Publisher, 'published' | 'diff'>,
  { address, dialect }: { readonly address: SetAddress; readonly dialect: string },
  texts: readonly { readonly file: string; readonly json: string }[],
): Promise<SentObjects> {
  const send = async (published: ReadonlyMap<string, string>): Promise<SentObjects> => {
    const objects = texts.map(({ file, json }) => objectFile(file, json, published));
    return { objects, found: await publisher.diff({ address, dialect, objects }) };
  };
  try {
    return await send(await publisher.published(address));
  } catch (thrown) {
    if (!(thrown instanceof IsochronError) || !LOST.has(thrown.code)) throw thrown;
    return send(new Map());
  }
}

const LOST: ReadonlySet<string> = new Set(['ABORTED', 'DATA_LOSS']);
