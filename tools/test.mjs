/**
 * `npm test`: installs what is missing, then the checks and the tests. Arguments after `--` go on to vitest (`npm test -- libs/avro`).
 * The last line is `N passed, N failed`: tests as vitest counted them; a check or a test file that fails as a whole counts as one.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installed, root, run, runQuietly, seconds } from './bootstrap.mjs';

const resultFile = join(root, 'node_modules', '.vitest', 'result.json');
const startedMs = Date.now();
const node = await installed({ forTests: true });

const checks = ['lint', 'types', 'rules', 'generated'];
const failedChecks = await runChecks();
const tests = await runTests();

console.log();
console.log(`checks: ${failedChecks.length === 0 ? `${checks.join(', ')} pass` : `${failedChecks.join(', ')} FAILED`}`);
console.log(
  `tests: ${tests.files} files, ${tests.skipped} tests skipped, exit code ${tests.code}; ${seconds(startedMs)} in all`,
);
console.log(`${tests.passed} passed, ${tests.failed + failedChecks.length} failed`);
process.exitCode = failedChecks.length === 0 && tests.code === 0 ? 0 : 1;

/** Each check through turbo, which answers at once when the files it reads are those of a run that passed. Answers what failed. */
async function runChecks() {
  const failed = [];
  for (const name of checks) {
    const checkStartedMs = Date.now();
    process.stdout.write(`check ${name} ... `);
    const { code, output } = await runQuietly(
      node,
      [
        join(root, 'node_modules', 'turbo', 'bin', 'turbo'),
        'run',
        `//#${name}`,
        '--output-logs=errors-only',
        '--log-prefix=none',
      ],
      { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
    );
    if (code >= 128) process.exit(code);
    const isOld = / 1 cached, 1 total/.test(output);
    console.log(
      code === 0 ? `${isOld ? 'passes, unchanged' : 'passes'} (${seconds(checkStartedMs)})` : `FAILED\n${output}`,
    );
    if (code !== 0) failed.push(name);
  }
  return failed;
}

async function runTests() {
  console.log('\nTests:');
  rmSync(resultFile, { force: true });
  mkdirSync(join(root, 'node_modules', '.vitest'), { recursive: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const code = await run(node, [
    vitest,
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${resultFile}`,
    ...process.argv.slice(2),
  ]);
  return { code, ...counts(code) };
}

/** vitest's own counts; no result at all is one failure, and so is a failure that no single test has (an error outside of them). */
function counts(code) {
  let result;
  try {
    result = JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    return { files: 0, passed: 0, failed: 1, skipped: 0 };
  }
  const brokenFiles = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = result.numFailedTests + brokenFiles;
  return {
    files: result.testResults.length,
    passed: result.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}
