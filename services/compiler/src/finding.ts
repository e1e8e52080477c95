import { type LineageGraph, lineageGraph, type ObjectLineage, objectOfFile, type Reached } from '@isochron/compiler';
import { type ListedObject, type MetadataStore, type SetSnapshot, search } from '@isochron/metadata';
import type {
  GetLineageRequest,
  GetLineageResponse,
  GetObjectRequest,
  GetObjectResponse,
  ListHistoryRequest,
  ListHistoryResponse,
  ListObjectsRequest,
  ListObjectsResponse,
  ListSetsResponse,
  SearchObjectsRequest,
  SearchObjectsResponse,
  SetAddress as SetAddressMessage,
  SetVersion,
  WatchSetRequest,
} from '@isochron/rpc/compiler';
import { IsochronError } from '@isochron/schema';
import { foundMessage, nodeMessage, summaryMessage, versionMessage } from './messages.ts';
import { addressIn, limitIn, nothingPublished } from './request.ts';

export async function listSets(metadata: MetadataStore): Promise<ListSetsResponse> {
  return { sets: await metadata.addresses() };
}

export async function getHead(metadata: MetadataStore, asked: SetAddressMessage | undefined): Promise<SetVersion> {
  const address = addressIn(asked);
  const head = await metadata.head(address);
  if (head === null) throw nothingPublished(address);
  return versionMessage(head);
}

export async function listHistory(metadata: MetadataStore, request: ListHistoryRequest): Promise<ListHistoryResponse> {
  const page = { before: request.before, limit: limitIn(request.limit) };
  const versions = await metadata.history(addressIn(request.address), page);
  return { versions: versions.map(versionMessage) };
}

export async function getObject(metadata: MetadataStore, request: GetObjectRequest): Promise<GetObjectResponse> {
  const set = await setIn(metadata, request);
  const object = objectNamed(set, request.name);
  const texts = await metadata.texts([object.hash]);
  return { summary: summaryMessage(object), json: texts.get(object.hash) ?? '', setHash: set.hash };
}

export async function listObjects(metadata: MetadataStore, request: ListObjectsRequest): Promise<ListObjectsResponse> {
  const set = await setIn(metadata, request);
  const limit = limitIn(request.limit);
  const after = set.objects.filter(({ file }) => file > request.after).slice(0, limit);
  return { objects: after.map(summaryMessage), setHash: set.hash, total: set.objects.length };
}

export async function searchObjects(
  metadata: MetadataStore,
  request: SearchObjectsRequest,
): Promise<SearchObjectsResponse> {
  const { text, kind, team, tag, column, isOnline } = request;
  const limit = limitIn(request.limit);
  const set = await setIn(metadata, request);
  const query = { text, kind: said(kind), team: said(team), tag: said(tag), column: said(column), isOnline };
  const found = search(set.objects, query);
  return { objects: found.slice(0, limit).map(foundMessage), total: found.length, setHash: set.hash };
}

/** Each version as it becomes the head. */
export async function* watchSet(
  metadata: MetadataStore,
  request: WatchSetRequest,
  signal: AbortSignal,
): AsyncGenerator<SetVersion, void> {
  const address = addressIn(request.address);
  for await (const version of metadata.watch({ address, afterVersion: request.afterVersion, signal })) {
    yield versionMessage(version);
  }
}

/** Lineage of sets, whose graphs are kept for those that are looked at now. */
export class Lineages {
  readonly #metadata: MetadataStore;
  readonly #graphs = new Map<string, Promise<LineageGraph>>();

  constructor(metadata: MetadataStore) {
    this.#metadata = metadata;
  }

