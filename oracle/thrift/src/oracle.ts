import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { installOracle, packageFolder, python } from './install.ts';

/** A type as the oracle is told of it. An enum is an `i32`, bytes are a list of `byte`. */
export type OracleType =
  | { readonly kind: 'bool' | 'byte' | 'i16' | 'i32' | 'i64' | 'double' | 'string' }
  | { readonly kind: 'list'; readonly element: OracleType }
  | { readonly kind: 'map'; readonly key: OracleType; readonly value: OracleType }
  | { readonly kind: 'struct'; readonly struct: string };

/** Struct -> its fields, by ascending id. */
export type Structs = Readonly<
  Record<string, readonly { readonly id: number; readonly name: string; readonly type: OracleType }[]>
>;

/** A value for the oracle to write, and bytes for it to read. In the value, longs are text, doubles the hex of their bits, and maps pairs. */
export interface OracleCase {
  readonly value: unknown;
  readonly bytes: Uint8Array;
}

/** What the oracle wrote and what it read; or what it said, where it failed. */
export type Answer =
  | { readonly kind: 'answer'; readonly bytes: Uint8Array; readonly value: unknown }
  | { readonly kind: 'error'; readonly message: string };

export interface ThriftOracle {
  /** One answer a case, in their order. Throws when the oracle has ended. */
  ask(struct: string, protocol: 'compact' | 'binary', cases: readonly OracleCase[]): Promise<readonly Answer[]>;
  /** Ends it; resolved when it is gone. */
  stop(): Promise<void>;
}

/** Starts the Python runtime of Apache Thrift, which is installed first where it is not there yet. */
export function startOracle(structs: Structs): ThriftOracle {
  installOracle();
  const child = spawn(python, [join(packageFolder, 'server.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const tell = (message: object): void => void child.stdin.write(`${JSON.stringify(message)}\n`);
  tell({ structs });
  return {
    async ask(struct, protocol, cases) {
      const sent = cases.map(({ value, bytes }) => ({ value, bytes: Buffer.from(bytes).toString('base64') }));
      tell({ struct, protocol, cases: sent });
      const { value: line, done } = await lines.next();
      if (done === true) throw new Error('The oracle has ended. What it said last stands above.');
      const { answers } = JSON.parse(line) as { readonly answers: readonly RawAnswer[] };
      return answers.map(answerOf);
    },
    async stop() {
      child.stdin.end();
      await gone;
    },
  };
}

/** As server.py writes them. */
type RawAnswer = { readonly bytes: string; readonly value: unknown } | { readonly error: string };

function answerOf(raw: RawAnswer): Answer {
  if ('error' in raw) return { kind: 'error', message: raw.error };
  return { kind: 'answer', bytes: new Uint8Array(Buffer.from(raw.bytes, 'base64')), value: raw.value };
}
