import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const folder = join(import.meta.dirname, '..', '..', '..', 'examples', 'python-client');
const python = join(folder, '.venv', 'bin', 'python');

/** What `prepare.py` exits with where there is nothing to install from. */
const UNAVAILABLE = 69;

/** Installs what the client needs, unless it is there. Why it cannot be, where Python or its registry is missing; null where all is there. */
export async function preparePython(): Promise<string | null> {
  const { code, output } = await run('python3', [join(folder, 'prepare.py')]);
  if (code === 0) return null;
  const said = `examples/python-client/prepare.py: ${output}`;
  if (code === null || code === UNAVAILABLE) return said;
  throw new Error(said);
}

/** The command line of the client. */
export const runFetch = (...args: readonly string[]) => run(python, [join(folder, 'fetch.py'), ...args]);

/** The code is null where there is no such program. */
export async function run(
  program: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const outputs = Promise.all([text(child.stdout), text(child.stderr)]);
  try {
    const [code] = await once(child, 'close');
    return { code: typeof code === 'number' ? code : -1, output: (await outputs).join('') };
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')
      return { code: null, output: `there is no ${program}` };
    throw thrown;
  }
}

export interface Python {
  /** The repr of an expression over `client` and `named` (python-client.fixture.py), or of what it raised. */
  evaluate(expression: string): Promise<string>;
  stop(): Promise<void>;
}

/** A Python with a client of the server at an address. */
export function startPython(address: string): Python {
  const child = spawn(python, [join(import.meta.dirname, 'python-client.fixture.py'), address], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PYTHONPATH: folder },
  });
  const gone = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async evaluate(expression) {
      child.stdin.write(`${JSON.stringify(expression)}\n`);
      const { value, done } = await lines.next();
      if (done === true) throw new Error('Python has ended. What it said last stands above.');
      return String(JSON.parse(value));
    },
    async stop() {
      child.stdin.end();
      await gone;
    },
  };
}
