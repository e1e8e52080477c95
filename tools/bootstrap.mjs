/**
 * What `npm start` and `npm test` do before anything else, on whatever Node the machine has (20 or newer) and with no package
 * installed: make node_modules what package-lock.json says, then hand over to the pinned Node 24 inside it.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const NODE_MAJOR_LEAST = 20;

/**
 * Installs what is missing and answers the path of the pinned Node; says what it does while it does it. Exits where it cannot. What checks and tests
 * alone use is left out where they are not wanted, but stays where it is.
 */
export async function installed({ forTests }) {
  const withDev = forTests || existsSync(join(root, 'node_modules', 'typescript'));
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR_LEAST) {
    stop(
      `Isochron needs Node ${NODE_MAJOR_LEAST} or newer to set itself up; this is ${process.version}. Install one from https://nodejs.org.`,
    );
  }
  if (!isCurrent(withDev)) await install(withDev);
  const node = pinnedNode();
  if (node === null) {
    stop(
      'node_modules holds no Node 24: the install script of the package "node" did not run.\n' +
        'It is approved in package.json; --ignore-scripts or ignore-scripts=true in an .npmrc turns it off all the same.\n' +
        'Run: npm rebuild node --ignore-scripts=false',
    );
  }
  return node;
}

/**
 * Runs a command to its end and answers its exit code (128 + n when signal n ended it). Its output is the terminal's. Ctrl-C reaches
 * the whole foreground group, the command included, so we only wait for it; a signal sent to us alone is passed on.
 */
export async function run(command, args) {
  return (await ended(spawn(command, args, { cwd: root, stdio: 'inherit', env: withTools({}) }))).code;
}

/** The same, but keeps what the command prints, and answers it beside the exit code. */
export function runQuietly(command, args, env) {
  return ended(spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: withTools(env) }));
}

function ended(child) {
  const onInterrupt = () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  };
  const onTerminate = () => child.kill('SIGTERM');
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on('close', (code, signal) => resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), output }));
  }).finally(() => {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onTerminate);
  });
}

/** Whether every package of the lock file is there in its version. npm keeps the list of what it installed, last, so half an install does not count. */
function isCurrent(withDev) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/') || (entry.dev === true && !withDev)) return true;
    const found = present[path];
    if (found === undefined) return entry.optional === true;
    if (entry.integrity !== undefined && entry.integrity !== found.integrity) return false;
    return found.version === entry.version && existsSync(join(root, path));
  });
}

/**
 * `npm install` of what the lock file names, quietly, without touching the lock file. Not `npm ci`: it refuses a lock file that was written
 * where the registry did not carry the binaries of every other platform. Loglevel `error` keeps back the warnings of packages that want
 * Node 22: they will run on the pinned Node 24.
 */
async function install(withDev) {
  const startedMs = Date.now();
  const what = `Installing what package-lock.json names into node_modules (once, about ${withDev ? 530 : 310} MB, a Node 24 included)`;
  const say = () => process.stderr.write(`\r${what}: ${seconds(startedMs)}`);
  if (process.stderr.isTTY) say();
  else process.stderr.write(`${what} ...\n`);
  const ticking = process.stderr.isTTY ? setInterval(say, 1000) : null;
  const flags = [
    '--no-save',
    withDev ? '--include=dev' : '--omit=dev',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--no-progress',
  ];
  const { code, output } = await npm(['install', ...flags]);
  if (ticking !== null) clearInterval(ticking);
  process.stderr.write(process.stderr.isTTY ? '\n' : `Installed in ${seconds(startedMs)}.\n`);
  if (code === 0) return dropNodeHeaders();
  if (code >= 128) process.exit(code);
  stop(
    `npm install failed with exit code ${code}. It said:\n\n${output.trim()}\n\n` +
      'Most often the registry was out of reach (check the network, or `npm ping`), the disk was full, or package-lock.json and a\n' +
      'package.json disagree after an edit (then run `npm install`). Running the same command again is safe.',
  );
}

/** The install script of `node` leaves a whole distribution behind, 68 MB of headers for C++ with it; bin/node is a hard link of its own. */
function dropNodeHeaders() {
  rmSync(join(root, 'node_modules', 'node', 'node_modules'), { recursive: true, force: true });
}

/** npm itself, on the Node that started us: the pinned one goes away while node_modules is replaced. */
function npm(args) {
  const script = process.env.npm_execpath;
  const command = script === undefined ? 'npm' : (process.env.npm_node_execpath ?? process.execPath);
  const options = {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: script === undefined && process.platform === 'win32',
  };
  return ended(spawn(command, script === undefined ? args : [script, ...args], options));
}

function pinnedNode() {
  const file = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : null;
}

/** Our environment with the tools of node_modules first on the path, the pinned Node among them. */
function withTools(env) {
  return { ...process.env, ...env, PATH: [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter) };
}

export const seconds = (startedMs) =>
  `${((Date.now() - startedMs) / 1000).toFixed(startedMs > Date.now() - 10_000 ? 1 : 0)} s`;

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
