import { httpStatus, statusOf } from '@isochron/rpc';
import { type FastifyReply, type FastifyRequest, type HttpServer, readBody } from '@isochron/service';
import type { FetcherApi } from '../api.ts';
import { joinSchema } from '../describing.ts';
import { columnsAnswer, columnsOf } from './columns.ts';
import { joinSchemaV1 } from './join-schema.ts';
import { avroResults, keyRowsOf, plainResults, type Results } from './key-objects.ts';
import { columnsBody } from './schemas.ts';

type Kind = 'join' | 'group-by';

/**
 * v1 and v2 are the existing system's routes, so that its callers change a host and nothing else: a list of objects of keys, a result for each. v3 is ours: columns, as
 * over gRPC. A name stands in the path as it is, `flights/training.lateness__1`, or with its slash as a dot or `%2F`.
 */
export function addToHttp(http: HttpServer, api: FetcherApi): void {
  const { app } = http;
  app.post('/v1/fetch/join/*', fetching(http, api, 'join', plainResults));
  app.post('/v1/fetch/groupby/*', fetching(http, api, 'group-by', plainResults));
  app.post('/v2/fetch/join/*', fetching(http, api, 'join', avroResults));
  app.post('/v3/fetch/join/*', (request, reply) => fetchColumns(http, api, 'join', request, reply));
  app.post('/v3/fetch/groupby/*', (request, reply) => fetchColumns(http, api, 'group-by', request, reply));
  app.get('/v3/schema/join/*', async (request) => joinSchema(api.sets.current, 'join', nameIn(request), []));
  app.get('/v3/schema/groupby/*', async (request) => joinSchema(api.sets.current, 'group-by', nameIn(request), []));
  app.get('/v1/joins', async () => ({ joinNames: servedJoins(api) }));
  app.get('/v1/join/*', async (request, reply) => {
    const name = nameIn(request);
    if (!name.endsWith(SCHEMA)) return reply.callNotFound();
    return asExisting(reply, async () => joinSchemaV1(api.sets.current, name.slice(0, -SCHEMA.length)));
  });
  app.get('/ping', async (_request, reply) => reply.type('application/json').send('"Pong!"'));
}

const SCHEMA = '/schema';

const nameIn = ({ params }: FastifyRequest): string => (params as { readonly '*': string })['*'];

const servedJoins = ({ sets }: FetcherApi): readonly string[] =>
  sets.current.entries.flatMap(({ kind, name, served }) => (kind === 'join' && served !== null ? [name] : []));

/** A list of objects of keys, each of which has a result of its own. */
function fetching(http: HttpServer, api: FetcherApi, kind: Kind, results: Results) {
  return (request: FastifyRequest, reply: FastifyReply) =>
    asExisting(reply, async () => {
      const served = api.sets.current.find(kind, nameIn(request));
      const rows = keyRowsOf(request.body, served);
      const context = http.contextOf(request);
      const text =
        rows.good.length === 0
          ? results.of(rows, null)
          : await api.fetch(
              {
                kind,
                name: served.name,
                rows: rows.good.length,
                atMs: null,
                features: [],
                columnsOf: () => rows.columns,
              },
              context,
              (fetched, object, reader) => results.of(rows, { fetched, json: object.formsOf(reader).json }),
            );
      return reply.type('application/json').send(text);
    });
}

/** Errors as the existing system's callers read them. */
async function asExisting(reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (thrown) {
    const { code, message } = statusOf(thrown);
    return reply.code(httpStatus[code]).send({ errors: [message] });
  }
}

async function fetchColumns(
  { contextOf }: HttpServer,
  api: FetcherApi,
  kind: Kind,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { keys, context, atMs, features, schemaHash } = readBody(columnsBody, request.body);
  const name = nameIn(request);
  const served = api.sets.current.find(kind, name);
  const { rows, columns } = columnsOf(served, { keys, context });
  const asked = { kind, name, rows, atMs, features, columnsOf: () => columns };
  const text = await api.fetch(asked, contextOf(request), (fetched, object, reader) =>
    columnsAnswer(fetched, object.formsOf(reader), schemaHash),
  );
  return reply.type('application/json').send(text);
}
