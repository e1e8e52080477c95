import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { type Compilation, type Diagnostic, diff, printDiagnostic, unsafeChanges } from '@isochron/compiler';
import type { Command } from 'commander';
import { compileFeatures, shownPlace } from '../compilation.ts';
import { type Context, runCommand, WorkFailed } from '../context.ts';
import { differenceText, readObjects } from '../difference.ts';
import { plural } from '../output.ts';
import { dialectSaid } from '../plans.ts';
import { compiledFiles, writtenTypes } from '../repository.ts';

export function compileCommand(program: Command): void {
  program
    .command('compile')
    .description('definitions under features/ into compiled/, checked against the tables of the warehouse')
    .argument('[dir]', 'the feature repository (default: --dir)')
    .option('--check', 'write nothing; fail if compiled/ is not current')
    .addHelpText('after', '\nExample:\n  isochron compile')
    .action((dir: string | undefined, options: { check?: true }, command: Command) =>
      runCommand(command, (context) => compileRepository(context, dir ?? context.repository, options.check === true)),
    );
}

async function compileRepository(context: Context, repository: string, isCheck: boolean): Promise<void> {
  const { output } = context;
  const dialect = (await dialectSaid({ ...context, repository })) ?? 'googlesql';
  const { compilation, faults } = await compileFeatures({ ...context, repository });
  const previous = await compiledTexts(repository);
  const { objects, unreadable } = readObjects(previous, compilation.objects);
  const before = new Map([...previous, ...(await writtenTypes(repository))]);
  const after = filesOf(compilation);
  const isSound = faults.length === 0 && compilation.diagnostics.every(({ severity }) => severity !== 'error');
  const difference = isSound ? diff(objects, compilation.objects, dialect) : { changes: [], unchanged: [] };
  const diagnostics = [
    ...compilation.diagnostics,
    ...unsafeChanges(difference).map((each) => placed(each, compilation)),
  ];
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length + faults.length;
  for (const fault of faults) output.say(fault);
  for (const diagnostic of diagnostics) output.say(printDiagnostic(shownPlace(diagnostic)));
  for (const file of unreadable)
    output.say(`${file} is no compiled definition${isCheck ? '' : ', and is replaced or taken away'}.`);
  const value = {
    objects: compilation.objects.map(({ name }) => name),
    ...difference,
    faults,
    diagnostics,
  };
  if (errors > 0) {
    output.say(`\n${plural(errors, 'error')}; nothing was written.`);
    if (output.format === 'json') output.result('', value);
    throw new WorkFailed();
  }
  if (!isCheck) await write(repository, before, after);
  output.result(differenceText(difference), value);
  if (isCheck && !isCurrent(before, after)) {
    output.say('compiled/ is not current: run isochron compile and commit what it writes.');
    throw new WorkFailed();
  }
}

type Files = ReadonlyMap<string, string>;

/** Everything that stands below `compiled/` after a compilation, by path. */
const filesOf = ({ objects, types }: Compilation): Files =>
  new Map([...objects.map(({ file, json }) => [file, json] as const), ...types]);

/** Whether the files are those that would be written, to the byte. */
const isCurrent = (before: Files, after: Files): boolean =>
  before.size === after.size && [...after].every(([file, text]) => before.get(file) === text);

/** The compiled definitions below `compiled/`, by their paths in the repository with slashes. */
async function compiledTexts(repository: string): Promise<Files> {
  const files = await compiledFiles(repository);
  return new Map(files.map(({ path, text }) => [relative(resolve(repository), path).split(sep).join('/'), text]));
}

/** What is wrong with a change is wrong with the definition that changes. */
function placed(diagnostic: Diagnostic, { places }: Compilation): Diagnostic {
  return { ...diagnostic, place: places.get(diagnostic.object) ?? null };
}

/** Each file is replaced whole; files that nothing stands for any more are taken away last. */
async function write(repository: string, before: Files, after: Files): Promise<void> {
  const changed = [...after].filter(([file, text]) => before.get(file) !== text);
  for (const folder of new Set(changed.map(([file]) => dirname(resolve(repository, file))))) {
    await mkdir(folder, { recursive: true });
  }
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    await Promise.all(
      changed.slice(from, from + AT_ONCE).map(([file, text]) => replace(resolve(repository, file), text)),
    );
  }
  for (const file of before.keys()) if (!after.has(file)) await rm(resolve(repository, file));
}

/** How many files are written at once. */
const AT_ONCE = 64;

async function replace(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}
