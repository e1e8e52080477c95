import { frameSettings, readConfig } from '@isochron/service';
import { z } from 'zod';

const port = z.number().int().min(0).max(65_535);

/** What the service needs to know of its surroundings. Times in milliseconds. */
export const schema = z.strictObject({
  /** Folder of the embedded store. */
  home: z.string().min(1).default('.isochron'),
  store: z.strictObject({ bytesMax: z.number().int().min(1_000_000).optional() }).prefault({}),
  ...frameSettings,
  grpc: z.strictObject({ port: port.default(7401) }).prefault({}),
  http: z.strictObject({ port: port.default(7400) }).prefault({}),
  /** Of one request, over either protocol. */
  requestBytesMax: z
    .number()
    .int()
    .min(1_000)
    .max(1_000_000_000)
    .default(64 * 2 ** 20),
  judge: z
    .strictObject({
      timeoutMs: z.number().int().min(1).default(60_000),
      /** How many sets may be worked on at once, waiting ones included. */
      setsMax: z.number().int().min(1).default(32),
      heapMib: z.number().int().min(64).default(1_024),
    })
    .prefault({}),
  collectEveryMs: z.number().int().min(1_000).default(3_600_000),
});

export type CompilerConfig = z.output<typeof schema>;

/** Settings from flags, `ISOCHRON_…` variables (`ISOCHRON_HOME`, `ISOCHRON_HTTP_PORT`, …), the file `ISOCHRON_CONFIG`, defaults. */
export const readCompilerConfig = (flags: object = {}, environment = process.env): CompilerConfig =>
  readConfig(schema, { flags, environment });
