import { hostname, userInfo } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { fileOf, objectIn, objectJson, printDiagnostic, writtenTables } from '@isochron/compiler';
import type { DiffResponse, SetAddress } from '@isochron/rpc/compiler';
import { IsochronError } from '@isochron/schema';
import type { Command } from 'commander';
import { staleFiles } from '../compiled-folder.ts';
import { type Context, runCommand, WorkFailed } from '../context.ts';
import { differenceText, readObjects } from '../difference.ts';
import { environmentOf } from '../environment.ts';
import { plural } from '../output.ts';
import { dialectSaid } from '../plans.ts';
import { publishedAddress } from '../published-address.ts';
import { diagnosticOf, differenceOf } from '../published-difference.ts';
import { openPublisher, type Publisher } from '../publisher.ts';
import { compiledFiles } from '../repository.ts';
import { readConfig } from '../repository-config.ts';
import { sendObjects } from '../sent-objects.ts';
import { addProofOptions, type ProofOptions } from '../server-proof.ts';

interface Options extends ProofOptions {
  readonly to?: string;
  readonly branch: string;
  readonly message: string;
  readonly who?: string;
  readonly dryRun?: true;
}

export function publishCommand(program: Command): void {
  addProofOptions(
    program
      .command('publish')
      .description('everything below compiled/ to the compiler service, whole or not at all')
      .option(
        '--to <service>',
        'the service, grpc://host:port, or grpcs:// for TLS (default: as isochron.config.ts says, else the embedded store)',
      )
      .option('--branch <name>', 'the branch it is published for', 'main')
      .option('--message <text>', 'why, for the history', '')
      .option('--who <name>', 'who, for the history (default: the user of this machine)')
      .option('--dry-run', 'say what would change, and publish nothing'),
  )
    .addHelpText(
      'after',
      '\nExample:\n  isochron publish --environment prod --to grpc://compiler:7401 --message "delays by carrier"\n  isochron publish --to grpcs://compiler:7401 --ca ca.crt --token-file /run/secrets/token',
    )
    .action((options: Options, command: Command) => runCommand(command, (context) => run(context, options)));
}

async function run(context: Context, options: Options): Promise<void> {
  const config = await readConfig(context.repository);
  const environment = await environmentOf(context);
  const service = options.to ?? environment.compiler ?? config?.compiler ?? null;
  const publisher = await openPublisher({ service, proof: options, home: context.home, signal: context.signal });
  try {
    const address = await publishedAddress(context, options.branch);
    await publishTo(publisher, context, { address, options });
  } finally {
    await publisher.close();
  }
}

interface Publication {
  readonly address: SetAddress;
  readonly options: Options;
}

async function publishTo(publisher: Publisher, context: Context, { address, options }: Publication): Promise<void> {
  const { output } = context;
  const dialect = (await dialectSaid(context)) ?? '';
  await seeCurrent(context);
  const { objects, found } = await sendObjects(publisher, { address, dialect }, await textsIn(context));
  report(context, found);
  const text = differenceText(differenceOf(found));
  const place = `${address.repository}/${address.environment}/${address.branch}`;
  if (options.dryRun === true) {
    output.result(`${place} in ${publisher.where} would have ${text}`, resultOf(found, found.published, false));
    return;
  }
  const { isNew, head } = await publisher.publish({
    address,
    objects,
    dialect,
    ...(found.published === undefined ? {} : { expectedHash: found.published.hash }),
    who: options.who ?? `${userInfo().username}@${hostname()}`,
    message: options.message,
  });
  const version = `${place} in ${publisher.where} is ${isNew ? 'now' : 'still'} version ${head?.version ?? 0}`;
  output.result(`${version}: ${text}`, resultOf(found, head, isNew));
}

/** Throws FAILED_PRECONDITION, naming them, where files below `compiled/` are not what `features/` comes to. Where there are no features, files are as they came. */
async function seeCurrent(context: Context): Promise<void> {
  const stale = await staleFiles(context);
  if (stale.length === 0) return;
  const shown = stale.slice(0, STALE_MAX).join(', ');
  const more = stale.length > STALE_MAX ? ` and ${stale.length - STALE_MAX} more` : '';
  throw new IsochronError(
    'FAILED_PRECONDITION',
    `compiled/ is not what features/ comes to: ${shown}${more}. Run isochron compile, commit what it writes, then publish.`,
  );
}

const STALE_MAX = 5;

/** What stands below `compiled/`, as it runs in the environment. */
async function textsIn(context: Context): Promise<readonly { readonly file: string; readonly json: string }[]> {
  const files = compiledFiles(context.repository);
  const texts = new Map(
    files.map(({ path, text }) => [relative(resolve(context.repository), path).split(sep).join('/'), text]),
  );
  if (texts.size === 0) {
    throw new IsochronError('FAILED_PRECONDITION', 'Nothing is compiled: run isochron compile, then publish.');
  }
  const environment = await environmentOf(context);
  if (environment.prefix === '') return [...texts].map(([file, json]) => ({ file, json }));
  const { objects, unreadable } = readObjects(texts);
  if (unreadable.length > 0) {
    throw new IsochronError(
      'INVALID_ARGUMENT',
      `${unreadable.join(', ')}: no compiled definition; run isochron compile.`,
    );
  }
  const written = writtenTables(objects);
  return objects.map((object) => ({
    file: fileOf(object),
    json: objectJson(objectIn(object, environment, written)),
  }));
}

/** Says what is wrong; ends the work if any of it is an error. */
function report({ output }: Context, found: DiffResponse): void {
  const diagnostics = found.diagnostics.map(diagnosticOf);
  for (const diagnostic of diagnostics) output.say(printDiagnostic(diagnostic));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return;
  output.say(`\n${plural(errors, 'error')}; nothing was published.`);
  if (output.format === 'json') output.result('', resultOf(found, found.published, false));
  throw new WorkFailed();
}

const resultOf = (found: DiffResponse, head: DiffResponse['published'], isNew: boolean) => ({
  isNew,
  head: head ?? null,
  ...differenceOf(found),
  unchanged: found.unchanged,
  diagnostics: found.diagnostics.map(diagnosticOf),
});
