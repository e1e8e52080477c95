import { readFile } from 'node:fs/promises';
import {
  type Answer,
  createFetcherClient,
  type FeatureValue,
  type FetcherClient,
  type RequestRow,
} from '@isochron/client';
import { IsochronError } from '@isochron/schema';
import type { Command } from 'commander';
import { type Context, runCommand } from '../context.ts';
import { durationText, tableText } from '../output.ts';
import { isTailOf } from '../repository.ts';
import { shortText } from '../rows-text.ts';
import { type Said, said } from '../said.ts';
import { serveHere } from '../served-here.ts';
import { addProofOptions, type ProofOptions, type Server, serverOf } from '../server-proof.ts';
import { readInstant } from '../wiring.ts';

interface Options extends ProofOptions {
  readonly key: readonly Said[];
  readonly keys?: string;
  readonly context: readonly Said[];
  readonly at?: string;
  readonly features?: string;
  readonly from?: string;
  readonly branch: string;
}

const TIMEOUT_MS = 10_000;

export function fetchCommand(program: Command): void {
  addProofOptions(
    program
      .command('fetch')
      .description('the vector of a join for a key, as a model server is given it')
      .argument('<join>', 'its compiled name (flights/serving.boarding__1), or a tail of it (boarding)')
      .option('--key <column=value>', 'a key; one of each column', said, [])
      .option('--keys <file>', 'a file with a JSON object of keys a line: a row each')
      .option('--context <name=value>', 'what the caller gives besides, for all rows', said, [])
      .option('--at <instant>', 'the instant that the features are of (2001-06-30T00:05:00Z); default: now')
      .option('--features <names>', 'these alone, with commas between them')
      .option(
        '--from <host:port>',
        'the gRPC address of a fetcher, grpcs://host:port for TLS; default: the embedded state is read without one',
      )
      .option('--branch <name>', 'the branch that is read where no fetcher is named', 'main'),
  )
    .addHelpText(
      'after',
      '\nExample:\n  isochron fetch boarding --key origin=MSP --key destination=COS --at 2001-06-30T00:05:00Z',
    )
    .action((name: string, options: Options, command: Command) =>
      runCommand(command, (context) => run(context, name, options)),
    );
}

async function run(context: Context, asked: string, options: Options): Promise<void> {
  if (options.from !== undefined) return fetchFrom(context, await serverOf(options.from, options), asked, options);
  const { fetcher, stop } = await serveHere(context, { branch: options.branch, grpcPort: 0, httpPort: 0 });
  try {
    await fetchFrom(context, { address: `127.0.0.1:${fetcher.grpcPort}`, proof: {} }, asked, options);
  } finally {
    await stop();
  }
}

async function fetchFrom(
  { output, signal }: Context,
  { address, proof }: Server,
  asked: string,
  options: Options,
): Promise<void> {
  const client = createFetcherClient({ address, ...proof, timeoutMs: TIMEOUT_MS });
  try {
    const join = await nameOf(client, asked, signal);
    const { keys: fields, context: given } = await client.schemaOf(join, { signal });
    const keys = await rowsOf(options, fields);
    const answer = await client.fetchJoin(join, {
      keys,
      ...(options.context.length > 0 && { context: [rowOf(options.context, given)] }),
      ...(options.at !== undefined && { atMs: instantOf(options.at) }),
      ...(options.features !== undefined && { features: featuresOf(options.features) }),
      signal,
    });
    output.result(text(join, answer, keys), json(join, answer, keys));
  } finally {
    client.close();
  }
}

/** A name, or the tail of one that is served. */
async function nameOf(client: FetcherClient, asked: string, signal: AbortSignal): Promise<string> {
  const joins = await client.joins({ signal });
  const found = joins.filter(({ name }) => name === asked || isTailOf(asked, name));
  const exact = found.find(({ name }) => name === asked);
  if (exact !== undefined || found.length === 1) return (exact ?? found[0])?.name ?? asked;
  if (found.length === 0) return asked;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `${asked} may be any of ${found.map(({ name }) => name).join(', ')}: say which.`,
  );
}

function featuresOf(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.every((name) => name !== '')) return names;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `--features must be names with commas between them, not ${JSON.stringify(text)}.`,
  );
}

function instantOf(text: string): number {
  const atMs = readInstant(text);
  if (atMs !== null) return atMs;
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `--at must be an instant, such as 2001-06-30T00:05:00Z or milliseconds since the epoch, not ${JSON.stringify(text)}.`,
  );
}

