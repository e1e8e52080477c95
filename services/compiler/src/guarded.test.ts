import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, createClient, streamed } from '@isochron/rpc';
import { CompilerClient } from '@isochron/rpc/compiler';
import { AUDIENCE, createIssuer, ISSUER, type TokenIssuer } from '@isochron/service/issuer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupBy } from './definitions.fixture.ts';
import { ADDRESS, filesOf, openWorkplace, requestOf, type Workplace } from './service.fixture.ts';

const WHERE = 'SAFE_CAST(price AS INT64) > 4711';
const FRAUD = groupBy('fraud/clicks.byUser__1', { where: WHERE });
const SHOP = groupBy('shop/clicks.byUser__1');

let folder = '';
let issuer: TokenIssuer;
let tokens: object;
let place: Workplace;
beforeAll(async () => {
  [folder, issuer] = [await mkdtemp(join(tmpdir(), 'isochron-guarded-')), await createIssuer()];
  const keys = await issuer.write(join(folder, 'jwks.json'));
  tokens = { issuer: ISSUER, audience: AUDIENCE, keys, clockToleranceMs: 0 };
  place = await openWorkplace({ tokens });
});
afterAll(async () => {
  await place.dispose();
  await rm(folder, { recursive: true, force: true });
});

const tokenOf = (...teams: string[]): Promise<string> => issuer.token({ teams });

const as = async (...teams: string[]) => ({
  timeoutMs: 20_000,
  attemptsMax: 1,
  headers: { authorization: `Bearer ${await tokenOf(...teams)}` },
});

/** What is wrong with a call, or that nothing is. */
const codeOf = (made: Promise<unknown>): Promise<string> =>
  made.then(
    () => 'OK',
    (thrown: unknown) => (thrown as { readonly code: string }).code,
  );

/** On a branch of its own, both definitions, by who may publish both. */
async function publishBoth(branch: string) {
  const address = { ...ADDRESS, branch };
  const request = requestOf([FRAUD, SHOP], undefined, { address });
  const { head } = await call(place.client, place.client.publish, request, await as('fraud', 'shop'));
  return { address, hash: head?.hash ?? '' };
}

const WHICH = 'repository=flights&environment=prod';
const GETS = [
  '/v1/sets',
  `/v1/head?${WHICH}`,
  `/v1/history?${WHICH}`,
  `/v1/object?${WHICH}&name=x`,
  `/v1/objects?${WHICH}`,
  `/v1/search?${WHICH}&text=x`,
  `/v1/lineage?${WHICH}&name=x`,
  `/v1/watch?${WHICH}`,
];
const POSTS = {
  '/v1/validate': { address: ADDRESS, objects: [] },
  '/v1/diff': { address: ADDRESS, objects: [] },
  '/v1/publish': { address: ADDRESS, objects: [], who: 'eve' },
  '/v1/rollback': { address: ADDRESS, expectedHash: '0'.repeat(64), toVersion: 1, who: 'eve' },
};

/** Each route. */
async function statusesOf(token: string | null): Promise<readonly number[]> {
  const proof = token === null ? {} : { authorization: `Bearer ${token}` };
  const headers = { 'content-type': 'application/json', ...proof };
  const asked = [
    ...GETS.map((path) => fetch(place.base + path, { headers: proof })),
    ...Object.entries(POSTS).map(([path, body]) =>
      fetch(place.base + path, { method: 'POST', headers, body: JSON.stringify(body) }),
    ),
  ];
  return (await Promise.all(asked)).map(({ status }) => status);
}

/** Each call but the stream. */
async function codesOf(headers: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { client } = place;
  const settings = { timeoutMs: 20_000, attemptsMax: 1, headers };
  const address = ADDRESS;
  const search = { address, text: 'x', kind: '', team: '', tag: '', column: '', limit: 0 };
  return Promise.all(
    [
      call(client, client.validate, { address, objects: [], dialect: '' }, settings),
      call(client, client.diff, { address, objects: [], dialect: '' }, settings),
      call(client, client.publish, requestOf([]), settings),
      call(client, client.rollback, { address, expectedHash: '', toVersion: 1, who: 'eve', message: '' }, settings),
      call(client, client.listSets, {}, settings),
      call(client, client.getHead, { address }, settings),
      call(client, client.listHistory, { address, limit: 0 }, settings),
      call(client, client.getObject, { address, name: 'x' }, settings),
      call(client, client.listObjects, { address, after: '', limit: 0 }, settings),
      call(client, client.searchObjects, search, settings),
      call(client, client.getLineage, { address, name: 'x', column: '' }, settings),
    ].map(codeOf),
  );
}

