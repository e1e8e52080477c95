import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { type Catalog, type Environment, tableIn, tablesFile, writtenTables } from '@isochron/compiler';
import { type Field, IsochronError } from '@isochron/schema';
import type { Command } from 'commander';
import { type Context, runCommand, WorkFailed } from '../context.ts';
import { environmentOf } from '../environment.ts';
import { plural } from '../output.ts';
import { readableObjects } from '../plans.ts';
import { compiledFiles } from '../repository.ts';
import { readCatalog } from '../wiring.ts';

const FILE = 'features/tables.ts';

export function tablesCommand(program: Command): void {
  program
    .command('tables')
    .description(`${FILE} from the warehouse: its tables with the names and types of their columns`)
    .argument('[table...]', 'only these (default: every table that no compiled definition writes)')
    .option('--check', 'write nothing; fail if the file is not current')
    .addHelpText('after', '\nExample:\n  isochron load flights flights-3m.parquet --time date\n  isochron tables')
    .action((names: readonly string[], options: { check?: true }, command: Command) =>
      runCommand(command, (context) => run(context, names, options.check === true)),
    );
}

/** Run again, it keeps what people wrote on tables and columns. */
async function run(context: Context, names: readonly string[], isCheck: boolean): Promise<void> {
  const { output, repository, backfill } = context;
  const catalog = await readCatalog((await backfill()).warehouse);
  const tables = names.length > 0 ? asked(catalog, names) : await unwritten(context, catalog);
  const path = resolve(repository, FILE);
  const before = await readFile(path, 'utf8').catch(() => null);
  const file = tablesFile(tables, before);
  if ('refusal' in file) {
    throw new IsochronError(
      'FAILED_PRECONDITION',
      `${relative(process.cwd(), path)} is not written over: ${file.refusal}`,
    );
  }
  const isCurrent = file.text === before;
  if (!isCurrent && !isCheck) await replace(path, file.text);
  const what = isCurrent ? 'current' : isCheck ? 'not current' : before === null ? 'written' : 'written anew';
  output.result(`${FILE}: ${plural(tables.size, 'table')}, ${what}`, {
    file: FILE,
    tables: [...tables.keys()],
    isCurrent,
  });
  if (!isCurrent && isCheck) {
    output.say(`${FILE} is not what the warehouse has: run isochron tables and commit what it writes.`);
    throw new WorkFailed();
  }
}

function asked({ tables }: Catalog, names: readonly string[]): ReadonlyMap<string, readonly Field[]> {
  return new Map(
    names.map((name) => {
      const columns = tables.get(name);
      if (columns !== undefined) return [name, columns] as const;
      const there = tables.size === 0 ? 'It has none: load one.' : `It has ${[...tables.keys()].join(', ')}.`;
      throw new IsochronError('NOT_FOUND', `The warehouse has no table ${name}. ${there}`);
    }),
  );
}

/** Tables of definitions, and those that their steps keep beside them, are read by the definitions themselves. */
async function unwritten(context: Context, { tables }: Catalog): Promise<ReadonlyMap<string, readonly Field[]>> {
  const environments: readonly Environment[] = [{ prefix: '' }, await environmentOf(context)];
  const written = [...writtenTables(readableObjects(compiledFiles(context.repository)))];
  const owned = environments.flatMap((environment) => written.map((table) => tableIn(environment, table)));
  return new Map([...tables].filter(([name]) => !owned.some((own) => name === own || name.startsWith(`${own}__`))));
}

/** Whole or not at all. */
async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  await writeFile(unfinished, text);
  await rename(unfinished, path);
}
