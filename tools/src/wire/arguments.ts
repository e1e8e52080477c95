import { parseArgs } from 'node:util';

export const usage = `npm run wire -- [--struct NAME]... [--cases N] [--seed S]

Writes and reads random values of every struct of the IDL in Thrift's compact and binary protocols, ours against the Python runtime
of Apache Thrift: bytes must be equal, and either must read what the other wrote.

  --struct NAME   only this struct; may be given many times. Default: all
  --cases N       values a struct (default 100)
  --seed S        a whole number; the same seed makes the same values. Default: a new one, which is printed
  --help          this text

Prints the first difference of each struct and protocol, and last the line "N passed, N failed", which counts structs a protocol.
Exit code 0: all passed; 1: some failed; 2: the call was wrong. The first run installs the runtime into oracle/thrift/.venv.`;

export interface Options {
  readonly structs: readonly string[];
  readonly cases: number;
  readonly seed: number;
}

export type Call =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads the command line; `newSeed` where it gives none. */
export function parseCall(args: readonly string[], newSeed: number, known: readonly string[]): Call {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        struct: { type: 'string', multiple: true, default: [] },
        cases: { type: 'string', default: '100' },
        seed: { type: 'string', default: `${newSeed}` },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const unknown = values.struct.find((name) => !known.includes(name));
    if (unknown !== undefined) throw new TypeError(`There is no struct ${unknown} in the IDL.`);
    const options = {
      structs: values.struct,
      cases: whole('--cases', values.cases, 1),
      seed: whole('--seed', values.seed, 0),
    };
    return { kind: 'run', options };
  } catch (error) {
    // The parser throws a TypeError with a sentence about the argument, and so does this module.
    if (!(error instanceof TypeError)) throw error;
    return { kind: 'wrong', message: error.message };
  }
}

function whole(flag: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && text.trim() !== '') return value;
  throw new TypeError(`${flag} wants a whole number from ${least} on, not "${text}".`);
}
