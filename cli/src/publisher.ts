import { createHash } from 'node:crypto';
import type {
  DiffRequest,
  DiffResponse,
  ObjectFile,
  PublishRequest,
  PublishResponse,
  SetAddress,
} from '@isochron/rpc/compiler';
import { IsochronError } from '@isochron/schema';
import { type ProofOptions, serverOf } from './server-proof.ts';
import { openCompiler } from './wiring.ts';

/** Who takes sets of definitions: a service elsewhere, or the same in this process on the embedded store. */
export interface Publisher {
  /** For people: `grpc://host:port`, or that it is the embedded store. */
  readonly where: string;
  /** Hashes of the published objects, by file; none where nothing is published. */
  published(address: SetAddress): Promise<ReadonlyMap<string, string>>;
  diff(request: DiffRequest): Promise<DiffResponse>;
  publish(request: PublishRequest): Promise<PublishResponse>;
  close(): Promise<void>;
}

/** Of a call to a service elsewhere, which has to check thousands of definitions. */
const TIMEOUT_MS = 120_000;
const PAGE = 1_000;

export interface PublisherOptions {
  /** `grpc://host:port`, `grpcs://host:port`; null: the embedded store under `home`. */
  readonly service: string | null;
  readonly proof: ProofOptions;
  readonly home: string | undefined;
  readonly signal: AbortSignal;
}

export function openPublisher(options: PublisherOptions): Promise<Publisher> {
  return options.service === null ? embedded(options) : remote(options.service, options);
}

/** An object as it is sent: by its hash where it is published already. */
export function objectFile(file: string, json: string, published: ReadonlyMap<string, string>): ObjectFile {
  const hash = createHash('sha256').update(json, 'utf8').digest('hex');
  return {
    file,
    content: published.get(file) === hash ? { $case: 'hash', value: hash } : { $case: 'json', value: json },
  };
}

async function embedded({ home, signal }: PublisherOptions): Promise<Publisher> {
  const [{ api, close }, { localCall }] = await Promise.all([openCompiler({ home }), import('@isochron/rpc')]);
  const context = localCall(signal);
  return {
    where: 'the embedded store',
    published: (address) => publishedIn((request) => api.listObjects(request, context), address),
    diff: (request) => api.diff(request, context),
    publish: (request) => api.publish(request, context),
    close,
  };
}

async function remote(service: string, { proof: said, signal }: PublisherOptions): Promise<Publisher> {
  const { address, proof } = await serverOf(service, said);
  const [{ call, createClient }, { CompilerClient }] = await Promise.all([
    import('@isochron/rpc'),
    import('@isochron/rpc/compiler'),
  ]);
  const client = createClient(CompilerClient, address, proof);
  const settings = { timeoutMs: TIMEOUT_MS, signal };
  return {
    where: service,
    published: (set) => publishedIn((request) => call(client, client.listObjects, request, settings), set),
    diff: (request) => call(client, client.diff, request, settings),
    publish: (request) => call(client, client.publish, request, settings),
    close: async () => client.close(),
  };
}

type List = (request: {
  readonly address: SetAddress;
  readonly after: string;
  readonly limit: number;
  readonly setHash?: string;
}) => Promise<{
  readonly objects: readonly { readonly file: string; readonly hash: string }[];
  readonly setHash: string;
}>;

async function publishedIn(list: List, address: SetAddress): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  try {
    let page = await list({ address, after: '', limit: PAGE });
    for (;;) {
      for (const { file, hash } of page.objects) hashes.set(file, hash);
      if (page.objects.length < PAGE) return hashes;
      page = await list({ address, after: page.objects.at(-1)?.file ?? '', limit: PAGE, setHash: page.setHash });
    }
  } catch (thrown) {
    if (thrown instanceof IsochronError && thrown.code === 'NOT_FOUND') return hashes;
    throw thrown;
  }
}
