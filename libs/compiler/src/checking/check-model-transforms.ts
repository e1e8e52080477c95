import type { Field } from '@isochron/schema';
import { type ModelTransforms, outputTable } from '@isochron/thrift';
import { dialectOf } from '../dialects.ts';
import { nameOfThrift } from '../names.ts';
import { checkModel } from './check-model.ts';
import { settingsOf } from './check-partition.ts';
import { checkSource } from './check-source.ts';
import type { CheckedModelTransforms, CheckedSource } from './checked.ts';
import type { Checking } from './checking.ts';

/** `path`: where it stands in what is checked. */
export function checkModelTransforms(thrift: ModelTransforms, checking: Checking, path = ''): CheckedModelTransforms {
  const at = path === '' ? '' : `${path}.`;
  const dialect = dialectOf(thrift.metaData, checking.unsaid);
  const passed = thrift.passthroughFields ?? [];
  const owner = { dialect, settings: settingsOf(thrift.metaData), required: passed };
  const sources = (thrift.sources ?? []).map((source, position) =>
    checkSource(source, `${at}sources[${position}]`, owner, checking),
  );
  const fields = rowOf(sources[0]);
  const models = (thrift.models ?? []).map((model, position) =>
    checkModel(model, fields, 'The row', checking, `${at}models[${position}]`),
  );
  return {
    kind: 'model-transforms',
    name: nameOfThrift(thrift.metaData?.name ?? ''),
    path,
    dialect,
    table: outputTable(thrift.metaData ?? {}),
    thrift,
    sources,
    models,
    outputs: [
      ...passed.map((name) => ({ name, type: fields?.find((field) => field.name === name)?.type ?? null })),
      ...models.flatMap(({ outputs }) => outputs.map(({ name, type }) => ({ name, type }))),
    ],
  };
}

/** The columns of a row that models are asked for; null while one has no type. */
function rowOf(source: CheckedSource | undefined): readonly Field[] | null {
  const fields = (source?.selects ?? []).flatMap(({ name, type }) => (type === null ? [] : [{ name, type }]));
  return source === undefined || source.tableColumns === null || fields.length < source.selects.length ? null : fields;
}
