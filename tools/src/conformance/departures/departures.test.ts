import { expect, test } from 'vitest';
import { departureOf, departures, values } from './index.ts';
import { departuresPage } from './page.ts';

const all = Object.values(departures).flatMap((ofKind) => Object.values(ofKind));

test('each departure has its line, said once, with what is done there and why', () => {
  const page = departuresPage();
  for (const { rule, theirs, why } of all) {
    expect(page).toContain(`| ${rule} | ${theirs} | ${why} |`);
    expect([theirs, why].every((text) => text.endsWith('.') && !text.includes('|'))).toBe(true);
  }
  expect(new Set(all.map(({ rule }) => rule)).size).toBe(all.length);
});

test('a case calls a departure by its rule, and one that nobody listed is told', () => {
  expect(departureOf(values.lgK.rule)).toBe(values.lgK);
  expect(departureOf('something new').rule).toBe('something new (not in docs/departures.md)');
});
