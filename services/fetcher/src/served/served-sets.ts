import { createHash } from 'node:crypto';
import { type DefinitionObject, objectOfFile, readObject, type UploadedColumns } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import { addressText, type ListedObject, type MetadataStore, type SetAddress } from '@isochron/metadata';
import { IsochronError } from '@isochron/schema';
import type { Clock, Logger } from '@isochron/service';
import {
  type ContributionCache,
  type Generations,
  PartReaders,
  type ServedGeneration,
  StoredGenerations,
  stateAgeMaxMs,
} from '@isochron/serving';
import { problemText } from '@isochron/thrift';
import { type DatasetNames, groupBysOf, makeServed, type ServedObject } from './served-object.ts';
import { type Entry, ServedSet } from './served-set.ts';
import { Turns } from './turns.ts';
import { warmUp } from './warm-up.ts';

export interface ServedSetsOptions {
  readonly store: KeyValueStore;
  readonly metadata: MetadataStore;
  readonly address: SetAddress;
  readonly datasets: DatasetNames;
  readonly cache: ContributionCache | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What is known of an object between loads: it is read and planned again only where what it comes from has changed. */
interface Known {
  readonly object: DefinitionObject | IsochronError;
  /** Of the object and what its uploads say of their columns. */
  readonly madeOf: string;
  readonly entry: Entry;
}

/**
 * What is served, kept current with what is published and uploaded. `load` makes a new {@link ServedSet} beside the one in use and puts it in its place whole; what
 * cannot be served yet goes on as it was. It is for one caller at a time.
 */
export class ServedSets implements Generations {
  #set = new ServedSet(0, []);
  readonly #options: ServedSetsOptions;
  readonly #generations: StoredGenerations;
  readonly #readers = new PartReaders();
  #known: ReadonlyMap<string, Known> = new Map();
  #datasets: ReadonlySet<string> = new Set();
  #readAtMs = Number.NEGATIVE_INFINITY;
  /** Whether all that was read in the last load came to be served; where one failed half-way, all is looked at again. */
  #isWhole = false;

  constructor(options: ServedSetsOptions) {
    this.#options = options;
    this.#generations = new StoredGenerations(options.store, []);
  }

  get current(): ServedSet {
    return this.#set;
  }

  /** Milliseconds since the states of the datasets were read. */
  get ageMs(): number {
    return this.#options.clock.elapsedMs() - this.#readAtMs;
  }

