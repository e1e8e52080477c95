import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { type Change, type Compilation, compile, diffCompiled, printDiagnostic } from '@isochron/compiler';
import type { Command } from 'commander';
import { type Context, runCommand, WorkFailed } from '../context.ts';
import { plural } from '../output.ts';
import { compiledFiles, findDefinitions } from '../repository.ts';
import { readCatalog } from '../wiring.ts';

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

async function compileRepository({ output, backfill }: Context, repository: string, isCheck: boolean): Promise<void> {
  const found = await findDefinitions(repository);
  const { warehouse } = await backfill();
  const catalog = await readCatalog(warehouse);
  const compilation = compile(found.definitions, catalog);
  const errors = compilation.diagnostics.filter(({ severity }) => severity === 'error').length + found.faults.length;
  for (const fault of found.faults) output.say(fault);
  for (const diagnostic of compilation.diagnostics)
    output.say(printDiagnostic({ ...diagnostic, place: inRepository(diagnostic.place) }));
  const previous = new Map(
    (await compiledFiles(repository)).map(({ path, text }) => [
      relative(resolve(repository), path).split(sep).join('/'),
      text,
    ]),
  );
  const changes = errors > 0 ? [] : diffCompiled(previous, compilation.objects);
  const value = {
    objects: compilation.objects.map(({ name }) => name),
    changes,
    faults: found.faults,
    diagnostics: compilation.diagnostics,
  };
  if (errors > 0) {
    output.say(`\n${plural(errors, 'error')}; nothing was written.`);
    if (output.format === 'json') output.result('', value);
    throw new WorkFailed();
  }
  if (!isCheck) await write(repository, previous, compilation);
  const names = plural(compilation.objects.length, 'definition');
  const text =
    changes.length === 0 ? `${names}, nothing changed` : [`${names}:`, ...changes.map(changeText)].join('\n');
  output.result(text, value);
  if (isCheck && changes.length > 0) {
    output.say('compiled/ is not current: run isochron compile and commit what it writes.');
    throw new WorkFailed();
  }
}

/** Each file is replaced whole; files whose definition is gone are taken away last. */
async function write(
  repository: string,
  previous: ReadonlyMap<string, string>,
  { objects }: Compilation,
): Promise<void> {
  const files = new Set<string>();
  for (const { file, json } of objects) {
    files.add(file);
    if (previous.get(file) === json) continue;
    const path = resolve(repository, file);
    await mkdir(dirname(path), { recursive: true });
    const unfinished = `${path}.${process.pid}.tmp`;
    await writeFile(unfinished, json);
    await rename(unfinished, path);
  }
  for (const file of previous.keys()) if (!files.has(file)) await rm(resolve(repository, file));
}

function changeText({ kind, file, before, columns }: Change): string {
  const named = (what: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${what} ${names.join(', ')}`];
  const parts =
    kind === 'changed'
      ? [...named('adds', columns.added), ...named('changes', columns.changed), ...named('removes', columns.removed)]
      : [];
  const from = before === null ? '' : kind === 'renamed' ? ` (was ${before})` : ` (after ${before})`;
  const count = kind === 'added' ? `  ${plural(columns.added.length, 'column')}` : '';
  return `  ${kind.padEnd(8)} ${file}${from}${count}${parts.length === 0 ? '' : `: ${parts.join('; ')}`}`;
}

/** Places as they are typed from where the person stands. */
function inRepository<P extends { readonly file: string } | null>(place: P): P {
  return place === null ? place : { ...place, file: relative(process.cwd(), place.file) };
}
