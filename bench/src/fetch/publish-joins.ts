import { fileOf, type JoinPlan, nameOfThrift, objectJson } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import { objectHash, openMetadataStore, type PublishedObject, type SetAddress } from '@isochron/metadata';
import type { Join } from '@isochron/thrift';

export interface PublishedJoin {
  readonly thrift: Join;
  readonly plan: JoinPlan;
}

/** Makes these Joins the published set; nothing else is in it. Answers the set's version. */
export async function publishJoins(
  store: KeyValueStore,
  address: SetAddress,
  joins: readonly PublishedJoin[],
): Promise<number> {
  const metadata = await openMetadataStore(store);
  const head = await metadata.head(address);
  const { head: version } = await metadata.publish({
    address,
    expectedHash: head?.hash ?? null,
    objects: joins.map(objectOf),
    who: 'bench',
    message: 'what is measured',
  });
  return version.version;
}

function objectOf({ thrift, plan }: PublishedJoin): PublishedObject {
  const name = nameOfThrift(thrift.metaData?.name ?? '');
  const object = { kind: 'join', name, thrift } as const;
  const json = objectJson(object);
  const hash = objectHash(json);
  const columns = plan.outputs.map((output) => output.name);
  const summary = { kind: 'join', name, team: 'bench', isOnline: true, tags: [], columns, description: null };
  return { file: fileOf(object), hash, stored: { hash, json, summary, lineage: '{}' } };
}