  async get(request: GetLineageRequest): Promise<GetLineageResponse> {
    const set = await setIn(this.#metadata, request);
    const graph = await this.#graphOf(set);
    const from = nodeAsked(set, request);
    const [upstream, downstream] = [graph.upstream(from), graph.downstream(from)];
    if (from.kind === 'table' && upstream.length + downstream.length === 0) throw unknownName(set, request.name);
    return {
      node: nodeMessage(from),
      upstream: upstream.map(nodeMessage),
      downstream: downstream.map(nodeMessage),
      setHash: set.hash,
    };
  }

  #graphOf(set: SetSnapshot): Promise<LineageGraph> {
    const graph = this.#graphs.get(set.hash) ?? this.#read(set);
    this.#graphs.delete(set.hash);
    this.#graphs.set(set.hash, graph);
    const oldest = this.#graphs.keys().next();
    if (this.#graphs.size > GRAPHS_MAX && oldest.done !== true) this.#graphs.delete(oldest.value);
    graph.catch(() => this.#graphs.delete(set.hash));
    return graph;
  }

  async #read({ objects }: SetSnapshot): Promise<LineageGraph> {
    const texts = await this.#metadata.lineages(objects.map(({ hash }) => hash));
    // Written by this service when it published, as JSON of a lineage, or null where there is none.
    const lineages = objects.map(({ hash }) => JSON.parse(texts.get(hash) ?? 'null') as ObjectLineage | null);
    return lineageGraph({ objects: lineages.filter((each) => each !== null) });
  }
}

const GRAPHS_MAX = 2;

/** The set of a request: the published one, or by its hash one that was published. */
async function setIn(
  metadata: MetadataStore,
  request: { readonly address: SetAddressMessage | undefined; readonly setHash?: string | undefined },
): Promise<SetSnapshot> {
  const address = addressIn(request.address);
  if (request.setHash !== undefined) return wholeSet(await metadata.snapshot(request.setHash));
  const head = await metadata.head(address);
  if (head === null) throw nothingPublished(address);
  return wholeSet(await metadata.snapshot(head.hash));
}

/** Nothing is found in a set of which something is lost: it would be missing without a word. */
function wholeSet(set: SetSnapshot): SetSnapshot {
  const [lost] = set.damaged;
  if (lost === undefined) return set;
  throw new IsochronError('DATA_LOSS', `${lost.file} is published, and what is stored of it is damaged.`);
}

function objectNamed(set: SetSnapshot, name: string): ListedObject {
  const found = set.objects.filter(({ file, summary }) => file === name || summary.name === name);
  const [only] = found;
  if (only === undefined) throw unknownName(set, name);
  if (found.length === 1) return only;
  const files = found.map(({ file }) => file).join(', ');
  throw new IsochronError('INVALID_ARGUMENT', `${name} could be any of ${files}: name the file.`);
}

function nodeAsked(set: SetSnapshot, { name, column }: GetLineageRequest): Reached {
  const whole = column === '' ? null : column;
  const isObject = set.objects.some(({ file, summary }) => file === name || summary.name === name);
  if (!isObject) return { kind: 'table', name, column: whole };
  const { file, summary } = objectNamed(set, name);
  const { columns } = summary;
  if (whole !== null && columns.length > 0 && !columns.includes(whole)) {
    throw new IsochronError(
      'NOT_FOUND',
      `${summary.name} has no column ${whole}; it has ${columns.slice(0, 20).join(', ')}.`,
    );
  }
  return { kind: objectOfFile(file)?.kind ?? 'table', name: summary.name, column: whole };
}

function unknownName({ objects }: SetSnapshot, name: string): IsochronError {
  const tail = name.split(/[/.]/).at(-1) ?? name;
  const near = objects.map(({ summary }) => summary.name).filter((each) => tail !== '' && each.includes(tail));
  const hint = near.length === 0 ? '' : ` There is ${near.slice(0, 5).join(', ')}.`;
  return new IsochronError('NOT_FOUND', `The set has nothing called ${JSON.stringify(name.slice(0, 200))}.${hint}`);
}

const said = (text: string): string | undefined => (text === '' ? undefined : text);
