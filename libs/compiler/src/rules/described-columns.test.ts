import { expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { catalog, group, join, named, nothingSaid, part } from '../flights.fixture.ts';

const said = (...names: readonly string[]) => ({
  metadata: { ...nothingSaid, columnDescriptions: Object.fromEntries(names.map((name) => [name, 'It.'])) },
});
const complaints = (
  definition: ReturnType<typeof group> | ReturnType<typeof join>,
  ...others: ReturnType<typeof group>[]
) =>
  compile(named(definition, ...others), catalog).diagnostics.map(
    ({ severity, code, message, hint }) => `${severity} ${code}: ${message} ${hint}`,
  );

it('tells what is said of a column that is not there, and compiles', () => {
  const definition = group(said('delay_averge_1h', 'origin', 'delay_average_7d'));
  expect(complaints(definition)).toMatchInlineSnapshot(`
    [
      "warning unknown-column: Something is said of a column "delay_averge_1h", which flights/departures.def0__1 does not have. Did you mean delay_average_1h?",
    ]
  `);
  expect(compile(named(definition), catalog).plans.size).toBe(1);
});

it('knows the columns of a join: its left side, its parts, what it derives', () => {
  const byOrigin = group();
  const names = ['origin', 'ts', 'origin_delay_average_1h', 'more'];
  const joined = join([part(byOrigin)], { derive: { more: '1' }, keep: [], ...said(...names, 'delay_average_1h') });
  expect(complaints(joined, byOrigin)).toEqual([
    expect.stringContaining('Something is said of a column "delay_average_1h", which flights/departures.def0__1'),
  ]);
});

it('has nothing against a definition of which nothing is said', () => {
  expect(complaints(group())).toEqual([]);
});
