import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClientProof, call, createClient } from '@isochron/rpc';
import { FetcherClient } from '@isochron/rpc/fetcher';
import { createAuthority, LOCAL_NAMES, writeCertificate } from '@isochron/service/certificates';
import { AUDIENCE, createIssuer, ISSUER, type TokenIssuer } from '@isochron/service/issuer';
import type { GroupBy, Join } from '@isochron/thrift';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  byUser,
  E,
  fetchJoin,
  groupByOf,
  HOUR_MS,
  joinOf,
  openFetcher,
  order,
  PROFILE,
  profile,
  request,
  Shop,
  type Workplace,
} from './fetcher.fixture.ts';

const RISK = 'fraud/serving.risk__1';
const ORDERS = 'shop/orders.byUser__1';
const BROKEN = 'fraud/serving.broken__1';

/** A Join of another team, of the same GroupBy. */
const risk: Join = profile({ metaData: { name: 'fraud.serving.risk__1', team: 'fraud', online: true, version: '1' } });
/** Of a GroupBy that has no upload, which only its team is told. */
const unloaded: GroupBy = byUser({ metaData: { name: 'fraud.secrets.byUser__1', team: 'fraud', online: true } });
const broken: Join = profile(
  { metaData: { name: 'fraud.serving.broken__1', team: 'fraud', online: true, version: '1' }, derivations: [] },
  unloaded,
);

let shop: Shop;
let folder = '';
let issuer: TokenIssuer;
let tokens: object;
beforeAll(async () => {
  [shop, folder, issuer] = await Promise.all([
    Shop.open(),
    mkdtemp(join(tmpdir(), 'isochron-guarded-')),
    createIssuer(),
  ]);
  tokens = { issuer: ISSUER, audience: AUDIENCE, keys: await issuer.write(join(folder, 'jwks.json')) };
  await shop.upload(1, E, { ann: [order(E - HOUR_MS, 5n, 2.5, 'tea')] });
  await shop.publish(groupByOf(byUser()), joinOf(profile()), { ...joinOf(risk), name: RISK }, groupByOf(unloaded), {
    ...joinOf(broken),
    name: BROKEN,
  });
});
afterAll(async () => {
  await shop.dispose();
  await rm(folder, { recursive: true, force: true });
});

async function withFetcher(settings: object, use: (place: Workplace) => Promise<void>): Promise<void> {
  const place = await openFetcher(shop.home, settings);
  try {
    await use(place);
  } finally {
    await place.dispose();
  }
}

/** What is wrong with a call, or that nothing is. */
const codeOf = (made: Promise<unknown>): Promise<string> =>
  made.then(
    () => 'OK',
    (thrown: unknown) => (thrown as { readonly code: string }).code,
  );

/** Each call over gRPC that names an object. */
function callsOver({ client }: Workplace, token: string | null, joinName: string, groupBy: string) {
  const settings = {
    timeoutMs: 10_000,
    attemptsMax: 1,
    ...(token !== null && { headers: { authorization: `Bearer ${token}` } }),
  };
  const { join: _, context: _none, ...columns } = request(['ann']);
  return {
    fetchJoin: () => call(client, client.fetchJoin, request(['ann'], { join: joinName }), settings),
    joinSchema: () => call(client, client.getJoinSchema, { join: joinName, features: [] }, settings),
    fetchGroupBy: () => call(client, client.fetchGroupBy, { ...columns, groupBy }, settings),
    groupBySchema: () => call(client, client.getGroupBySchema, { groupBy, features: [] }, settings),
  };
}

async function codesOver(...asked: Parameters<typeof callsOver>): Promise<readonly string[]> {
  return Promise.all(Object.values(callsOver(...asked)).map((made) => codeOf(made())));
}

const headersOf = (token: string | null) => ({
  'content-type': 'application/json',
  ...(token !== null && { authorization: `Bearer ${token}` }),
});

/** Each route that names an object. */
async function statusesOf(
  { base }: Workplace,
  token: string | null,
  joinName: string,
  groupBy: string,
): Promise<readonly number[]> {
  const headers = headersOf(token);
  const rows = JSON.stringify([{ user: 'ann', ext_contextual_basket: 14 }]);
  const columns = JSON.stringify({ keys: { user: ['ann'] }, context: { ext_contextual_basket: 14 } });
  const keys = JSON.stringify({ keys: { user: ['ann'] } });
  const answers = await Promise.all([
    fetch(`${base}/v1/fetch/join/${joinName}`, { method: 'POST', headers, body: rows }),
    fetch(`${base}/v1/fetch/groupby/${groupBy}`, { method: 'POST', headers, body: JSON.stringify([{ user: 'ann' }]) }),
    fetch(`${base}/v2/fetch/join/${joinName}`, { method: 'POST', headers, body: rows }),
    fetch(`${base}/v3/fetch/join/${joinName}`, { method: 'POST', headers, body: columns }),
    fetch(`${base}/v3/fetch/groupby/${groupBy}`, { method: 'POST', headers, body: keys }),
    fetch(`${base}/v3/schema/join/${joinName}`, { headers }),
    fetch(`${base}/v3/schema/groupby/${groupBy}`, { headers }),
    fetch(`${base}/v1/join/${joinName}/schema`, { headers }),
  ]);
  return answers.map(({ status }) => status);
}

const all = <T>(value: T, times: number): readonly T[] => Array.from({ length: times }, () => value);

