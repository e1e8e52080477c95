import { parseArgs } from 'node:util';

export const usage = `npm run conformance -- [DIR...] [--without WHAT]...

Runs the recorded answers of the existing system against ours: every case file below the given folders that is known by its
name (operations, airbnb, windows, online, names, sketches, each .jsonl.gz), and every file below a folder compiled/.
Without a folder, ../shared/conformance is taken if it is there.

  --without WHAT   leave out, and count: a file's name (names), a kind of case (lambda), an operation (HISTOGRAM),
                   sketches (all APPROX_ operations and their file), or plan (planning of compiled files)
  --help           this text

Prints each failing case (the first 20 of a kind), what we answer otherwise on purpose by rule, what was left out, and last
the line "N passed, N failed". Exit code 0: all passed; 1: some failed; 2: the call was wrong.

Example: npm run conformance -- ../shared/conformance/kernel --without online`;

export type Call =
  | { readonly kind: 'run'; readonly folders: readonly string[]; readonly without: readonly string[] }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads the command line. No folder given means that the default is to be looked for. */
export function parseCall(args: readonly string[]): Call {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { without: { type: 'string', multiple: true, default: [] }, help: { type: 'boolean', default: false } },
    });
    if (values.help) return { kind: 'help' };
    return { kind: 'run', folders: positionals, without: values.without };
  } catch (error) {
    // The parser throws a TypeError with a sentence about the argument.
    if (!(error instanceof TypeError)) throw error;
    return { kind: 'wrong', message: error.message };
  }
}
