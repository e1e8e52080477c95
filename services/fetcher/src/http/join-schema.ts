import { avroSchemaOf, keySchemaOf } from '@isochron/avro';
import { structType } from '@isochron/schema';
import type { ServedObject } from '../served/served-object.ts';

/** A Join's schema as the existing system tells it. */
export function joinSchemaV1(served: ServedObject) {
  const { schema } = served.formsOf(served.reader).wire;
  const record = `${served.name.replaceAll(/[^A-Za-z0-9_]/g, '_')}_value`;
  return {
    joinName: served.name,
    keySchema: JSON.stringify(keySchemaOf(served.keys)),
    valueSchema: JSON.stringify(avroSchemaOf(structType(record, schema.fields), record)),
    schemaHash: schema.hash,
    valueInfos: served.reader.plan.joined.flatMap(({ part: { groupBy, outputs, keys } }) =>
      outputs.map(({ name: fullName, type }, at) => ({
        fullName,
        groupName: groupBy.name,
        prefix: fullName.slice(0, fullName.length - (groupBy.outputs[at]?.name.length ?? 0)),
        leftKeys: keys.map(({ left }) => left),
        schemaString: JSON.stringify(avroSchemaOf(type, fullName)),
      })),
    ),
  };
}
