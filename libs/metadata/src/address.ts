import { IsochronError } from '@isochron/schema';
import { setLimits } from './limits.ts';

/** Which set: the definitions of a repository, as one environment has them, on one branch. */
export interface SetAddress {
  readonly repository: string;
  readonly environment: string;
  readonly branch: string;
}

const PART = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const BRANCH = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9._-]+)*$/;

/** `flights/prod/main`: the branch comes last because it may have slashes. */
export const addressText = ({ repository, environment, branch }: SetAddress): string =>
  `${repository}/${environment}/${branch}`;

/** The address of a text that {@link addressText} made. */
export function addressOfText(text: string): SetAddress {
  const [repository = '', environment = '', ...branch] = text.split('/');
  return { repository, environment, branch: branch.join('/') };
}

export function checkAddress({ repository, environment, branch }: SetAddress): void {
  check(repository, PART, 'repository');
  check(environment, PART, 'environment');
  check(branch, BRANCH, 'branch');
}

function check(name: string, form: RegExp, what: string): void {
  if (form.test(name) && name.length <= setLimits.nameBytes) return;
  const shown = JSON.stringify(name.slice(0, 60));
  throw new IsochronError(
    'INVALID_ARGUMENT',
    `${shown} cannot be the name of a ${what}: letters, digits, '.', '_' and '-'${what === 'branch' ? ", with '/' between" : ''}, ${setLimits.nameBytes} at most.`,
  );
}
