import { type CallContext, within } from '@isochron/rpc';
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
import { described, type FastifyRequest, type HttpServer, type Logger, readBody, sendEvents } from '@isochron/service';
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
export function addToHttp(http: HttpServer, api: CompilerApi, logger: Logger): void {
  const { app, contextOf, draining } = http;
  const { get, post } = routesOf(http);
  post('/v1/validate', {
    summary: 'Checks a set as publishing would, and publishes nothing.',
    takes: validateBody,
    does: api.validate,
    answers: { ValidateResponse },
  });
  post('/v1/diff', {
    summary: 'Compares a set with the published one.',
    takes: diffBody,
    does: api.diff,
    answers: { DiffResponse },
  });
  post('/v1/publish', {
    summary: 'Publishes a set, if the published one is still the set it was made from.',
    takes: publishBody,
    does: api.publish,
    answers: { PublishResponse },
  });
  post('/v1/rollback', {
    summary: 'Makes an earlier set the published one again, as a new version.',
    takes: rollbackBody,
    does: api.rollback,
    answers: { RollbackResponse },
  });
  get('/v1/sets', {
    summary: 'Every address that something was published to.',
    takes: setsQuery,
    does: api.listSets,
    answers: { ListSetsResponse },
  });
  get('/v1/head', {
    summary: 'The version that counts.',
    takes: headQuery,
    does: api.getHead,
    answers: { SetVersion },
  });
  get('/v1/history', {
    summary: 'The versions of a set, the newest first.',
    takes: historyQuery,
    does: api.listHistory,
    answers: { ListHistoryResponse },
  });
  get('/v1/object', {
    summary: 'One object, as it was published.',
    takes: objectQuery,
    does: api.getObject,
    answers: { GetObjectResponse },
  });
  get('/v1/objects', {
    summary: 'The objects of a set by file, a page at a time.',
    takes: objectsQuery,
    does: api.listObjects,
    answers: { ListObjectsResponse },
  });
  get('/v1/search', {
    summary: 'Objects by words, kind, team, tag, column.',
    takes: searchQuery,
    does: api.searchObjects,
    answers: { SearchObjectsResponse },
  });
  get('/v1/lineage', {
    summary: 'Where an object, a table or a column comes from, and what is made of it.',
    takes: lineageQuery,
    does: api.getLineage,
    answers: { GetLineageResponse },
  });
  app.get('/v1/watch', WATCH, async (request, reply) => {
    const asked = readBody(watchQuery, request.query);
    const context = contextOf(request);
    const signal = AbortSignal.any([context.signal, draining]);
    // A browser that comes back says the last event it has seen.
    const afterVersion = asked.afterVersion ?? lastEventId(request);
    const valuesOf = (proven: CallContext) => json(api.watchSet({ ...asked, afterVersion }, proven));
    const idOf = ({ version }: { readonly version: number }) => String(version);
    await sendEvents(reply, within(context, signal), { valuesOf, idOf }, logger);
  });
}

const WATCH = described({
  summary: 'Each version as it becomes the one that counts, as server-sent events.',
  query: watchQuery,
  answer: 'Events of isochron.compiler.v1.SetVersion.',
  answerType: 'text/event-stream',
});

interface Route<S extends z.ZodType, A> {
  readonly summary: string;
  readonly takes: S;
  readonly does: (request: z.output<S>, context: CallContext) => Promise<A>;
  /** The one message of `proto/` that it answers, by its name. */
  readonly answers: Readonly<Record<string, { toJSON(answer: A): unknown }>>;
}

function routesOf({ app, contextOf }: HttpServer) {
  const handlerOf =
    <S extends z.ZodType, A>({ takes, does, answers }: Route<S, A>, take: (request: FastifyRequest) => unknown) =>
    async (request: FastifyRequest): Promise<unknown> => {
      const answer = await does(readBody(takes, take(request)), contextOf(request));
      return Object.values(answers)[0]?.toJSON(answer);
    };
  const answerOf = (answers: object): string => `isochron.compiler.v1.${Object.keys(answers).join()}`;
  return {
    post: <S extends z.ZodType, A>(path: string, route: Route<S, A>): void => {
      const { summary, takes, answers } = route;
      const options = described({ summary, body: takes, answer: answerOf(answers) });
      app.post(
        path,
        options,
        handlerOf(route, ({ body }) => body),
      );
    },
    get: <S extends z.ZodType, A>(path: string, route: Route<S, A>): void => {
      const { summary, takes, answers } = route;
      const options = described({ summary, query: takes, answer: answerOf(answers) });
      app.get(
        path,
        options,
        handlerOf(route, ({ query }) => query),
      );
    },
  };
}

function lastEventId({ headers }: FastifyRequest): number {
  const id = headers['last-event-id'];
  return typeof id === 'string' && /^\d{1,9}$/.test(id) ? Number(id) : 0;
}

async function* json(versions: AsyncIterable<SetVersion>) {
  for await (const version of versions) yield { ...(SetVersion.toJSON(version) as object), version: version.version };
}
