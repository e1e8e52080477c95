import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openLmdbStore } from '@isochron/kv-lmdb';
import { openMetadataStore, type SetVersion } from '@isochron/metadata';
import { call } from '@isochron/rpc';
import { IsochronError } from '@isochron/schema';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupBy } from './definitions.fixture.ts';
import { kill, type Started, startProcess } from './process.fixture.ts';
import { ADDRESS, head, http, publish, requestOf, SETTINGS, watched } from './service.fixture.ts';

const PUBLISHERS = 10;
const KILLS = 3;
const KILLED_WITHIN_MS = 120;
const OBJECTS = 40;
const PATIENTLY = { timeout: 20_000 };

let home = '';
const started: Started[] = [];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'isochron-compiler-'));
});
afterEach(async () => {
  for (const each of started.splice(0)) await kill(each);
  await rm(home, { recursive: true, force: true });
});

async function start(settings: Readonly<Record<string, string>> = {}): Promise<Started> {
  const service = await startProcess(home, settings);
  started.push(service);
  return service;
}

const named = (name: string) => groupBy(`flights/clicks.${name}__1`);

/** The texts of what is published, by the names in them. */
async function published({ client }: Started): Promise<readonly string[]> {
  const { objects, setHash } = await call(
    client,
    client.listObjects,
    { address: ADDRESS, after: '', limit: 1_000 },
    SETTINGS,
  );
  return Promise.all(
    objects.map(
      async ({ file }) =>
        (await call(client, client.getObject, { address: ADDRESS, name: file, setHash }, SETTINGS)).json,
    ),
  );
}

/** Adds a definition to whatever is published, as often as somebody else was first. */
async function add(service: Started, name: string): Promise<number> {
  for (let lost = 0; ; lost++) {
    const now = await head(service).catch(() => undefined);
    const { objects } =
      now === undefined
        ? { objects: [] }
        : await call(
            service.client,
            service.client.listObjects,
            { address: ADDRESS, after: '', limit: 1_000, setHash: now.hash },
            SETTINGS,
          );
    const kept = objects.map(({ file, hash }) => ({ file, content: { $case: 'hash', value: hash } }) as const);
    const mine = { file: named(name).file, content: { $case: 'json', value: named(name).json } } as const;
    try {
      await publish(service, requestOf([], now?.hash, { objects: [...kept, mine], who: name }));
      return lost;
    } catch (thrown) {
      if (IsochronError.from(thrown).code !== 'ABORTED') throw thrown;
    }
  }
}

