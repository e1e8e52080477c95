import { describe, expect, test } from 'vitest';
import type { Case } from '../case-file.ts';
import { sketches } from './index.ts';

/** Answers of the Java library, one of each kind. */
const cases: Readonly<Record<string, Case>> = {
  cpc: { lgK: 8, itemType: 'long', n: 0, hex: '020110080006cc93', estimate: 0, chronon: 0, lower2: 0, upper2: 0 },
  cpc_special: {
    what: 'double 0.0 and -0.0',
    lgK: 8,
    hex: '08011008000ecc9301000000010000000000000000f06f40000000000000f03f2e030000',
    estimate: 1,
    upper2: 2,
  },
  hll: { target: 'HLL_6', lgK: 12, itemType: 'long', n: 0, compactHex: '0201070c030c0004', estimate: 0 },
  kll_float: {
    k: 8,
    n: 2,
    hex: '05010f00080008000200000000000000080001000600000000000000007877440078774400000000',
    deterministic: true,
    streamN: 2,
    min: 0,
    percentiles: [0, 0.5, 1],
    quantilesInclusive: [0, 0, 989.875],
    quantilesExclusive: [0, 989.875, 989.875],
    rankOf: [0, 1250],
    ranksInclusive: [0.5, 1],
  },
  items: {
    itemType: 'string',
    maxMapSize: 2,
    stream: 'distinct',
    n: 1,
    hex: '04010a03030000000100000000000000010000000000000000000000000000000100000000000000060000006974656d5f30',
    active: 1,
    maximumError: 0,
    streamLength: 1,
    noFalseNegatives: [['item_0', 1, 1, 1]],
    noFalsePositives: [['item_0', 1, 1, 1]],
  },
  chronon_frequent_items: {
    k: 1,
    n: 1,
    irHex: '0004010a03030000000100000000000000010000000000000000000000000000000100000000000000060000006974656d5f30',
    value: { $map: [['item_0', 1]] },
  },
  murmur3: { what: 'utf8 a', seed: 9001, h1: 'f6020f0aa43b822f', h2: 'c51f4ded6e1eb0fe' },
};

const check = (kind: string, change: Case = {}) => sketches[kind]?.({ ...cases[kind], ...change });

describe('a case of a sketch', () => {
  test.each(Object.keys(cases))('%s passes', (kind) => {
    expect(check(kind)).toEqual({ kind: 'passed', departures: [] });
  });

  test.each<[string, Case]>([
    ['cpc', { n: 1 }],
    ['cpc', { estimate: 1 }],
    ['cpc_special', { what: 'long min max' }],
    ['cpc_special', { upper2: 3 }],
    ['hll', { n: 1 }],
    ['hll', { target: 'HLL_8' }],
    ['kll_float', { n: 3 }],
    ['kll_float', { min: 1 }],
    ['kll_float', { quantilesExclusive: [0, 0, 989.875] }],
    ['kll_float', { ranksInclusive: [0.5, 0.5] }],
    ['kll_float', { deterministic: false, n: 3 }],
    ['items', { n: 2 }],
    ['items', { noFalsePositives: [['item_0', 2, 1, 1]] }],
    ['items', { streamLength: 2 }],
    ['chronon_frequent_items', { n: 2 }],
    ['chronon_frequent_items', { value: { $map: [['item_1', 1]] } }],
    ['murmur3', { h2: 'c51f4ded6e1eb0ff' }],
  ])('%s with %o fails', (kind, change) => {
    expect(check(kind, change)?.kind).toBe('failed');
  });
});
