import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOfText, textOfAddress } from './ip-address.ts';

describe('addresses', () => {
  it.each([
    ['1.2.3.4', '1.2.3.4'],
    ['::', '::'],
    ['::1', '::1'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
    ['::ffff:102:304', '::ffff:1.2.3.4'],
    ['64:ff9b::1.2.3.4', '64:ff9b::102:304'],
    ['::1.2.3.4', '::1.2.3.4'],
  ])('%s is read, and written as %s', (text, written) => {
    expect(textOfAddress(addressOfText(text) ?? new Uint8Array())).toBe(written);
  });

  it.each([
    '1.2.3',
    '01.2.3.4',
    '256.2.3.4',
    ' 1.2.3.4',
    ':1',
    '1::2::3',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    '1.2.3.4::',
    '::%1',
  ])('%s is none', (text) => expect(addressOfText(text)).toBeNull());

  it('are read as they were written', () => {
    const bytes = fc
      .constantFrom(4, 16)
      .chain((length) => fc.array(fc.constantFrom(0, 0, 0, 1, 255), { minLength: length, maxLength: length }));
    fc.assert(
      fc.property(bytes, (address) => {
        expect([...(addressOfText(textOfAddress(Uint8Array.from(address))) ?? [])]).toEqual(address);
      }),
    );
  });
});
