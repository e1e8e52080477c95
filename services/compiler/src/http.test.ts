import { gzipSync } from 'node:zlib';
import { setLimits } from '@isochron/metadata';
import { call } from '@isochron/rpc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupBy, join } from './definitions.fixture.ts';
import {
  ADDRESS,
  filesOf,
  http,
  openWorkplace,
  publish,
  requestOf,
  SETTINGS,
  type Workplace,
} from './service.fixture.ts';

const REQUEST_BYTES_MAX = 200_000;

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace({ requestBytesMax: REQUEST_BYTES_MAX });
});
afterAll(() => place.dispose());

const CLICKS = groupBy('flights/clicks.byUser__1', { isOnline: true });
const TRAINING = join('flights/training.prices__1', 'flights/clicks.byUser__1', { isOnline: true });
const WHERE = 'repository=flights&environment=prod';

describe('over HTTP', () => {
  it('everything can be done that gRPC can', async () => {
    const { base } = place;
    const set = { address: ADDRESS, objects: [CLICKS, TRAINING] };
    const checked = await http(base, '/v1/validate', set);
    expect(checked).toMatchObject({ status: 200, body: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    const published = await http(base, '/v1/publish', { ...set, who: 'ada', message: 'first' });
    expect(published).toMatchObject({
      status: 200,
      body: {
        isNew: true,
        head: { version: 1, who: 'ada', objects: 2 },
        changes: [{ kind: 'CHANGE_KIND_ADDED' }, { kind: 'CHANGE_KIND_ADDED' }],
      },
    });
    const head = await http(base, `/v1/head?${WHERE}`);
    expect(head).toMatchObject({ status: 200, body: { version: 1, atMs: expect.any(Number) } });
    const { hash } = head.body as { hash: string };
    const object = await http(base, `/v1/object?${WHERE}&name=${encodeURIComponent(CLICKS.file)}`);
    expect(object).toMatchObject({
      status: 200,
      body: { json: CLICKS.json, setHash: hash, summary: { isOnline: true } },
    });
    const listed = (await http(base, `/v1/objects?${WHERE}&limit=1`)).body as {
      total: number;
      objects: { hash: string; file: string }[];
    };
    expect(listed).toMatchObject({ total: 2, objects: [{ file: CLICKS.file }] });
    const kept = { file: CLICKS.file, hash: listed.objects[0]?.hash };
    expect(await http(base, '/v1/diff', { address: ADDRESS, objects: [kept] })).toMatchObject({
      status: 200,
      body: {
        unchanged: 1,
        changes: [{ kind: 'CHANGE_KIND_REMOVED', name: 'flights/training.prices__1' }],
        diagnostics: [{ severity: 'SEVERITY_WARNING', code: 'online-removal' }],
      },
    });
    expect(
      await http(base, '/v1/publish', { address: ADDRESS, objects: [kept], expectedHash: hash, who: 'bob' }),
    ).toMatchObject({ status: 200, body: { head: { version: 2 } } });
    const now = ((await http(base, `/v1/head?${WHERE}&branch=main`)).body as { hash: string }).hash;
    expect(
      await http(base, '/v1/rollback', { address: ADDRESS, expectedHash: now, toVersion: 1, who: 'eve' }),
    ).toMatchObject({ status: 200, body: { head: { version: 3, rolledBackTo: 1 } } });
    expect(await http(base, `/v1/history?${WHERE}&limit=2`)).toMatchObject({
      body: { versions: [{ version: 3 }, { version: 2 }] },
    });
    expect(await http(base, `/v1/search?${WHERE}&text=prices&isOnline=true`)).toMatchObject({
      body: { total: 1, objects: [{ summary: { kind: 'join' } }] },
    });
    expect(await http(base, `/v1/lineage?${WHERE}&name=clicks`)).toMatchObject({
      body: {
        node: { kind: 'table' },
        downstream: expect.arrayContaining([{ kind: 'group-by', name: 'flights/clicks.byUser__1' }]),
      },
    });
    expect(await http(base, '/v1/sets')).toMatchObject({ body: { sets: [ADDRESS] } });
  });

  it('versions are watched as server-sent events', async () => {
    const address = { ...ADDRESS, branch: 'watched' };
    await publish(place, requestOf([CLICKS], undefined, { address }));
    const stop = new AbortController();
    const response = await fetch(`${place.base}/v1/watch?${WHERE}&branch=watched`, {
      signal: stop.signal,
      headers: { 'last-event-id': '0' },
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('data:')) text += (await reader?.read())?.value ?? '';
    const data = JSON.parse(/data: (.*)/.exec(text)?.[1] ?? 'null');
    expect(text).toContain('id: 1\n');
    expect(data).toMatchObject({ version: 1, who: 'ada' });
    stop.abort();
  });
});

describe('a request that is wrong', () => {
  it.each<[string, string, unknown, string]>([
    ['an unknown field', '/v1/validate', { address: ADDRESS, objects: [], sets: 1 }, 'sets'],
    ['no address', '/v1/validate', { objects: [] }, 'address'],
    ['an address that cannot be', '/v1/validate', { address: { ...ADDRESS, branch: '../x' }, objects: [] }, '"../x"'],
    [
      'objects of another type',
      '/v1/validate',
      { address: ADDRESS, objects: [{ file: 7, json: '{}' }] },
      'objects[0].file',
    ],
    ['neither text nor hash', '/v1/diff', { address: ADDRESS, objects: [{ file: 'x' }] }, 'json or hash'],
    ['a hash that is none', '/v1/diff', { address: ADDRESS, objects: [{ file: 'x', hash: 'zz' }] }, '64 hex digits'],
    ['one file twice', '/v1/diff', { address: ADDRESS, objects: [CLICKS, CLICKS] }, 'twice'],
    ['an unknown dialect', '/v1/validate', { address: ADDRESS, objects: [], dialect: 'cobol' }, '"cobol"'],
    ['nobody', '/v1/publish', { address: ADDRESS, objects: [] }, 'who'],
    ['an empty name', '/v1/publish', { address: { ...ADDRESS, branch: 'new' }, objects: [], who: '' }, 'who publishes'],
    ['no body', '/v1/publish', null, 'expected object'],
  ])('by %s is refused with what is wrong', async (_what, path, body, words) => {
    const answer = await http(place.base, path, body);
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_ARGUMENT', message: expect.stringContaining(words) } },
    });
  });

  it.each<[string, number, string]>([
    [`/v1/head?environment=prod`, 400, 'repository'],
    [`/v1/head?${WHERE}&branche=x`, 400, 'branche'],
    [`/v1/head?${WHERE}&branch=nothing`, 404, 'Nothing is published'],
    [`/v1/objects?${WHERE}&limit=many`, 400, 'limit: it must be a whole number'],
    [`/v1/objects?${WHERE}&limit=1001`, 400, '1001'],
    [`/v1/objects?${WHERE}&setHash=abc`, 404, 'abc'],
    [`/v1/object?${WHERE}&name=nothing`, 404, '"nothing"'],
    ['/v2/head', 404, 'GET /v2/head'],
  ])('by %s', async (path, status, words) => {
    await publish(place, requestOf([CLICKS, TRAINING])).catch(() => undefined);
    const answer = await http(place.base, path);
    expect(answer).toMatchObject({ status, body: { error: { message: expect.stringContaining(words) } } });
  });

  it('by not being JSON, or compressed, is refused', async () => {
    const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
      fetch(`${place.base}/v1/publish`, { method: 'POST', body, headers });
    const broken = await post('{"address": ', { 'content-type': 'application/json' });
    expect([broken.status, await broken.json()]).toMatchObject([400, { error: { code: 'INVALID_ARGUMENT' } }]);
    const packed = await post(new Uint8Array(gzipSync('{}')), {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    });
    expect([packed.status, await packed.json()]).toMatchObject([400, { error: { code: 'INVALID_ARGUMENT' } }]);
  });

  it('by its size is refused over both protocols', async () => {
    const { base, client } = place;
    const large = { file: CLICKS.file, json: 'x'.repeat(REQUEST_BYTES_MAX) };
    const answer = await http(base, '/v1/validate', { address: ADDRESS, objects: [large] });
    expect(answer).toMatchObject({ status: 429, body: { error: { code: 'RESOURCE_EXHAUSTED' } } });
    const called = call(
      client,
      client.validate,
      { address: ADDRESS, objects: filesOf([large]), dialect: '' },
      SETTINGS,
    );
    await expect(called).rejects.toMatchObject({
      code: 'RESOURCE_EXHAUSTED',
      message: expect.stringContaining('200000'),
    });
  });

  it('by gRPC is refused with the same words', async () => {
    const { client } = place;
    const refused = (call: Promise<unknown>, words: string) =>
      expect(call).rejects.toMatchObject({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(words) });
    const validate = (request: Partial<Parameters<typeof client.validate>[0]>) =>
      call(client, client.validate, { address: ADDRESS, objects: [], dialect: '', ...request }, SETTINGS);
    await refused(validate({ address: undefined }), 'address is missing');
    await refused(validate({ objects: [{ file: '', content: undefined }] }), 'objects[0] has no file');
    await refused(validate({ objects: [{ file: 'x', content: undefined }] }), 'neither json nor hash');
    await refused(
      validate({ objects: [{ file: 'x'.repeat(301), content: { $case: 'json', value: '{}' } }] }),
      '300 bytes',
    );
    await refused(validate({ dialect: 'cobol' }), '"cobol"');
    await refused(call(client, client.listObjects, { address: ADDRESS, after: '', limit: 1_001 }, SETTINGS), '1001');
  });
});

it('by one object that is too large is refused, by too many objects too', async () => {
  const large = await openWorkplace();
  const validate = (objects: Parameters<typeof filesOf>[0]) =>
    call(large.client, large.client.validate, { address: ADDRESS, objects: filesOf(objects), dialect: '' }, SETTINGS);
  await expect(validate([{ file: CLICKS.file, json: 'x'.repeat(setLimits.objectBytes + 1) }])).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringContaining(String(setLimits.objectBytes)),
  });
  const many = Array.from({ length: setLimits.objects + 1 }, (_, n) => ({ file: `f${n}`, json: '{}' }));
  await expect(validate(many)).rejects.toMatchObject({
    code: 'INVALID_ARGUMENT',
    message: expect.stringContaining('20001 objects'),
  });
  await large.dispose();
});