describe('a fetcher that asks who calls', () => {
  it('answers nobody without a token, but probes', () =>
    withFetcher({ tokens }, async (place) => {
      expect(await codesOver(place, null, PROFILE, ORDERS)).toEqual(all('UNAUTHENTICATED', 4));
      expect(await statusesOf(place, null, PROFILE, ORDERS)).toEqual(all(401, 8));
      const refused = await fetch(`${place.base}/v1/joins`);
      expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      const statusOf = async (path: string) => (await fetch(`${place.base}${path}`)).status;
      expect([await statusOf('/livez'), await statusOf('/readyz')]).toEqual([200, 200]);
      expect([await statusOf('/metrics'), await statusOf('/openapi.json')]).toEqual([401, 401]);
    }));

  it('gives a team its own, and of others neither vectors nor schemas nor names, in either spelling', () =>
    withFetcher({ tokens }, async (place) => {
      const own = await issuer.token({ teams: ['shop'] });
      expect(await codesOver(place, own, PROFILE, ORDERS)).toEqual(all('OK', 4));
      expect(await statusesOf(place, own, PROFILE, ORDERS)).toEqual(all(200, 8));
      const foreign = await issuer.token({ teams: ['fraud'] });
      for (const [name, groupBy] of [
        [PROFILE, ORDERS],
        [PROFILE.replace('/', '.'), ORDERS.replace('/', '.')],
      ] as const) {
        expect(await codesOver(place, foreign, name, groupBy)).toEqual(all('PERMISSION_DENIED', 4));
        expect(await statusesOf(place, foreign, name, groupBy)).toEqual(all(403, 8));
      }
      const listed = async (token: string) => {
        const settings = { timeoutMs: 10_000, headers: { authorization: `Bearer ${token}` } };
        const { joins } = await call(place.client, place.client.listJoins, { prefix: '' }, settings);
        const { joinNames } = (await (await fetch(`${place.base}/v1/joins`, { headers: headersOf(token) })).json()) as {
          readonly joinNames: readonly string[];
        };
        return [joins.map(({ name }) => name), joinNames];
      };
      expect(await listed(own)).toEqual([[PROFILE], [PROFILE]]);
      expect(await listed(foreign)).toEqual([[BROKEN, RISK].toSorted(), [RISK]]);
      expect(await listed(await issuer.token())).toEqual([[], []]);
    }));

  it('does not tell what others have by how it refuses, nor in what it takes a wrong name for', () =>
    withFetcher({ tokens }, async (place) => {
      const token = await issuer.token({ teams: ['shop'] });
      const refusalOf = async (name: string) => {
        const thrown = await callsOver(place, token, name, ORDERS)
          .fetchJoin()
          .catch((reason: unknown) => reason);
        const { code, message } = thrown as { readonly code: string; readonly message: string };
        return { code, message: message.replaceAll(name, 'NAME') };
      };
      const there = await refusalOf(RISK);
      expect(there.code).toBe('PERMISSION_DENIED');
      expect(await refusalOf('fraud/serving.risk__2')).toEqual(there);
      // Why it is not served is its team's business.
      expect(await refusalOf(BROKEN)).toEqual(there);
      expect(await refusalOf('shop/serving.profile__2')).toMatchObject({
        code: 'NOT_FOUND',
        message: expect.stringContaining(PROFILE),
      });
      const near = await refusalOf('shop/serving.risk__1');
      expect(near.code).toBe('NOT_FOUND');
      expect(near.message).not.toContain('fraud');
      const own = await callsOver(place, await issuer.token({ teams: ['fraud'] }), BROKEN, ORDERS)
        .fetchJoin()
        .catch((reason: unknown) => String(reason));
      expect(own).toContain('no upload');
    }));

  it('gives what grants say', () => {
    const grants = [{ subjects: ['scorer-*'], read: ['sh*'] }];
    return withFetcher({ tokens, access: { grants } }, async (place) => {
      const scorer = await issuer.token({ sub: 'scorer-7' });
      expect(await codesOver(place, scorer, PROFILE, ORDERS)).toEqual(all('OK', 4));
      expect(await codesOver(place, scorer, RISK, ORDERS)).toEqual([...all('PERMISSION_DENIED', 2), 'OK', 'OK']);
      // Where there are grants, a team by itself has none.
      const own = await issuer.token({ teams: ['shop'] });
      expect(await codesOver(place, own, PROFILE, ORDERS)).toEqual(all('PERMISSION_DENIED', 4));
    });
  });
});

describe('a fetcher with TLS', () => {
  it('serves vectors to who shows a certificate that grants name, and a token over an encrypted connection', async () => {
    const authority = await createAuthority('ours');
    const named = await writeCertificate(folder, await authority.issue('server', LOCAL_NAMES), authority);
    const grants = [
      { subjects: ['spiffe://cluster/model'], read: ['shop'] },
      { subjects: ['ada'], read: ['fraud'] },
    ];
    await withFetcher({ tls: named, tokens, access: { grants } }, async ({ service }) => {
      const certificate = await authority.issue('x', ['url:spiffe://cluster/model']);
      const asked = async (proof: ClientProof, name: string) => {
        const client = createClient(FetcherClient, `localhost:${service.grpcPort}`, proof);
        const made = await codeOf(fetchJoin({ client }, request(['ann'], { join: name })));
        client.close();
        return made;
      };
      const tls = { authority: authority.certificate, certificate };
      expect(await asked({ tls }, PROFILE)).toBe('OK');
      expect(await asked({ tls }, RISK)).toBe('PERMISSION_DENIED');
      const token = await issuer.token();
      expect(await asked({ tls, token: async () => token }, RISK)).toBe('OK');
      expect(await asked({ tls: { ...tls, certificate: null }, token: async () => token }, RISK)).toBe('UNAVAILABLE');
    });
  });
});