describe('the service', () => {
  it('loses no update of ten publishers at once, through two processes', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    const names = Array.from({ length: PUBLISHERS }, (_, n) => `p${n}`);
    const lost = await Promise.all(names.map((name, n) => add(n % 2 === 0 ? one : two, name)));
    expect(Math.max(...lost)).toBeGreaterThan(0);
    const texts = await published(two);
    expect(texts.toSorted()).toEqual(names.map((name) => named(name).json).toSorted());
    const { versions } = await call(one.client, one.client.listHistory, { address: ADDRESS, limit: 100 }, SETTINGS);
    expect(versions.map(({ version }) => version)).toEqual(names.map((_, n) => PUBLISHERS - n));
    expect(new Set(versions.map(({ who }) => who))).toEqual(new Set(names));
    for (const { added, changed, removed } of versions) expect([added, changed, removed]).toEqual([1, 0, 0]);
  }, 60_000);

  it('leaves the old set or the new one, whole, whenever it is killed while it publishes', async () => {
    const setOf = (turn: number) =>
      Array.from({ length: OBJECTS }, (_, n) => groupBy(`flights/clicks.by${n}__1`, { where: `price > ${turn}` }));
    const store = await openLmdbStore({ home });
    const metadata = await openMetadataStore(store);
    const story: string[] = [];
    let expected: SetVersion | null = null;
    for (let round = 1; round <= KILLS; round++) {
      const service = await startProcess(home);
      // The first call of a process takes long for other reasons than what is killed here.
      await call(service.client, service.client.validate, { address: ADDRESS, objects: [], dialect: '' }, SETTINGS);
      const beganMs = performance.now();
      const answer = publish(service, requestOf(setOf(round), expected?.hash, { message: String(round) })).then(
        (done) => done.head,
        () => null,
      );
      await Promise.race([pause(Math.random() * KILLED_WITHIN_MS), answer]);
      await kill(service);
      const acknowledged = await answer;
      story.push(`${Math.round(performance.now() - beganMs)} ms: ${acknowledged === null ? 'no answer' : 'answered'}`);
      const now: SetVersion | null = await metadata.head(ADDRESS);
      const entries = now === null ? [] : await metadata.entries(now.hash);
      const texts = [...(await metadata.texts(entries.map(({ hash }) => hash))).values()];
      const whole = now === null ? [] : setOf(Number(now.message)).map(({ json }) => json);
      expect(texts.toSorted(), story.join('; ')).toEqual(whole.toSorted());
      const versions =
        acknowledged === null ? [expected?.version, (expected?.version ?? 0) + 1] : [acknowledged?.version];
      expect(versions, story.join('; ')).toContain(now?.version);
      expected = now;
    }
    await store.close();
  }, 120_000);

  it('tells watchers of each new set, whichever process published it', async () => {
    const services = await Promise.all([start(), start()]);
    const [one, two] = services;
    const { head: first } = await publish(one, requestOf([named('a')]));
    const watchers = services.map((service) => watched(service, 1, AbortSignal.timeout(50_000)));
    let from = first?.hash;
    for (let version = 2; version <= 5; version++) {
      const publisher = version % 2 === 0 ? one : two;
      const { head: made } = await publish(publisher, requestOf([named(`v${version}`)], from));
      for (const watcher of watchers) {
        expect((await watcher.next()).value).toMatchObject({ version, hash: made?.hash });
      }
      from = made?.hash;
    }
    for (const watcher of watchers) await watcher.return();
  }, 60_000);

  it('loses no accepted request when it is told to stop under load', async () => {
    const service = await start({ ISOCHRON_DRAIN_DELAY_MS: '2000' });
    await publish(service, requestOf([named('a')]));
    let isStopping = false;
    const outcomes: string[] = [];
    const ask = async (once: () => Promise<unknown>): Promise<void> => {
      while (!isStopping) {
        await once();
        outcomes.push('answered');
      }
    };
    const { client, base } = service;
    const asking = Promise.all([
      ...Array.from({ length: 4 }, () =>
        ask(() => call(client, client.getHead, { address: ADDRESS }, { ...SETTINGS, attemptsMax: 1 })),
      ),
      ...Array.from({ length: 4 }, () =>
        ask(async () => {
          const { status } = await http(base, '/v1/head?repository=flights&environment=prod');
          expect(status).toBe(200);
        }),
      ),
    ]);
    asking.catch(() => undefined);
    await expect.poll(() => outcomes.length, PATIENTLY).toBeGreaterThan(100);
    service.process.kill('SIGTERM');
    // Whoever sends requests learns of it from the readiness, and stops; what is under way then must be answered.
    await expect.poll(async () => (await http(base, '/readyz')).status, { ...PATIENTLY, interval: 10 }).toBe(503);
    const late = publish(service, requestOf([named('a'), named('b')], (await head(service)).hash));
    isStopping = true;
    await asking;
    expect(await late).toMatchObject({ isNew: true });
    expect(await service.exited).toEqual([0, null]);
    expect(service.logged.map(({ message }) => message)).toEqual([
      'listening',
      'told to stop',
      'stopping: not ready any more',
      'stopped',
    ]);
  }, 60_000);

  it('finishes what is under way even where nobody was told before', async () => {
    const service = await start();
    const many = Array.from({ length: 300 }, (_, n) => named(`d${n}`));
    const under = publish(service, requestOf(many));
    const { base } = service;
    await expect
      .poll(
        async () =>
          (await (await fetch(`${base}/metrics`)).text()).includes('isochron_calls_in_flight{protocol="grpc"} 1'),
        { ...PATIENTLY, interval: 5 },
      )
      .toBe(true);
    service.process.kill('SIGTERM');
    expect(await under).toMatchObject({ isNew: true, head: { objects: 300 } });
    expect(await service.exited).toEqual([0, null]);
  }, 60_000);

  it('is not ready when its store is broken, though it is alive', async () => {
    const service = await start();
    expect(await http(service.base, '/readyz')).toMatchObject({
      status: 200,
      body: { isReady: true, checks: [{ name: 'store', isGood: true }] },
    });
    await rm(join(home, 'kv', 'data.mdb'));
    await expect.poll(async () => (await http(service.base, '/readyz')).status, PATIENTLY).toBe(503);
    expect(await http(service.base, '/readyz')).toMatchObject({
      body: { isReady: false, checks: [{ name: 'store', isGood: false }] },
    });
    expect(JSON.stringify(await http(service.base, '/readyz'))).not.toContain('taken away');
    expect(service.logged).toContainEqual(
      expect.objectContaining({ check: 'store', fault: expect.stringContaining('taken away'), severity: 'WARNING' }),
    );
    expect((await http(service.base, '/livez')).status).toBe(200);
    await expect(publish(service, requestOf([named('a')]))).rejects.toMatchObject({ code: 'DATA_LOSS' });
  }, 60_000);

  it('says in a sentence what it cannot start with', async () => {
    const fault = startProcess(home, { ISOCHRON_HTTP_PORT: 'eighty' });
    await expect(fault).rejects.toThrow('with 2');
    const taken = await start();
    await expect(startProcess(home, { ISOCHRON_GRPC_PORT: String(taken.grpcPort) })).rejects.toThrow('with 1');
  }, 60_000);
});
