import type { KeyValueStore } from './store.ts';

/** Another store, some of whose verbs are answered otherwise: for tests in which a store breaks, is slow, or is counted. */
export const over = (inner: KeyValueStore, verbs: Partial<KeyValueStore>): KeyValueStore => ({
  ensureTable: (table) => inner.ensureTable(table),
  read: (...asked) => inner.read(...asked),
  scan: (...asked) => inner.scan(...asked),
  mutate: (...asked) => inner.mutate(...asked),
  mutateIf: (...asked) => inner.mutateIf(...asked),
  close: () => inner.close(),
  ...verbs,
});
