import type { Definition } from '@isochron/authoring';
import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { aggregation, catalog, group, join, named, part } from '../flights.fixture.ts';
import type { ObjectSet } from '../objects.ts';
import { diff } from './diff.ts';
import { unsafeChanges } from './unsafe-changes.ts';

const set = (...definitions: readonly Definition[]): ObjectSet => compile(named(...definitions), catalog).objects;
const said = (before: ObjectSet, after: ObjectSet) =>
  unsafeChanges(diff(before, after)).map(
    ({ severity, code, message, hint }) => `${severity} ${code}: ${message} | ${hint}`,
  );

const averages = group({ aggregations: [aggregation()] });
const other = group({ aggregations: [aggregation({ windows: ['1h', '3d'] })] });

describe('what would answer otherwise', () => {
  it('an online object in place, and the online join that holds it', () => {
    const before = set(averages, join([part(averages)], { online: true }));
    expect(said(before, set(other, join([part(other)], { online: true })))).toMatchInlineSnapshot(`
      [
        "error online-change: The online group-by flights/departures.def0__1 would change in place: it adds delay_average_3d; removes delay_average_7d. | Raise its version to 2, and its callers go over to that. For both to be asked, leave it as it is and export what is new under another name.",
        "error online-change: The online join flights/departures.def1__1 would change in place: it adds origin_delay_average_3d; removes origin_delay_average_7d. | Raise its version to 2, and its callers go over to that. For both to be asked, leave it as it is and export what is new under another name.",
      ]
    `);
  });

  it('nothing where the version is raised', () => {
    expect(said(set(averages), set({ ...other, version: 2 }))).toEqual([]);
  });

  it('nothing where the object is offline, or is new', () => {
    expect(said(set({ ...averages, online: false }), set({ ...other, online: false }))).toEqual([]);
    expect(said([], set(averages))).toEqual([]);
  });

  it('an online object that is gone, and one that is called otherwise', () => {
    const moved = compile([{ team: 'flights', file: 'origin', export: 'byOrigin', definition: averages }], catalog);
    expect(said(set(averages), [])).toMatchInlineSnapshot(`
      [
        "warning online-removal: The online group-by flights/departures.def0__1 would be gone; requests for it would fail. | Take it away when nobody asks for it any more.",
      ]
    `);
    expect(said(set(averages), moved.objects)).toMatchInlineSnapshot(`
      [
        "warning online-rename: The online group-by flights/departures.def0__1 would be called flights/origin.byOrigin__1; requests for its old name would fail. | Have its callers changed at the same time.",
      ]
    `);
  });

  it('a table that an online object reads', () => {
    const query = (text: string) =>
      ({
        kind: 'staging-query',
        name: 'flights/staging.clean__1',
        thrift: { metaData: { name: 'flights.staging.clean__1' }, query: text },
      }) as const;
    const reader = {
      kind: 'group-by',
      name: 'flights/clean.byOrigin__1',
      thrift: {
        metaData: { name: 'flights.clean.byOrigin__1', online: true },
        sources: [{ events: { table: 'flights_staging_clean__1', query: { selects: { k: 'k', v: 'v' } } } }],
        keyColumns: ['k'],
        aggregations: [{ inputColumn: 'v', operation: 7 }],
      },
    } as const;
    expect(said([query('SELECT a FROM t'), reader], [query('SELECT b FROM t'), reader])).toMatchInlineSnapshot(`
      [
        "warning online-reader: The staging query flights/staging.clean__1 would change, and flights/clean.byOrigin__1, which is online, reads its table. | Raise its version to 2, and read the new table in new versions of its readers.",
      ]
    `);
  });
});
