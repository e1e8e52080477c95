import { Validator } from '@seriousme/openapi-schema-validator';
import { systemClock } from './clock.ts';
import { createHealth } from './health.ts';
import { createHttpServer, type HttpServer } from './http-server.ts';
import { createLogger } from './logger.ts';
import { createRegistry, observeCalls } from './metrics.ts';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

export interface CheckedDocument {
  /** What the validator finds wrong with it by the schema of OpenAPI; empty where it is sound. */
  readonly faults: readonly unknown[];
  /** `POST /v1/publish`, of the document and of the server; those that are hidden left out. */
  readonly documented: readonly string[];
  readonly routes: readonly string[];
  readonly operations: ReadonlyMap<string, Operation>;
}

/** Reads the document of what `add` adds to a server, and what it really added. */
export async function checkDocument(add: (http: HttpServer) => void): Promise<CheckedDocument> {
  const logger = createLogger({ service: 't', version: '1', level: 'fatal', project: null });
  const registry = createRegistry();
  const http = await createHttpServer({
    host: '127.0.0.1',
    port: 0,
    bodyBytesMax: 1_000,
    health: createHealth({ checks: {}, clock: systemClock }),
    registry,
    observe: observeCalls(registry, logger, systemClock),
    about: { title: 'A test', version: '1', description: 'For tests.' },
  });
  const routes: string[] = [];
  http.app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push(`${each} ${url}`);
  });
  add(http);
  const port = await http.listen();
  const text = await (await fetch(`http://127.0.0.1:${port}/openapi.json`)).text();
  await http.drain(1_000);
  const document: { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } = JSON.parse(text);
  const { valid, errors = [] } = await new Validator().validate(JSON.parse(text));
  const operations = new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    ),
  );
  return {
    faults: valid ? [] : [errors].flat(),
    documented: [...operations.keys()].toSorted(),
    routes: routes.toSorted(),
    operations,
  };
}
