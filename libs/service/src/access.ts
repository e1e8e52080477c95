import type { Caller } from '@isochron/rpc';
import { IsochronError } from '@isochron/schema';
import { z } from 'zod';

export const actions = ['read', 'publish'] as const;
export type Action = (typeof actions)[number];

/** A name, or its beginning and `*`. */
const pattern = z
  .string()
  .min(1)
  .regex(/^[^*]*\*?$/, { error: 'a * may stand at the end alone' });
const patterns = z.array(pattern).default([]);

const grant = z.strictObject({
  /** Callers by their subject. */
  subjects: patterns,
  /** Callers by the teams of their token. */
  teams: patterns,
  /** Whose Joins and definitions they may read; `@own`: the teams of their token. */
  read: patterns,
  /** Whose definitions they may publish. */
  publish: patterns,
});

/** What callers may do, as settings say it: the sum of all grants that name them. */
export const accessSettings = z.strictObject({ grants: z.array(grant).optional() });

export interface Grant extends z.output<typeof grant> {}
export interface AccessPolicy {
  readonly grants: readonly Grant[];
}

export interface Asked {
  readonly action: Action;
  /** Whose it is: `flights` of `flights/training.lateness__1`. */
  readonly team: string;
  /** What is asked for, as the refusal calls it. */
  readonly name: string;
}

/** For a service that does not ask who calls. */
export const everythingForEverybody: AccessPolicy = {
  grants: [{ subjects: ['*'], teams: [], read: ['*'], publish: ['*'] }],
};

/** For a service that asks who calls, where no grants are said: each caller its own teams'. */
export const ownTeamsForEverybody: AccessPolicy = {
  grants: [{ subjects: ['*'], teams: [], read: ['@own'], publish: ['@own'] }],
};

/** PERMISSION_DENIED with a sentence, unless a grant of the policy allows it. It takes well under a microsecond, so it may be asked for each request. */
export function authorize(policy: AccessPolicy, caller: Caller, asked: Asked): void {
  if (isAllowed(policy, caller, asked)) return;
  const who = caller.subject === '' ? 'Callers who do not say who they are' : `${caller.subject}`;
  throw new IsochronError(
    'PERMISSION_DENIED',
    `${who} may not ${asked.action} ${asked.name}, which is of the team ${asked.team}.`,
  );
}

/** Whether a grant of the policy allows it. */
export function isAllowed({ grants }: AccessPolicy, caller: Caller, { action, team }: Omit<Asked, 'name'>): boolean {
  for (const each of grants) {
    if (isFor(each, caller) && covers(each[action], team, caller)) return true;
  }
  return false;
}

/** Whether there is any team with which a caller may do so: for what belongs to no team, as the list of what there is. PERMISSION_DENIED otherwise. */
export function authorizeAny({ grants }: AccessPolicy, caller: Caller, action: Action, name: string): void {
  const isAny = (given: string): boolean => given !== OWN || caller.teams.length > 0;
  if (grants.some((each) => isFor(each, caller) && each[action].some(isAny))) return;
  const who = caller.subject === '' ? 'Callers who do not say who they are' : caller.subject;
  throw new IsochronError('PERMISSION_DENIED', `${who} may not ${action} ${name}: no grant allows it for any team.`);
}

/** The team of an object's name: `flights` of `flights/training.lateness__1`, and of `flights.training.lateness__1`, which is how some callers write it. */
export function teamOf(name: string): string {
  const slash = name.indexOf('/');
  return name.slice(0, Math.max(0, slash >= 0 ? slash : name.indexOf('.')));
}

const OWN = '@own';

const isFor = ({ subjects, teams }: Grant, caller: Caller): boolean =>
  matchesAny(subjects, caller.subject) || (teams.length > 0 && caller.teams.some((team) => matchesAny(teams, team)));

function covers(given: readonly string[], team: string, caller: Caller): boolean {
  for (const each of given) {
    if (each === OWN ? caller.teams.includes(team) : matches(each, team)) return true;
  }
  return false;
}

function matchesAny(given: readonly string[], name: string): boolean {
  for (const each of given) if (matches(each, name)) return true;
  return false;
}

const matches = (given: string, name: string): boolean =>
  given.endsWith('*') ? name.startsWith(given.slice(0, -1)) : given === name;
