import { bytesOfText, type CellView, type ColumnRange, copyOfBytes, type RowMutation, textOfBytes } from '@isochron/kv';
import { IsochronError } from '@isochron/schema';
import { type MetadataContext, persistently } from './context.ts';
import { type ObjectSummary, objectHash } from './set.ts';
import { cellOf, objects } from './tables.ts';

/** An object as it is stored: its text, and what its publisher said of it. */
export interface StoredObject {
  readonly hash: string;
  readonly json: string;
  readonly summary: ObjectSummary;
  /** JSON as the publisher has it. */
  readonly lineage: string;
}

/** Of a call, so that none comes near the port's limit and other writers get their turn. */
const BYTES_PER_CALL = 8 * 2 ** 20;
const ROWS_PER_READ = 500;

/** Writes objects, of which many may be there already; the lease says who needs them, until when they count. */
export async function writeObjects(
  context: MetadataContext,
  stored: readonly StoredObject[],
  lease: string,
): Promise<void> {
  for (const batch of batches(stored.map((object) => rowOf(object, lease, context.nowMs())))) {
    await persistently(context, () => context.store.mutate(objects.table, batch));
  }
}

/** Texts by hash. DATA_LOSS if one of them is not there, or is not what its hash says. */
export async function readTexts(
  context: MetadataContext,
  hashes: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...hashes];
  return allOf(wanted, await readWholeTexts(context, wanted));
}

/** Those of the texts that are there and are what their hash says. */
export async function readWholeTexts(
  context: MetadataContext,
  hashes: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const texts = await readFamily(context, hashes, objects.json);
  return new Map([...texts].filter(([hash, text]) => objectHash(text) === hash));
}

/** Those of the summaries that are there and can be read. */
export async function readSummaries(
  context: MetadataContext,
  hashes: Iterable<string>,
): Promise<ReadonlyMap<string, ObjectSummary>> {
  const texts = await readFamily(context, hashes, objects.summary);
  return new Map(
    [...texts].flatMap(([hash, text]): [string, ObjectSummary][] => {
      const summary = summaryIn(text);
      return summary === null ? [] : [[hash, summary]];
    }),
  );
}

function summaryIn(text: string): ObjectSummary | null {
  try {
    // Written by `writeObjects` alone, as JSON of a summary; of what was damaged since, hardly anything is JSON.
    return JSON.parse(text) as ObjectSummary;
  } catch {
    return null;
  }
}

/** By hash, JSON as its publisher had it. DATA_LOSS if one of them is not there. */
export async function readLineages(
  context: MetadataContext,
  hashes: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...hashes];
  return allOf(wanted, await readFamily(context, wanted, objects.lineage));
}

function allOf(wanted: readonly string[], found: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const lost = wanted.find((hash) => !found.has(hash));
  if (lost === undefined) return found;
  throw new IsochronError(
    'DATA_LOSS',
    `The stored object ${lost} is missing or not what its hash says: it was damaged.`,
  );
}

/** What is there. What is written once may be read from anywhere; only what is missing there is asked for where it must be. */
async function readFamily(
  context: MetadataContext,
  hashes: Iterable<string>,
  family: string,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const wanted = [...new Set(hashes)];
  for (let start = 0; start < wanted.length; start += ROWS_PER_READ) {
    const some = wanted.slice(start, start + ROWS_PER_READ);
    await readInto(texts, context, some, family, 'any');
    const missing = some.filter((hash) => !texts.has(hash));
    if (missing.length > 0) await readInto(texts, context, missing, family, 'latest');
  }
  return texts;
}

async function readInto(
  texts: Map<string, string>,
  context: MetadataContext,
  hashes: readonly string[],
  family: string,
  freshness: 'any' | 'latest',
): Promise<void> {
  const columns: readonly ColumnRange[] = [{ family }];
  const request = { keys: hashes.map(bytesOfText), columns, freshness };
  const visit = (row: number, _key: Uint8Array, { bytes, valueStart, valueEnd }: CellView): void => {
    const hash = hashes[row];
    if (hash !== undefined) texts.set(hash, textOfBytes(copyOfBytes(bytes, valueStart, valueEnd)));
  };
  await persistently(context, () => context.store.read(objects.table, request, visit));
}

function rowOf({ hash, json, summary, lineage }: StoredObject, lease: string, nowMs: number): RowMutation {
  const cells = [
    cellOf(objects.json, json, nowMs),
    cellOf(objects.summary, JSON.stringify(summary), nowMs),
    cellOf(objects.lineage, lineage, nowMs),
    cellOf(objects.lease, lease, nowMs),
  ];
  return { key: bytesOfText(hash), mutations: cells };
}

function* batches(rows: readonly RowMutation[]): Generator<readonly RowMutation[]> {
  const distinct = [...new Map(rows.map((row) => [textOfBytes(row.key), row])).values()];
  let batch: RowMutation[] = [];
  let bytes = 0;
  for (const row of distinct) {
    const size = row.mutations.reduce((sum, each) => sum + ('value' in each ? each.value.length : 0), 0);
    if (batch.length > 0 && bytes + size > BYTES_PER_CALL) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
