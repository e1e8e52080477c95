import { printDiagnostic } from '@isochron/compiler';
import { type Command, Option } from 'commander';
import { shownPlace } from '../compilation.ts';
import { compileWatching } from '../compile-watching.ts';
import { replaceFiles } from '../compiled-folder.ts';
import { type Context, runCommand, WorkFailed } from '../context.ts';
import { differenceText } from '../difference.ts';
import { type Examined, examine } from '../examined.ts';
import { plural } from '../output.ts';
import { changedPlanLines, planSummary } from '../plan-summary.ts';

export function compileCommand(program: Command): void {
  program
    .command('compile')
    .description('definitions under features/ into compiled/, checked against the tables of the warehouse')
    .argument('[dir]', 'the feature repository (default: --dir)')
    .option('--check', 'write nothing; fail if compiled/ is not current')
    .addOption(new Option('--watch', 'compile again whenever a source changes, until Ctrl-C').conflicts('check'))
    .addHelpText('after', '\nExamples:\n  isochron compile\n  isochron compile --watch')
    .action((dir: string | undefined, options: Options, command: Command) =>
      runCommand(command, (given) => {
        const context = { ...given, repository: dir ?? given.repository };
        if (options.watch === true) return compileWatching(context, argumentsToCompileOnce());
        return compileRepository(context, options.check === true);
      }),
    );
}

interface Options {
  readonly check?: true;
  readonly watch?: true;
}

/** This call itself, but for `--watch`. */
const argumentsToCompileOnce = (): readonly string[] =>
  process.argv.slice(1).filter((argument) => argument !== '--watch');

async function compileRepository(context: Context, isCheck: boolean): Promise<void> {
  const { output, repository } = context;
  const examined = await examine(context);
  const { difference, plans, before, after, errors } = examined;
  tell(context, examined, isCheck);
  const isWritten = errors === 0 && !isCheck;
  const value = jsonOf(examined, isWritten);
  if (errors > 0) {
    output.say(`\n${plural(errors, 'error')}; nothing was written.`);
    if (output.format === 'json') output.result('', value);
    throw new WorkFailed();
  }
  if (isWritten) replaceFiles(repository, before, after);
  output.result(
    differenceText(difference, (name) => changedPlanLines(plans.get(name))),
    value,
  );
  if (isCheck && !examined.isCurrent) {
    output.say('compiled/ is not current: run isochron compile and commit what it writes.');
    throw new WorkFailed();
  }
}

function tell({ output }: Context, { faults, diagnostics, unreadable }: Examined, isCheck: boolean): void {
  for (const fault of faults) output.say(fault);
  for (const diagnostic of diagnostics) output.say(printDiagnostic(shownPlace(diagnostic)));
  for (const file of unreadable)
    output.say(`${file} is no compiled definition${isCheck ? '' : ', and is replaced or taken away'}.`);
}

const jsonOf = (examined: Examined, isWritten: boolean) => {
  const { compilation, difference, plans, faults, diagnostics } = examined;
  return {
    objects: compilation.objects.map(({ name }) => name),
    ...difference,
    plans: Object.fromEntries([...plans].map(([name, plan]) => [name, planSummary(plan)])),
    faults,
    diagnostics,
    isWritten,
  };
};
