import { IsochronError } from '@isochron/schema';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setLimits } from './limits.ts';
import { setHash } from './set.ts';
import {
  ADDRESS,
  hashOf,
  objectOf,
  objectsOf,
  openWorkplace,
  requestOf,
  textOf,
  type Workplace,
} from './workplace.fixture.ts';

let place: Workplace;
beforeEach(async () => {
  place = await openWorkplace();
});
afterEach(() => place.dispose());

const clockFrom = (startMs: number) => {
  let nowMs = startMs;
  return {
    nowMs: () => nowMs,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
};

describe('publishing', () => {
  it('makes a set the head, and the next one made from it', async () => {
    const metadata = await place.open({ nowMs: () => 86_400_000, newId: () => 'id' });
    expect(await metadata.head(ADDRESS)).toBeNull();
    const first = await metadata.publish(requestOf('a=1 b=1', null));
    expect(first).toEqual({
      outcome: 'published',
      head: {
        version: 1,
        hash: hashOf('a=1 b=1'),
        previousHash: null,
        kind: 'publish',
        rolledBackTo: null,
        who: 'ada',
        atMs: 86_400_000,
        message: 'to a=1 b=1',
        id: 'id',
        objects: 2,
        added: 2,
        changed: 0,
        removed: 0,
      },
    });
    const second = await metadata.publish(requestOf('a=1 b=2 c=1', 'a=1 b=1'));
    expect(second.head).toMatchObject({
      version: 2,
      previousHash: first.head.hash,
      objects: 3,
      added: 1,
      changed: 1,
      removed: 0,
    });
    const third = await metadata.publish(requestOf('c=1', 'a=1 b=2 c=1'));
    expect(third.head).toMatchObject({ version: 3, added: 0, changed: 0, removed: 2 });
    expect(await metadata.head(ADDRESS)).toEqual(third.head);
    expect(await textOf(metadata)).toBe('c=1');
    expect(await textOf(metadata, second.head.hash)).toBe('a=1 b=2 c=1');
  });

  it('makes no version of a set that is the head already, whatever it was made from', async () => {
    const metadata = await place.open();
    const { head } = await metadata.publish(requestOf('a=1', null));
    expect(await metadata.publish(requestOf('a=1', null))).toEqual({ outcome: 'unchanged', head });
    expect(await metadata.publish(requestOf('a=1', 'a=0'))).toEqual({ outcome: 'unchanged', head });
  });

  it('refuses a set made from another one than the head, and says whose that is', async () => {
    const metadata = await place.open({ nowMs: () => 86_400_000 });
    await metadata.publish(requestOf('a=1', null));
    for (const from of [null, 'a=0']) {
      const thrown = await metadata.publish(requestOf('a=2', from, { who: 'bob' })).catch(IsochronError.from);
      expect(thrown).toMatchObject({ code: 'ABORTED' });
      expect(String(thrown)).toContain(`version 1 (${hashOf('a=1').slice(0, 12)}, by ada at 1970-01-02T00:00:00.000Z)`);
      expect(String(thrown)).toContain('flights/prod/main');
    }
    await expect(
      metadata.publish(requestOf('a=2', 'a=1', { address: { ...ADDRESS, environment: 'dev' } })),
    ).rejects.toThrow('nothing is published there');
    expect(await textOf(metadata)).toBe('a=1');
  });

  it('takes objects without their texts where the set it was made from has them', async () => {
    const metadata = await place.open();
    await metadata.publish(requestOf('a=1 b=1', null));
    const [a, , c] = objectsOf('a=1 b=1 c=1');
    if (a === undefined || c === undefined) throw new Error('There are three objects.');
    const objects = [{ ...a, stored: null }, c];
    await metadata.publish(requestOf('', 'a=1 b=1', { objects }));
    expect(await textOf(metadata)).toBe('a=1 c=1');
    const gone = [{ ...objectOf('b', '1'), stored: null }];
    await expect(metadata.publish(requestOf('', 'a=1 c=1', { objects: gone }))).rejects.toThrow(
      'compiled/joins/b comes without its text',
    );
  });

  it('keeps addresses apart', async () => {
    const metadata = await place.open();
    const addresses = [
      ADDRESS,
      { ...ADDRESS, environment: 'dev' },
      { ...ADDRESS, branch: 'ada/try' },
      { ...ADDRESS, repository: 'ads' },
    ];
    for (const [n, address] of addresses.entries()) await metadata.publish(requestOf(`a=${n}`, null, { address }));
    for (const [n, address] of addresses.entries()) expect((await metadata.head(address))?.hash).toBe(hashOf(`a=${n}`));
    expect(await metadata.addresses()).toHaveLength(4);
    expect(await metadata.addresses()).toEqual(expect.arrayContaining(addresses));
  });

  it('refuses what it cannot keep, and then publishes nothing', async () => {
    const metadata = await place.open();
    const refused = async (more: Parameters<typeof requestOf>[2], words: string) => {
      const thrown = await metadata.publish(requestOf('a=1', null, more)).catch(IsochronError.from);
      expect(thrown).toMatchObject({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(words) });
    };
    const [a] = objectsOf('a=1');
    if (a?.stored === undefined || a.stored === null) throw new Error('There is an object.');
    await refused({ objects: [a, a] }, 'twice');
    await refused({ objects: [{ ...a, file: '' }] }, '""');
    await refused({ objects: [{ ...a, file: 'a\nb' }] }, '"a\\nb"');
    await refused({ objects: [{ ...a, file: 'x'.repeat(301) }] }, '301 bytes');
    await refused({ objects: [{ ...a, hash: objectOf('a', '2').hash }] }, 'another hash');
    await refused({ objects: [{ ...a, stored: { ...a.stored, json: '{}' } }] }, 'another hash');
    await refused(
      { objects: [objectOf('a', 'x'.repeat(setLimits.objectBytes))] },
      `${setLimits.objectBytes} is the most`,
    );
    const many = Array.from({ length: setLimits.objects + 1 }, (_, n) => ({ ...a, file: `f${n}`, stored: null }));
    await refused({ objects: many }, '20001 objects');
    await refused({ who: '' }, 'who publishes');
    await refused({ who: 'x'.repeat(301) }, '301 bytes');
    await refused({ message: 'x'.repeat(2_001) }, '2001 bytes');
    for (const name of ['', '.x', 'a b', 'a/b', 'ä'])
      await refused({ address: { ...ADDRESS, repository: name } }, JSON.stringify(name));
    await refused({ address: { ...ADDRESS, branch: '/x' } }, '"/x"');
    expect(await metadata.addresses()).toEqual([]);
  });

  it('does not count when it takes too long to write', async () => {
    const clock = clockFrom(0);
    const metadata = await place.open({
      nowMs: () => {
        clock.pass(4 * 60_000);
        return clock.nowMs();
      },
    });
    await expect(metadata.publish(requestOf('a=1', null))).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(await metadata.head(ADDRESS)).toBeNull();
  });

  it('takes a large set', async () => {
    const metadata = await place.open();
    const objects = Array.from({ length: 2_000 }, (_, n) => objectOf(`team/file.join${n}`, 'x'.repeat(4_000)));
    const { head } = await metadata.publish(requestOf('', null, { objects }));
    expect(head.objects).toBe(2_000);
    expect((await metadata.snapshot(head.hash)).objects).toHaveLength(2_000);
    expect(head.hash).toBe(setHash(objects));
  });
});

describe('history and rollback', () => {
  it('tells who published what, the newest first', async () => {
    const metadata = await place.open();
    await metadata.publish(requestOf('a=1', null));
    await metadata.publish(requestOf('a=2', 'a=1', { who: 'bob', message: 'two' }));
    await metadata.publish(requestOf('a=3', 'a=2'));
    const all = await metadata.history(ADDRESS, { limit: 10 });
    expect(all.map(({ version, who, message }) => [version, who, message])).toEqual([
      [3, 'ada', 'to a=3'],
      [2, 'bob', 'two'],
      [1, 'ada', 'to a=1'],
    ]);
    expect(await metadata.history(ADDRESS, { limit: 1 })).toEqual(all.slice(0, 1));
    expect(await metadata.history(ADDRESS, { before: 3, limit: 1 })).toEqual(all.slice(1, 2));
    expect(await metadata.history({ ...ADDRESS, branch: 'other' }, { limit: 10 })).toEqual([]);
  });

  it('makes any earlier set the head again', async () => {
    const metadata = await place.open();
    await metadata.publish(requestOf('a=1 b=1', null));
    await metadata.publish(requestOf('a=2', 'a=1 b=1'));
    const back = { address: ADDRESS, who: 'eve', message: 'two was wrong' };
    const { head } = await metadata.rollback({ ...back, expectedHash: hashOf('a=2'), toVersion: 1 });
    expect(head).toMatchObject({
      version: 3,
      kind: 'rollback',
      rolledBackTo: 1,
      hash: hashOf('a=1 b=1'),
      who: 'eve',
      added: 1,
      changed: 1,
      removed: 0,
    });
    expect(await textOf(metadata)).toBe('a=1 b=1');
    const again = await metadata.rollback({ ...back, expectedHash: head.hash, toVersion: 1 });
    expect(again).toEqual({ outcome: 'unchanged', head });
    const refused = (expectedHash: string, toVersion: number) =>
      metadata.rollback({ ...back, expectedHash, toVersion });
    await expect(refused(head.hash, 4)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(refused(head.hash, 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(refused(hashOf('a=2'), 2)).rejects.toMatchObject({ code: 'ABORTED' });
    const elsewhere = { ...back, address: { ...ADDRESS, branch: 'other' }, expectedHash: head.hash, toVersion: 1 };
    await expect(metadata.rollback(elsewhere)).rejects.toMatchObject({ code: 'ABORTED' });
  });
});
