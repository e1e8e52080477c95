import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nameIn } from './names.ts';

const encoder = new TextEncoder();

it('is the text of the bytes, however many others had its slot', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), { minLength: 1, maxLength: 50 }),
      (names) => {
        const bytes = encoder.encode(names.join(''));
        for (let time = 0; time < 2; time++) {
          let from = 0;
          for (const name of names) {
            expect(nameIn(bytes, from, from + name.length)).toBe(name);
            from += name.length;
          }
        }
      },
    ),
  );
});

it('is not told of what is no ASCII, or long', () => {
  const bytes = encoder.encode(`zürich${'x'.repeat(300)}`);
  expect(nameIn(bytes, 0, 7)).toBeNull();
  expect(nameIn(bytes, 7, 307)).toBeNull();
  expect(nameIn(bytes, 0, 1)).toBe('z');
});
