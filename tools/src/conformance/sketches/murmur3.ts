import { hashBytes } from '@isochron/sketches';
import { type Case, numberAt, textAt } from '../case-file.ts';
import { sameText, type Verdict } from '../verdict.ts';

/** The hash of `long …` or of the UTF-8 of `utf8 …`. */
export function murmur3(from: Case): Verdict {
  const [, kind = '', value = ''] = /^(long|utf8) (.*)$/s.exec(textAt(from, 'what')) ?? [];
  if (kind === '') throw new TypeError(`"${textAt(from, 'what')}" cannot be hashed`);
  const bytes = kind === 'long' ? bytesOfLong(BigInt(value)) : new TextEncoder().encode(value);
  const words = new Int32Array(4);
  hashBytes(bytes, bytes.length, numberAt(from, 'seed'), words);
  const word = (at: number): string => ((words[at] ?? 0) >>> 0).toString(16).padStart(8, '0');
  return sameText(
    'h1, h2',
    `${textAt(from, 'h1')}, ${textAt(from, 'h2')}`,
    `${word(1)}${word(0)}, ${word(3)}${word(2)}`,
  );
}

function bytesOfLong(value: bigint): Uint8Array {
  return new Uint8Array(BigInt64Array.of(value).buffer);
}
