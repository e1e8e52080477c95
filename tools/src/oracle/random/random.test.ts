import { arrayOf, scalar, scalarKinds, structOf } from '@isochron/expression';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { literal } from '../text/literal.ts';
import { shown } from '../text/plain.ts';
import { Draw } from './draw.ts';
import { hintedValue, hints } from './hint.ts';
import { simplerValues } from './simpler.ts';
import { randomValue } from './value.ts';

const types = [...scalarKinds.map(scalar), arrayOf(scalar('STRING')), structOf([{ name: 'a', type: scalar('JSON') }])];

test('one seed draws one value', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...types), (seed, type) => {
      const text = (): string => literal(type, randomValue(new Draw(seed), type));
      expect(text()).toBe(text());
    }),
  );
});

test('a value is made simpler in a few steps, and then no more', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...types), (seed, type) => {
      const draw = new Draw(seed);
      let value = randomValue(draw, type);
      let steps = 0;
      for (let simpler = simplerValues(type, value); simpler.length > 0; simpler = simplerValues(type, value)) {
        expect(simpler.map(shown)).not.toContain(shown(value));
        value = draw.pick(simpler);
        steps++;
      }
      expect(steps).toBeLessThan(1000);
    }),
  );
});

test('every hint draws a value', () => {
  for (const hint of Object.keys(hints)) {
    const draw = new Draw(1);
    for (let count = 0; count < 200; count++) {
      const value = hints[hint]?.(draw, []);
      expect(value === undefined || value === null, hint).toBe(false);
    }
  }
});

test('a hint that nobody knows is told, and a list of texts is one', () => {
  expect(() => draws('no-such')).toThrow('There is no hint "no-such". There are: small');
  expect(draws('=x|y')).toEqual(expect.arrayContaining(['x', 'y']));

  function draws(hint: string): readonly unknown[] {
    const draw = new Draw(1);
    return Array.from({ length: 100 }, () => hintedValue(draw, scalar('STRING'), hint));
  }
});
