import { setTimeout as sleep } from 'node:timers/promises';
import { IsochronError } from '@isochron/schema';
import { joinBytes } from './bytes.ts';
import { keyText } from './checked.ts';
import { type Cell, readRows, scanRows } from './rows.ts';
import type { CellView, CellVisitor, KeyValueStore, ReadRequest, ScanRequest } from './store.ts';

/** How often each hostility strikes, from 0 (never) to 1 (always), by a script that the seed alone decides. */
export interface Hostility {
  readonly seed: number;
  /** A call waits up to this long before it starts, and again before its answer comes. */
  readonly delayMsMax: number;
  /** A call that writes rejects with UNAVAILABLE and has done nothing, as when the connection breaks on the way there. */
  readonly lostRequests: number;
  /** A call that writes does its work and then rejects with UNAVAILABLE, as when the connection breaks before the reply. */
  readonly lostReplies: number;
  /** A read or scan of freshness `any` gives rows as they were when they were last read. */
  readonly staleReads: number;
}

/** What the wrapper did, for the message of a test that fails. */
export interface HostileStore extends KeyValueStore {
  readonly events: readonly string[];
}

interface Answer {
  readonly rows: readonly { readonly key: Uint8Array; readonly cells: readonly Cell[] }[];
  readonly next: Uint8Array | null;
}

/**
 * Any store behind a bad network. It never breaks the contract of the one inside: what it says has happened has happened, and what it
 * denies may have.
 */
export function hostileStore(inner: KeyValueStore, hostility: Hostility): HostileStore {
  const random = randomNumbers(hostility.seed);
  const events: string[] = [];
  const past = new Past();

  const delayed = async <T>(work: () => Promise<T>): Promise<T> => {
    await sleep(random() * hostility.delayMsMax);
    const answer = await work();
    await sleep(random() * hostility.delayMsMax);
    return answer;
  };
  const losing = async <T>(call: string, work: () => Promise<T>): Promise<T> => {
    const isRequestLost = random() < hostility.lostRequests;
    const isReplyLost = random() < hostility.lostReplies;
    if (!isRequestLost) {
      const answer = await delayed(work);
      if (!isReplyLost) return answer;
    }
    events.push(`lost the ${isRequestLost ? 'request' : 'reply'} of ${call}`);
    throw new IsochronError('UNAVAILABLE', `Nothing was heard of ${call}; it may have happened. Try again.`);
  };
  const isStale = (freshness: string): boolean => freshness === 'any' && random() < hostility.staleReads;
  const read = async (table: string, request: ReadRequest, visit: CellVisitor): Promise<void> => {
    const now = await delayed(() => readRows(inner, table, request));
    const cells = now.map((row, index) => {
      const key = request.keys[index] ?? new Uint8Array();
      const name = nameOf(table, { ...request, keys: [key] });
      return past.answer(name, { rows: [{ key, cells: row }], next: null }, isStale(request.freshness));
    });
    cells.forEach(({ isOld, answer }, index) => {
      const row = answer.rows[0];
      if (row === undefined) return;
      if (isOld) events.push(`read row ${keyText(row.key)} of ${table} from the past`);
      show(index, row.key, row.cells, visit);
    });
  };
  const scan = async (table: string, request: ScanRequest, visit: CellVisitor) => {
    const now = await delayed(() => scanRows(inner, table, request));
    const { isOld, answer } = past.answer(nameOf(table, request), now, isStale(request.freshness));
    if (isOld) events.push(`scanned ${table} from the past`);
    answer.rows.forEach(({ key, cells }, index) => {
      show(index, key, cells, visit);
    });
    return { rows: answer.rows.length, next: answer.next };
  };
  return {
    events,
    ensureTable: (table) => losing(`ensureTable ${table.name}`, () => inner.ensureTable(table)),
    read,
    scan,
    mutate: (table, rows) => losing(`mutate ${table}`, () => inner.mutate(table, rows)),
    mutateIf: (table, row, condition) =>
      losing(`mutateIf ${table} ${keyText(row.key)}`, () => inner.mutateIf(table, row, condition)),
    close: () => inner.close(),
  };
}

/**
 * A store whose calls are repeated while they are UNAVAILABLE. `mutateIf` is repeated only after a look at the column of its condition: what it was to
 * write there says that it did. That is right for as long as nobody else writes the row in between; where others do, a caller must know its own.
 */
export function retryingStore(inner: KeyValueStore, attemptsMax: number): KeyValueStore {
  const again = async <T>(call: () => Promise<T>, settled: () => Promise<T | undefined>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await call();
      } catch (thrown) {
        if (attempt === attemptsMax || IsochronError.from(thrown).code !== 'UNAVAILABLE') throw thrown;
        const answer = await settled();
        if (answer !== undefined) return answer;
      }
    }
  };
  const never = async () => undefined;
  const mutateIf: KeyValueStore['mutateIf'] = (table, row, condition) => {
    const { family, qualifier } = condition;
    const written = row.mutations.findLast((mutation) => mutation.kind === 'replace' && mutation.family === family);
    const settled = async (): Promise<true | undefined> => {
      const columns = [{ family, from: qualifier }];
      const [cells] = await readRows(inner, table, { keys: [row.key], columns, freshness: 'latest' });
      const now = cells?.find((cell) => isSame(cell.qualifier, qualifier))?.value ?? null;
      return written?.kind === 'replace' && now !== null && isSame(now, written.value) ? true : undefined;
    };
    return again(() => inner.mutateIf(table, row, condition), settled);
  };
  return {
    ensureTable: (table) => again(() => inner.ensureTable(table), never),
    read: (table, request, visit) => inner.read(table, request, visit),
    scan: (table, request, visit) => inner.scan(table, request, visit),
    mutate: (table, rows) => again(() => inner.mutate(table, rows), never),
    mutateIf,
    close: () => inner.close(),
  };
}

/** What was answered before, by what was asked. */
class Past {
  readonly #answers = new Map<string, Answer>();

  answer(name: string, now: Answer, isStale: boolean): { readonly isOld: boolean; readonly answer: Answer } {
    const before = this.#answers.get(name);
    this.#answers.set(name, now);
    return isStale && before !== undefined ? { isOld: true, answer: before } : { isOld: false, answer: now };
  }
}

function show(row: number, key: Uint8Array, cells: readonly Cell[], visit: CellVisitor): void {
  for (const { family, timestampMs, qualifier, value } of cells) {
    const bytes = joinBytes(qualifier, value);
    const view: CellView = {
      family,
      timestampMs,
      bytes,
      qualifierStart: 0,
      qualifierEnd: qualifier.length,
      valueStart: qualifier.length,
      valueEnd: bytes.length,
    };
    visit(row, key, view);
    bytes.fill(0xee);
  }
}

const nameOf = (table: string, request: object): string =>
  JSON.stringify([table, request], (_name, value) => (value instanceof Uint8Array ? [...value] : value));

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Evenly spread numbers from 0 up to 1; 32 bits of state are plenty for a script. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
  };
}
