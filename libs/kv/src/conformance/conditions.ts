import { expect, it } from 'vitest';
import { bytesOfText } from '../bytes.ts';
import type { Condition, KeyValueStore } from '../store.ts';
import { mutate, openTable, read, rowOf, type Subject, TABLE } from './subject.ts';

/** A condition as `one:x=v`, or `one:x` that there is none. */
export function conditionOf(text: string): Condition {
  const [, family = '', qualifier = '', value] = /^(\w+):(\w*)(?:=(.*))?$/.exec(text) ?? [];
  return { family, qualifier: bytesOfText(qualifier), value: value === undefined ? null : bytesOfText(value) };
}

const mutateIf = (store: KeyValueStore, condition: string, key: string, ...mutations: readonly string[]) =>
  store.mutateIf(TABLE, rowOf(key, ...mutations), conditionOf(condition));

export function conditions(subject: () => Subject): void {
  it('mutates if the newest cell has the value', async () => {
    const store = await openTable(subject());
    await mutate(store, 'a', 'set three:x@1=old', 'set three:x@2=new');
    expect(await mutateIf(store, 'three:x=old', 'a', 'replace three:x@3=never')).toBe(false);
    expect(await mutateIf(store, 'three:x=ne', 'a', 'replace three:x@3=never')).toBe(false);
    expect(await mutateIf(store, 'three:y=new', 'a', 'replace three:x@3=never')).toBe(false);
    expect(await mutateIf(store, 'three:x', 'a', 'replace three:x@3=never')).toBe(false);
    expect(await read(store, ['a'])).toEqual([['three:x@2=new']]);
    expect(await mutateIf(store, 'three:x=new', 'a', 'replace three:x@0=next', 'set one:y@1=too')).toBe(true);
    expect(await read(store, ['a'])).toEqual([['one:y@1=too', 'three:x@0=next']]);
  });

  it('mutates if there is no such cell, in a row that is there or not', async () => {
    const store = await openTable(subject());
    expect(await mutateIf(store, 'one:x', 'a', 'replace one:x@1=first')).toBe(true);
    expect(await mutateIf(store, 'one:x', 'a', 'replace one:x@1=second')).toBe(false);
    expect(await mutateIf(store, 'one:y', 'a', 'replace one:y@1=too')).toBe(true);
    expect(await read(store, ['a'])).toEqual([['one:x@1=first', 'one:y@1=too']]);
    await mutate(store, 'a', 'delete');
    expect(await mutateIf(store, 'one:x', 'a', 'replace one:x@1=third')).toBe(true);
    expect(await mutateIf(store, 'one:x=', 'b', 'replace one:x@1=')).toBe(false);
    expect(await read(store, ['a', 'b'])).toEqual([['one:x@1=third'], []]);
  });

  it('tells an empty value from none', async () => {
    const store = await openTable(subject());
    await mutate(store, 'a', 'set one:x@1=');
    expect(await mutateIf(store, 'one:x', 'a', 'replace one:x@1=never')).toBe(false);
    expect(await mutateIf(store, 'one:x=', 'a', 'replace one:x@1=some')).toBe(true);
  });

  it('may take away what it looked at', async () => {
    const store = await openTable(subject());
    await mutate(store, 'a', 'set one:x@1=v', 'set three:x@1=w');
    expect(await mutateIf(store, 'one:x=v', 'a', 'replace three:x@2=v', 'replace one:x@2=gone', 'delete one')).toBe(
      true,
    );
    expect(await read(store, ['a'])).toEqual([['three:x@2=v']]);
  });
}
