import { expect, test } from 'vitest';
import { CertifiedConnections } from './certified-connections.ts';

test('the certificate of a connection is read once, and of no other connection', () => {
  const connections = new CertifiedConnections();
  const [first, second, bare] = [{}, {}, {}];
  let reads = 0;
  const named = (CN: string) => () => {
    reads++;
    return { subject: { CN } };
  };
  expect([connections.subjectOf(first, named('ada')), connections.subjectOf(first, named('eve'))]).toEqual([
    'ada',
    'ada',
  ]);
  expect(connections.subjectOf(second, named('eve'))).toBe('eve');
  expect(connections.subjectOf(bare, () => undefined)).toBeNull();
  expect(connections.subjectOf(bare, named('eve'))).toBeNull();
  expect(reads).toBe(2);
  // Where it is not known which one it is, each has its own.
  expect([connections.subjectOf(null, named('ada')), connections.subjectOf(null, named('eve'))]).toEqual([
    'ada',
    'eve',
  ]);
});
