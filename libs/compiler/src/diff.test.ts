import type { Definition } from '@isochron/authoring';
import { expect, it } from 'vitest';
import { compile } from './compile.ts';
import { diffCompiled } from './diff.ts';
import { aggregation, catalog, group, named } from './flights.fixture.ts';

const compiled = (...definitions: readonly Definition[]) => compile(named(...definitions), catalog).objects;
const files = (objects: ReturnType<typeof compiled>) => new Map(objects.map(({ file, json }) => [file, json]));

it('says nothing of what is the same', () => {
  expect(diffCompiled(files(compiled(group())), compiled(group()))).toEqual([]);
});

it('says which columns an edit touches', () => {
  const before = group({
    aggregations: [aggregation(), aggregation({ operation: 'LAST_K', args: { k: '3' }, windows: [] })],
  });
  const after = group({
    aggregations: [aggregation({ windows: ['1h', '3d'] }), aggregation({ operation: 'SUM', windows: [] })],
  });
  expect(diffCompiled(files(compiled(before)), compiled(after))).toEqual([
    {
      kind: 'changed',
      file: 'compiled/group_bys/flights/departures.def0__1',
      before: null,
      columns: { added: ['delay_average_3d', 'delay_sum'], changed: [], removed: ['delay_average_7d', 'delay_last3'] },
    },
  ]);
});

it('tells a column that kept its name and changed its meaning', () => {
  const [first] = group().sources;
  const other = group({ sources: first === undefined ? [] : [{ ...first, lag: '3d' }], aggregations: [aggregation()] });
  const [change] = diffCompiled(files(compiled(group({ aggregations: [aggregation()] }))), compiled(other));
  expect(change?.columns.changed).toEqual(['delay_average_1h', 'delay_average_7d']);
});

it('knows a rename, a new version and a removal', () => {
  const moved = compile(
    [{ team: 'flights', file: 'origin', export: 'byOrigin', definition: group() }],
    catalog,
  ).objects;
  expect(diffCompiled(files(compiled(group())), moved)).toMatchObject([
    { kind: 'renamed', before: 'compiled/group_bys/flights/departures.def0__1' },
  ]);
  const next = compiled(group({ version: 2 }));
  expect(diffCompiled(files(compiled(group())), next)).toMatchObject([
    { kind: 'removed', file: 'compiled/group_bys/flights/departures.def0__1' },
    {
      kind: 'added',
      before: 'compiled/group_bys/flights/departures.def0__1',
      columns: { added: [], changed: [], removed: [] },
    },
  ]);
});
