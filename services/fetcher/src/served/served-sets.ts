import { createHash } from 'node:crypto';
import { type DefinitionObject, ServedPlanner, type UploadedColumns } from '@isochron/compiler';
import type { KeyValueStore } from '@isochron/kv';
import { addressText, type ListedObject, type MetadataStore, type SetAddress } from '@isochron/metadata';
import { IsochronError } from '@isochron/schema';
import type { Clock, Logger } from '@isochron/service';
import {
  type ContributionCache,
  type Generations,
  Interned,
  PartReaders,
  type ServedGeneration,
  StoredGenerations,
  stateAgeMaxMs,
} from '@isochron/serving';
import { DamagedDefinition, listedIn, objectIn } from './published.ts';
import type { RequestColumns } from './request-columns.ts';
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

/** What is known of an object between loads: it is read and planned again only where what it comes from has changed, and is not held itself. */
interface Known {
  readonly state: 'read' | 'unreadable' | 'damaged';
  /** That its definition reads. */
  readonly datasets: readonly string[];
  /** Of the object and what its uploads say of their columns. */
  readonly madeOf: string;
  readonly entry: Entry;
}

/** What a load plans with. */
interface Planning {
  readonly columns: ColumnsOfUploads;
  readonly planner: ServedPlanner;
  readonly turns: Turns;
}

const AGE_IN_LOAD_MAX_MS = 5_000;

/** So many definitions are held at once while they are read and planned. */
const PAGE = 256;

/**
 * What is served, kept current with what is published and uploaded. `load` makes a new {@link ServedSet} beside the one in use and puts it in its place whole; what
 * cannot be served yet goes on as it was. It is for one caller at a time.
 */
export class ServedSets implements Generations {
  #set = new ServedSet(0, []);
  readonly #options: ServedSetsOptions;
  readonly #generations: StoredGenerations;
  readonly #readers = new PartReaders();
  readonly #requests = new Interned<RequestColumns>();
  #known: ReadonlyMap<string, Known> = new Map();
  #datasets: ReadonlySet<string> = new Set();
  #readAtMs = Number.NEGATIVE_INFINITY;
  /** Whether all that was read in the last load came to be served, and goes by what uploads say now; where one failed half-way, all is looked at again. */
  #isWhole = false;
  /** Whether anything of the store has changed since the definitions were last looked at. */
  #hasChanged = true;
  /** Hashes of the texts that were damaged in the last load. */
  #damaged: readonly string[] = [];

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

  /** How many published definitions are damaged in the store. */
  get damaged(): number {
    return this.#damaged.length;
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
    if (this.#isWhole && version === this.#set.version && !(await this.#isMended())) return;
    this.#isWhole = this.#hasChanged = false;
    const listed = head === null ? [] : listedIn(await metadata.snapshot(head.hash));
    const known = await this.#knowAll(listed);
    const isSame = version === this.#set.version && [...known].every(([file, each]) => each === this.#known.get(file));
    const fresh = [...known].filter(
      ([file, { entry }]) => entry.served !== null && this.#known.get(file)?.entry.served !== entry.served,
    );
    if (!isSame) await this.#take(version, known, fresh);
    // Of what is served, and of what is published and waits for an upload.
    const published = known.values().flatMap(({ datasets }) => datasets);
    this.#generations.keep(new Set([...this.#datasets, ...published]));
    this.#damaged = listed.flatMap(({ file, hash }) => (known.get(file)?.state === 'damaged' ? [hash] : []));
    this.#isWhole = !this.#hasChanged;
    if (!isSame) this.#log(fresh.length, clock.elapsedMs() - startedMs);
  }

  async #refresh(): Promise<void> {
    const startedMs = this.#options.clock.elapsedMs();
    if (await this.#generations.refresh()) {
      this.#hasChanged = true;
      this.#isWhole = false;
    }
    this.#readAtMs = startedMs;
  }

  /** Whether a text that was damaged is whole again. */
  async #isMended(): Promise<boolean> {
    return this.#damaged.length > 0 && (await this.#options.metadata.wholeTexts(this.#damaged)).size > 0;
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

  /** By file, those that are online. */
  async #knowAll(listed: readonly ListedObject[]): Promise<ReadonlyMap<string, Known>> {
    const { datasets, clock } = this.#options;
    const columns = new ColumnsOfUploads(this.#generations);
    const planner = new ServedPlanner({ uploadedOf: (groupBy) => columns.of(datasets.batch(groupBy)) });
    const planning = { columns, planner, turns: new Turns(clock) };
    const known = new Map<string, Known>();
    for (let from = 0; from < listed.length; from += PAGE) {
      // What is served goes by the states of the store while thousands are planned; what is planned, by what they were.
      if (this.ageMs > AGE_IN_LOAD_MAX_MS) await this.#refresh();
      await this.#knowPage(listed.slice(from, from + PAGE), planning, known);
    }
    return known;
  }

