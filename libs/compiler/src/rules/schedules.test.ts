import { expect, it } from 'vitest';
import { faultsOf, objectOf, staging, sums } from '../objects.fixture.ts';

const run = (
  executionInfo: { readonly offlineSchedule?: string; readonly onlineSchedule?: string },
  online?: boolean,
) =>
  objectOf(
    'group-by',
    sums({ metaData: { ...sums().metaData, executionInfo, ...(online !== undefined && { online }) } }),
  );

it('refuses what is no cron line, and what comes round more than once a day', () => {
  expect(faultsOf(run({ offlineSchedule: '0 5 * *' }))).toMatchInlineSnapshot(`
    [
      "metaData.executionInfo.offlineSchedule bad-schedule: The schedule "0 5 * *" is not a cron line. | Write minute, hour, day, month and weekday, such as '0 5 * * *', or '@daily'.",
    ]
  `);
  expect(faultsOf(run({ offlineSchedule: '99 5 * * *' }))).toMatchInlineSnapshot(`
    [
      "metaData.executionInfo.offlineSchedule bad-schedule: The schedule "99 5 * * *" is not a cron line. | Write minute, hour, day, month and weekday, such as '0 5 * * *', or '@daily'.",
    ]
  `);
  expect(faultsOf(run({ offlineSchedule: '*/30 5,6 * * *' }))).toMatchInlineSnapshot(`
    [
      "metaData.executionInfo.offlineSchedule bad-schedule: The schedule "*/30 5,6 * * *" comes round 4 times on a day. | Days are computed whole: name one minute of one hour.",
    ]
  `);
});

it('refuses serving on a schedule what is not online', () => {
  expect(faultsOf(run({ onlineSchedule: '@daily' }, false))).toMatchInlineSnapshot(`
    [
      "metaData.executionInfo.onlineSchedule bad-schedule: shop/orders.byUser__1 has the online schedule "@daily" and is not online. | Write online: true, or leave the schedule out.",
    ]
  `);
});

it.each(['@daily', '@never', '', '0 5 * * *', '15 23 1 * 1-5'])('has nothing against "%s"', (offlineSchedule) => {
  expect(faultsOf(run({ offlineSchedule, onlineSchedule: offlineSchedule }, true))).toEqual([]);
  const metaData = { ...staging().metaData, executionInfo: { offlineSchedule } };
  expect(faultsOf(objectOf('staging-query', staging({ metaData })))).toEqual([]);
});
