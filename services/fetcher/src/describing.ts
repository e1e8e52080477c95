import { avroSchemaOf } from '@isochron/avro';
import { columnTypeText } from '@isochron/compiler';
import type { CallContext } from '@isochron/rpc';
import type { Block, Feature, Field as FieldMessage, ListJoinsResponse, Schema } from '@isochron/rpc/fetcher';
import { type Field, type IsochronError, structType } from '@isochron/schema';
import type { FetcherApi } from './api.ts';
import type { ServedSet } from './served/served-set.ts';
import { blockOf, blocks } from './wire/answer-schema.ts';

/** What a Join or a GroupBy takes and gives. */
export function schemaOf(
  api: FetcherApi,
  asked: { readonly kind: 'join' | 'group-by'; readonly name: string; readonly features?: readonly string[] },
  context: CallContext,
): Schema {
  const { features = [], ...named } = asked;
  const set = api.sets.current;
  const served = api.find({ ...named, set }, context);
  const reader = served.readerOf(features);
  const { hash, fields } = served.formsOf(reader).wire.schema;
  const { parts, externals, sources } = reader.plan;
  const partNames = [...parts, ...externals].map((part) => part.name);
  return {
    name: served.name,
    hash,
    keys: served.keys.map(fieldOf),
    context: served.context.map(fieldOf),
    features: fields.map(
      ({ name: feature, type }, at): Feature => ({
        name: feature,
        type: columnTypeText(type),
        block: blockNumber(blockOf(type)),
        parts: (sources[at] ?? []).map((part) => partNames[part] ?? ''),
      }),
    ),
    setVersion: set.version,
    avroSchema: JSON.stringify(avroSchemaOf(structType(recordName(served.name), fields), recordName(served.name))),
  };
}

/** Those that a caller may read. */
export const listJoins = (set: ServedSet, prefix: string, mayRead: (name: string) => boolean): ListJoinsResponse => ({
  joins: set.entries
    .filter(({ kind, name }) => kind === 'join' && name.startsWith(prefix) && mayRead(name))
    .map(({ name, team, served, fault }) => ({
      name,
      team,
      isServed: served !== null,
      fault: fault === null ? undefined : faultOf(fault),
    })),
});

const faultOf = ({ code, message }: IsochronError) => ({ code, message });

const fieldOf = ({ name, type }: Field): FieldMessage => ({ name, type: columnTypeText(type) });

/** The numbers of the enum are those of the blocks' order, from 1 on. */
const blockNumber = (name: (typeof blocks)[number]): Block => (blocks.indexOf(name) + 1) as Block;

const recordName = (name: string): string => name.replaceAll(/[^A-Za-z0-9_]/g, '_');
