import { copyFile, glob, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IsochronError } from '@isochron/schema';
import type { Command } from 'commander';
import { type Context, runCommand } from '../context.ts';
import { packageText } from '../init-package.ts';

export function initCommand(program: Command): void {
  program
    .command('init')
    .description('a feature repository that compiles and runs as it is, with a small data set of its own')
    .argument('<dir>', 'a folder that is not there yet, or is empty')
    .addHelpText('after', '\nExample:\n  isochron init shop && cd shop && npm install')
    .action((dir: string, _options: object, command: Command) => runCommand(command, (context) => init(context, dir)));
}

const template = fileURLToPath(new URL('../../template', import.meta.url));

/** Files of the template that would mean something where they stand. */
const names: Readonly<Record<string, string>> = { gitignore: '.gitignore' };

async function init({ output }: Context, dir: string): Promise<void> {
  const folder = resolve(dir);
  const there = await readdir(folder).catch(() => []);
  if (there.length > 0) {
    const what = there.length === 1 ? there[0] : `${there[0]} and ${there.length - 1} more`;
    throw new IsochronError('INVALID_ARGUMENT', `${dir} is not empty (${what}): name a folder that is not there yet.`);
  }
  const files: string[] = [];
  for await (const entry of glob('**/*', { cwd: template, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const path = relative(template, join(entry.parentPath, names[entry.name] ?? entry.name));
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await copyFile(from, join(folder, path));
    files.push(path.split(sep).join('/'));
  }
  await writeFile(join(folder, 'package.json'), await packageText(basename(folder), folder));
  files.push('package.json');
  const list = files.sort().map((file) => `  ${file}`);
  const next = `cd ${dir}\n  npm install\n  npm run load\n  npx isochron compile\n  npx isochron backfill purchases --start 2026-01-07 --end 2026-01-10`;
  output.result(`${dir}:\n${list.join('\n')}\nNext:\n  ${next}`, { folder, files });
}
