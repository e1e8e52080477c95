import { expect, it } from 'vitest';
import { farmFingerprint } from './farm-fingerprint.ts';

/** Every length from 0 on, as ZetaSQL's FARM_FINGERPRINT has it of so many bytes 0, 7, 14, … */
const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7) & 0xff);

it.each<[number, number | bigint]>([
  [0, -7286425919675154353n],
  [1, -4728684028706075820n],
  [3, 7836721383716570152n],
  [4, 365121004050576997n],
  [7, 1123016345076934235n],
  [8, -2573794281055111257n],
  [16, -310057867672146533n],
  [17, -6531458125173161868n],
  [32, 764915578794662492n],
  [33, -341158500388626361n],
  [64, -2286581940167837302n],
  [65, 1750252573709625707n],
  [128, -6361978639264201605n],
  [129, -1390946558950256037n],
  [200, 1800212452726993940n],
])('of %s bytes', (length, expected) => {
  expect(farmFingerprint(bytes(length))).toBe(expected);
});

it('of a part of a buffer is that of the part', () => {
  expect(farmFingerprint(bytes(90).subarray(0, 70))).toBe(farmFingerprint(bytes(70)));
});
