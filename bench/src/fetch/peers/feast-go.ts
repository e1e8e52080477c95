import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, home, run, version } from './feast-home.ts';

/** As Feast's own Makefile has them. */
const generators = [
  'google.golang.org/protobuf/cmd/protoc-gen-go@v1.31.0',
  'google.golang.org/grpc/cmd/protoc-gen-go-grpc@v1.3.0',
];
const protoFolders = ['core', 'registry', 'serving', 'types', 'storage'];
const module = 'github.com/feast-dev/feast/go/protos';

/**
 * Feast's server in Go, built from the source that its package on PyPI brings (some minutes, once); null where there is no Go to build it with.
 * Its protocol buffers are generated as its Makefile does it, by the protoc of grpcio-tools.
 */
export function buildGoServer(): string | null {
  if (spawnSync('go', ['version']).status !== 0) return null;
  const folder = join(home, `go-${version()}`);
  const program = join(folder, 'feast-server');
  if (existsSync(program)) return program;
  rmSync(folder, { recursive: true, force: true });
  const source = unpackSource(folder);
  const tools = join(folder, 'tools');
  for (const generator of generators) run('env', [`GOBIN=${tools}`, 'go', 'install', generator]);
  const protoc = environmentOf('go-requirements.txt');
  mkdirSync(join(source, 'go/protos'), { recursive: true });
  const plugins = ['protoc-gen-go', 'protoc-gen-go-grpc'].map((name) => `--plugin=${name}=${join(tools, name)}`);
  for (const each of protoFolders)
    run(protoc, ['-m', 'grpc_tools.protoc', ...plugins, ...protocFlags, ...protosIn(source, each)], { cwd: source });
  run('go', ['build', '-o', program, './go/main.go'], { cwd: source });
  return program;
}

const protocFlags = [
  '--proto_path=protos',
  '--go_out=go/protos',
  `--go_opt=module=${module}`,
  '--go-grpc_out=go/protos',
  `--go-grpc_opt=module=${module}`,
];

const protosIn = (source: string, folder: string): readonly string[] =>
  readdirSync(join(source, 'protos/feast', folder))
    .filter((file) => file.endsWith('.proto'))
    .map((file) => `protos/feast/${folder}/${file}`);

function unpackSource(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const name = `feast-${version()}`;
  const python = environmentOf('go-requirements.txt');
  const wanted = [`feast==${version()}`, '--no-deps', '--no-binary', 'feast'];
  run(python, ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', ...wanted, '--dest', folder]);
  run('tar', ['xzf', join(folder, `${name}.tar.gz`), '-C', folder]);
  return join(folder, name);
}
