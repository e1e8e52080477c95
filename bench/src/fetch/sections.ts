import { cpus } from 'node:os';
import type { BenchOptions } from '../main.ts';
import { coreSection } from './bench.ts';
import { storeSection } from './store-section.ts';

type Section = (options: BenchOptions) => Promise<void>;

/** Each takes less than two minutes once its data are there. */
const sections: Readonly<Record<string, Section>> = {
  core: coreSection,
  store: storeSection,
};

/** What serving costs, section by section; `--only store` runs that one. */
export async function fetchBench(options: BenchOptions): Promise<void> {
  process.stdout.write(`${cpus().length} cores, Node ${process.versions.node}\n`);
  const names = options.only?.split(',') ?? Object.keys(sections);
  for (const name of names) {
    const section = sections[name];
    if (section === undefined) throw new Error(`no section ${name}; there are ${Object.keys(sections).join(', ')}`);
    process.stdout.write(`\n## ${name}\n\n`);
    await section(options);
  }
}
