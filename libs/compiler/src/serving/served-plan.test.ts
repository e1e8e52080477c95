import type { GroupBy, Join } from '@isochron/thrift';
import { expect, test } from 'vitest';
import { planOfGroupBy, planOfJoin } from '../check.ts';
import { aggregate, changing, lefts, orders, profiles, shopCatalog, sums } from '../objects.fixture.ts';
import type { GroupByPlan, JoinPlan } from '../planning/plan.ts';
import {
  type ServedGroupBy,
  type ServedOptions,
  ServedPlanner,
  servedPlanOfGroupBy,
  servedPlanOfJoin,
} from './served-plan.ts';

const joinPlan = (join: Join): JoinPlan => {
  const { plan, diagnostics } = planOfJoin(join, shopCatalog);
  if (plan?.kind !== 'join') throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return plan;
};

const groupByPlan = (groupBy: GroupBy): GroupByPlan => {
  const { plan, diagnostics } = planOfGroupBy(groupBy, shopCatalog);
  if (plan?.kind !== 'group-by') throw new Error(diagnostics.map(({ message }) => message).join(' '));
  return plan;
};

/** What uploads of these GroupBys say. */
const uploaded = (plans: readonly GroupByPlan[]): ServedOptions => {
  const known = new Map(plans.map(({ name, keys, inputs }) => [name, { keys, inputs }]));
  return { uploadedOf: (name) => known.get(name) ?? null };
};

/** What serving goes by. */
const served = ({ name, accuracy, keys, inputs, shape, features, outputs }: ServedGroupBy): ServedGroupBy => ({
  ...{ name, accuracy, keys, inputs, shape, features, outputs },
});

const temporal = sums({
  sources: [orders({ topic: 'orders' })],
  aggregations: [aggregate('price', 'SUM', 1, 7), aggregate('item', 'UNIQUE_COUNT'), aggregate('ts', 'MAX')],
  derivations: [
    { name: '*', expression: '*' },
    { name: 'share', expression: 'price_sum_1d / price_sum_7d' },
  ],
});
const entities = sums({
  metaData: { name: 'shop.users.ages__1', team: 'shop', version: '1' },
  sources: [changing()],
  aggregations: [aggregate('age', 'SUM', 30)],
});

test.each([
  ['events', sums()],
  ['a topic, and no accuracy', temporal],
  ['entities with changes', entities],
  ['rows as they are', profiles()],
])('a GroupBy of %s is served as it is planned', (_, groupBy) => {
  const whole = groupByPlan(groupBy);
  const { plan, diagnostics } = servedPlanOfGroupBy(groupBy, uploaded([whole]));
  expect(diagnostics).toEqual([]);
  expect(plan?.parts.map((part) => served(part.groupBy))).toEqual([served(whole)]);
  expect(plan?.left.columns).toEqual(whole.keys);
  expect(plan?.outputs.map(({ name, type }) => ({ name, type }))).toEqual(
    (whole.derived ?? whole.outputs).map(({ name, type }) => ({ name, type })),
  );
});

const join = lefts({
  joinParts: [
    { groupBy: temporal, useLongNames: false },
    { groupBy: profiles(), keyMapping: { item: 'user' }, prefix: 'maker', useLongNames: false },
  ],
  onlineExternalParts: [
    {
      source: {
        metadata: { name: 'contextual' },
        keySchema: { kind: 13, params: [{ name: 'amount', dataType: { kind: 6 } }] },
        valueSchema: { kind: 13, params: [{ name: 'amount', dataType: { kind: 6 } }] },
      },
    },
  ],
  derivations: [
    { name: '*', expression: '*' },
    { name: 'more', expression: 'ext_contextual_amount / user_price_sum_7d' },
    { name: 'who', expression: "CONCAT(user, '@', ds)" },
  ],
});
const withAmount = {
  ...join,
  left: orders({ query: { selects: { user: 'user', item: 'item', amount: 'price' }, timeColumn: 'id' } }),
};

