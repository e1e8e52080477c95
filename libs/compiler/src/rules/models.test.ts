import { expect, it } from 'vitest';
import { faultsOf, model, objectOf, predictions } from '../objects.fixture.ts';

it('refuses what a model answers if it cannot be read, or is not said', () => {
  const list = { kind: 13, params: [{ name: 'l', dataType: { kind: 12, params: [] } }] } as const;
  expect(faultsOf(objectOf('model', model({ valueSchema: list, outputMapping: {} })))).toMatchInlineSnapshot(`
    [
      "valueSchema model-schema: The type of l cannot be read. A LIST has 1 parameter, and this one has 0. | Types are those of TDataType; a MAP has STRING keys.",
    ]
  `);
  const { valueSchema: _, ...silent } = model();
  expect(faultsOf(objectOf('model', silent))).toMatchInlineSnapshot(`
    [
      "outputMapping model-schema: shop/models.fraud__1 maps what it answers to columns, and nothing says what it answers. | Say the fields of a prediction in valueSchema.",
    ]
  `);
});

it('refuses expressions over other columns', () => {
  const models = [model({ inputMapping: { amount: 'prize' }, outputMapping: { score: 'probability' } })];
  expect(faultsOf(objectOf('model-transforms', predictions({ models })))).toMatchInlineSnapshot(`
    [
      "models[0].inputMapping.amount unknown-column: The row has no column prize, which the input amount names. | Did you mean price?",
      "models[0].outputMapping.score unknown-column: The prediction has no column probability, which the output score names. | Its columns are shop_models_fraud__1__probability.",
    ]
  `);
});

it('refuses to pass on what is not there', () => {
  expect(faultsOf(objectOf('model-transforms', predictions({ passthroughFields: ['usr'] })))).toMatchInlineSnapshot(`
    [
      "passthroughFields[0] unknown-column: The column "usr" is to be passed on, and the rows have none of that name. | Did you mean user?",
    ]
  `);
});

it('has nothing against models alone, or among rows', () => {
  expect(faultsOf(objectOf('model', model()))).toEqual([]);
  expect(faultsOf(objectOf('model-transforms', predictions()))).toEqual([]);
});
