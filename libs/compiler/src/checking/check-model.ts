import type { DialectName } from '@isochron/expression';
import type { Field } from '@isochron/schema';
import { type Model, outputTable, sanitize } from '@isochron/thrift';
import { dialectOf } from '../dialects.ts';
import { modelOutputs } from '../meaning/model-meaning.ts';
import { nameOfThrift } from '../names.ts';
import { readType } from './check-external.ts';
import { settingsOf } from './check-partition.ts';
import { checkSource } from './check-source.ts';
import type { CheckedModel } from './checked.ts';
import { checkExpression } from './checked-expression.ts';
import type { Checking } from './checking.ts';

/** `fields`: the row that the model is asked for; null where it is not known, as of a model that stands alone. */
export function checkModel(
  thrift: Model,
  fields: readonly Field[] | null,
  owner: string,
  checking: Checking,
  path = '',
): CheckedModel {
  const at = path === '' ? '' : `${path}.`;
  const dialect = dialectOf(thrift.metaData, checking.unsaid);
  const { prediction, faults } = predictionOf(thrift, at);
  const source = thrift.trainingConf?.trainingDataSource;
  const settings = settingsOf(thrift.metaData);
  return {
    kind: 'model',
    name: nameOfThrift(thrift.metaData?.name ?? ''),
    path,
    dialect,
    table: outputTable(thrift.metaData ?? {}),
    thrift,
    inputs: Object.entries(thrift.inputMapping ?? {}).map(([name, text]) => ({
      name,
      expression: checkExpression(
        { path: `${at}inputMapping.${name}`, text, dialect, what: `the input ${name}`, owner, role: 'select' },
        fields,
      ),
    })),
    outputs: outputsOf(thrift, dialect, prediction, at),
    prediction,
    faults,
    training:
      source === undefined
        ? null
        : checkSource(source, `${at}trainingConf.trainingDataSource`, { dialect, settings, required: [] }, checking),
  };
}

/** The fields of a prediction, as expressions over it name them: `{model}__{field}`. */
function predictionOf(model: Model, at: string): Pick<CheckedModel, 'prediction' | 'faults'> {
  const start = `${sanitize(model.metaData?.name ?? '')}__`;
  const faults: { path: string; message: string }[] = [];
  const fields = (model.valueSchema?.params ?? []).flatMap(({ name = '', dataType }): readonly Field[] => {
    const type = readType(dataType);
    if (typeof type !== 'string') return [{ name: start + name, type }];
    faults.push({ path: `${at}valueSchema`, message: `The type of ${name} cannot be read. ${type}` });
    return [];
  });
  return { prediction: model.valueSchema === undefined || faults.length > 0 ? null : fields, faults };
}

const outputsOf = (
  model: Model,
  dialect: DialectName,
  prediction: readonly Field[] | null,
  at: string,
): CheckedModel['outputs'] =>
  modelOutputs(model).map(({ name, expression: text }) => {
    const output = name.slice(`${sanitize(model.metaData?.name ?? '')}__`.length);
    const about = { path: `${at}outputMapping.${output}`, text, dialect, what: `the output ${output}` } as const;
    const expression = checkExpression({ ...about, owner: 'The prediction', role: 'select' }, prediction);
    const type = expression.analyzed?.dataType;
    return { name, type: type === undefined || 'unstorable' in type ? null : type, expression };
  });