test('a Join is served as it is planned, without its bootstraps, labels and other columns of the left side', () => {
  const whole = joinPlan(withAmount);
  const options = uploaded(whole.parts.map(({ groupBy }) => groupBy));
  const { plan, diagnostics, missing } = servedPlanOfJoin(
    { ...withAmount, bootstrapParts: [{ table: 'taken' }], rowIds: ['id'], skewKeys: { item: ["'none'"] } },
    options,
  );
  expect(diagnostics).toEqual([]);
  expect(missing).toEqual([]);
  expect(plan?.left.columns.map(({ name }) => name)).toEqual(['user', 'item']);
  expect(plan?.outputs).toEqual(whole.outputs);
  expect(plan?.externals).toEqual(whole.externals);
  expect(
    plan?.parts.map(({ name, keys, outputs, groupBy }) => ({ name, keys, outputs, groupBy: served(groupBy) })),
  ).toEqual(whole.parts.map(({ name, keys, outputs, groupBy }) => ({ name, keys, outputs, groupBy: served(groupBy) })));
  const last = (stages: JoinPlan['derive'] | undefined) => stages?.at(-1)?.slice(-2);
  expect(last(plan?.derive)).toEqual(last(whole.derive));
});

test('uploads that are missing, or lack what the definition reads, are named', () => {
  const whole = joinPlan(withAmount);
  const [first, second] = whole.parts.map(({ groupBy }) => groupBy);
  if (first === undefined || second === undefined) throw new Error('two parts');
  expect(servedPlanOfJoin(withAmount, uploaded([second]))).toMatchObject({ plan: null, missing: [first.name] });
  expect(servedPlanOfGroupBy(temporal, uploaded([]))).toMatchObject({ plan: null, missing: [first.name] });
  const older = { ...first, inputs: first.inputs.filter(({ name }) => name !== 'item') };
  const { plan, diagnostics } = servedPlanOfJoin(withAmount, uploaded([older, second]));
  expect(plan).toBeNull();
  expect(diagnostics.map(({ message }) => message).join(' ')).toContain('item');
});

test('a derivation of a left column that no request has is refused, and the column is named', () => {
  const derived = { ...join, derivations: [{ name: 'twice', expression: 'CONCAT(other, user)' }] };
  const { plan, diagnostics } = servedPlanOfJoin(
    derived,
    uploaded(joinPlan(withAmount).parts.map(({ groupBy }) => groupBy)),
  );
  expect(plan).toBeNull();
  expect(diagnostics).toMatchObject([{ code: 'unknown-column' }]);
  expect(diagnostics[0]?.message).toContain('other');
});

test('a GroupBy that many Joins hold is one value in their plans, and another of the same name is not', () => {
  const uploads = uploaded(joinPlan(withAmount).parts.map(({ groupBy }) => groupBy));
  const planner = new ServedPlanner(uploads);
  const [first, ...others] = withAmount.joinParts ?? [];
  const copy: Join = JSON.parse(JSON.stringify({ ...withAmount, derivations: [{ name: '*', expression: '*' }] }));
  const narrow = { ...temporal, aggregations: [aggregate('price', 'SUM', 1)], derivations: [] };
  const changed = { ...withAmount, joinParts: [{ ...first, groupBy: narrow }, ...others], derivations: [] };
  const plans = [withAmount, copy, changed].map((each) => planner.join(each).plan);
  expect(plans).toEqual([withAmount, copy, changed].map((each) => servedPlanOfJoin(each, uploads).plan));
  const [[a, b] = [], [c, d] = [], [e, f] = []] = plans.map((plan) => plan?.parts);
  expect([c, d, f].map((part, at) => part === [a, b, b][at])).toEqual([true, true, true]);
  expect(e?.groupBy.features).toHaveLength(1);
  expect(a?.groupBy.features).toHaveLength(4);
});

test('a GroupBy with an error is refused in each that holds it, as where it stands alone', () => {
  const uploads = uploaded(joinPlan(withAmount).parts.map(({ groupBy }) => groupBy));
  const planner = new ServedPlanner(uploads);
  const wrong = { ...temporal, aggregations: [aggregate('nothing', 'SUM', 1)], derivations: [] };
  const join = { ...withAmount, joinParts: [{ groupBy: wrong }], derivations: [] };
  const alone = servedPlanOfJoin(join, uploads).diagnostics;
  expect(alone.map(({ code }) => code)).toContain('unknown-column');
  expect([planner.join(join), planner.join(join)].map(({ diagnostics }) => diagnostics)).toEqual([alone, alone]);
  expect(planner.groupBy(wrong).diagnostics).toEqual(servedPlanOfGroupBy(wrong, uploads).diagnostics);
});
