import { frameSettings, readConfig } from '@isochron/service';
import { vectorLogSchema } from '@isochron/vector-log';
import { z } from 'zod';
import { externalSourcesSchema } from './external/config.ts';

const port = z.number().int().min(0).max(65_535);

/** What the service needs to know of its surroundings. Times in milliseconds. */
export const schema = z.strictObject({
  /** Folder of the embedded store. */
  home: z.string().min(1).default('.isochron'),
  ...frameSettings,
  grpc: z.strictObject({ port: port.default(7411) }).prefault({}),
  http: z.strictObject({ port: port.default(7410) }).prefault({}),
  /** Which published set is served. */
  set: z
    .strictObject({
      repository: z.string().min(1).default('default'),
      environment: z.string().min(1).default('default'),
      branch: z.string().min(1).default('main'),
      /** What the environment's datasets begin with, as its definition has it. */
      prefix: z.string().default(''),
    })
    .prefault({}),
  /** How often uploads are looked for. What is published is seen within a second. */
  refreshMs: z.number().int().min(100).max(30_000).default(2_000),
  /** What batch halves contribute to windows is kept in so many bytes; 0: it is computed for each request. */
  cache: z
    .strictObject({ bytesMax: z.union([z.literal(0), z.number().int().min(65_536)]).default(64 * 2 ** 20) })
    .prefault({}),
  /** Services that are asked for external parts, by the names that Joins know them under. */
  external: externalSourcesSchema.prefault({}),
  /** Where vectors of sampled keys are logged. */
  vectorLog: vectorLogSchema.prefault({}),
  /** Values are counted by their status for so many features. */
  countedFeaturesMax: z.number().int().min(0).default(2_000),
  limits: z
    .strictObject({
      /** Of one request, over either protocol. */
      requestBytesMax: z
        .number()
        .int()
        .min(1_000)
        .max(100_000_000)
        .default(4 * 2 ** 20),
      /** Rows that are answered at once, in all requests and in one. */
      rowsMax: z.number().int().min(1).default(10_000),
      /** Keys that are looked up for one request: its rows, times the parts that are read of each. */
      keysMax: z.number().int().min(1).default(100_000),
      /** Requests that are answered at once; one more is refused. */
      requestsMax: z.number().int().min(1).default(512),
      /** What has not come back from the store after so long never will: its place is free for another request. Longer than the longest deadline of callers. */
      lostAfterMs: z.number().int().min(1_000).default(60_000),
    })
    .prefault({}),
});

export type FetcherConfig = z.output<typeof schema>;

/** Settings from flags, `ISOCHRON_…` variables (`ISOCHRON_HOME`, `ISOCHRON_HTTP_PORT`, …), the file `ISOCHRON_CONFIG`, defaults. */
export const readFetcherConfig = (
  flags: object = {},
  environment = process.env,
  /** What holds where nobody says otherwise, in the place of the defaults here. */
  defaults: object = {},
): FetcherConfig => readConfig(schema, { flags, environment, defaults });