describe('a compiler service that asks who calls', () => {
  it('answers nobody without a token, nor who may do nothing, by any call, route or stream', async () => {
    expect(new Set(await codesOf({}))).toEqual(new Set(['UNAUTHENTICATED']));
    expect(new Set(await statusesOf(null))).toEqual(new Set([401]));
    const { client } = place;
    const watched = streamed(
      client,
      client.watchSet,
      { address: ADDRESS, afterVersion: 0 },
      AbortSignal.timeout(10_000),
    );
    expect(await codeOf(watched.next())).toBe('UNAUTHENTICATED');
    const { headers } = await as();
    expect(new Set(await codesOf(headers))).toEqual(new Set(['PERMISSION_DENIED']));
    expect(new Set(await statusesOf(await tokenOf()))).toEqual(new Set([403]));
  });

  it("lets a team publish its own, and neither change nor take away others', by no way", async () => {
    const { client } = place;
    const { address, hash } = await publishBoth('ways');
    const shop = await as('shop');
    const changed = groupBy('fraud/clicks.byUser__1', { where: 'price > 0' });
    const elsewhere = { ...SHOP, file: FRAUD.file };
    const foreign = groupBy('fraud/more.byUser__1');
    for (const texts of [[SHOP], [changed, SHOP], [elsewhere], [FRAUD, SHOP, foreign], []]) {
      const made = call(client, client.publish, requestOf(texts, hash, { address }), shop);
      expect(await codeOf(made)).toBe('PERMISSION_DENIED');
    }
    const own = groupBy('shop/more.byUser__1');
    const { head } = await call(client, client.publish, requestOf([FRAUD, SHOP, own], hash, { address }), shop);
    expect(head).toMatchObject({ version: 2, who: 'ada' });
    const back = { address, expectedHash: head?.hash ?? '', toVersion: 1, who: 'eve', message: '' };
    expect(await codeOf(call(client, client.rollback, back, await as('fraud')))).toBe('PERMISSION_DENIED');
    expect(await call(client, client.rollback, back, shop)).toMatchObject({ head: { version: 3, who: 'ada' } });
  });

  it('tells the text of a definition to its team alone, not even by what is wrong with it', async () => {
    const { client } = place;
    const { address } = await publishBoth('texts');
    const [fraud, shop] = [await as('fraud'), await as('shop')];
    const asked = { address, name: 'fraud/clicks.byUser__1' };
    expect(await codeOf(call(client, client.getObject, asked, shop))).toBe('PERMISSION_DENIED');
    expect((await call(client, client.getObject, asked, fraud)).json).toContain(WHERE);
    const { objects } = await call(client, client.listObjects, { address, after: '', limit: 0 }, shop);
    const hash = objects.find(({ file }) => file === FRAUD.file)?.hash ?? '';
    const byHash = { file: FRAUD.file, content: { $case: 'hash', value: hash } as const };
    // Read as Spark SQL it is wrong, and what is wrong is quoted.
    const set = { address, objects: [byHash, ...filesOf([SHOP])], dialect: 'spark' };
    const [own] = (await call(client, client.validate, set, fraud)).diagnostics;
    expect(own).toMatchObject({ code: 'expression-fault', sql: { text: WHERE } });
    for (const method of [client.validate, client.diff]) {
      const answer = await call(client, method, set, shop);
      expect(JSON.stringify(answer)).not.toMatch(/INT64|4711|wheres/);
      expect(answer.diagnostics).toMatchObject([
        { code: 'expression-fault', object: 'fraud/clicks.byUser__1', path: '' },
      ]);
    }
    // What the caller sends it has.
    const sent = { ...set, objects: filesOf([FRAUD, SHOP]) };
    expect((await call(client, client.validate, sent, shop)).diagnostics).toMatchObject([{ sql: { text: WHERE } }]);
    // Under a name of its own it gets no more of it.
    const stolen = { ...byHash, file: 'compiled/group_bys/shop/stolen.byUser__1' };
    const named = await call(client, client.validate, { ...set, objects: [stolen, byHash] }, shop);
    expect(JSON.stringify(named)).not.toMatch(/INT64|4711|wheres/);
    const both = { ...filesOf([FRAUD])[0], file: `x/${FRAUD.file}` } as (typeof sent.objects)[number];
    const masked = await call(client, client.validate, { ...set, objects: [both, byHash] }, shop);
    expect(JSON.stringify(masked)).not.toMatch(/INT64|4711|wheres/);
  });
});

describe('a stream of new versions', () => {
  /** Of which a second or two are left. */
  const short = () => issuer.token({ teams: ['shop'], exp: Math.floor(Date.now() / 1000) + 2 });

  it('ends when the token that opened it expires, over gRPC with the status', async () => {
    const { address } = await publishBoth('streamed');
    const token = await short();
    const client = createClient(CompilerClient, `127.0.0.1:${place.service.grpcPort}`, { token: async () => token });
    try {
      const asked = { address, afterVersion: 0 };
      const versions = streamed(client, client.watchSet, asked, AbortSignal.timeout(20_000));
      expect((await versions.next()).value).toMatchObject({ version: 1 });
      await expect(versions.next()).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
        message: 'The token has expired. Ask again with another.',
      });
    } finally {
      client.close();
    }
  });

  it('ends over HTTP with an event that says so', async () => {
    await publishBoth('events');
    const headers = { authorization: `Bearer ${await short()}`, 'last-event-id': '0' };
    const response = await fetch(`${place.base}/v1/watch?${WHICH}&branch=events`, { headers });
    const error = { code: 'UNAUTHENTICATED', message: 'The token has expired. Ask again with another.' };
    const [first, last] = (await response.text()).trimEnd().split('\n\n').slice(1);
    expect(first).toMatch(/^id: 1\ndata: /);
    expect(last).toBe(`event: error\ndata: ${JSON.stringify(error)}`);
  });
});

it('tells why it is not ready to who shows a token, and else in its log alone', async () => {
  const readiness = async (headers: Readonly<Record<string, string>> = {}) =>
    (await (await fetch(`${place.base}/readyz`, { headers })).json()) as { readonly checks: readonly object[] };
  expect((await readiness()).checks).toEqual([{ name: 'store', isGood: true, tookMs: expect.any(Number) }]);
  const [check] = (await readiness((await as('shop')).headers)).checks;
  expect(check).toMatchObject({ name: 'store', fault: null });
});
