import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { TIMEOUT_HEADER } from './http-calls.ts';

export const OPENAPI = '/openapi.json';

/** What the document of a service's routes is called. */
export interface HttpAbout {
  readonly title: string;
  readonly version: string;
  readonly description: string;
}

/** One route, for people and for generators of clients. */
export interface RouteAbout {
  /** A sentence. */
  readonly summary: string;
  /** What it takes, as its route reads it. */
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  /** Of the path, by name: what it is. */
  readonly path?: Readonly<Record<string, string>>;
  /** What a path that ends in `*` has there: `:name`, `:name/schema`. */
  readonly rest?: string;
  /** What it answers, where that is not an object of JSON: `text/event-stream`. */
  readonly answerType?: string;
  /** What it answers, in words: the message of `proto/` that it is. */
  readonly answer: string;
}

/**
 * The options of a route that say what it takes and gives: `app.post('/v1/publish', described({ … }), handler)`. They are for the document alone: a route reads what it is
 * given by the same schemas itself, and says what is wrong in its own words.
 */
export function described({ summary, body, query, path, answer, rest, answerType = 'application/json' }: RouteAbout) {
  const config: object = { rest };
  return {
    config,
    schema: {
      summary,
      ...(body !== undefined && { body: jsonSchemaOf(body) }),
      ...(query !== undefined && { querystring: jsonSchemaOf(query) }),
      ...(path !== undefined && { params: paramsOf(path) }),
      response: {
        200: {
          description: answer,
          content: {
            [answerType]: { schema: answerType === 'application/json' ? { type: 'object' } : { type: 'string' } },
          },
        },
        default: { description: 'What went wrong.', content: { 'application/json': { schema: ERROR } } },
      },
    },
  };
}

/** The document of all routes that are added from now on, at `/openapi.json`. */
export async function addOpenApi(app: FastifyInstance, { title, version, description }: HttpAbout): Promise<void> {
  // Routes read what they are given by themselves, and so are not looked at twice.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  await app.register(swagger, {
    transform: ({ schema, url, route }) => ({ schema, url: url.replace(/\*$/, restOf(route.config)) }),
    openapi: {
      openapi: '3.1.0',
      info: { title, version, description: `${description}\n\n${ABOUT_CALLS}` },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      security: [{ token: [] }, {}],
    },
  });
  app.get(OPENAPI, { schema: { hide: true } }, async () => app.swagger());
}

function restOf(config: unknown): string {
  if (typeof config !== 'object' || config === null || !('rest' in config)) return '*';
  return typeof config.rest === 'string' ? config.rest : '*';
}

const ABOUT_CALLS = `Any request may say with ${TIMEOUT_HEADER} how long its caller waits, and with traceparent which trace it is part of. Where the service asks who calls, it wants a bearer token, or a client certificate.`;

const ERROR = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string', description: "One of gRPC's codes: INVALID_ARGUMENT." },
        message: { type: 'string' },
      },
    },
  },
} as const;

/** As JSON Schema of 2020-12, which OpenAPI 3.1 has; what zod does beyond it is left out. */
function jsonSchemaOf(schema: z.ZodType): object {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return json;
}

const paramsOf = (path: Readonly<Record<string, string>>) => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(path).map(([name, description]) => [name, { type: 'string', description }]),
  ),
  required: Object.keys(path),
});
