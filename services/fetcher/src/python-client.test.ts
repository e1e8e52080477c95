import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, LOCAL_NAMES, writeCertificate } from '@isochron/service/certificates';
import { AUDIENCE, createIssuer, ISSUER } from '@isochron/service/issuer';
import { DataKind, type Join } from '@isochron/thrift';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
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
import { type Python, preparePython, runFetch, startPython } from './python-client.fixture.ts';

const INSTALL_MS = 600_000;

/** What the caller gives, by its name; a value of each is given back. */
const given = {
  basket: DataKind.DOUBLE,
  visits: DataKind.LONG,
  member: DataKind.BOOLEAN,
  cookie: DataKind.BINARY,
  birthday: DataKind.DATE,
  seen: DataKind.TIMESTAMP,
  page: DataKind.STRING,
};
const contextOf = (kinds: Readonly<Record<string, DataKind>>): Partial<Join> => {
  const params = Object.entries(kinds).map(([name, kind]) => ({ name, dataType: { kind } }));
  const schema = { kind: DataKind.STRUCT, params };
  return {
    onlineExternalParts: [{ source: { metadata: { name: 'contextual' }, keySchema: schema, valueSchema: schema } }],
  };
};
const derivations = [
  ...(profile().derivations ?? []),
  { name: 'pair', expression: "STRUCT(user_amount_sum_7d AS amount, 'x' AS text)" },
];
const ofAllKinds = (changes: Partial<Join> = {}): Join => profile({ ...contextOf(given), derivations, ...changes });

let missing: string | null = null;
let shop: Shop;
let place: Workplace;
let python: Python;
beforeAll(async () => {
  missing = await preparePython();
  if (missing !== null) process.stderr.write(`The Python client is NOT TESTED. ${missing}\n`);
  shop = await Shop.open();
  await shop.upload(1, E, {
    ann: [order(E - 30 * HOUR_MS, 5, 2.5, 'tea'), order(E - HOUR_MS, 2n ** 60n, -1, 'pot')],
    bob: [order(E - 2 * HOUR_MS, 3, null, null)],
  });
  await shop.publish(joinOf(ofAllKinds()), groupByOf(byUser()));
  place = await openFetcher(shop.home);
  if (missing === null) python = startPython(`127.0.0.1:${place.service.grpcPort}`);
}, INSTALL_MS);
afterAll(async () => {
  if (missing === null) await python.stop();
  await place.dispose();
  await shop.dispose();
});
beforeEach(({ skip }) => skip(missing !== null, missing ?? ''));

const CONTEXT =
  `{'ext_contextual_basket': 14, 'ext_contextual_visits': 2**62 + 1, 'ext_contextual_member': True, 'ext_contextual_cookie': b'\\x00\\xff',
  'ext_contextual_birthday': '2000-02-29', 'ext_contextual_seen': 1705276800123, 'ext_contextual_page': 'zürich'}`.replace(
    '\n',
    '',
  );
/** An answer for users, as Python has them. */
const fetching = (users: string, more = '') =>
  `client.fetch_join('${PROFILE}', keys=[{'user': user} for user in ${users}], context=[${CONTEXT}], at_ms=${E}, timeout=10${more})`;

/** That every pair of Python's texts is equal, one test of many values. */
async function expectValues(row: string, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    expect([name, await python.evaluate(`${row}['${name}']`)]).toEqual([name, value]);
  }
}

test('values of all kinds are exact', async () => {
  await expectValues(`${fetching("['ann']")}.rows[0]`, {
    user_amount_sum_1d: String(2n ** 60n),
    user_amount_sum_7d: String(2n ** 60n + 5n),
    user_price_max: '2.5',
    user_item_last_7d: "'pot'",
    user_item_last3_7d: "['pot', 'tea']",
    user_item_histogram_7d: "{'pot': 1, 'tea': 1}",
    pair: `[${2n ** 60n + 5n}, 'x']`,
  });
});

