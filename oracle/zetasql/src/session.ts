import { connect, type EngineClient } from './engine-client.ts';
import { type EngineProcess, startEngine } from './engine-process.ts';
import { languageOptions } from './language.ts';
import type { TypeMessage, ValueMessage } from './messages.ts';

/** One engine and our way to it. All calls throw a `CallError`. */
export interface Session {
  /** The values of the columns of a SELECT without FROM, each with its type. */
  select(columns: readonly string[], timeoutMs: number): Promise<readonly Cell[]>;
  /** Parses and types a SELECT of one column, without evaluating it. */
  prepare(column: string, timeoutMs: number): Promise<void>;
  lastWords(): string;
  end(): Promise<void>;
}

export interface Cell {
  readonly type: TypeMessage;
  readonly value: ValueMessage;
}

export async function startSession(zoneFolder?: string): Promise<Session> {
  const engine = await startEngine(zoneFolder);
  const client = connect(engine.address);
  const language_options = languageOptions();
  const builtin_function_options = { language_options };
  const { registered_id: registered_catalog_id } = await orEnd(
    client.registerCatalog({ simple_catalog: { name: 'oracle', builtin_function_options } }),
    engine,
  );
  const request = (columns: readonly string[]): object => ({
    sql: `SELECT ${columns.join(',\n')}`,
    registered_catalog_id,
    options: { language_options, default_timezone: 'UTC' },
  });
  await orEnd(probe(client, request, engine), engine);
  return {
    select: async (columns, timeoutMs) => {
      const { content, prepared } = await client.evaluateQuery(request(columns), timeoutMs);
      const cells = content?.table_data?.row?.[0]?.cell ?? [];
      return (prepared?.columns ?? []).map(({ type }, index) => ({ type, value: cells[index] ?? {} }));
    },
    prepare: async (column, timeoutMs) => void (await client.prepareQuery(request([column]), timeoutMs)),
    lastWords: () => engine.lastWords(),
    end: () => {
      client.close();
      return engine.end();
    },
  };
}

/** An engine that serves may still fall over its first question. */
async function probe(
  client: EngineClient,
  request: (columns: readonly string[]) => object,
  engine: EngineProcess,
): Promise<void> {
  try {
    await client.evaluateQuery(request(['1']), PROBE_TIMEOUT_MS);
  } catch (error) {
    throw new Error(
      'The ZetaSQL engine answers nothing. Mostly the machine has no time zones, which it reads from /usr/share/zoneinfo (install tzdata), or from ' +
        `where TZDIR says. It said:\n${engine.lastWords().trim()}`,
      { cause: error },
    );
  }
}

const PROBE_TIMEOUT_MS = 30_000;

async function orEnd<Answer>(answer: Promise<Answer>, engine: EngineProcess): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    await engine.end();
    throw error;
  }
}