type Fields = readonly { readonly name: string; readonly type: string }[];

async function rowsOf({ key, keys }: Options, fields: Fields): Promise<readonly RequestRow[]> {
  if (keys === undefined) return [rowOf(key, fields)];
  const lines = (await readFile(keys, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, at) => {
    try {
      return rowOf(
        Object.entries<unknown>(JSON.parse(line)).map(([column, value]) => ({ column, text: value })),
        fields,
      );
    } catch (thrown) {
      throw new IsochronError(
        'INVALID_ARGUMENT',
        `${keys}, line ${at + 1}: ${IsochronError.from(thrown).message}`,
        thrown,
      );
    }
  });
}

function rowOf(given: readonly { readonly column: string; readonly text: unknown }[], fields: Fields): RequestRow {
  const twice = given.find(({ column }, at) => given.findIndex((each) => each.column === column) < at)?.column;
  if (twice !== undefined) throw new IsochronError('INVALID_ARGUMENT', `"${twice}" is given twice; it has one value.`);
  const row = given.map(({ column, text: value }) => {
    const type = fields.find(({ name }) => name === column)?.type;
    if (type !== undefined) return [column, valueOfType(type, value, column)] as const;
    const known = fields.map(({ name }) => name).join(', ');
    throw new IsochronError(
      'INVALID_ARGUMENT',
      known === ''
        ? `"${column}" is given, and nothing of the kind is taken.`
        : `There is nothing to be asked by "${column}", but by ${known}.`,
    );
  });
  return Object.fromEntries(row);
}

function valueOfType(type: string, value: unknown, column: string): RequestRow[string] {
  if (value === null) return null;
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  const read = readAs(type, written);
  if (read !== undefined) return read;
  throw new IsochronError('INVALID_ARGUMENT', `"${column}" is of type ${type}, and ${written} is not.`);
}

function readAs(type: string, written: string): RequestRow[string] | undefined {
  switch (type) {
    case 'INT64':
      return /^-?\d{1,19}$/.test(written) ? BigInt(written) : undefined;
    case 'TIMESTAMP':
      return readInstant(written) ?? undefined;
    case 'FLOAT64':
      return written.trim() === '' || Number.isNaN(Number(written)) ? undefined : Number(written);
    case 'BOOL':
      return written === 'true' || written === 'false' ? written === 'true' : undefined;
    case 'BYTES':
      return Buffer.from(written, 'base64');
    default:
      return written;
  }
}

function text(join: string, answer: Answer, keys: readonly RequestRow[]): string {
  const at = new Date(answer.atMs).toISOString();
  const rows = keys.map((key, row) => {
    const cells = answer.names.map((name) => [
      name,
      shortText(valueText(answer.value(row, name))),
      answer.status(row, name),
    ]);
    const head = Object.entries(key).map(([name, value]) => `${name}=${valueText(value)}`);
    return `${join} for ${head.join(', ')} at ${at}\n${tableText(['feature', 'value', 'status'], cells)}`;
  });
  const parts = answer.parts.map(({ name, generation, batchEndMs, error, ageMs }) => [
    name,
    generation === null ? '–' : String(generation),
    batchEndMs === null ? '–' : new Date(batchEndMs).toISOString(),
    ageText(ageMs(0)),
    error?.message ?? '',
  ]);
  return [...rows, tableText(['part', 'generation', 'batch end', 'age', 'what is wrong'], parts)].join('\n\n');
}

const ageText = (ageMs: number | null): string => (ageMs === null ? '–' : durationText(ageMs));

function json(join: string, answer: Answer, keys: readonly RequestRow[]) {
  return {
    join,
    atMs: answer.atMs,
    rows: keys.map((key, row) => ({
      keys: key,
      features: answer.row(row),
      statuses: Object.fromEntries(answer.names.map((name) => [name, answer.status(row, name)])),
    })),
    parts: answer.parts.map(({ name, generation, batchEndMs, error, ageMs }) => ({
      ...{ name, generation, batchEndMs },
      agesMs: keys.map((_, row) => ageMs(row)),
      error: error === null ? null : { code: error.code, message: error.message },
    })),
  };
}

function valueText(value: FeatureValue): string {
  if (typeof value === 'string') return value;
  if (value instanceof Map) return JSON.stringify(Object.fromEntries(value), plain);
  return value === null || typeof value !== 'object' ? String(value) : JSON.stringify(value, plain);
}

const plain = (_name: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