  /** What could not be read before is read again. */
  async #knowPage(page: readonly ListedObject[], planning: Planning, known: Map<string, Known>): Promise<void> {
    const { columns, turns } = planning;
    const stale = page.filter((each) => !this.#isCurrent(each, columns));
    const texts = await this.#options.metadata.wholeTexts(stale.map(({ hash }) => hash));
    const objects = new Map<string, DefinitionObject | IsochronError>();
    for (const each of stale) {
      await turns.pass();
      objects.set(each.file, objectIn(each, texts.get(each.hash)));
    }
    await this.#generations.learn([...objects.values()].flatMap((object) => this.#datasetsOf(object)));
    for (const each of page) {
      const object = objects.get(each.file);
      const before = this.#known.get(each.file);
      await turns.pass();
      if (object === undefined && before !== undefined) known.set(each.file, before);
      else if (object !== undefined && isOnline(object)) known.set(each.file, this.#know(each, object, planning));
    }
  }

  #isCurrent({ file, hash }: ListedObject, columns: ColumnsOfUploads): boolean {
    const known = this.#known.get(file);
    return known?.state === 'read' && known.madeOf === madeOf(hash, known.datasets, columns);
  }

  #know(
    { file, hash, summary }: ListedObject,
    object: DefinitionObject | IsochronError,
    { columns, planner }: Planning,
  ): Known {
    const before = this.#known.get(file);
    const datasets = this.#datasetsOf(object);
    const own = object instanceof IsochronError ? `${hash} unread` : madeOf(hash, datasets, columns);
    if (before?.madeOf === own) return before;
    const known = { state: stateOf(object), datasets, madeOf: own };
    const kind = summary.kind === 'join' ? 'join' : 'group-by';
    const about = { kind, name: summary.name, team: summary.team } as const;
    try {
      if (object instanceof IsochronError) throw object;
      return { ...known, entry: { ...about, served: this.#make(object, planner), fault: null } };
    } catch (thrown) {
      const fault = thrown instanceof IsochronError ? thrown : unplanned(summary.name, thrown);
      return { ...known, entry: { ...about, served: before?.entry.served ?? null, fault } };
    }
  }

  #make(object: DefinitionObject, planner: ServedPlanner): ServedObject {
    const { store, cache, datasets } = this.#options;
    return makeServed(object, {
      store,
      cache,
      generations: this,
      readers: this.#readers,
      datasets,
      planner,
      requests: this.#requests,
    });
  }

  #datasetsOf(object: DefinitionObject | IsochronError): readonly string[] {
    if (object instanceof IsochronError) return [];
    return groupBysOf(object).map(({ metaData }) => this.#options.datasets.batch(metaData?.name ?? ''));
  }

  /** What is looked at for an object: what its definition reads, and what it reads as long as it is served as it was. */
  #readBy({ datasets, entry }: Known): readonly string[] {
    const served = entry.served?.reader.plan.parts ?? [];
    return [...datasets, ...served.map(({ dataset }) => dataset)];
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

const madeOf = (hash: string, datasets: readonly string[], columns: ColumnsOfUploads): string =>
  [hash, ...datasets.map((dataset) => columns.hashOf(dataset))].join(' ');

/** One that cannot be read counts as listed: as online. */
const isOnline = (object: DefinitionObject | IsochronError): boolean =>
  object instanceof IsochronError || object.thrift.metaData?.online === true;

function stateOf(object: DefinitionObject | IsochronError): Known['state'] {
  if (object instanceof DamagedDefinition) return 'damaged';
  return object instanceof IsochronError ? 'unreadable' : 'read';
}

/** Versions only rise, so a store that has none, or an earlier one, has lost what it had. */
const lostSet = (address: SetAddress, served: number, found: number): IsochronError =>
  new IsochronError(
    'DATA_LOSS',
    `Version ${served} of ${addressText(address)} is served, and the store has ${found === 0 ? 'none' : `only ${found}`}. Restore it, or publish again; until then the version is served on.`,
  );

/** A fault of ours over one object, which is no reason to withhold the others. */
const unplanned = (name: string, thrown: unknown): IsochronError =>
  new IsochronError('INTERNAL', `${name} cannot be served: planning it failed in a way it should not.`, thrown);

/** What the uploads in force say of their columns, and go on saying to one load. */
class ColumnsOfUploads {
  readonly #generations: StoredGenerations;
  readonly #columns = new Map<string, UploadedColumns | null>();
  readonly #hashes = new Map<string, string>();

  constructor(generations: StoredGenerations) {
    this.#generations = generations;
  }

  of(dataset: string): UploadedColumns | null {
    const known = this.#columns.get(dataset);
    if (known !== undefined) return known;
    const columns = this.#generations.current(dataset)?.columns ?? null;
    this.#columns.set(dataset, columns);
    return columns;
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
