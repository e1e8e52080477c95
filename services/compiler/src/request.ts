import { addressText, checkAddress, type SetAddress, setLimits } from '@isochron/metadata';
import type { ObjectFile, SetAddress as SetAddressMessage } from '@isochron/rpc/compiler';
import { IsochronError } from '@isochron/schema';

/** The address of a request, checked; INVALID_ARGUMENT where it has none. */
export function addressIn(address: SetAddressMessage | undefined): SetAddress {
  if (address === undefined) throw refused('The request names no set: address is missing.');
  const { repository, environment, branch } = address;
  checkAddress({ repository, environment, branch });
  return { repository, environment, branch };
}

/** What a request gives of an object: its text, or the hash of one that the published set has. */
export type GivenObject =
  | { readonly file: string; readonly json: string }
  | { readonly file: string; readonly hash: string };

/** The objects of a request, each once. How long each is, and how many there are, is checked before any is read. */
export function objectsIn(objects: readonly ObjectFile[]): readonly GivenObject[] {
  if (objects.length > setLimits.objects) {
    throw refused(`The set has ${objects.length} objects; ${setLimits.objects} is the most.`);
  }
  const files = new Set<string>();
  return objects.map((object, index) => {
    const given = givenObject(object, index);
    if (files.has(given.file)) throw refused(`${given.file} is in the set twice.`);
    files.add(given.file);
    return given;
  });
}

function givenObject({ file, content }: ObjectFile, index: number): GivenObject {
  if (file === '') throw refused(`objects[${index}] has no file.`);
  if (Buffer.byteLength(file) > setLimits.nameBytes) {
    throw refused(`The name ${file.slice(0, 60)}… is longer than ${setLimits.nameBytes} bytes.`);
  }
  if (content === undefined) throw refused(`${file} has neither json nor hash.`);
  if (content.$case === 'hash') {
    if (/^[0-9a-f]{64}$/.test(content.value)) return { file, hash: content.value };
    throw refused(`The hash of ${file} is ${JSON.stringify(content.value.slice(0, 80))}; it must be 64 hex digits.`);
  }
  const bytes = Buffer.byteLength(content.value);
  if (bytes <= setLimits.objectBytes) return { file, json: content.value };
  throw refused(`${file} has ${bytes} bytes; ${setLimits.objectBytes} is the most.`);
}

const PAGE = 100;
const PAGE_MAX = 1_000;

/** How many are asked for: 100 if it is not said. */
export function limitIn(limit: number): number {
  if (limit === 0) return PAGE;
  if (Number.isInteger(limit) && limit > 0 && limit <= PAGE_MAX) return limit;
  throw refused(`The limit is ${limit}; it must be a whole number from 1 to ${PAGE_MAX}.`);
}

export const nothingPublished = (address: SetAddress): IsochronError =>
  new IsochronError('NOT_FOUND', `Nothing is published to ${addressText(address)}.`);

const refused = (message: string): IsochronError => new IsochronError('INVALID_ARGUMENT', message);
