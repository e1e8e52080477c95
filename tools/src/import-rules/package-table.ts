/**
 * Which way things point, as data: a row a package. A package without a row fails the check, so that adding one is a decision.
 * Tests of a package keep to its row as well, with `inTests` beside it, and may import any package they declare.
 */
export interface PackageRow {
  /** Packages of the project it may import, without `@isochron/`. */
  readonly imports: readonly string[];
  /** Packages from npm it may import; undefined: any it declares. */
  readonly npm?: readonly string[];
  /** Pure: no Node, no clock, no randomness, no environment, no I/O, outside of the files named here with the reason. */
  readonly pure?: { readonly except: Readonly<Record<string, string>> };
  /** Packages of the project that its `src/wiring.ts` alone may import: adapters, services. */
  readonly inWiring?: readonly string[];
  /** Packages of the project that its tests may import besides. */
  readonly inTests?: readonly string[];
  /** Folders outside of the workspaces whose `src/index.ts` it may import by path. */
  readonly reaches?: readonly string[];
}

export const packageTable: Readonly<Record<string, PackageRow>> = {
  'libs/schema': { imports: [], npm: [], pure: { except: {} } },
  'libs/avro': {
    imports: ['schema'],
    npm: ['avsc'],
    pure: { except: { 'src/avsc.ts': 'wraps avsc, which speaks Buffer' } },
  },
  'libs/thrift': { imports: ['schema'], npm: ['@noble/hashes'], pure: { except: {} } },
  'libs/expression': { imports: ['schema'], npm: ['@noble/hashes', 're2js'], pure: { except: {} } },
  'libs/sketches': { imports: ['schema'], npm: [], pure: { except: {} } },
  'libs/aggregation': { imports: ['schema', 'sketches'], npm: [], pure: { except: {} }, inTests: ['avro'] },
  'libs/authoring': {
    imports: ['schema', 'aggregation'],
    npm: [],
    pure: { except: { 'src/place.ts': 'reads the stack to say where a definition stands' } },
  },
  'libs/compiler': {
    imports: ['schema', 'thrift', 'aggregation', 'authoring', 'expression'],
    npm: ['@noble/hashes', 'cron-schedule'],
    pure: { except: {} },
  },
  'libs/warehouse': { imports: ['schema'], npm: ['vitest', 'fast-check'] },
  'libs/warehouse-duckdb': {
    imports: ['schema', 'expression', 'warehouse'],
    npm: ['@duckdb/node-api', '@duckdb/node-bindings'],
  },
  'libs/kv': { imports: ['schema'], npm: ['vitest', 'fast-check'] },
  'libs/kv-lmdb': { imports: ['schema', 'kv'], npm: ['lmdb'] },
  'libs/rpc': { imports: ['schema'], npm: ['@grpc/grpc-js', '@bufbuild/protobuf'] },
  'libs/client': { imports: ['schema', 'rpc'], npm: [] },
  'libs/service': {
    imports: ['schema', 'kv', 'rpc'],
    npm: [
      '@fastify/swagger',
      '@opentelemetry/api',
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-trace',
      'fastify',
      'jose',
      'pino',
      'prom-client',
      'zod',
    ],
  },
  'libs/metadata': { imports: ['schema', 'kv'], npm: [], inTests: ['kv-lmdb'] },
  'libs/serving': {
    imports: ['schema', 'avro', 'expression', 'aggregation', 'compiler', 'kv'],
    npm: ['@noble/hashes', 'lru-cache'],
    inTests: ['kv-lmdb'],
  },
  'libs/vector-log': {
    imports: ['schema', 'avro', 'sketches', 'compiler', 'serving', 'service'],
    npm: ['zod'],
  },
  'services/compiler': {
    imports: ['schema', 'thrift', 'expression', 'compiler', 'kv', 'metadata', 'rpc', 'service'],
    npm: ['zod'],
    inWiring: ['kv-lmdb'],
    inTests: ['kv-lmdb'],
  },
  'services/fetcher': {
    imports: [
      'schema',
      'avro',
      'thrift',
      'aggregation',
      'compiler',
      'kv',
      'metadata',
      'serving',
      'rpc',
      'client',
      'service',
      'vector-log',
    ],
    npm: ['cockatiel', 'lru-cache', 'undici', 'zod'],
    inWiring: ['kv-lmdb'],
    inTests: ['kv-lmdb', 'expression'],
  },
  'services/backfill': {
    imports: ['schema', 'avro', 'thrift', 'expression', 'aggregation', 'compiler', 'warehouse', 'kv', 'serving'],
    npm: [],
    inWiring: ['warehouse-duckdb', 'kv-lmdb'],
    inTests: ['authoring', 'warehouse-duckdb', 'kv-lmdb'],
  },
  cli: {
    imports: ['schema', 'thrift', 'expression', 'aggregation', 'authoring', 'compiler', 'warehouse', 'rpc', 'client'],
    inWiring: ['backfill', 'compiler-service', 'fetcher-service'],
    inTests: ['service'],
  },
  bench: {
    imports: [
      'schema',
      'avro',
      'kv',
      'kv-lmdb',
      'serving',
      'thrift',
      'expression',
      'sketches',
      'aggregation',
      'authoring',
      'compiler',
      'warehouse',
      'backfill',
      'cli',
      'metadata',
      'rpc',
      'fetcher-service',
      'service',
      'vector-log',
    ],
    inWiring: ['warehouse-duckdb'],
  },
  'examples/flights': { imports: ['authoring', 'cli'], inTests: ['compiler', 'schema'] },
  tools: {
    imports: ['schema', 'avro', 'thrift', 'expression', 'sketches', 'aggregation', 'authoring', 'compiler'],
    reaches: ['oracle/zetasql', 'oracle/thrift'],
  },
};

/** What a feature repository's definitions may import, so that a definition means the same wherever it is compiled. */
export const featureFolder = { folder: 'features', imports: ['@isochron/authoring'] } as const;
