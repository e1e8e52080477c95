import { rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { median, type Run, runContender } from '../contender.ts';
import type { BenchOptions } from '../main.ts';
import { rounded, table, whole } from '../sketches/table.ts';
import { isochronIn } from './command.ts';
import { editorSection } from './editor-section.ts';
import { generateRepository } from './repository.ts';
import { watchSection } from './watch-section.ts';

type Section = (options: BenchOptions) => Promise<void>;

const sections: Readonly<Record<string, Section>> = {
  command: commandSection,
  editor: editorSection,
  watch: watchSection,
};

/** What definitions cost whoever writes them: compiling many, checking large ones in an editor, and how soon others see what was published. */
export async function compileBench(options: BenchOptions): Promise<void> {
  say(`${cpus().length} cores, Node ${process.versions.node}`);
  for (const name of options.only?.split(',') ?? Object.keys(sections)) {
    const section = sections[name];
    if (section === undefined) throw new Error(`no section ${name}; there are ${Object.keys(sections).join(', ')}`);
    say(`\n## ${name}\n`);
    await section(options);
  }
}

/**
 * A repository of 2,000 definitions of all kinds: importing its modules alone (the floor), compiling it in memory, and the command as a person types
 * it, on a repository that was never compiled and on one that is current. Each in a process of its own, in turns.
 */
async function commandSection({ quick, runs }: BenchOptions): Promise<void> {
  const folder = fileURLToPath(new URL('../../.data/compile', import.meta.url));
  const { definitions, files } = generateRepository(folder, quick ? 10 : 100);
  say(`${whole(definitions)} definitions in ${files} files\n`);
  const isochron = isochronIn(folder);
  isochron('load', 'orders', 'orders.csv', '--time', 'bought');
  isochron('load', 'users', 'users.csv', '--time', 'seen');
  const contenders: Readonly<Record<string, () => Run>> = {
    'floor: import the modules': () => runContender(script('load-contender.ts'), [folder]),
    'compile in memory': () => runContender(script('compile-contender.ts'), [folder]),
    'isochron compile, all new': () => {
      rmSync(`${folder}/compiled`, { recursive: true, force: true });
      return isochron('compile');
    },
    'isochron compile, nothing new': () => isochron('compile'),
  };
  const measured = new Map(Object.keys(contenders).map((name): [string, Run[]] => [name, []]));
  // The first turn warms the file system and Node's cache of compiled code.
  for (let turn = -1; turn < runs; turn++) {
    for (const [name, run] of Object.entries(contenders)) {
      const result = run();
      if (turn >= 0) measured.get(name)?.push(result);
    }
  }
  const floor = median((measured.get('floor: import the modules') ?? []).map(({ ms }) => ms));
  const rows = [...measured].map(([name, results]) => {
    const ms = median(results.map((each) => each.ms));
    const mib = median(results.map(({ peakMib }) => peakMib));
    return [name, rounded(ms / 1000), (ms / floor).toFixed(2), whole(Math.round(mib))];
  });
  say(table(['', 's', 'x floor', 'peak MiB'], rows));
}

const script = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));

const say = (text: string): void => void process.stdout.write(`${text}\n`);
