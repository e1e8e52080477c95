import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExternalPlan } from '@isochron/compiler';
import { type DataType, getValue, stringType, type Value, type Vector, vectorOf } from '@isochron/schema';
import { type Clock, Registry, systemClock } from '@isochron/service';
import { type ExternalAnswer, Status } from '@isochron/serving';
import { externalSourcesSchema } from './config.ts';
import { type AskingLimits, createExternalSources, type ExternalSources } from './external-sources.ts';

/** What a service was asked over HTTP. */
export interface HttpCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly source: string;
    readonly keys: unknown;
    readonly fields: readonly string[];
    readonly rows?: number;
  };
  /** Aborted when whoever asked has gone. */
  readonly gone: AbortSignal;
}

export interface HttpReply {
  readonly status?: number;
  /** JSON, unless it is a text. */
  readonly body: unknown;
}

/** A service over HTTP, which answers as it is told to, and tells what it was asked. */
export class HttpService {
  readonly calls: HttpCall[] = [];
  answer: (call: HttpCall) => HttpReply | Promise<HttpReply> = () => ({ status: 500, body: {} });
  running = 0;
  runningMax = 0;
  #server: Server | null = null;
  #port = 0;

  get address(): string {
    return `http://127.0.0.1:${this.#port}/features`;
  }

  /** On the port it had before, if it had one. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const gone = new AbortController();
      response.on('close', () => {
        if (!response.writableFinished) gone.abort();
      });
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', async () => {
        const body = JSON.parse(Buffer.concat(chunks).toString());
        const call = { headers: request.headers, body, gone: gone.signal };
        this.calls.push(call);
        this.running++;
        this.runningMax = Math.max(this.running, this.runningMax);
        const reply = await this.answer(call);
        this.running--;
        response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' });
        response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
      });
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    // A server that listens on a port has an address of a port.
    this.#port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

export const planOf = (
  outputs: Readonly<Record<string, DataType>>,
  keys: Readonly<Record<string, DataType>> = { account: stringType },
): ExternalPlan => ({
  service: 'risk',
  isContextual: false,
  keys: Object.entries(keys).map(([right, type]) => ({ left: `left_${right}`, right, type })),
  outputs: Object.entries(outputs).map(([field, type]) => ({ name: `ext_risk_${field}`, field, type })),
});

export const accounts = (...values: readonly Value[]): ReadonlyMap<string, Vector> =>
  new Map([['left_account', vectorOf(stringType, values)]]);

/** Settings are completed as a configuration's are. */
export function sourcesOf(
  settings: object,
  { clock = systemClock, registry = new Registry() }: Surroundings = {},
): ExternalSources {
  return createExternalSources(externalSourcesSchema.parse({ risk: settings }), { clock, registry });
}

interface Surroundings {
  readonly clock?: Clock;
  readonly registry?: Registry;
}

export interface Shown {
  /** A row's values, each `[value, status]`. */
  readonly rows: readonly (readonly (readonly [Value, string])[])[];
  readonly error: string | null;
  readonly code: string | null;
}

export function shown(plan: ExternalPlan, answer: ExternalAnswer | null | undefined): Shown {
  if (answer === null || answer === undefined) throw new Error('there is no answer');
  const width = plan.outputs.length;
  const rows = Array.from({ length: answer.statuses.length / width }, (_, row) =>
    plan.outputs.map(({ type }, at) => {
      const status = Object.entries(Status).find(([, number]) => number === answer.statuses[row * width + at])?.[0];
      const vector = answer.vectors[at];
      if (vector === undefined || status === undefined) throw new Error('a value without a vector or a status');
      return [getValue(type, vector, row), status] as const;
    }),
  );
  return { rows, error: answer.error?.message ?? null, code: answer.error?.code ?? null };
}

/** Asks for all rows of a column of keys. */
export async function ask(
  sources: ExternalSources,
  plan: ExternalPlan,
  columns: ReadonlyMap<string, Vector>,
  limits: Partial<AskingLimits> = {},
): Promise<Shown> {
  const rows = [...columns.values()][0]?.data.length ?? 0;
  const all = { signal: null, deadlineMs: null, traceParent: null, ...limits };
  const [answer] = await sources.columns({ externals: [{ asked: plan }] }, columns, rows, all);
  return shown(plan, answer);
}

/** The value of a metric, 0 where it was not told. */
export async function metric(
  registry: Registry,
  name: string,
  labels: Readonly<Record<string, string>>,
): Promise<number> {
  const values = (await registry.getSingleMetric(name)?.get())?.values ?? [];
  const found = values.find((value) => Object.entries(labels).every(([label, text]) => value.labels[label] === text));
  return found?.value ?? 0;
}
