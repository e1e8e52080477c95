import { dialectNames } from '@isochron/expression';
import { forks } from '@isochron/thrift';
import { Command, Option } from 'commander';
import { backfillCommand } from './commands/backfill.ts';
import { compileCommand } from './commands/compile.ts';
import { fetchCommand } from './commands/fetch.ts';
import { initCommand } from './commands/init.ts';
import { loadCommand } from './commands/load.ts';
import { publishCommand } from './commands/publish.ts';
import { sampleCommand } from './commands/sample.ts';
import { serveCommand } from './commands/serve.ts';
import { showCommand } from './commands/show.ts';
import { tablesCommand } from './commands/tables.ts';
import { uploadCommand } from './commands/upload.ts';
import { verifyCommand } from './commands/verify.ts';
import { whyCommand } from './commands/why.ts';

const CALL_WAS_WRONG = 2;

const program = new Command('isochron')
  .description('Features defined once, and the same number in a training table, in a stream and in a live request.')
  .option('--home <dir>', 'folder of the embedded state (default: ISOCHRON_HOME, else .isochron)')
  .option('--dir <dir>', 'the feature repository: the folder that holds features/', '.')
  .addOption(
    new Option(
      '--dialect <dialect>',
      'what expressions are written in where a definition or a compiled file does not say it (default: as isochron.config.ts says, else googlesql)',
    ).choices(dialectNames),
  )
  .addOption(
    new Option(
      '--fork <fork>',
      'which fork of the existing system compiled a file (default: as its fields tell; a file in doubt is refused)',
    ).choices(forks),
  )
  .option(
    '--environment <name>',
    'one of those in isochron.config.ts, with tables of its own (default: none; tables are called as they are)',
  )
  .addOption(
    new Option('--format <format>', 'text, or JSON on standard output').choices(['text', 'json']).default('text'),
  )
  .showHelpAfterError('(isochron --help lists the commands)')
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : CALL_WAS_WRONG));

for (const add of [
  initCommand,
  loadCommand,
  compileCommand,
  publishCommand,
  sampleCommand,
  backfillCommand,
  verifyCommand,
  uploadCommand,
  serveCommand,
  fetchCommand,
  whyCommand,
  showCommand,
  tablesCommand,
])
  add(program);

// Whoever reads our results may stop reading (`isochron show … | head`); that is no failure.
process.stdout.on('error', (thrown: NodeJS.ErrnoException) => {
  if (thrown.code !== 'EPIPE') throw thrown;
  process.exit(0);
});

await program.parseAsync();
