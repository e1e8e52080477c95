import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from './extract.ts';
import { grisu } from './grisu.ts';
import { parseJson } from './parse.ts';
import { jsonText, prettyText } from './text.ts';

const node = fc.jsonValue({ depthSize: 'small' });

describe('JSON text', () => {
  it('reads as JSON.parse reads it', () => {
    fc.assert(
      fc.property(node, (value) => {
        const text = JSON.stringify(value);
        const again = JSON.parse(jsonText(parseJson(text, 'round')));
        expect(again).toEqual(JSON.parse(text));
        expect(JSON.parse(prettyText(parseJson(text, 'round')))).toEqual(again);
      }),
    );
  });

  it('is taken out of texts as a value reads it', () => {
    fc.assert(
      fc.property(node, (value) => {
        const text = JSON.stringify({ a: [value] });
        const taken = extract(text, ['a', '0'], 'value');
        expect(taken === null ? null : JSON.parse(String(taken))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('has digits that read as the double again', () => {
    const positive = fc.double({ noNaN: true, noDefaultInfinity: true, min: 5e-324 });
    fc.assert(
      fc.property(positive, (value) => {
        const { digits, exponent } = grisu(value);
        return Number(`${digits}e${exponent}`) === value;
      }),
    );
  });

  // Where Grisu2 does not find the fewest digits, and where two are as near.
  it.each([
    [1e23, '9999999999999999', 7],
    [2 ** 50 + 0.25, '11258999068426243', -1],
    [0.1, '1', -1],
    [5e-324, '5', -324],
    [Number.MAX_VALUE, '17976931348623157', 292],
  ])('%d has the digits %s', (value, digits, exponent) => {
    expect(grisu(value)).toEqual({ digits, exponent });
  });
});

describe('what is more than JSON', () => {
  it.each([
    ["{'a': 'x'}", 'x'],
    ['{"a":"\\x41\\101\\v"}', 'AA\v'],
    ['{"a":"\\ud83d\\ude00"}', '\ufffd\ufffd'],
    ['{"a":truest}', 'true'],
    ['{"b":[1,,],"a":1}', '1'],
    ['{a:1}', null],
    ['{"a":1.}', null],
  ])('%s', (text, value) => {
    expect(extract(text, ['a'], 'scalar')).toBe(value);
  });
});
