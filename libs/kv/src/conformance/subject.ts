import { IsochronError } from '@isochron/schema';
import { expect } from 'vitest';
import { bytesOfText, textOfBytes } from '../bytes.ts';
import { readRows, scanRows } from '../rows.ts';
import type { ColumnRange, KeyValueStore, Mutation, ScanRequest } from '../store.ts';

/** What the suite is run on: one fresh place for tables, opened as often as wanted. */
export interface Subject {
  /** Another handle on the same tables, as another process would have. */
  open(): Promise<KeyValueStore>;
  /** Closes what was opened and removes everything. */
  dispose(): Promise<void>;
}

export const TABLE = 'things';

/** Two families of which the first keeps one version of a cell, the second three. */
export async function openTable(subject: Subject): Promise<KeyValueStore> {
  const store = await subject.open();
  await store.ensureTable({
    name: TABLE,
    families: [
      { name: 'one', versionsMax: 1 },
      { name: 'three', versionsMax: 3 },
    ],
  });
  return store;
}

/** A mutation as `set one:q@5=v`, `replace one:q@5=v`, `delete one:q`, `delete one` or `delete`. */
export function mutationOf(text: string): Mutation {
  const found = /^(set|replace|delete)(?: (\w+)(?::(\w*)(?:@(\d+)=(.*))?)?)?$/.exec(text);
  const [, kind, family, qualifier, timestamp, value] = found ?? [];
  if (family === undefined) return { kind: 'delete-row' };
  if (qualifier === undefined) return { kind: 'delete-family', family };
  if (kind === 'delete') return { kind: 'delete-column', family, qualifier: bytesOfText(qualifier) };
  const cell = { family, qualifier: bytesOfText(qualifier), timestampMs: Number(timestamp) };
  return { kind: kind === 'set' ? 'set' : 'replace', ...cell, value: bytesOfText(value ?? '') };
}

export const rowOf = (key: string, ...mutations: readonly string[]) => ({
  key: bytesOfText(key),
  mutations: mutations.map(mutationOf),
});

export const mutate = (store: KeyValueStore, key: string, ...mutations: readonly string[]): Promise<void> =>
  store.mutate(TABLE, [rowOf(key, ...mutations)]);

export const BOTH: readonly ColumnRange[] = [{ family: 'one' }, { family: 'three' }];

interface Shown {
  readonly columns?: readonly ColumnRange[];
  readonly versions?: number;
}

/** Rows as lists of `one:q@5=v`. */
export async function read(
  store: KeyValueStore,
  keys: readonly string[],
  { columns = BOTH, versions }: Shown = {},
): Promise<readonly (readonly string[])[]> {
  const request = { keys: keys.map(bytesOfText), columns, freshness: 'latest' } as const;
  const rows = await readRows(store, TABLE, { ...request, ...(versions === undefined ? {} : { versions }) });
  return rows.map((cells) => cells.map(cellText));
}

/** Scanned rows as `key: one:q@5=v one:r@5=w`. */
export async function scan(store: KeyValueStore, request: Partial<ScanRequest> = {}): Promise<readonly string[]> {
  const all = { from: new Uint8Array(), to: null, rowsMax: 1_000, columns: BOTH, freshness: 'latest' } as const;
  const { rows } = await scanRows(store, TABLE, { ...all, ...request });
  return rows.map(({ key, cells }) => `${textOfBytes(key)}: ${cells.map(cellText).join(' ')}`);
}

export function cellText(cell: {
  readonly family: string;
  readonly qualifier: Uint8Array;
  readonly timestampMs: number;
  readonly value: Uint8Array;
}): string {
  return `${cell.family}:${textOfBytes(cell.qualifier)}@${cell.timestampMs}=${textOfBytes(cell.value)}`;
}

/** That a call rejects with a code, and with words in its message. */
export async function expectError(
  call: Promise<unknown>,
  code: IsochronError['code'],
  ...words: readonly string[]
): Promise<void> {
  const thrown = await call.then(
    (answer) => new Error(`It did not reject but answered ${JSON.stringify(answer)}.`),
    (reason: unknown) => reason,
  );
  expect(thrown).toBeInstanceOf(IsochronError);
  expect(thrown).toMatchObject({ code });
  for (const word of words) expect(String(thrown)).toContain(word);
}
