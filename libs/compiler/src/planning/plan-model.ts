import type { CheckedModel, CheckedModelTransforms } from '../checking/checked.ts';
import { plannedText } from '../checking/checked-expression.ts';
import { hashOf } from '../hash.ts';
import { createMeaningContext } from '../meaning/index.ts';
import { modelMeaning } from '../meaning/model-meaning.ts';
import { windowMs } from '../window-text.ts';
import type { ModelPlan, ModelTransformsPlan, TrainingPlan } from './plan.ts';
import { type PlannedGroupBys, settledField } from './plan-group-by.ts';
import { scanMeaning, selectMeaning } from './plan-meaning.ts';
import { planOutput } from './plan-output.ts';
import { planScan } from './plan-scan.ts';
import { unsettled } from './unsettled.ts';

/** The plan of a model that no rule has anything against. */
export function planModel(model: CheckedModel, known: PlannedGroupBys): ModelPlan {
  const outputs = model.outputs.map(({ name, type, expression }) => ({
    name,
    type: type ?? unsettled(name),
    expression: plannedText(expression),
  }));
  return {
    kind: 'model',
    name: model.name,
    inputs: model.inputs.map(({ name, expression }) => ({ name, expression: plannedText(expression) })),
    prediction: model.prediction ?? [],
    outputs,
    training: trainingOf(model, known),
    semanticHash: hashOf({
      model: modelMeaning(model.thrift, createMeaningContext(model.dialect)),
      outputs: outputs.map(selectMeaning),
    }),
  };
}

/** The plan of rows with predictions that no rule has anything against. */
export function planModelTransforms(transforms: CheckedModelTransforms, known: PlannedGroupBys): ModelTransformsPlan {
  const scans = transforms.sources.map((source) => planScan(source, null, known));
  const models = transforms.models.map((model) => planModel(model, known));
  const passed = transforms.thrift.passthroughFields ?? [];
  return {
    kind: 'model-transforms',
    name: transforms.name,
    table: transforms.table,
    ...planOutput(transforms.thrift.metaData),
    scans,
    models,
    passed,
    outputs: transforms.outputs.map(settledField),
    semanticHash: hashOf({
      scans: scans.map(scanMeaning),
      models: models.map(({ semanticHash }) => semanticHash),
      passed,
    }),
  };
}

function trainingOf({ training, thrift }: CheckedModel, known: PlannedGroupBys): TrainingPlan | null {
  if (training === null) return null;
  const { trainingDataWindow, schedule = null } = thrift.trainingConf ?? {};
  const length = trainingDataWindow === undefined ? null : windowMs(trainingDataWindow);
  return { scan: planScan(training, null, known), windowMs: length, schedule };
}
