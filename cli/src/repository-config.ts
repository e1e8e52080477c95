import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ConfigDefinition, isConfig } from '@isochron/authoring';
import { IsochronError } from '@isochron/schema';
import { faultText } from './fault-text.ts';

const NAME = 'isochron.config.ts';

/** What `isochron.config.ts` says of a repository; null where there is none. Rejects with INVALID_ARGUMENT, naming the place, if it cannot be read. */
export async function readConfig(repository: string): Promise<ConfigDefinition | null> {
  const path = resolve(repository, NAME);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return null;
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(path).href).catch((thrown: unknown) => {
    throw new IsochronError('INVALID_ARGUMENT', faultText(path, thrown), thrown);
  });
  const { default: config } = module;
  if (isConfig(config)) return config;
  throw new IsochronError('INVALID_ARGUMENT', `${path} exports no configuration: write export default config({ … }).`);
}
