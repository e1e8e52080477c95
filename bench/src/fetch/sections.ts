import { cpus } from 'node:os';
import type { BenchOptions } from '../main.ts';
import { coreSection } from './core-section.ts';
import { logSection } from './log-section.ts';
import { peerSection } from './peer-section.ts';
import { securitySection } from './security-section.ts';
import { joinsSection, shapeSection } from './shape-sections.ts';
import { storeSection } from './store-section.ts';
import { wireSection } from './wire-section.ts';

type Section = (options: BenchOptions) => Promise<void>;

/** Each takes less than two minutes once its data are there. */
const sections: Readonly<Record<string, Section>> = {
  core: coreSection,
  store: storeSection,
  grpc: (options) => wireSection('numbers', 'grpc', options),
  http: (options) => wireSection('numbers', 'http', options),
  cached: (options) => wireSection('cached', 'grpc', options),
  mixed: (options) => wireSection('mixed', 'grpc', options),
  'mixed-http': (options) => wireSection('mixed', 'http', options),
  shapes: shapeSection,
  joins: joinsSection,
  log: logSection,
  security: securitySection,
};

/** What serving costs, from the core of the fetcher to the service over its protocols, beside floors of the same run. `--only grpc,http` runs those; `--peer feast` the comparison with Feast alone. */
export async function fetchBench(options: BenchOptions): Promise<void> {
  process.stdout.write(`${cpus().length} cores, Node ${process.versions.node}\n`);
  if (options.peer !== null) return peerSection(options.peer, options);
  const names = options.only?.split(',') ?? Object.keys(sections);
  for (const name of names) {
    const section = sections[name];
    if (section === undefined) throw new Error(`no section ${name}; there are ${Object.keys(sections).join(', ')}`);
    process.stdout.write(`\n## ${name}\n\n`);
    await section(options);
  }
}
