import { once } from 'node:events';
import { type Command, InvalidArgumentError } from 'commander';
import { type Context, runCommand } from '../context.ts';
import { plural } from '../output.ts';
import { serveHere } from '../served-here.ts';

interface Options {
  readonly branch: string;
  readonly host: string;
  readonly grpcPort: number;
  readonly httpPort: number;
}

const port = (text: string): number => {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError(`It must be a port, from 0 to 65535, not ${JSON.stringify(text)}.`);
};

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('what is published and uploaded, to whoever asks over gRPC and HTTP, until it is interrupted')
    .option('--branch <name>', 'the branch that is served', 'main')
    .option(
      '--host <host>',
      'where it listens; where others can reach it, it wants to be guarded: docs/securing.md',
      '127.0.0.1',
    )
    .option('--grpc-port <port>', '0 lets the system choose', port, 7411)
    .option('--http-port <port>', '0 lets the system choose', port, 7410)
    .addHelpText(
      'after',
      '\nExample:\n  isochron upload boarding && isochron publish && isochron serve\n\nWhat is published or uploaded while it runs is served from then on; nobody waits for it.',
    )
    .action((options: Options, command: Command) => runCommand(command, (context) => run(context, options)));
}

async function run(context: Context, options: Options): Promise<void> {
  const { output, signal } = context;
  const { fetcher, host, stop } = await serveHere(context, { ...options, mayLog: true });
  try {
    const { current } = fetcher.sets;
    const served = current.entries.flatMap(({ kind, served: own }) => (kind === 'join' && own !== null ? [own] : []));
    for (const { name, fault } of current.entries)
      if (fault !== null) output.say(`not served: ${name}: ${fault.message}`);
    const { grpcPort, httpPort } = fetcher;
    const first = served[0];
    const asked =
      first === undefined
        ? ''
        : `\nAsk for one:\n${curlOf(
            host,
            httpPort,
            first.name,
            first.keys.map(({ name }) => name),
          )}`;
    output.result(
      `${plural(served.length, 'join')} of version ${current.version} on gRPC ${host}:${grpcPort} and HTTP ${host}:${httpPort}${served.map(({ name }) => `\n  ${name}`).join('')}${asked}\nCtrl-C stops it.`,
      { grpcPort, httpPort, host, version: current.version, joins: served.map(({ name }) => name) },
    );
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await stop();
  }
}

const curlOf = (host: string, httpPort: number, name: string, keys: readonly string[]): string => {
  const body = JSON.stringify({ keys: Object.fromEntries(keys.map((key) => [key, '…'])) });
  return `  curl -s ${host}:${httpPort}/v3/fetch/join/${name} -H 'content-type: application/json' -d '${body}'`;
};
