import { columnsOf, type DefinitionObject, metaDataOf } from '@isochron/compiler';
import type { DialectName } from '@isochron/expression';
import type { ObjectSummary } from '@isochron/metadata';

/** What an object can be found by. Its team is what its metadata says, else the first part of its name; its description stands among its tags. */
export function summaryOf(object: DefinitionObject, dialect: DialectName): ObjectSummary {
  const { team, online, tags = {} } = metaDataOf(object);
  const { description, ...others } = tags;
  return {
    kind: object.kind,
    name: object.name,
    team: team ?? object.name.split('/')[0] ?? '',
    isOnline: online === true,
    tags: Object.entries(others).map(([key, value]) => (value === '' ? key : `${key}=${value}`)),
    columns: [...columnsOf(object, dialect).keys()],
    description: description ?? null,
  };
}
