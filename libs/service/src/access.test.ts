import type { Caller } from '@isochron/rpc';
import { anonymous } from '@isochron/rpc';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccessPolicy,
  accessSettings,
  authorize,
  authorizeAny,
  everythingForEverybody,
  isAllowed,
  ownTeamsForEverybody,
  teamOf,
} from './access.ts';

const caller = (subject: string, ...teams: string[]): Caller => ({ kind: 'token', subject, teams });

/** As settings say it. */
const policy = (...grants: object[]): AccessPolicy => ({ grants: accessSettings.parse({ grants }).grants ?? [] });

const may = (given: AccessPolicy, who: Caller, action: 'read' | 'publish', team: string) =>
  isAllowed(given, who, { action, team });

describe('what a caller may', () => {
  const given = policy(
    { teams: ['fraud'], read: ['@own', 'flights'], publish: ['@own'] },
    { subjects: ['spiffe://cluster/ns/serving/*'], read: ['*'] },
    { subjects: ['ada'], publish: ['flight*'] },
  );

  it.each<[string, Caller, 'read' | 'publish', string, boolean]>([
    ['its team', caller('bob', 'fraud'), 'read', 'fraud', true],
    ['another team', caller('bob', 'fraud'), 'read', 'flights', true],
    ['a team that is not named', caller('bob', 'fraud'), 'read', 'payments', false],
    ['an action that is not given', caller('bob', 'fraud'), 'publish', 'flights', false],
    ['its own, of more than one', caller('bob', 'x', 'fraud'), 'publish', 'x', true],
    ['nothing of a team without a grant', caller('eve', 'payments'), 'read', 'payments', false],
    ['anything, by the beginning of its subject', caller('spiffe://cluster/ns/serving/sa/a'), 'read', 'any', true],
    ['nothing, by another beginning', caller('spiffe://cluster/ns/servingX'), 'read', 'any', false],
    ['teams by their beginning', caller('ada'), 'publish', 'flights-eu', true],
    ['no team that only ends so', caller('ada'), 'publish', 'my-flights', false],
    ['nothing, without a name', anonymous, 'read', 'flights', false],
  ])('%s', (_what, who, action, team, isIt) => {
    expect(may(given, who, action, team)).toBe(isIt);
  });

  it('is its own teams where nothing is said, and everything where nobody is asked', () => {
    expect(may(ownTeamsForEverybody, caller('bob', 'fraud'), 'publish', 'fraud')).toBe(true);
    expect(may(ownTeamsForEverybody, caller('bob', 'fraud'), 'read', 'flights')).toBe(false);
    expect(may(everythingForEverybody, anonymous, 'publish', 'flights')).toBe(true);
  });

  it('is refused in words', () => {
    const ask = () =>
      authorize(given, caller('eve'), { action: 'read', team: 'flights', name: 'the Join flights/a.b__1' });
    expect(ask).toThrow('eve may not read the Join flights/a.b__1, which is of the team flights.');
    expect(ask).toThrowError(expect.objectContaining({ code: 'PERMISSION_DENIED' }));
    expect(() => authorizeAny(given, caller('eve'), 'read', 'lists')).toThrowError(
      expect.objectContaining({ code: 'PERMISSION_DENIED' }),
    );
    expect(() => authorizeAny(given, caller('bob', 'fraud'), 'read', 'lists')).not.toThrow();
    expect(() => authorizeAny(ownTeamsForEverybody, caller('eve'), 'read', 'lists')).toThrow(/no grant/);
  });

  it('never shrinks by a grant', () => {
    const name = fc.constantFrom('a', 'ab', 'b', '');
    const named = fc.array(fc.constantFrom('a', 'ab', 'b', 'a*', '*', '@own'), { maxLength: 3 });
    const grant = fc.record({ subjects: named, teams: named, read: named, publish: named });
    const who = fc.record({ subject: name, teams: fc.array(name, { maxLength: 2 }) });
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 3 }), grant, who, name, (grants, more, { subject, teams }, team) => {
        const asks = caller(subject, ...teams);
        if (may({ grants }, asks, 'read', team))
          expect(may({ grants: [...grants, more] }, asks, 'read', team)).toBe(true);
        expect(may({ grants: [] }, asks, 'read', team)).toBe(false);
      }),
    );
  });
});

it('a pattern with a * elsewhere than at its end is refused', () => {
  expect(accessSettings.safeParse({ grants: [{ teams: ['a*b'] }] }).success).toBe(false);
  expect(accessSettings.safeParse({ grants: [{ team: ['a'] }] }).success).toBe(false);
});

it('the team of a name stands before its slash', () => {
  expect(teamOf('flights/training.lateness__1')).toBe('flights');
  expect(teamOf('flights.training.lateness__1')).toBe('flights');
  expect(teamOf('lateness')).toBe('');
});
