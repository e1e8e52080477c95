import { basename, resolve } from 'node:path';
import type { SetAddress } from '@isochron/rpc/compiler';
import type { Context } from './context.ts';
import { readConfig } from './repository-config.ts';

/** What is published where no environment is named. */
const ENVIRONMENT = 'default';

/** Where the definitions of a repository are published, of a branch. */
export async function publishedAddress(
  { repository, environment }: Pick<Context, 'repository' | 'environment'>,
  branch: string,
): Promise<SetAddress> {
  const config = await readConfig(repository);
  return {
    repository: config?.repository ?? basename(resolve(repository)),
    environment: environment ?? ENVIRONMENT,
    branch,
  };
}