test('what the caller gives comes back, typed by the schema', async () => {
  await expectValues(`${fetching("['ann']")}.rows[0]`, {
    ext_contextual_basket: '14.0',
    ext_contextual_visits: String(2n ** 62n + 1n),
    ext_contextual_member: 'True',
    ext_contextual_cookie: "b'\\x00\\xff'",
    ext_contextual_birthday: "'2000-02-29'",
    ext_contextual_seen: '1705276800123',
    ext_contextual_page: "'zürich'",
  });
});

test('a context row for each row of keys, and nulls in it', async () => {
  const rows = `client.fetch_join('${PROFILE}', keys=[{'user': 'ann'}, {'user': 'bob'}], at_ms=${E}, timeout=10,
    context=[{'ext_contextual_visits': None, 'ext_contextual_birthday': None}, {'ext_contextual_visits': -3, 'ext_contextual_birthday': '2001-01-01'}]).rows`;
  expect(await python.evaluate(`[row['ext_contextual_visits'] for row in ${rows}]`)).toBe('[None, -3]');
  expect(await python.evaluate(`[row['ext_contextual_birthday'] for row in ${rows}]`)).toBe("[None, '2001-01-01']");
});

test('statuses say why there is no value', async () => {
  const answer = fetching("['ann', 'bob', 'nobody', None]");
  const of = (name: string) => python.evaluate(`[row['${name}'] for row in ${answer}.rows]`);
  const statusesOf = (name: string) => python.evaluate(`[row['${name}'] for row in ${answer}.statuses]`);
  expect(await of('user_price_max')).toBe('[2.5, None, None, None]');
  expect(await statusesOf('user_price_max')).toBe("['PRESENT', 'NULL', 'NOT_FOUND', 'NOT_FOUND']");
  expect(await of('user_item_last_7d')).toBe("['pot', None, None, None]");
  expect(await statusesOf('ext_contextual_basket')).toBe("['PRESENT', 'PRESENT', 'PRESENT', 'PRESENT']");
});

test('parts say which upload answered, and how old it is', async () => {
  const answer = fetching("['ann', 'nobody']").replace(`at_ms=${E}`, `at_ms=${E + HOUR_MS}`);
  expect(await python.evaluate(`${answer}.parts[0]`)).toBe(
    `Part(name='shop_orders_byUser__1', generation=1, batch_end_ms=${E}, ages_ms=[${HOUR_MS}, ${HOUR_MS}], fault=None)`,
  );
  expect(await python.evaluate(`${answer}.at_ms`)).toBe(String(E + HOUR_MS));
});

test('names travel once, and some features can be asked alone', async () => {
  const first = await python.evaluate(`${fetching("['ann']")}.rows`);
  expect(await python.evaluate(`${fetching("['ann']")}.rows`)).toBe(first);
  expect(await python.evaluate('named[-1]')).toBe('False');
  const some = fetching("['ann']", ", features=['share', 'user_price_max']");
  expect(await python.evaluate(`sorted(${some}.rows[0])`)).toBe("['share', 'user_price_max']");
});

test('what is wrong is said before it is sent, or by the server', async () => {
  const asking = (keys: string) => python.evaluate(`client.fetch_join('${PROFILE}', keys=${keys}, timeout=10)`);
  expect(await asking("[{'user': 7}]")).toBe('ValueError: "user" of row 0 is 7, and should be of type STRING.');
  expect(await asking("[{'usr': 'ann'}]")).toBe('ValueError: Row 0 has "usr", and it is asked by user.');
  expect(await asking("[{'user': 'a'}, {}]")).toBe(
    'ValueError: Row 1 has no "user", and others have; give None where there is none.',
  );
  const unknown = await python.evaluate(
    "client.fetch_join('shop/serving.other__1', keys=[{'user': 'ann'}], timeout=10)",
  );
  expect(unknown).toMatch(/^RpcError NOT_FOUND: .*shop\/serving\.other__1/);
});

