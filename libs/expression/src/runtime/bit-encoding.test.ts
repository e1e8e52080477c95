import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base2, base8, base32, base64, hexadecimal } from './bit-encoding.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('bytes as text', () => {
  // RFC 4648, section 10.
  it.each([
    ['', '', '', ''],
    ['f', 'Zg==', 'MY======', '66'],
    ['fo', 'Zm8=', 'MZXQ====', '666f'],
    ['foo', 'Zm9v', 'MZXW6===', '666f6f'],
    ['foob', 'Zm9vYg==', 'MZXW6YQ=', '666f6f62'],
    ['fooba', 'Zm9vYmE=', 'MZXW6YTB', '666f6f6261'],
    ['foobar', 'Zm9vYmFy', 'MZXW6YTBOI======', '666f6f626172'],
  ])('%s', (text, in64, in32, in16) => {
    expect([base64, base32, hexadecimal].map((each) => each.encode(bytes(text)))).toEqual([in64, in32, in16]);
  });

  it('numerals are filled up before, digits behind', () => {
    expect(base8.encode(Uint8Array.of(255))).toBe('377');
    expect(hexadecimal.decode('abC')).toEqual(Uint8Array.of(0x0a, 0xbc));
    expect(base2.decode('101')).toEqual(Uint8Array.of(5));
    expect(base64.decode(' YQ ')).toEqual(bytes('a'));
  });

  it.each([
    [base64, 'YQ='],
    [base64, 'Y'],
    [base64, '_-=='],
    [hexadecimal, '0x1'],
    [base8, '8'],
  ])('refuses what is none', (encoding, text) => {
    expect(() => encoding.decode(text)).toThrow(text);
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom(base2, base8, hexadecimal, base32, base64),
        (of, encoding) => {
          expect(encoding.decode(encoding.encode(of))).toEqual(of);
        },
      ),
    );
  });
});
