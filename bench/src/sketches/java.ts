import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('java', import.meta.url));
const built = fileURLToPath(new URL('../../.data/java', import.meta.url));

/** The library reads memory through classes that the JDK keeps to itself unless asked. */
const opened = [
  '--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED',
  '--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
];

/**
 * Compiles the Java contender against the Java library, which Maven fetches once. A sentence that says why not, where Java 17, its compiler
 * or Maven is missing or fails.
 */
export function prepareJava(): string | null {
  for (const [command, flag] of [
    ['java', '-version'],
    ['javac', '-version'],
    ['mvn', '-version'],
  ] as const) {
    if (spawnSync(command, [flag]).status !== 0) return `there is no ${command} on the PATH`;
  }
  mkdirSync(built, { recursive: true });
  if (!existsSync(`${built}/lib`)) {
    const copied = spawnSync(
      'mvn',
      ['-q', '-B', '-f', `${source}/pom.xml`, 'dependency:copy-dependencies', `-DoutputDirectory=${built}/lib`],
      { encoding: 'utf8' },
    );
    if (copied.status !== 0) return `mvn cannot fetch datasketches-java: ${copied.stdout.trim().split('\n')[0] ?? ''}`;
  }
  const text = readFileSync(`${source}/SketchBench.java`, 'utf8');
  const compiled = `${built}/SketchBench.compiled.java`;
  if (existsSync(compiled) && readFileSync(compiled, 'utf8') === text) return null;
  const { status, stderr } = spawnSync('javac', ['-cp', `${built}/lib/*`, '-d', built, `${source}/SketchBench.java`], {
    encoding: 'utf8',
  });
  if (status !== 0) return `javac fails:\n${stderr}`;
  writeFileSync(compiled, text);
  return null;
}

/** Runs the Java contender; its lines of JSON. */
export function runJava(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(
    'java',
    [...opened, '-cp', `${built}:${built}/lib/*`, 'SketchBench', ...args],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`java SketchBench ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}

/** `17.0.15`, for the heading of results. */
export function javaVersion(): string {
  return /"([^"]+)"/.exec(spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr)?.[1] ?? 'unknown';
}
