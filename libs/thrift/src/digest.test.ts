import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hexDigest, javaStringHash, md5Base64, md5Digest, md5Hex, md5Long, semanticHash, sha256Hex } from './digest.ts';
import { type GroupBy, groupByStruct } from './generated/index.ts';
import { readJson } from './read-json.ts';
import { toJson } from './write-json.ts';

test('recorded digests of one text', () => {
  const json = '{"a":1}';
  expect([md5Base64(json), md5Hex(json), md5Long(new TextEncoder().encode(json))]).toEqual([
    'u2y1xo30ZS',
    'bb6cb5',
    -4941374826742520535n,
  ]);
});

const text = fc.array(fc.constantFrom('a', 'é', 'ａ', '😀', '\n'), { maxLength: 100 }).map((parts) => parts.join(''));

test('texts hash as node hashes them', () => {
  fc.assert(
    fc.property(text, (each) => {
      expect(md5Base64(each)).toBe(createHash('md5').update(each).digest('base64').slice(0, 10));
      expect(md5Hex(each)).toBe(createHash('md5').update(each).digest('hex').slice(0, 6));
      expect(sha256Hex(each)).toBe(createHash('sha256').update(each).digest('hex'));
    }),
  );
});

const groupBy: GroupBy = { keyColumns: ['a'], metaData: { name: 'x' } };

test('a digest is that of the canonical JSON', () => {
  expect(md5Digest(groupByStruct, groupBy)).toBe(md5Base64(toJson(groupByStruct, groupBy)));
  expect(hexDigest(groupByStruct, groupBy)).toBe(md5Hex(toJson(groupByStruct, groupBy)));
  expect(hexDigest(groupByStruct, { keyColumns: ['é😀'] })).toBe(md5Hex('{"keyColumns":["é\\uD83D\\uDE00"]}'));
});

test('the semantic hash does not see what something is called, and sees what it is', () => {
  expect(semanticHash(groupByStruct, groupBy)).toBe(md5Base64('{"keyColumns":["a"]}'));
  expect(semanticHash(groupByStruct, { ...groupBy, metaData: { name: 'y' } })).toBe(
    semanticHash(groupByStruct, groupBy),
  );
  expect(semanticHash(groupByStruct, { keyColumns: ['b'] })).not.toBe(semanticHash(groupByStruct, groupBy));
});

test('fields that are unknown here are not hashed, nor does the existing system hash them', () => {
  const reading = readJson(groupByStruct, '{"keyColumns":["a"],"backfillStartDate":"2001-01-01"}');
  expect(reading.kind === 'read' && semanticHash(groupByStruct, reading.value)).toBe(md5Base64('{"keyColumns":["a"]}'));
});

test('Java hashes texts by their UTF-16 code units, in 32 signed bits', () => {
  expect(['', 'a', 'Aa', 'BB', '😀'].map(javaStringHash)).toEqual([0, 97, 2112, 2112, 1772899]);
  fc.assert(
    fc.property(text, (each) => {
      const exact = each.split('').reduce((hash, unit) => hash * 31n + BigInt(unit.charCodeAt(0)), 0n);
      expect(javaStringHash(each)).toBe(Number(BigInt.asIntN(32, exact)));
    }),
  );
});
