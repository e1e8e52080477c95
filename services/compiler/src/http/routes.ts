import type { CallContext } from '@isochron/rpc';
import {
  DiffResponse,
  GetLineageResponse,
  GetObjectResponse,
  ListHistoryResponse,
  ListObjectsResponse,
  ListSetsResponse,
  PublishResponse,
  RollbackResponse,
  SearchObjectsResponse,
  SetVersion,
  ValidateResponse,
} from '@isochron/rpc/compiler';
import { type FastifyRequest, type HttpServer, type Logger, readBody, sendEvents } from '@isochron/service';
import type { z } from 'zod';
import type { CompilerApi } from '../api.ts';
import {
  diffBody,
  headQuery,
  historyQuery,
  lineageQuery,
  objectQuery,
  objectsQuery,
  publishBody,
  rollbackBody,
  searchQuery,
  setsQuery,
  validateBody,
  watchQuery,
} from './schemas.ts';

/** Every call of the API over HTTP: what changes nothing and has no body is a GET with the address in its query. */
export function addToHttp({ app, contextOf, draining }: HttpServer, api: CompilerApi, logger: Logger): void {
  const calling = callingWith(contextOf);
  app.post('/v1/validate', calling(validateBody, bodyOf, api.validate, ValidateResponse));
  app.post('/v1/diff', calling(diffBody, bodyOf, api.diff, DiffResponse));
  app.post('/v1/publish', calling(publishBody, bodyOf, api.publish, PublishResponse));
  app.post('/v1/rollback', calling(rollbackBody, bodyOf, api.rollback, RollbackResponse));
  app.get('/v1/sets', calling(setsQuery, queryOf, api.listSets, ListSetsResponse));
  app.get('/v1/head', calling(headQuery, queryOf, api.getHead, SetVersion));
  app.get('/v1/history', calling(historyQuery, queryOf, api.listHistory, ListHistoryResponse));
  app.get('/v1/object', calling(objectQuery, queryOf, api.getObject, GetObjectResponse));
  app.get('/v1/objects', calling(objectsQuery, queryOf, api.listObjects, ListObjectsResponse));
  app.get('/v1/search', calling(searchQuery, queryOf, api.searchObjects, SearchObjectsResponse));
  app.get('/v1/lineage', calling(lineageQuery, queryOf, api.getLineage, GetLineageResponse));
  app.get('/v1/watch', async (request, reply) => {
    const asked = readBody(watchQuery, request.query);
    const context = contextOf(request);
    const signal = AbortSignal.any([context.signal, draining]);
    // A browser that comes back says the last event it has seen.
    const afterVersion = asked.afterVersion ?? lastEventId(request);
    const versions = api.watchSet({ ...asked, afterVersion }, { ...context, signal });
    await sendEvents(reply, json(versions), ({ version }) => String(version), logger);
  });
}

type Handler<Q, A> = (request: Q, context: CallContext) => Promise<A>;

const callingWith =
  (contextOf: HttpServer['contextOf']) =>
  <S extends z.ZodType, A>(
    schema: S,
    take: (request: FastifyRequest) => unknown,
    handler: Handler<z.output<S>, A>,
    message: { toJSON(answer: A): unknown },
  ) =>
  async (request: FastifyRequest): Promise<unknown> => {
    const answer = await handler(readBody(schema, take(request)), contextOf(request));
    return message.toJSON(answer);
  };

const bodyOf = ({ body }: FastifyRequest): unknown => body;
const queryOf = ({ query }: FastifyRequest): unknown => query;

function lastEventId({ headers }: FastifyRequest): number {
  const id = headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,9}$/.test(id) ? Number(id) : 0;
}

async function* json(versions: AsyncIterable<SetVersion>) {
  for await (const version of versions) yield { ...(SetVersion.toJSON(version) as object), version: version.version };
}
