/** The little of WebAssembly's own interface that is used here: every engine has it, and no library of types but that of browsers. */
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: Readonly<Record<string, unknown>> };
    }
  | undefined;

/** A function of a module: takes numbers of 32 bits, and answers one. */
export interface MachineFunction {
  readonly name: string;
  readonly parameters: number;
  /** How many locals of 64 bits it has, and after them of 32. */
  readonly longs: number;
  readonly ints: number;
  readonly code: readonly number[];
}

/** Opcodes of the core specification, version 1. */
export const op = {
  block: [0x02, 0x40],
  loop: [0x03, 0x40],
  end: [0x0b],
  branch: (depth: number) => [0x0c, depth],
  branchIf: (depth: number) => [0x0d, depth],
  get: (local: number) => [0x20, local],
  set: (local: number) => [0x21, local],
  int: (value: number) => [0x41, ...signed(BigInt(value))],
  long: (value: bigint) => [0x42, ...signed(BigInt.asIntN(64, value))],
  loadLong: (offset: number) => [0x29, 0, ...unsigned(offset)],
  storeLong: (offset: number) => [0x37, 0, ...unsigned(offset)],
  intsAreAtLeast: [0x4f],
  addInts: [0x6a],
  andInts: [0x71],
  orInts: [0x72],
  shiftIntLeft: [0x74],
  leadingZeros: [0x79],
  addLongs: [0x7c],
  multiplyLongs: [0x7e],
  orLongs: [0x84],
  xorLongs: [0x85],
  shiftLongLeft: [0x86],
  shiftLongRight: [0x88],
  rotateLong: [0x89],
  intOfLong: [0xa7],
  longOfInt: [0xad],
} as const;

/**
 * Compiles functions and gives them 64 KB of memory to share. Null where there is no WebAssembly, or a page's policy forbids it: callers have the same
 * in JavaScript.
 */
export function machineOf(
  functions: readonly MachineFunction[],
): { readonly memory: ArrayBuffer; readonly functions: readonly unknown[] } | null {
  if (typeof WebAssembly === 'undefined') return null;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(moduleOf(functions)));
    const memory = exports['memory'] as { readonly buffer: ArrayBuffer }; // As the module says.
    return { memory: memory.buffer, functions: functions.map(({ name }) => exports[name]) };
  } catch {
    return null;
  }
}

const INT = 0x7f;
const LONG = 0x7e;

function moduleOf(functions: readonly MachineFunction[]): Uint8Array {
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(functions.map(({ parameters }) => [0x60, ...list(Array(parameters).fill([INT])), 1, INT]))),
    ...section(3, list(functions.map((_, at) => [at]))),
    ...section(5, list([[1, 1, 1]])),
    ...section(7, list([exported('memory', 2, 0), ...functions.map(({ name }, at) => exported(name, 0, at))])),
    ...section(10, list(functions.map(bodyOf))),
  ]);
}

function bodyOf({ longs, ints, code }: MachineFunction): number[] {
  return sized([
    ...list([
      [longs, LONG],
      [ints, INT],
    ]),
    ...code,
    ...op.end,
  ]);
}

const section = (id: number, content: readonly number[]): number[] => [id, ...sized(content)];

const list = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];

const sized = (content: readonly number[]): number[] => [...unsigned(content.length), ...content];

function exported(name: string, kind: number, at: number): number[] {
  return [...sized([...name].map((letter) => letter.charCodeAt(0))), kind, at];
}

/** Seven bits a byte, the lowest first; the eighth says that more follow (LEB128). */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: bigint): number[] {
  if (value >= -0x40n && value < 0x40n) return [Number(value & 0x7fn)];
  return [Number(value & 0x7fn) | 0x80, ...signed(value >> 7n)];
}