test('the command line prints a row, and what the server says is wrong', async () => {
  const address = `127.0.0.1:${place.service.grpcPort}`;
  const { code, output } = await runFetch(
    address,
    PROFILE,
    'user=ann',
    'ext_contextual_member=true',
    '--at',
    String(E),
  );
  expect(output).toMatch(new RegExp(`^user_amount_sum_7d +PRESENT +${2n ** 60n + 5n}$`, 'm'));
  expect(output).toMatch(/^ext_contextual_member +PRESENT +True$/m);
  expect(output).toContain(`shop_orders_byUser__1: generation 1, batch end ${E} ms, age 0 ms`);
  expect(code).toBe(0);
  expect(await runFetch(address, 'shop/serving.other__1', 'user=ann')).toMatchObject({
    code: 1,
    output: expect.stringMatching(/^NOT_FOUND: /),
  });
});

test('over TLS, with a token of a file; and not a token in the clear to another machine', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'isochron-python-'));
  const [authority, issuer] = await Promise.all([createAuthority('ours'), createIssuer()]);
  const tls = await writeCertificate(folder, await authority.issue('server', LOCAL_NAMES));
  const tokens = { issuer: ISSUER, audience: AUDIENCE, keys: await issuer.write(join(folder, 'jwks.json')) };
  const grants = [{ subjects: ['ada'], read: ['shop'] }];
  const guarded = await openFetcher(shop.home, { tls, tokens, access: { grants } });
  try {
    const [ca, token] = [join(folder, 'ca.crt'), join(folder, 'token')];
    await writeFile(ca, authority.certificate);
    await writeFile(token, `${await issuer.token()}\n`);
    const asked = [`localhost:${guarded.service.grpcPort}`, PROFILE, 'user=ann', '--at', String(E)];
    const known = await runFetch(...asked, '--ca', ca, '--token', token);
    expect(known).toMatchObject({ code: 0, output: expect.stringMatching(/^user_price_max +PRESENT +2\.5$/m) });
    expect((await runFetch(...asked, '--ca', ca)).output).toMatch(/^UNAUTHENTICATED: /);
    expect((await runFetch(...asked, '--tls', '--token', token, '--timeout', '2')).output).toMatch(/^UNAVAILABLE: /m);
    const clear = await runFetch('fetcher.example:7411', PROFILE, 'user=ann', '--token', token);
    expect(clear.output).toContain('A token must not go in the clear to fetcher.example:7411');
  } finally {
    await guarded.dispose();
    await rm(folder, { recursive: true });
  }
});

/** Resolved once the server answers by another schema than the one it had. Python knows nothing of it. */
async function schemaChanges(publish: () => Promise<void>): Promise<void> {
  const hashNow = async () => (await fetchJoin(place, request(['ann']))).schemaHash;
  const before = await hashNow();
  await publish();
  await vi.waitUntil(async () => (await hashNow()) !== before, { timeout: 20_000, interval: 20 });
}

test('a schema that changes is followed by whoever holds the old one', async () => {
  expect(await python.evaluate(`'pair' in ${fetching("['ann']")}.rows[0]`)).toBe('True');
  const changed = [...(profile().derivations ?? []), { name: 'twice', expression: 'user_price_max * 2' }];
  await schemaChanges(() => shop.publish(joinOf(ofAllKinds({ derivations: changed })), groupByOf(byUser())));
  const twiceAndPair = `[(row['twice'], 'pair' in row) for row in ${fetching("['ann']")}.rows]`;
  expect(await python.evaluate(twiceAndPair)).toBe('[(5.0, False)]');
  expect(await python.evaluate(twiceAndPair)).toBe('[(5.0, False)]');
  expect(await python.evaluate('named[-2:]')).toBe('[True, False]');
});

test('so is one that asks for what the old one did not have', async () => {
  await python.evaluate(fetching("['ann']"));
  await schemaChanges(() =>
    shop.publish(joinOf(ofAllKinds(contextOf({ ...given, coupon: DataKind.STRING }))), groupByOf(byUser())),
  );
  const withCoupon = fetching("['ann']").replace(
    "'ext_contextual_page'",
    "'ext_contextual_coupon': 'X1', 'ext_contextual_page'",
  );
  expect(await python.evaluate(`${withCoupon}.rows[0]['ext_contextual_coupon']`)).toBe("'X1'");
});
