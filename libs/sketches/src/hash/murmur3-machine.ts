import { type MachineFunction, machineOf, op } from './web-assembly.ts';

/**
 * Digests of MurmurHash3 (see `digest.ts`), made of the machine's own 64-bit words: five times as fast as `murmur3.ts`. Nothing of `bytes` is kept
 * from one call to the next.
 */
export interface MurmurMachine {
  /** What `digestOfBytes` hashes; it may write 16 bytes after the last, for which there is room. */
  readonly bytes: Uint8Array;
  readonly seed: number;
  /** By the machine's own seed: half of the time of so short a hash goes into the call, the less the fewer numbers it hands over. */
  digestOfWord(low: number, high: number): number;
  digestOfSeededWord(low: number, high: number, seedLow: number, seedHigh: number): number;
  digestOfBytes(length: number, seedLow: number, seedHigh: number): number;
}

/** Made for a seed that is below 2^53. Null where there is no WebAssembly. */
export function murmurMachine(seed: number): MurmurMachine | null {
  const machine = machineOf([digestOfWord(BigInt(seed)), digestOfSeededWord, digestOfBytes]);
  if (machine === null) return null;
  const [word, seededWord, bytes] = machine.functions;
  return {
    seed,
    bytes: new Uint8Array(machine.memory, 0, machine.memory.byteLength - 16),
    // Each is of the parameters given below.
    digestOfWord: word as MurmurMachine['digestOfWord'],
    digestOfSeededWord: seededWord as MurmurMachine['digestOfSeededWord'],
    digestOfBytes: bytes as MurmurMachine['digestOfBytes'],
  };
}

const C1 = 0x87c37b91114253d5n;
const C2 = 0x4cf5ad432745937fn;

const { get, set, int, long } = op;

/** Two ints as one long. */
const joined = (low: number, high: number): number[] => [
  ...get(low),
  ...op.longOfInt,
  ...get(high),
  ...op.longOfInt,
  ...long(32n),
  ...op.shiftLongLeft,
  ...op.orLongs,
];

/** Of the long before: rotate(k * first, turn) * second. */
const mixed = (first: bigint, turn: bigint, second: bigint): number[] => [
  ...long(first),
  ...op.multiplyLongs,
  ...long(turn),
  ...op.rotateLong,
  ...long(second),
  ...op.multiplyLongs,
];

const mixed1 = mixed(C1, 31n, C2);
const mixed2 = mixed(C2, 33n, C1);

/** h = (rotate(h, turn) + other) * 5 + constant. */
const stepped = (h: number, other: number, turn: bigint, constant: bigint): number[] => [
  ...[...get(h), ...long(turn), ...op.rotateLong, ...get(other), ...op.addLongs],
  ...[...long(5n), ...op.multiplyLongs, ...long(constant), ...op.addLongs, ...set(h)],
];

const xored = (h: number, value: readonly number[]): number[] => [...get(h), ...value, ...op.xorLongs, ...set(h)];

const added = (h: number, other: number): number[] => [...get(h), ...get(other), ...op.addLongs, ...set(h)];

/** h ^= h >>> 33. */
const folded = (h: number): number[] => xored(h, [...get(h), ...long(33n), ...op.shiftLongRight]);

const scattered = (h: number): number[] => [
  ...folded(h),
  ...[...get(h), ...long(0xff51afd7ed558ccdn), ...op.multiplyLongs, ...set(h)],
  ...folded(h),
  ...[...get(h), ...long(0xc4ceb9fe1a85ec53n), ...op.multiplyLongs, ...set(h)],
  ...folded(h),
];

/** The digest of the finished hash. */
const finished = (h1: number, h2: number, length: readonly number[]): number[] => [
  ...xored(h1, length),
  ...xored(h2, length),
  ...added(h1, h2),
  ...added(h2, h1),
  ...scattered(h1),
  ...scattered(h2),
  ...added(h1, h2),
  ...added(h2, h1),
  ...[...get(h1), ...op.intOfLong, ...int(2 ** 26 - 1), ...op.andInts],
  ...[...get(h2), ...long(1n), ...op.orLongs, ...op.leadingZeros, ...op.intOfLong],
  ...[...int(26), ...op.shiftIntLeft, ...op.orInts],
];

/** Sets h1 and h2 to what the long made of parameters 0 and 1 comes to, and finishes. */
const wordCode = (h1: number, h2: number, seed: readonly number[]): number[] => [
  ...[...seed, ...set(h2)],
  ...[...get(h2), ...joined(0, 1), ...mixed1, ...op.xorLongs, ...set(h1)],
  ...finished(h1, h2, long(8n)),
];

/** Parameters: low 0, high 1. Longs: h1 2, h2 3. */
const digestOfWord = (seed: bigint): MachineFunction => ({
  name: 'digestOfWord',
  parameters: 2,
  longs: 2,
  ints: 0,
  code: wordCode(2, 3, long(seed)),
});

/** Parameters: low 0, high 1, seed 2 and 3. Longs: h1 4, h2 5. */
const digestOfSeededWord: MachineFunction = {
  name: 'digestOfSeededWord',
  parameters: 4,
  longs: 2,
  ints: 0,
  code: wordCode(4, 5, joined(2, 3)),
};

/** Parameters: length 0, seed 1 and 2. Longs: h1 3, h2 4. Ints: at 5, end of the whole blocks 6, both counted from the first byte. */
const digestOfBytes: MachineFunction = {
  name: 'digestOfBytes',
  parameters: 3,
  longs: 2,
  ints: 2,
  code: [
    ...[...joined(1, 2), ...set(3), ...get(3), ...set(4)],
    ...[...get(0), ...int(-16), ...op.andInts, ...set(6)],
    // Zeros after the last byte: mixing in a word of zeros changes nothing, so that a tail of any length is two words.
    ...[...get(0), ...long(0n), ...op.storeLong(0), ...get(0), ...long(0n), ...op.storeLong(8)],
    ...[...op.block, ...op.loop, ...get(5), ...get(6), ...op.intsAreAtLeast, ...op.branchIf(1)],
    ...xored(3, [...get(5), ...op.loadLong(0), ...mixed1]),
    ...stepped(3, 4, 27n, 0x52dce729n),
    ...xored(4, [...get(5), ...op.loadLong(8), ...mixed2]),
    ...stepped(4, 3, 31n, 0x38495ab5n),
    ...[...get(5), ...int(16), ...op.addInts, ...set(5), ...op.branch(0), ...op.end, ...op.end],
    ...xored(4, [...get(5), ...op.loadLong(8), ...mixed2]),
    ...xored(3, [...get(5), ...op.loadLong(0), ...mixed1]),
    ...finished(3, 4, [...get(0), ...op.longOfInt]),
  ],
};
