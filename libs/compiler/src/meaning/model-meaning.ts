import type { Canonical } from '@isochron/expression';
import { type Model, type ModelTransforms, modelStruct, sanitize, toJson } from '@isochron/thrift';
import { dialectOf } from '../dialects.ts';
import { type Hashed, hashOf, sortedByName } from '../hash.ts';
import { expressionMeaning, tableColumn } from './expression-meaning.ts';
import type { MeaningContext } from './meaning-context.ts';
import { type SourceMeaning, sourceMeaning } from './source-meaning.ts';

/** A hash of what a model answers: where it lies, how it is asked, and what becomes of its inputs and its predictions. */
export function modelMeaning(
  model: Model,
  context: MeaningContext,
  column: (name: string) => Canonical = tableColumn,
): string {
  const dialect = dialectOf(model.metaData, context.unsaid);
  const { inferenceSpec, valueSchema, modelArtifactBaseUri, trainingConf } = model;
  const settled = toJson(modelStruct, {
    ...(inferenceSpec !== undefined && { inferenceSpec: { ...inferenceSpec, resourceConfig: {} } }),
    ...(valueSchema !== undefined && { valueSchema }),
    ...(modelArtifactBaseUri !== undefined && { modelArtifactBaseUri }),
    ...(trainingConf !== undefined && { trainingConf }),
  });
  const inputs = sortedByName(model.inputMapping ?? {}).map(([name, text]): [string, Hashed] => [
    name,
    expressionMeaning(text, column, dialect),
  ]);
  return hashOf({ settled, inputs });
}

/** What the columns of rows with predictions mean: those that are passed on, and `{model}__{output}` of each model. */
export function modelTransformsColumns(
  transforms: ModelTransforms,
  context: MeaningContext,
): ReadonlyMap<string, string> {
  const dialect = dialectOf(transforms.metaData, context.unsaid);
  const sources = (transforms.sources ?? []).map((source) => sourceMeaning(source, dialect, context));
  const rows = modelTransformsRows(transforms, context);
  const across = (name: string): Canonical => sources.map((source) => source.column(name));
  const passed = (transforms.passthroughFields ?? []).map((name): [string, string] => [
    name,
    hashOf({ rows, column: across(name) }),
  ]);
  const predicted = (transforms.models ?? []).flatMap((model) => {
    const meaning = modelMeaning(model, context, across);
    return modelOutputs(model).map(({ name, expression }): [string, string] => [
      name,
      hashOf({ rows, meaning, output: expressionMeaning(expression, tableColumn, dialect) }),
    ]);
  });
  return new Map([...passed, ...predicted]);
}

export function modelTransformsRows(transforms: ModelTransforms, context: MeaningContext): string {
  const dialect = dialectOf(transforms.metaData, context.unsaid);
  const sources = (transforms.sources ?? []).map((source): SourceMeaning => sourceMeaning(source, dialect, context));
  return hashOf(sources.map(({ rows }) => rows).sort());
}

/** The columns that a model adds, `{model}__{output}`, each made of the prediction's fields, which are named `{model}__{field}`. */
export function modelOutputs(model: Model): readonly { readonly name: string; readonly expression: string }[] {
  const start = `${sanitize(model.metaData?.name ?? '')}__`;
  const mapped = Object.entries(model.outputMapping ?? {});
  if (mapped.length > 0) return mapped.map(([name, expression]) => ({ name: start + name, expression }));
  return (model.valueSchema?.params ?? []).map(({ name = '' }) => ({ name: start + name, expression: start + name }));
}
