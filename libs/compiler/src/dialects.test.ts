import type { Definition } from '@isochron/authoring';
import { ExpressionDialect, type GroupBy, Operation, TimeUnit } from '@isochron/thrift';
import { describe, expect, it } from 'vitest';
import { planOfGroupBy } from './check.ts';
import { compile } from './compile.ts';
import { aggregation, catalog, group, join, named, part, source } from './flights.fixture.ts';
import type { GroupByPlan, JoinPlan, Plan } from './planning/plan.ts';

const inSpark = source({
  time: 'UNIX_TIMESTAMP(date) * 1000',
  select: { origin: 'origin', destination: '`destination`', delay: 'delay', late: 'CAST(distance AS INT) DIV 60' },
  where: ["origin <=> 'SFO'"],
});
const spark = group({ dialect: 'spark', sources: [inSpark], derive: { share: 'late_sum_7d_by_destination' } });

const planned = (plan: Plan | null | undefined): GroupByPlan => {
  if (plan?.kind !== 'group-by') throw new Error('no plan of a group-by');
  return plan;
};
const joinOf = (plan: Plan | undefined): JoinPlan => {
  if (plan?.kind !== 'join') throw new Error('no plan of a join');
  return plan;
};

describe('the dialect of an object', () => {
  const { objects, plans, diagnostics } = compile(named(spark), catalog);

  it('is that of its own expressions', () => {
    expect(diagnostics).toEqual([]);
    expect(planned(plans.get('flights/departures.def0__1')).scans[0]).toMatchObject({
      time: { text: 'UNIX_TIMESTAMP(date) * 1000', dialect: 'spark' },
      where: [{ text: "origin <=> 'SFO'", dialect: 'spark' }],
      columns: [
        { name: 'delay', expression: 'delay' },
        { name: 'destination', expression: '`destination`' },
        { name: 'late', expression: { text: 'CAST(distance AS INT) DIV 60', dialect: 'spark' } },
        { name: 'origin', expression: 'origin' },
      ],
    });
  });

  it('is always said by what is compiled here', () => {
    const dialects = (...definitions: readonly Definition[]) =>
      compile(named(...definitions), catalog).objects.map(({ thrift }) => thrift.metaData?.expressionDialect);
    expect(objects[0]?.thrift.metaData?.expressionDialect).toBe(ExpressionDialect.SPARK);
    expect(dialects(group())).toEqual([ExpressionDialect.GOOGLESQL]);
    const unsaid = compile(named(group({ sources: [inSpark] }), group({ dialect: 'googlesql' })), catalog, {
      dialect: 'spark',
    });
    expect(unsaid.diagnostics).toEqual([]);
    expect(unsaid.objects.map(({ thrift }) => thrift.metaData?.expressionDialect)).toEqual([
      ExpressionDialect.SPARK,
      ExpressionDialect.GOOGLESQL,
    ]);
  });

  it('comes from the reader where a file does not say it', () => {
    const { expressionDialect: _, ...metaData } = objects[0]?.thrift.metaData ?? {};
    const unsaid = { ...(objects[0]?.thrift as GroupBy), metaData };
    expect(planOfGroupBy(unsaid, catalog, { dialect: 'spark' }).plan).toEqual(plans.get('flights/departures.def0__1'));
    expect(planOfGroupBy(unsaid, catalog).diagnostics.map(({ code }) => code)).toContain('unknown-function');
    const said = objects[0]?.thrift as GroupBy;
    expect(planOfGroupBy(said, catalog, { dialect: 'googlesql' }).plan).toEqual(
      plans.get('flights/departures.def0__1'),
    );
  });

  it('is its own in a join, whose parts have theirs', () => {
    const left = source({ time: 'UNIX_MILLIS(date)', select: { origin: 'origin', far: 'distance > 1000' }, where: [] });
    const share = { share: "COALESCE(NULLIF(origin, ''), CAST(delay_count_1d AS STRING))" };
    const [ours, theirs] = [group({ derive: share }), group({ dialect: 'spark', sources: [inSpark], derive: share })];
    const derive = { same: 'origin_share <=> google_origin_share' };
    const whole = join([part(theirs), part(ours, { prefix: 'google' })], { left, derive, dialect: 'spark' });
    const { plans: made, diagnostics: found } = compile(named(theirs, ours, whole), catalog);
    expect(found).toEqual([]);
    const { left: scan, derive: stages } = joinOf(made.get('flights/departures.def2__1'));
    const madeBy = (stage: number, name: string) => stages[stage]?.find((column) => column.name === name)?.expression;
    expect(scan.columns.map(({ expression }) => expression)).toEqual([
      { text: 'distance > 1000', dialect: 'spark' },
      'origin',
    ]);
    const text = share.share;
    const names = { origin: 'origin', delay_count_1d: 'origin_delay_count_1d' };
    expect(madeBy(0, 'origin_share')).toEqual({ text, dialect: 'spark', names });
    const others = { origin: 'origin', delay_count_1d: 'google_origin_delay_count_1d' };
    expect(madeBy(0, 'google_origin_share')).toEqual({ text, dialect: 'googlesql', names: others });
    expect(madeBy(1, 'same')).toEqual({ text: derive.same, dialect: 'spark' });
  });

  it('has no say in the end of the day, where there is no time', () => {
    const selects = { origin: 'origin', delay: 'delay', destination: 'destination', late: 'delay' };
    const sources = [{ events: { table: 'flights', query: { selects } } }];
    const aggregations = [
      { inputColumn: 'delay', operation: Operation.COUNT, windows: [{ length: 1, timeUnit: TimeUnit.DAYS }] },
    ];
    const { derivations: _, ...thrift } = { ...(objects[0]?.thrift as GroupBy) };
    const { plan, diagnostics } = planOfGroupBy({ ...thrift, sources, aggregations }, catalog);
    expect(diagnostics).toEqual([]);
    expect(planned(plan).scans[0]?.time).toBe('UNIX_MILLIS(TIMESTAMP(ds)) + 86399999');
  });
});

it('a hash changes with the dialect of what it means, not of what is only a column', () => {
  const hashOf = (definition: ReturnType<typeof group>) =>
    planned(compile(named(definition), catalog).plans.get('flights/departures.def0__1')).semanticHash;
  const bare = (dialect: 'spark' | null) =>
    group({
      dialect,
      sources: [source({ time: 'delay', select: { origin: 'origin', delay: 'delay' }, where: [] })],
      aggregations: [aggregation()],
    });
  const more = (dialect: 'spark' | null) =>
    group({
      dialect,
      sources: [source({ time: 'delay', select: { origin: 'origin', delay: 'delay + 1' }, where: [] })],
      aggregations: [aggregation()],
    });
  expect(hashOf(bare('spark'))).toBe(hashOf(bare(null)));
  expect(hashOf(more('spark'))).not.toBe(hashOf(more(null)));
});
