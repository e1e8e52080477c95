import type { Field } from '@isochron/schema';
import type { Join, JoinPart } from '@isochron/thrift';
import { checkExternal } from '../checking/check-external.ts';
import { nameOfThrift } from '../names.ts';
import type { UploadedColumns } from './uploaded-tables.ts';

/** The columns by which a Join is asked, by their names on its left side: keys of its parts, and of the services outside. Each once, as it comes first. */
export function requestKeys(join: Join, uploadedOf: (groupBy: string) => UploadedColumns | null): readonly Field[] {
  const ofParts = (join.joinParts ?? []).flatMap((part) => {
    const name = nameOfThrift(part.groupBy?.metaData?.name ?? '');
    return carriedKeys(part, uploadedOf(name)?.keys ?? []);
  });
  const ofServices = (join.onlineExternalParts ?? []).flatMap((part, position) => {
    const { isContextual, keys } = checkExternal(part, `onlineExternalParts[${position}]`);
    // What the caller gives is a feature by itself, and no key.
    return isContextual ? [] : keys.flatMap(({ left, type }) => (type === null ? [] : [{ name: left, type }]));
  });
  const keys = new Map<string, Field>();
  for (const key of [...ofParts, ...ofServices]) if (!keys.has(key.name)) keys.set(key.name, key);
  return [...keys.values()];
}

function carriedKeys({ keyMapping = {} }: JoinPart, keys: readonly Field[]): readonly Field[] {
  const leftOf = new Map(Object.entries(keyMapping).map(([left, right]) => [right, left]));
  return keys.map(({ name, type }) => ({ name: leftOf.get(name) ?? name, type }));
}
