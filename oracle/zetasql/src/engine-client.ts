import { createRequire } from 'node:module';
import { join } from 'node:path';
import { engineFolder } from './engine-process.ts';
import { packageFolder } from './install.ts';
import { CallError, type QueryAnswer } from './messages.ts';

/** The calls of the engine that we use. Each throws a {@link CallError}. */
export interface EngineClient {
  registerCatalog(request: object): Promise<{ readonly registered_id: string }>;
  prepareQuery(request: object, timeoutMs: number): Promise<object>;
  evaluateQuery(request: object, timeoutMs: number): Promise<QueryAnswer>;
  close(): void;
}

/**
 * Connects to an engine. gRPC is loaded when asked, from this package's own `node_modules`: the rest of the project is checked and built
 * without it. What it looks like is therefore written down below, as far as we use it.
 */
export function connect(address: string): EngineClient {
  const service = engineService();
  const stub = new service.constructor_(address, service.credentials, {
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
  });
  const call = <Answer>(method: string, request: object, timeoutMs: number): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const done: Done = (error, answer) => {
        if (error === null) resolve(answer as Answer);
        else reject(new CallError(error.code, error.details));
      };
      stub[method]?.(request, { deadline: Date.now() + timeoutMs }, done);
    });
  return {
    registerCatalog: (request) => call('RegisterCatalog', request, CATALOG_TIMEOUT_MS),
    prepareQuery: (request, timeoutMs) => call('PrepareQuery', request, timeoutMs),
    evaluateQuery: (request, timeoutMs) => call('EvaluateQuery', request, timeoutMs),
    close: () => stub.close(),
  };
}

/** Every feature the engine's protocol names, without `FEATURE_`. */
export function knownFeatures(): readonly string[] {
  return engineService().features.flatMap(({ name }) => (name.startsWith('FEATURE_') ? [name.slice(8)] : []));
}

const CATALOG_TIMEOUT_MS = 30_000;

type Done = (error: { code: number; details: string } | null, answer: unknown) => void;
type Call = (request: object, options: { deadline: number }, done: Done) => void;
type Stub = { readonly close: () => void } & { readonly [method: string]: Call };
interface EngineService {
  readonly constructor_: new (address: string, credentials: unknown, options: object) => Stub;
  readonly credentials: unknown;
  readonly features: readonly { readonly name: string }[];
}

function engineService(): EngineService {
  const require = createRequire(join(packageFolder, 'package.json'));
  const grpc = require('@grpc/grpc-js') as GrpcModule;
  const loader = require('@grpc/proto-loader') as LoaderModule;
  const root = join(engineFolder, 'protos');
  const definition = loader.loadSync('local_service.proto', {
    includeDirs: [root],
    keepCase: true,
    longs: String,
    enums: String,
    oneofs: true,
  });
  const { zetasql } = grpc.loadPackageDefinition(definition);
  return {
    constructor_: zetasql.local_service.ZetaSqlLocalService,
    credentials: grpc.credentials.createInsecure(),
    features: zetasql.LanguageFeature.type.value,
  };
}

interface GrpcModule {
  loadPackageDefinition(definition: unknown): {
    zetasql: {
      local_service: { ZetaSqlLocalService: EngineService['constructor_'] };
      LanguageFeature: { type: { value: EngineService['features'] } };
    };
  };
  credentials: { createInsecure(): unknown };
}

interface LoaderModule {
  loadSync(file: string, options: object): unknown;
}
