import { bytesOfText } from '@isochron/kv';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { objectHash, openMetadataStore } from '@isochron/metadata';
import { call } from '@isochron/rpc';
import { ChangeKind, Severity } from '@isochron/rpc/compiler';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupBy, join } from './definitions.fixture.ts';
import {
  ADDRESS,
  filesOf,
  head,
  openWorkplace,
  publish,
  requestOf,
  SETTINGS,
  type Workplace,
} from './service.fixture.ts';

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
});
afterAll(() => place.dispose());

const CLICKS = groupBy('flights/clicks.byUser__1', {
  isOnline: true,
  tags: { owner: 'ads', description: 'What users click' },
});
const TRAINING = join('flights/training.prices__1', 'flights/clicks.byUser__1', { isOnline: true });
const OFFLINE = groupBy('ads/spend.byUser__1', { table: 'spend' });
const ALL = [CLICKS, TRAINING, OFFLINE];

/** On a branch of its own for each test. */
const on = (branch: string) => ({ address: { ...ADDRESS, branch } });

describe('validate', () => {
  it('finds nothing in a sound set, and tells its hash', async () => {
    const { client } = place;
    const answer = await call(client, client.validate, { ...on('v'), objects: filesOf(ALL), dialect: '' }, SETTINGS);
    expect(answer.diagnostics.filter(({ severity }) => severity === Severity.SEVERITY_ERROR)).toEqual([]);
    const { head: published } = await publish(place, requestOf(ALL, undefined, on('v')));
    expect(published?.hash).toBe(answer.hash);
  });

  it('runs the rules of the compiler over the whole set', async () => {
    const { client } = place;
    const twice = groupBy('flights/clicks_byUser__1');
    const wrong = [
      groupBy('flights/clicks.byUser__1', { where: 'price >' }),
      {
        file: twice.file.replace('clicks_by', 'clicks.by_'),
        json: '{"metaData": {"name": "flights.clicks.by_User__1"}}',
      },
    ];
    const answer = await call(client, client.validate, { ...on('v'), objects: filesOf(wrong), dialect: '' }, SETTINGS);
    const found = answer.diagnostics.filter(({ severity }) => severity === Severity.SEVERITY_ERROR);
    expect(found.map(({ object }) => object)).toEqual(
      expect.arrayContaining(['flights/clicks.byUser__1', 'flights/clicks.by_User__1']),
    );
    expect(found.find(({ sql }) => sql !== undefined)?.sql).toMatchObject({ text: 'price >' });
    for (const { message, hint, path } of found) expect([message, hint, path]).not.toContain(undefined);
  });

  it('tells of every file what is wrong with it', async () => {
    const { client } = place;
    const wrong = [
      { file: 'compiled/group_bys/flights/a.b__1', json: '{"metaData": ' },
      { file: 'compiled/group_bys/flights/c.d__1', json: '{"metaData": {"name": "flights.c.d__1"}, "keyColumns": 7}' },
      { file: 'compiled/group_bys/flights/e.f__1', json: CLICKS.json },
      { file: 'elsewhere/x', json: '{}' },
    ];
    const { diagnostics } = await call(
      client,
      client.validate,
      { ...on('v'), objects: filesOf(wrong), dialect: '' },
      SETTINGS,
    );
    expect(diagnostics.map(({ code, object, message }) => `${object} ${code}: ${message}`)).toMatchInlineSnapshot(`
      [
        "flights/a.b__1 not-thrift: compiled/group_bys/flights/a.b__1 is not a group-by as Thrift-JSON: This is not JSON: Unexpected end of JSON input.",
        "flights/c.d__1 not-thrift: compiled/group_bys/flights/c.d__1 is not a group-by as Thrift-JSON: keyColumns: 7 is not a list.",
        "flights/e.f__1 other-name: compiled/group_bys/flights/e.f__1 holds the definition flights/clicks.byUser__1.",
        "elsewhere/x unknown-file: elsewhere/x is not the path of a compiled file.",
      ]
    `);
    expect(diagnostics.every(({ severity, hint }) => severity === Severity.SEVERITY_ERROR && hint !== undefined)).toBe(
      true,
    );
    const refused = publish(place, requestOf([...wrong, CLICKS], undefined, on('wrong')));
    await expect(refused).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringContaining('not-thrift: flights/a.b__1'),
    });
    await expect(head(place, { ...ADDRESS, branch: 'wrong' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('publish and diff', () => {
  it('tell what changes, and refuse what online callers would be surprised by', async () => {
    const { client } = place;
    const first = await publish(place, requestOf(ALL, undefined, on('p')));
    expect(first).toMatchObject({
      isNew: true,
      head: { version: 1, who: 'ada', message: 'a change', objects: 3, added: 3 },
    });
    expect(first.changes.map(({ kind }) => kind)).toEqual(Array(3).fill(ChangeKind.CHANGE_KIND_ADDED));

    const changed = groupBy('flights/clicks.byUser__1', { isOnline: true, window: 14 });
    const unsafe = [changed, TRAINING, OFFLINE];
    const seen = await call(client, client.diff, { ...on('p'), objects: filesOf(unsafe), dialect: '' }, SETTINGS);
    expect(seen).toMatchObject({ unchanged: 2, published: { version: 1 } });
    expect(seen.changes).toMatchObject([
      {
        kind: ChangeKind.CHANGE_KIND_CHANGED,
        name: 'flights/clicks.byUser__1',
        isOnline: true,
        isMeaning: true,
        columnsAdded: ['price_sum_14d'],
        columnsRemoved: ['price_sum_7d'],
      },
    ]);
    expect(seen.diagnostics).toMatchObject([{ code: 'online-change', severity: Severity.SEVERITY_ERROR }]);
    const refused = publish(place, requestOf(unsafe, first.head?.hash, on('p')));
    await expect(refused).rejects.toMatchObject({
      code: 'FAILED_PRECONDITION',
      message: expect.stringMatching(/online-change: flights\/clicks\.byUser__1: .*version to 2/s),
    });

    const raised = [...ALL, groupBy('flights/clicks.byUser__2', { isOnline: true, window: 14 })];
    const second = await publish(place, requestOf(raised, first.head?.hash, on('p')));
    expect(second).toMatchObject({ isNew: true, head: { version: 2, added: 1, changed: 0, removed: 0 } });
    expect(second.changes).toMatchObject([{ kind: ChangeKind.CHANGE_KIND_ADDED, before: 'flights/clicks.byUser__1' }]);
  });

  it('make nothing of a set that is there already, and refuse one made from another', async () => {
    const first = await publish(place, requestOf([OFFLINE], undefined, on('again')));
    expect(await publish(place, requestOf([OFFLINE], undefined, on('again')))).toMatchObject({
      isNew: false,
      head: { version: 1 },
    });
    const other = publish(place, requestOf([CLICKS, OFFLINE], undefined, on('again')));
    await expect(other).rejects.toMatchObject({ code: 'ABORTED', message: expect.stringContaining('version 1') });
    await publish(place, requestOf([CLICKS, OFFLINE], first.head?.hash, on('again')));
  });

  it('take what is published by its hash', async () => {
    const { client } = place;
    const first = await publish(place, requestOf(ALL, undefined, on('hash')));
    const listed = await call(client, client.listObjects, { ...on('hash'), after: '', limit: 0 }, SETTINGS);
    const kept = listed.objects
      .filter(({ file }) => file !== OFFLINE.file)
      .map(({ file, hash }) => ({ file, content: { $case: 'hash', value: hash } }) as const);
    const added = filesOf([groupBy('ads/spend.byUser__2', { table: 'spend' })]);
    const second = await publish(
      place,
      requestOf([], first.head?.hash, { ...on('hash'), objects: [...kept, ...added] }),
    );
    expect(second).toMatchObject({ isNew: true, head: { objects: 3, added: 1, removed: 1 } });
    const gone = { file: OFFLINE.file, content: { $case: 'hash', value: 'a'.repeat(64) } } as const;
    const unknown = publish(place, requestOf([], second.head?.hash, { ...on('hash'), objects: [gone] }));
    await expect(unknown).rejects.toMatchObject({ code: 'ABORTED', message: expect.stringContaining('Send its text') });
  });

  it('take the place of a text that is damaged in the store, or write it again', async () => {
    const first = await publish(place, requestOf(ALL, undefined, on('damaged')));
    const store = await openLmdbStore({ home: place.home });
    const damage = async ({ json }: { readonly json: string }) => {
      const value = bytesOfText(json.replace('"', ''));
      const put = {
        kind: 'replace',
        family: 'json',
        qualifier: bytesOfText('v'),
        timestampMs: Date.now(),
        value,
      } as const;
      await store.mutate('metadata_objects', [{ key: bytesOfText(objectHash(json)), mutations: [put] }]);
    };
    const texts = async () => {
      const metadata = await openMetadataStore(store);
      return (await metadata.wholeTexts(ALL.map(({ json }) => objectHash(json)))).size;
    };
    await damage(OFFLINE);
    expect(await texts()).toBe(2);
    const changed = groupBy('ads/spend.byUser__1', { table: 'spend', window: 3 });
    const second = await publish(place, requestOf([CLICKS, TRAINING, changed], first.head?.hash, on('damaged')));
    expect(second).toMatchObject({ isNew: true, head: { objects: 3 } });
    await damage(CLICKS);
    const again = await publish(place, requestOf([CLICKS, TRAINING, changed], second.head?.hash, on('damaged')));
    expect(again).toMatchObject({ isNew: false, head: { version: 2 } });
    // That of the set before alone is damaged now.
    expect(await texts()).toBe(2);
    await store.close();
  });

  it('roll back, and tell the history', async () => {
    const { client } = place;
    const first = await publish(place, requestOf([OFFLINE], undefined, on('back')));
    const second = await publish(
      place,
      requestOf([OFFLINE, TRAINING], first.head?.hash, { ...on('back'), who: 'bob' }),
    );
    const request = { ...on('back'), expectedHash: second.head?.hash ?? '', toVersion: 1, who: 'eve', message: 'oops' };
    const back = await call(client, client.rollback, request, SETTINGS);
    expect(back).toMatchObject({
      isNew: true,
      head: { version: 3, hash: first.head?.hash, rolledBackTo: 1, removed: 1 },
    });
    const { versions } = await call(client, client.listHistory, { ...on('back'), limit: 0 }, SETTINGS);
    expect(versions.map(({ version, who, rolledBackTo }) => [version, who, rolledBackTo])).toEqual([
      [3, 'eve', 1],
      [2, 'bob', undefined],
      [1, 'ada', undefined],
    ]);
    const older = await call(client, client.listHistory, { ...on('back'), before: 2, limit: 5 }, SETTINGS);
    expect(older.versions).toEqual(versions.slice(2));
  });
});

describe('finding', () => {
  beforeAll(async () => {
    await publish(place, requestOf(ALL));
  });

  it('gets the very text by file or by name, of the published set or an earlier one', async () => {
    const { client } = place;
    for (const name of [CLICKS.file, 'flights/clicks.byUser__1']) {
      const { json, summary, setHash } = await call(client, client.getObject, { address: ADDRESS, name }, SETTINGS);
      expect(json).toBe(CLICKS.json);
      expect(setHash).toBe((await head(place)).hash);
      expect(summary).toMatchObject({
        kind: 'group-by',
        name: 'flights/clicks.byUser__1',
        team: 'flights',
        isOnline: true,
        tags: ['owner=ads'],
        columns: ['price_sum_7d'],
        description: 'What users click',
      });
    }
    const before = (await head(place)).hash;
    await publish(place, requestOf([OFFLINE], undefined, on('get')));
    const elsewhere = { ...on('get'), name: CLICKS.file };
    await expect(call(client, client.getObject, elsewhere, SETTINGS)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await call(client, client.getObject, { ...elsewhere, setHash: before }, SETTINGS)).json).toBe(CLICKS.json);
  });

  it('lists page by page', async () => {
    const { client } = place;
    const files: string[] = [];
    for (let after = ''; ; ) {
      const page = await call(client, client.listObjects, { address: ADDRESS, after, limit: 2 }, SETTINGS);
      expect(page.total).toBe(3);
      files.push(...page.objects.map(({ file }) => file));
      if (page.objects.length < 2) break;
      after = files.at(-1) ?? '';
    }
    expect(files).toEqual([OFFLINE.file, CLICKS.file, TRAINING.file]);
  });

  it('searches by team, tag, column and words', async () => {
    const { client } = place;
    const nothing = { address: ADDRESS, text: '', kind: '', team: '', tag: '', column: '', limit: 0 };
    const find = async (query: Partial<typeof nothing> & { isOnline?: boolean }) => {
      const found = await call(client, client.searchObjects, { ...nothing, ...query }, SETTINGS);
      return found.objects.map(({ summary }) => summary?.name);
    };
    expect(await find({ team: 'ads' })).toEqual(['ads/spend.byUser__1']);
    expect(await find({ tag: 'owner' })).toEqual(['flights/clicks.byUser__1']);
    expect(await find({ kind: 'join' })).toEqual(['flights/training.prices__1']);
    expect(await find({ column: 'price_*', isOnline: true })).toEqual(['flights/clicks.byUser__1']);
    expect(await find({ text: 'click' })).toEqual(['flights/clicks.byUser__1']);
    expect(await find({ text: 'nothing like it' })).toEqual([]);
  });

  it('tells lineage of objects, columns and tables', async () => {
    const { client } = place;
    const of = (name: string, column = '') =>
      call(client, client.getLineage, { address: ADDRESS, name, column }, SETTINGS);
    const names = (nodes: readonly { kind: string; name: string; column?: string | undefined }[]) =>
      nodes.map(({ kind, name, column }) => `${kind} ${name}${column === undefined ? '' : `.${column}`}`);
    const training = await of('flights/training.prices__1');
    expect(names(training.upstream)).toEqual(
      expect.arrayContaining(['table asks', 'group-by flights/clicks.byUser__1', 'table clicks']),
    );
    const column = await of('flights/clicks.byUser__1', 'price_sum_7d');
    expect(names(column.upstream)).toEqual(expect.arrayContaining(['table clicks.price', 'table clicks.user']));
    expect(names(column.downstream)).toContain('join flights/training.prices__1.user_price_sum_7d');
    expect(names((await of('clicks')).downstream)).toEqual(
      expect.arrayContaining(['group-by flights/clicks.byUser__1', 'join flights/training.prices__1']),
    );
    await expect(of('nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(of('flights/clicks.byUser__1', 'x')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('price_sum_7d'),
    });
  });

  it('lists what was published to', async () => {
    const { client } = place;
    const { sets } = await call(client, client.listSets, {}, SETTINGS);
    expect(sets).toContainEqual(ADDRESS);
  });
});
