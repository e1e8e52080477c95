import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer } from './answer.ts';

const source = fileURLToPath(new URL('java', import.meta.url));
const built = fileURLToPath(new URL('../../../.data/zetasql-java', import.meta.url));

/**
 * What the engine of the npm package hangs on: its compiler broke the loop that exponentials of decimals are made with, and so logarithms and
 * powers. The same engine as Google builds it for Java does not.
 */
export const isForJava = (text: string): boolean =>
  /\b(?:EXP|LN|LOG|LOG10|POW|POWER)\(/.test(text) && /\b(?:BIG)?NUMERIC\b/.test(text);

/** What it says; where there is no Java, no compiler or no Maven to fetch it with (about 90 MB, once), it cannot say. */
export function javaAnswers(texts: readonly string[]): readonly Answer[] {
  if (texts.length === 0) return [];
  const missing = prepared();
  if (missing !== null) return texts.map(() => ({ kind: 'unanswered', message: missing }));
  const input = texts.map((text) => `${Buffer.from(text).toString('base64')}\n`).join('');
  const { status, stdout, stderr } = spawnSync('java', ['-cp', `${built}:${built}/lib/*`, 'Evaluate'], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const lines = stdout.trimEnd().split('\n');
  if (status !== 0 || lines.length !== texts.length) throw new Error(`java Evaluate failed:\n${stderr}`);
  return lines.map(answerOf);
}

/** Why it cannot be asked; null where it can. */
function prepared(): string | null {
  const tools = ['java', 'javac', 'mvn'];
  const missing = tools.find((tool) => spawnSync(tool, [tool === 'mvn' ? '-v' : '-version']).status !== 0);
  if (missing !== undefined) return `There is no ${missing} on the PATH, to run ZetaSQL for Java with.`;
  mkdirSync(built, { recursive: true });
  if (!existsSync(`${built}/lib`)) {
    const to = `-DoutputDirectory=${built}/lib`;
    const fetched = spawnSync('mvn', ['-q', '-B', '-f', `${source}/pom.xml`, 'dependency:copy-dependencies', to], {
      encoding: 'utf8',
    });
    if (fetched.status !== 0) return `mvn cannot fetch ZetaSQL for Java: ${fetched.stdout.trim().split('\n')[0] ?? ''}`;
  }
  const compiled = spawnSync('javac', ['-cp', `${built}/lib/*`, '-d', built, `${source}/Evaluate.java`], {
    encoding: 'utf8',
  });
  return compiled.status === 0 ? null : `javac fails: ${compiled.stderr}`;
}

const scales: Readonly<Record<string, number>> = { NUMERIC: 9, BIGNUMERIC: 38 };

function answerOf(line: string): Answer {
  const [kind = '', type = '', rest = ''] = line.split('\t');
  const scale = scales[type];
  if (kind === 'invalid' || kind === 'error') return { kind, message: rest };
  if (kind !== 'value' || scale === undefined) return { kind: 'unanswered', message: rest };
  return { kind: 'value', type, value: rest === 'NULL' ? null : scaled(rest, scale) };
}

/** The value times a power of ten, of which the text has no more digits after the point. */
function scaled(text: string, scale: number): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}
