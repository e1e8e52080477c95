import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { isochron, jsonOf, main, repository, say } from './command.ts';

/** The first flight of 30 June: its instant is the end of what was uploaded, so that batch halves alone say what the table says. */
const day = '2001-06-30';
const uploadedDay = '2001-06-29';
const name = 'flights/serving.boarding__1';
const at = `${day}T00:00:00Z`;
const keys = { origin: 'ATL', destination: 'MCO' } as const;
const where = `origin = '${keys.origin}' AND destination = '${keys.destination}' AND date = TIMESTAMP '${day} 00:00:00+00'`;

type Features = Readonly<Record<string, unknown>>;

/** Uploads and serves `boarding`, fetches one vector over HTTP and over gRPC, and puts both beside the row of the training table. Answers whether all are equal. */
export async function served(): Promise<boolean> {
  say(`
The same features for a live request: what was known at the end of ${uploadedDay} is put into the store, the definitions are published,
and a fetcher serves them (npx isochron serve; here on ports of its own, and stopped at the end).`);
  await isochron('upload', 'boarding', '--day', uploadedDay);
  await isochron('publish');
  const fetcher = await serve();
  try {
    const overHttp = await curl(fetcher.httpPort);
    const overGrpc = await fetched(fetcher.grpcPort);
    return compared(await trained(Object.keys(overGrpc)), overHttp, overGrpc);
  } finally {
    await fetcher.stop();
  }
}

interface Served {
  readonly grpcPort: number;
  readonly httpPort: number;
  stop(): Promise<void>;
}

async function serve(): Promise<Served> {
  const child = spawn(process.execPath, [main, 'serve', '--grpc-port', '0', '--http-port', '0', '--format', 'json'], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const exited = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([first]) => String(first)),
    exited.then(([code]) =>
      Promise.reject(new Error(`isochron serve ended by itself, with exit code ${code}. It said:\n${said}`)),
    ),
  ]);
  // What serve prints in JSON.
  const { grpcPort, httpPort } = JSON.parse(line) as { readonly grpcPort: number; readonly httpPort: number };
  return { grpcPort, httpPort, stop: () => stopped(child, exited) };
}

async function stopped(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  await exited;
}

/** By curl where there is one, else by Node's own fetch. */
async function curl(port: number): Promise<Features> {
  const url = `http://127.0.0.1:${port}/v3/fetch/join/${name}`;
  const body = JSON.stringify({ keys, atMs: Date.parse(at) });
  const header = 'content-type: application/json';
  say(`\n$ curl -s ${url} -H '${header}' -d '${body}'`);
  const text = await promisify(execFile)('curl', ['-s', url, '-H', header, '-d', body]).then(
    ({ stdout }) => stdout,
    async () => (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text(),
  );
  say(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
  // As the fetcher's README has it.
  const { names, values } = JSON.parse(text) as {
    readonly names: readonly string[];
    readonly values: readonly (readonly unknown[])[];
  };
  return Object.fromEntries(names.map((feature, index) => [feature, values[0]?.[index]]));
}

const SHOWN = 300;

async function fetched(port: number): Promise<Features> {
  const said = [
    'fetch',
    'boarding',
    '--key',
    `origin=${keys.origin}`,
    '--key',
    `destination=${keys.destination}`,
    '--at',
    at,
  ];
  say(`\n$ npx isochron ${said.join(' ')} --from 127.0.0.1:${port}      # over gRPC`);
  const { rows } = await jsonOf<{ readonly rows: readonly { readonly features: Features }[] }>(
    ...said,
    '--from',
    `127.0.0.1:${port}`,
  );
  return rows[0]?.features ?? {};
}

async function trained(features: readonly string[]): Promise<Features> {
  const rows = await jsonOf<readonly Features[]>(
    'show',
    'lateness',
    '--rows',
    '1',
    '--columns',
    features.join(','),
    '--where',
    where,
  );
  return rows[0] ?? {};
}

function compared(row: Features, overHttp: Features, overGrpc: Features): boolean {
  const names = Object.keys(overGrpc);
  const width = Math.max(...names.map((feature) => feature.length));
  say(`\nAtlanta to Orlando on 30 June 2001 at 00:00, in the training table, over HTTP and over gRPC:`);
  let equal = 0;
  for (const feature of names) {
    const texts = [row, overHttp, overGrpc].map((from) => canonical(from[feature]));
    const isEqual = texts.every((text) => text === texts[0]);
    if (isEqual) equal++;
    const [first = '', ...others] = texts.map(short);
    say(`  ${feature.padEnd(width)}  ${isEqual ? `${first}  (all three)` : [first, ...others].join('  |  ')}`);
  }
  say(`${equal} of ${names.length} features are the same number in all three.`);
  return equal === names.length && equal > 0;
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Maps have no order of their own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (isObject(each) ? sorted(each) : each)) ?? 'nothing';
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const sorted = (object: object): object =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
