import { type CallContext, httpStatus, statusOf } from '@isochron/rpc';
import { blockToJSON, type Schema } from '@isochron/rpc/fetcher';
import { type FastifyReply, type FastifyRequest, type HttpServer, readBody, requestError } from '@isochron/service';
import type { FetcherApi } from '../api.ts';
import { schemaOf } from '../describing.ts';
import { columnsAnswer, columnsOf } from './columns.ts';
import { FETCH_V1, FETCH_V2, FETCH_V3, JOINS_V1, PING, SCHEMA_V1, SCHEMA_V3 } from './documented.ts';
import { joinSchemaV1 } from './join-schema.ts';
import { avroResult, keyRowsOf, plainResult, type ResultText, resultsText } from './key-objects.ts';
import { columnsBody } from './schemas.ts';

type Kind = 'join' | 'group-by';

/**
 * v1 and v2 are the existing system's routes, so that its callers change a host and nothing else: a list of objects of keys, a result for each. v3 is ours: columns, as
 * over gRPC. A name stands in the path as it is, `flights/training.lateness__1`, or with its slash as a dot or `%2F`.
 */
export function addToHttp(http: HttpServer, api: FetcherApi): void {
  const { app, contextOf } = http;
  const asExistingErrors = errorsAsExisting(http);
  app.post('/v1/fetch/join/*', { ...FETCH_V1, ...asExistingErrors }, fetching(http, api, 'join', plainResult));
  app.post('/v1/fetch/groupby/*', { ...FETCH_V1, ...asExistingErrors }, fetching(http, api, 'group-by', plainResult));
  app.post('/v2/fetch/join/*', { ...FETCH_V2, ...asExistingErrors }, fetching(http, api, 'join', avroResult));
  app.post('/v3/fetch/join/*', FETCH_V3, fetchingColumns(http, api, 'join'));
  app.post('/v3/fetch/groupby/*', FETCH_V3, fetchingColumns(http, api, 'group-by'));
  app.get('/v3/schema/join/*', SCHEMA_V3, async (request) =>
    schemaJson(schemaOf(api, { kind: 'join', name: nameIn(request) }, contextOf(request))),
  );
  app.get('/v3/schema/groupby/*', SCHEMA_V3, async (request) =>
    schemaJson(schemaOf(api, { kind: 'group-by', name: nameIn(request) }, contextOf(request))),
  );
  app.get('/v1/joins', JOINS_V1, async (request) => ({ joinNames: servedJoins(api, contextOf(request)) }));
  app.get('/v1/join/*', SCHEMA_V1, async (request, reply) => {
    const name = nameIn(request);
    if (!name.endsWith(SCHEMA)) return reply.callNotFound();
    const asked = { kind: 'join', name: name.slice(0, -SCHEMA.length) } as const;
    try {
      return joinSchemaV1(api.find(asked, contextOf(request)));
    } catch (thrown) {
      return refuseAsExisting(http, request, reply, thrown);
    }
  });
  app.get('/ping', PING, async (_request, reply) => reply.type('application/json').send('"Pong!"'));
}

const SCHEMA = '/schema';

const nameIn = ({ params }: FastifyRequest): string => (params as { readonly '*': string })['*'];

/** As protobuf has it in JSON: enums by their names, numbers of 32 bits as numbers. */
const schemaJson = (schema: Schema) => ({
  ...schema,
  features: schema.features.map((feature) => ({ ...feature, block: blockToJSON(feature.block) })),
});

const servedJoins = (api: FetcherApi, context: CallContext): readonly string[] =>
  api.sets.current.entries
    .filter(({ kind, name, served }) => kind === 'join' && served !== null && api.mayRead(name, context))
    .map(({ name }) => name);

/** A list of objects of keys, each of which has a result of its own. No promise is given to fastify, which would wait for it once more. */
function fetching(http: HttpServer, api: FetcherApi, kind: Kind, result: ResultText) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    resultsOf(http, api, { kind, result }, request).then(
      (text) => http.sendJson(reply, text),
      (thrown: unknown) => refuseAsExisting(http, request, reply, thrown),
    );
  };
}

async function resultsOf(
  { contextOf }: HttpServer,
  api: FetcherApi,
  { kind, result }: { readonly kind: Kind; readonly result: ResultText },
  request: FastifyRequest,
): Promise<string> {
  const set = api.sets.current;
  const context = contextOf(request);
  const served = api.find({ kind, name: nameIn(request), set }, context);
  // Objects with different keys are fetched apart; and those that are no rows cost as well.
  if (Array.isArray(request.body)) api.checkRows(request.body.length);
  const rows = keyRowsOf(request.body, served);
  const about = { kind, set, name: served.name, atMs: null, features: [], mayMissKeys: true };
  const texts: string[] = [];
  for (const { places, columns } of rows.groups) {
    const asked = { ...about, rows: places.length, columnsOf: () => columns };
    await api.fetch(asked, context, (fetched, object, reader) => {
      const answer = { fetched, forms: object.formsOf(reader), plan: reader.plan };
      for (const [row, place] of places.entries()) texts[place] = result(answer, row);
    });
  }
  return resultsText(rows, texts);
}

/** Errors as the existing system's callers read them. */
function refuseAsExisting(
  { threw }: HttpServer,
  request: FastifyRequest,
  reply: FastifyReply,
  thrown: unknown,
): FastifyReply {
  const { code, message } = statusOf(thrown);
  threw(request, thrown);
  return reply.code(httpStatus[code]).send({ errors: [message] });
}

/** Also of bodies that are refused before a route is asked. */
const errorsAsExisting = (http: HttpServer) => ({
  errorHandler: (thrown: unknown, request: FastifyRequest, reply: FastifyReply) =>
    refuseAsExisting(http, request, reply, requestError(thrown, request)),
});

function fetchingColumns(http: HttpServer, api: FetcherApi, kind: Kind) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    columnsText(http, api, kind, request).then(
      (text) => http.sendJson(reply, text),
      (thrown: unknown) => reply.send(thrown),
    );
  };
}

async function columnsText(
  { contextOf }: HttpServer,
  api: FetcherApi,
  kind: Kind,
  request: FastifyRequest,
): Promise<string> {
  const name = nameIn(request);
  const set = api.sets.current;
  const served = api.find({ kind, name, set }, contextOf(request));
  const { keys, context, atMs, features, schemaHash } = readBody(columnsBody, request.body);
  const { rows, columns } = columnsOf(served, { keys, context });
  const asked = { kind, set, name, rows, atMs, features, columnsOf: () => columns };
  return api.fetch(asked, contextOf(request), (fetched, object, reader) =>
    columnsAnswer(fetched, object.formsOf(reader), schemaHash),
  );
}
