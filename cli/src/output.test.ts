import { expect, it } from 'vitest';
import { durationText, numberText, plural, tableText } from './output.ts';
import { ProgressLine } from './progress-line.ts';

it.each([
  [null, '–'],
  [0, '0'],
  [-3, '-3'],
  [1234567, '1,234,567'],
  [12345.678, '12,346'],
  [12.34567, '12.35'],
  [0.00123456, '0.001235'],
  [0.00001234567, '1.235e-5'],
  [1e300, '1.000e+300'],
])('writes the number %s as %s', (value, text) => {
  expect(numberText(value)).toBe(text);
});

it.each([
  [0.4, '0 ms'],
  [999.4, '999 ms'],
  [999.9, '1.0 s'],
  [59_949, '59.9 s'],
  [59_990, '1 min 0 s'],
  [179_700, '3 min 0 s'],
  [3_599_499, '59 min 59 s'],
  [3_600_000, '1 h 0 min'],
  [47.99 * 3_600_000, '47 h 59 min'],
  [50 * 3_600_000, '2 d 2 h'],
  [9_279 * 86_400_000, '9,279 d 0 h'],
])('writes %s ms as %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

it('says one and many', () => {
  expect([plural(1, 'row'), plural(1200, 'row'), plural(0, 'day')]).toEqual(['1 row', '1,200 rows', '0 days']);
});

it('sets numbers to the right, null among them, and everything else to the left', () => {
  expect(
    tableText(
      ['fare', 'day', 'kind'],
      [
        ['1.5', '2001-01-01', 'bus'],
        ['null', '2001-01-02', 'a-b'],
        ['1,000', '', ''],
      ],
    ),
  ).toBe([' fare  day         kind', '  1.5  2001-01-01  bus', ' null  2001-01-02  a-b', '1,000'].join('\n'));
});

it('writes a line for what is done where there is no terminal, and none before five seconds', () => {
  const written: string[] = [];
  // Of a stream, these two are all that is used.
  const stream = { isTTY: false, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  const line = new ProgressLine(stream);
  line.start('left side');
  for (let rows = 0; rows < 1000; rows++) line.rows(rows, 1000);
  line.done('1,000 rows');
  line.stop();
  expect(written).toEqual([expect.stringMatching(/^left side {2}1,000 rows, \d+ ms\n$/)]);
});
