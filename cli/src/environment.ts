import type { EnvironmentDefinition } from '@isochron/authoring';
import { IsochronError } from '@isochron/schema';
import type { Context } from './context.ts';
import { readConfig } from './repository-config.ts';

/**
 * The environment that `--environment` names, as the repository's configuration has it; without the option, one whose tables have no prefix. Rejects
 * with INVALID_ARGUMENT, naming those there are.
 */
export async function environmentOf({
  environment: asked,
  repository,
}: Pick<Context, 'environment' | 'repository'>): Promise<EnvironmentDefinition> {
  if (asked === undefined) return { prefix: '', compiler: null };
  const { environments = {} } = (await readConfig(repository)) ?? {};
  const found = Object.hasOwn(environments, asked) ? environments[asked] : undefined;
  if (found !== undefined) return found;
  const names = Object.keys(environments);
  const there = names.length === 0 ? 'isochron.config.ts names none' : `there are ${names.join(', ')}`;
  throw new IsochronError('INVALID_ARGUMENT', `There is no environment ${asked}: ${there}.`);
}