  /** Those in force, of all datasets that are served. */
  generations(): readonly ServedGeneration[] {
    return [...this.#datasets].flatMap((dataset) => this.#generations.current(dataset) ?? []);
  }

  /** UNAVAILABLE where it is not known any more which generations may be read. */
  at(dataset: string, atMs: number): ServedGeneration {
    if (this.ageMs > stateAgeMaxMs) {
      throw new IsochronError(
        'UNAVAILABLE',
        `The state of the store was last read ${Math.round(this.ageMs / 1000)} s ago; try again when it can be reached.`,
      );
    }
    return this.#generations.at(dataset, atMs);
  }

  /**
   * Rejects as the store does; then what is served stays as it is. The states of what is served are read first, so that it goes on being served whatever becomes of
   * the definitions.
   */
  async load(): Promise<void> {
    const { metadata, address, clock } = this.#options;
    const startedMs = clock.elapsedMs();
    await this.#refresh();
    const head = await metadata.head(address);
    const version = head?.version ?? 0;
    if (version < this.#set.version) throw lostSet(address, this.#set.version, version);
    if (this.#isWhole && version === this.#set.version) return;
    this.#isWhole = false;
    const turns = new Turns(clock);
    const listed = head === null ? [] : (await metadata.snapshot(head.hash)).objects.filter(isServed);
    const objects = await this.#objectsOf(listed, turns);
    const published = objects
      .values()
      .flatMap((object) => this.#datasetsOf(object))
      .toArray();
    this.#generations.follow(published);
    await this.#refresh();
    const known = await this.#knowAll(listed, objects, turns);
    const isSame =
      version === this.#set.version && listed.every(({ file }) => known.get(file) === this.#known.get(file));
    const fresh = [...known].filter(
      ([file, { entry }]) => entry.served !== null && this.#known.get(file)?.entry.served !== entry.served,
    );
    if (!isSame) await this.#take(version, known, fresh);
    // Of what is served, and of what is published and waits for an upload.
    this.#generations.keep(new Set([...this.#datasets, ...published]));
    this.#isWhole = true;
    if (!isSame) this.#log(fresh.length, clock.elapsedMs() - startedMs);
  }

  async #refresh(): Promise<void> {
    const startedMs = this.#options.clock.elapsedMs();
    if (await this.#generations.refresh()) this.#isWhole = false;
    this.#readAtMs = startedMs;
  }

  /** Serves what is known from now on, and not before what is new of it is warm. */
  async #take(
    version: number,
    known: ReadonlyMap<string, Known>,
    fresh: readonly (readonly [file: string, Known])[],
  ): Promise<void> {
    await warmUp(
      fresh.flatMap(([, { entry }]) => entry.served ?? []),
      this.#options.clock,
    );
    this.#known = known;
    this.#set = new ServedSet(
      version,
      [...known.values()].map(({ entry }) => entry),
    );
    this.#datasets = new Set([...known.values()].flatMap((each) => this.#readBy(each)));
  }

  async #objectsOf(
    listed: readonly ListedObject[],
    turns: Turns,
  ): Promise<ReadonlyMap<string, DefinitionObject | IsochronError>> {
    const unread = new Set(listed.filter((each) => !this.#known.get(each.file)?.madeOf.startsWith(each.hash)));
    const texts = await this.#options.metadata.texts([...unread].map(({ hash }) => hash));
    const objects = new Map<string, DefinitionObject | IsochronError>();
    for (const each of listed) {
      await turns.pass();
      const known = unread.has(each) ? undefined : this.#known.get(each.file)?.object;
      objects.set(each.file, known ?? objectIn(each, texts.get(each.hash)));
    }
    return objects;
  }

  async #knowAll(
    listed: readonly ListedObject[],
    objects: ReadonlyMap<string, DefinitionObject | IsochronError>,
    turns: Turns,
  ): Promise<ReadonlyMap<string, Known>> {
    const columns = new ColumnsOfUploads(this.#generations);
    const known = new Map<string, Known>();
    for (const each of listed) {
      await turns.pass();
      known.set(each.file, this.#know(each, objects.get(each.file), columns));
    }
    return known;
  }

  #know(
    { file, hash, summary }: ListedObject,
    object: DefinitionObject | IsochronError | undefined,
    columns: ColumnsOfUploads,
  ): Known {
    const before = this.#known.get(file);
    const read = object ?? missing(file);
    const madeOf = [hash, ...this.#datasetsOf(read).map((dataset) => columns.hashOf(dataset))].join(' ');
    if (before?.madeOf === madeOf) return before;
    const kind = summary.kind === 'join' ? 'join' : 'group-by';
    const about = { kind, name: summary.name, team: summary.team } as const;
    try {
      if (read instanceof IsochronError) throw read;
      return { object: read, madeOf, entry: { ...about, served: this.#make(read, columns), fault: null } };
    } catch (thrown) {
      if (!(thrown instanceof IsochronError)) throw thrown;
      return { object: read, madeOf, entry: { ...about, served: before?.entry.served ?? null, fault: thrown } };
    }
  }

  #make(object: DefinitionObject, columns: ColumnsOfUploads): ServedObject {
    const { store, cache, datasets } = this.#options;
    const uploadedOf = (groupBy: string) => columns.of(datasets.batch(groupBy));
    return makeServed(object, { store, cache, generations: this, readers: this.#readers, datasets, uploadedOf });
  }

  #datasetsOf(object: DefinitionObject | IsochronError): readonly string[] {
    if (object instanceof IsochronError) return [];
    return groupBysOf(object).map(({ metaData }) => this.#options.datasets.batch(metaData?.name ?? ''));
  }

  /** What is looked at for an object: what its definition reads, and what it reads as long as it is served as it was. */
  #readBy({ object, entry }: Known): readonly string[] {
    const served = entry.served?.reader.plan.parts ?? [];
    return [...this.#datasetsOf(object), ...served.map(({ dataset }) => dataset)];
  }

  #log(made: number, tookMs: number): void {
    const { version, entries } = this.#set;
    const faults = entries.filter(({ fault }) => fault !== null);
    const fields = { version, served: entries.length - faults.length, made, tookMs: Math.round(tookMs) };
    this.#options.logger.info(fields, 'serving a new set');
    for (const { name, served, fault } of faults.slice(0, LOGGED_MAX)) {
      this.#options.logger.warn(
        { object: name, stillServed: served !== null, err: fault },
        'not served as it is published',
      );
    }
  }
}

const LOGGED_MAX = 20;

/** Versions only rise, so a store that has none, or an earlier one, has lost what it had. */
const lostSet = (address: SetAddress, served: number, found: number): IsochronError =>
  new IsochronError(
    'DATA_LOSS',
    `Version ${served} of ${addressText(address)} is served, and the store has ${found === 0 ? 'none' : `only ${found}`}. Restore it, or publish again; until then the version is served on.`,
  );

const isServed = ({ summary }: ListedObject): boolean =>
  summary.isOnline && (summary.kind === 'join' || summary.kind === 'group-by');

const missing = (file: string): IsochronError =>
  new IsochronError('DATA_LOSS', `${file} is published, and its text is not there. Publish the set again.`);

function objectIn({ file, summary }: ListedObject, text: string | undefined): DefinitionObject | IsochronError {
  const named = objectOfFile(file);
  if (text === undefined || named === null) return missing(file);
  const reading = readObject(named.kind, text, summary.name);
  if (reading.kind !== 'refused') return reading.value;
  return new IsochronError('DATA_LOSS', `${file} cannot be read: ${reading.problems.map(problemText).join('; ')}.`);
}

/** What the uploads in force say of their columns. */
class ColumnsOfUploads {
  readonly #generations: StoredGenerations;
  readonly #hashes = new Map<string, string>();

  constructor(generations: StoredGenerations) {
    this.#generations = generations;
  }

  of(dataset: string): UploadedColumns | null {
    return this.#generations.current(dataset)?.columns ?? null;
  }

  hashOf(dataset: string): string {
    const known = this.#hashes.get(dataset);
    if (known !== undefined) return known;
    const columns = this.of(dataset);
    const hash = columns === null ? '-' : createHash('sha256').update(JSON.stringify(columns)).digest('base64url');
    this.#hashes.set(dataset, hash);
    return hash;
  }
}
